import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { listTenants } from '#engines/org';
import { sealBlock } from './chain.service.ts';
import { selectWaitingBooks } from './chain.sql.ts';
import { expireHolds } from './holds.service.ts';
import { selectFederationsWithExpired } from './holds.sql.ts';
import { type BookVerification, bookIds, doubleKeys, verifyBook } from './verify.service.ts';

const MOST_BLOCKS = 500;
const MOST_SWEEPS = 100;
const SLOW = { statementTimeout: 300_000 } as const;

/** Seals what waits in every book, at most 500 blocks each; answers how many accounts and journals. A broken book does not hold up the others. */
export async function seal(database: Database, now: Date): Promise<{ sealed: number; broken: unknown[] }> {
  let sealed = 0;
  const broken: unknown[] = [];
  for (const { federationId, bookId } of await database.read(null, now, selectWaitingBooks)) {
    try {
      for (let n = 0, last = 1; last > 0 && n < MOST_BLOCKS; n++) {
        last = await database.transaction(federationId, now, (tx) => sealBlock(tx, bookId));
        sealed += last;
      }
    } catch (error) {
      broken.push(error);
    }
  }
  return { sealed, broken };
}

/** Ends reservations whose time is over, in every federation; answers how many. */
export async function sweepHolds(database: Database, now: Date): Promise<number> {
  let ended = 0;
  for (const federationId of await database.read(null, now, selectFederationsWithExpired)) {
    for (let n = 0, last = 1; last > 0 && n < MOST_SWEEPS; n++) {
      last = await database.transaction(federationId, now, expireHolds);
      ended += last;
    }
  }
  return ended;
}

/**
 * Verifies the books of one federation, each over one snapshot; a key that was posted twice is a fault of the first book
 * that holds it.
 * @param known heads printed earlier: hashes by block, by book
 */
export async function verifyAll(
  database: Database, federationId: string, now: Date, known: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(),
): Promise<BookVerification[]> {
  const { ids, doubles } = await database.read(federationId, now, async (tx) => ({ ids: await bookIds(tx), doubles: await doubleKeys(tx) }), SLOW);
  const all: BookVerification[] = [];
  for (const bookId of ids) {
    const found = await database.read(federationId, now, (tx) => verifyBook(tx, bookId, known.get(bookId)), SLOW);
    const own = doubles.filter((d) => d.bookId === bookId).map((d) => ({ what: 'key' as const, id: d.id }));
    all.push({ ...found, faultCount: found.faultCount + own.length, faults: [...found.faults, ...own] });
  }
  return all;
}

/** The sealer and the sweep of reservations (every minute), the verifier (every night). */
export function declareJobs(): void {
  jobs.define('ledger.seal', {
    every: '* * * * *',
    run: async ({ database, now, log }) => {
      for (const error of (await seal(database, now)).broken) log.error({ err: error }, 'a book could not be sealed');
    },
  });
  jobs.define('ledger.expire', { every: '* * * * *', run: ({ database, now }) => sweepHolds(database, now) });
  jobs.define('ledger.verify', {
    every: '10 4 * * *', minutes: 240, tries: 2,
    run: async ({ database, now, log }) => {
      for (const federationId of await database.read(null, now, listTenants)) {
        for (const { bookId, faultCount } of await verifyAll(database, federationId, now)) {
          if (faultCount > 0) log.error({ federationId, bookId, faults: faultCount }, 'a ledger book has been changed');
        }
      }
    },
  });
}
