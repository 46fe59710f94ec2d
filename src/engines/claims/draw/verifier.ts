import { fileURLToPath } from 'node:url';

/** The stand-alone verifier: one HTML file, written by tools/print-verifier.ts. */
export const VERIFIER = fileURLToPath(new URL('./verifier.html', import.meta.url));
