import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { type Head, keepCheck, sealBlock, type Verification, verify } from './chain.service.ts';
import { selectLoggedFederations, selectWaitingFederations } from './chain.sql.ts';

const MOST_BLOCKS = 200;
const SLOW = { statementTimeout: 120_000 } as const;

/** Seals what waits in every federation, at most 200 blocks each; answers how many lines. */
export async function seal(database: Database, now: Date): Promise<number> {
  let sealed = 0;
  for (const federationId of await database.read(null, now, selectWaitingFederations)) {
    for (let n = 0, last = 1; last > 0 && n < MOST_BLOCKS; n++) {
      last = await database.transaction(federationId, now, sealBlock);
      sealed += last;
    }
  }
  return sealed;
}

/** Verifies one federation over one snapshot and keeps what was found. */
export async function check(
  database: Database, federationId: string, now: Date, known: readonly Pick<Head, 'block' | 'hash'>[] = [],
): Promise<Verification> {
  const found = await database.read(federationId, now, (tx) => verify(tx, known), SLOW);
  await database.transaction(federationId, now, (tx) => keepCheck(tx, found));
  return found;
}

/**
 * Verifies every federation: what `npm run cli -- audit-verify` prints.
 * @param known heads printed earlier, by federation; one that is no longer in its chain is a fault
 */
export async function checkAll(
  database: Database, now: Date, known: ReadonlyMap<string, readonly Pick<Head, 'block' | 'hash'>[]> = new Map(),
): Promise<{ federationId: string; found: Verification }[]> {
  const all: { federationId: string; found: Verification }[] = [];
  for (const federationId of new Set([...(await database.read(null, now, selectLoggedFederations)), ...known.keys()])) {
    all.push({ federationId, found: await check(database, federationId, now, known.get(federationId)) });
  }
  return all;
}

/** The sealer (every minute) and the verifier (every night, and when an auditor asks). */
export function declareJobs(): void {
  jobs.define('audit.seal', { every: '* * * * *', run: ({ database, now }) => seal(database, now) });
  jobs.define('audit.verify', { minutes: 60, tries: 2, run: async ({ database, federationId, now }) => {
    if (federationId) await check(database, federationId, now);
  } });
  jobs.define('audit.verifyAll', {
    every: '40 3 * * *', minutes: 240, tries: 2,
    run: async ({ database, now, log }) => {
      for (const { federationId, found } of await checkAll(database, now)) {
        if (found.faultCount > 0) log.error({ federationId, faults: found.faultCount }, 'the audit log has been changed');
      }
    },
  });
}
