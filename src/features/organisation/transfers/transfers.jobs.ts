import { Refused } from '#shared/errors';
import type { Tx } from '#shared/call';
import { jobs } from '#platform/jobs';
import type { Database } from '#platform/db';
import { cases } from '#engines/cases';
import { listTenants } from '#engines/org';
import { complete } from './decide.service.ts';
import { transferProcess } from './transfers.process.ts';
import { closeTransfer, listReady, listStale } from './transfers.sql.ts';

const BATCH = 500;
const doer = { kind: 'system', job: 'transfers.settle' } as const;

/** Runs one settlement; when somebody was faster (withdrawn, decided, left) there is nothing to settle. */
async function unlessRefused(run: () => Promise<void>): Promise<number> {
  try {
    await run();
    return 1;
  } catch (error) {
    if (error instanceof Refused) return 0;
    throw error;
  }
}

/**
 * Completes what all three have consented to (released by the period while the new union had invited; letters whose period ran out), and ends
 * what has lost its object because the member left, retired or was moved. Each in a transaction of its own. @returns how many
 */
export async function settleAll(database: Database, now: Date): Promise<number> {
  let settled = 0;
  for (const federation of await database.read(null, now, listTenants)) {
    const write = (run: (tx: Tx) => Promise<void>): Promise<number> => unlessRefused(() => database.transaction(federation, now, run));
    for (const id of await database.read(federation, now, (tx) => listStale(tx, BATCH))) {
      settled += await write(async (tx) => {
        await cases.step(tx, transferProcess, 'lapse', id, doer);
        await closeTransfer(tx, id, null);
      });
    }
    for (const t of await database.read(federation, now, (tx) => listReady(tx, BATCH))) settled += await write((tx) => complete(tx, t, doer));
  }
  return settled;
}

/** Declares the part's background work; once per process. */
export function declareWork(): void {
  jobs.define('transfers.settle', { every: '* * * * *', run: ({ database, now }) => settleAll(database, now).then(() => undefined) });
}
