/** Looks at lines of a board in a thread of its own: what costs time are the signatures and the seals. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Header } from './board-file.ts';
import { looker } from './look.ts';

const { header, content } = workerData as { readonly header: Header; readonly content: string | null };
const look = looker(header, content);
parentPort?.on('message', (lines: readonly string[]) => parentPort?.postMessage(lines.map(look)));
