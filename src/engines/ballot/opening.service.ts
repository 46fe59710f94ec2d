import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { opener } from './crypto.ts';
import { openPaper, type OpenedPaper } from './opened.ts';

/** Fewer papers are opened without a thread, which takes a tenth of a second to begin. */
const FEW = 300;
/** So many are opened before others get their turn: some ten milliseconds. */
const AT_A_TIME = 25;

async function here(ballot: string, secret: Buffer | null, bodies: readonly Buffer[]): Promise<OpenedPaper[]> {
  const open = secret === null ? null : opener(ballot, secret);
  const opened: OpenedPaper[] = [];
  for (const [n, body] of bodies.entries()) {
    if (n > 0 && n % AT_A_TIME === 0) await setImmediate();
    opened.push(openPaper(body, open));
  }
  return opened;
}

function inThread(worker: Worker, bodies: readonly Buffer[]): Promise<OpenedPaper[]> {
  return new Promise((done, failed) => {
    worker.once('error', failed);
    worker.once('message', (opened: OpenedPaper[]) => {
      worker.off('error', failed);
      done(opened);
    });
    worker.postMessage(bodies);
  });
}

/** A way to open papers, to be ended when it is not needed any more. */
export type Opening = { readonly open: (bodies: readonly Buffer[]) => Promise<OpenedPaper[]>; readonly end: () => Promise<void> };

/**
 * Opens the papers of a ballot without holding up those who ask for something meanwhile: many in a thread of their own, few in small pieces. Measured with
 * 3,000 papers at once on the event loop: it stood still for more than a second.
 * @param secret of the content key; null where votes are by name
 * @param papers how many there will be
 */
export function startOpening(ballot: string, secret: Buffer | null, papers: number): Opening {
  if (secret === null || papers < FEW) return { open: (bodies) => here(ballot, secret, bodies), end: () => Promise.resolve() };
  const worker = new Worker(new URL('./opening.worker.ts', import.meta.url), { workerData: { ballot, secret } });
  return { open: (bodies) => inThread(worker, bodies), end: async () => { await worker.terminate(); } };
}
