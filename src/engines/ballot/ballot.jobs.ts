import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { log } from '#platform/log';
import { Refused } from '#shared/errors';
import { listTenants } from '#engines/org';
import { findBallot, listDue } from './ballot.sql.ts';
import { eraseDeleted, listUndestroyed, setDestroyed } from './board.sql.ts';
import { finishNow } from './finish.service.ts';
import { makeKeys } from './keys.service.ts';
import { mix } from './mix.service.ts';
import { close, open } from './steps.service.ts';

const AT_ONCE = 500;
const BY = { system: 'ballot' };

/** What the clock does to one ballot: make its keys, open it (if enough are there), mix what waits, close it, count it. */
export async function sweepBallot(database: Database, federationId: string, id: string, now: Date): Promise<void> {
  const found = (): ReturnType<typeof findBallot> => database.read(federationId, now, (tx) => findBallot(tx, id));
  let ballot = await found();
  if (ballot?.state === 'announced' || ballot?.state === 'open') {
    if (!ballot.keysReady) await makeKeys(database, federationId, id, now);
  }
  if (ballot?.state === 'announced' && ballot.opensAt !== null && ballot.opensAt <= now && (ballot.closesAt === null || ballot.closesAt > now)) {
    await database.transaction(federationId, now, (tx) => open(tx, BY, id)).catch((error: unknown) => { if (!(error instanceof Refused)) throw error; });
    ballot = await found();
  }
  if (ballot?.state === 'open' && ballot.closesAt !== null && ballot.closesAt <= now) {
    await database.transaction(federationId, now, (tx) => close(tx, BY, id), { retry: true }).catch((error: unknown) => { if (!(error instanceof Refused)) throw error; });
    ballot = await found();
  } else if (ballot?.state === 'open') await database.transaction(federationId, now, (tx) => mix(tx, id), { retry: true, statementTimeout: 300_000 });
  if (ballot?.state === 'closed' && ballot.result === null) await finishNow(database, federationId, id, now);
}

/** Erases what ended ballots left in the tables' files, once for all of them. */
async function erase(database: Database, tenants: readonly string[], now: Date): Promise<void> {
  const ended = new Map<string, string[]>();
  for (const id of tenants) {
    const ids = await database.read(id, now, listUndestroyed);
    if (ids.length > 0) ended.set(id, ids);
  }
  if (ended.size === 0) return;
  try {
    await eraseDeleted(database);
  } catch (error) {
    log.warn({ error }, 'the tables of ballots could not be written anew; tried again in a minute');
    return;
  }
  for (const [federationId, ids] of ended) await database.transaction(federationId, now, (tx) => setDestroyed(tx, ids));
}

/** Does what the clock asks for, ballot by ballot, each in its own transaction. @returns how many ballots were looked at */
export async function sweep(database: Database, now: Date): Promise<number> {
  let seen = 0;
  const tenants = await database.read(null, now, listTenants);
  for (const id of tenants) {
    const due = await database.read(id, now, (tx) => listDue(tx, AT_ONCE));
    for (const ballotId of due) await sweepBallot(database, id, ballotId, now);
    seen += due.length;
  }
  await erase(database, tenants, now);
  return seen;
}

type OfBallot = { readonly id: string };

/** Background work of the engine. */
export function declareJobs(): void {
  jobs.define('ballot.sweep', { every: '* * * * *', minutes: 60, run: async ({ database }) => { await sweep(database, clock.now()); } });
  jobs.define<OfBallot>('ballot.keys', { atOnceStart: true, run: async ({ database, federationId, data }) => { if (federationId) await makeKeys(database, federationId, data.id, clock.now()); } });
  jobs.define<OfBallot>('ballot.count', { atOnceStart: true, minutes: 60, run: async ({ database, federationId, data }) => { if (federationId) await finishNow(database, federationId, data.id, clock.now()); } });
}
