import { fileURLToPath } from 'node:url';

/** The stand-alone verifier of ballots: one HTML file, written by tools/print-verifier.ts. */
export const BALLOT_VERIFIER = fileURLToPath(new URL('./verifier.html', import.meta.url));
