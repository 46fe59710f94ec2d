import { here } from './house.ts';
import { sweep } from './gate.sql.ts';
import { addMinutes, WORKER } from './limits.rules.ts';
import { sweepSessions } from './session.sql.ts';

const BATCH = 5_000;
const BATCHES = 200;
const KEEP_MINUTES = 24 * 60;

async function inBatches(once: () => Promise<number>): Promise<number> {
  let gone = 0;
  for (let i = 0; i < BATCHES; i++) {
    const n = await once();
    gone += n;
    if (n < BATCH) break;
  }
  return gone;
}

/** Removes counters, codes and tickets older than a day and sessions that idled out. For a job every hour; in bounded batches. */
export async function sweepOld(now: Date): Promise<number> {
  const { db } = here();
  const small = await inBatches(() => db.transaction(null, now, (tx) => sweep(tx, addMinutes(now, -KEEP_MINUTES), BATCH)));
  const idledOut = addMinutes(now, -WORKER.idle - KEEP_MINUTES);
  return small + (await inBatches(() => db.transaction(null, now, (tx) => sweepSessions(tx, idledOut, BATCH))));
}
