/** Opens papers in a thread of its own: what costs time at the close are the seals. */
import { parentPort, workerData } from 'node:worker_threads';
import { opener } from './crypto.ts';
import { openPaper } from './opened.ts';

const { ballot, secret } = workerData as { readonly ballot: string; readonly secret: Uint8Array };
const open = opener(ballot, Buffer.from(secret));
parentPort?.on('message', (bodies: readonly Uint8Array[]) => parentPort?.postMessage(bodies.map((b) => openPaper(b, open))));
