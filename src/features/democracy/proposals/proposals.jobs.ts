import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { cases } from '#engines/cases';
import { listTenants } from '#engines/org';
import { listLapsed } from './collections.sql.ts';
import { proposalProcess } from './proposals.process.ts';

/** Ends proposals that were not handed in before the last day, or not completed before the session. @returns how many */
export async function lapseOver(tx: Tx): Promise<number> {
  const over = await listLapsed(tx, legalDateOf(tx.now));
  for (const id of over) await cases.step(tx, proposalProcess, 'lapse', id, { kind: 'system', job: 'proposals.lapse' });
  return over.length;
}

/** The same in every federation, each in its own transaction. */
export async function lapseAll(database: Database, now: Date): Promise<number> {
  let ended = 0;
  for (const id of await database.read(null, now, listTenants)) ended += await database.transaction(id, now, lapseOver, { retry: true });
  return ended;
}

/** Background work of the part: each morning. */
export function declareWork(): void {
  jobs.define('proposals.lapse', { every: '20 6 * * *', run: async ({ database }) => { await lapseAll(database, clock.now()); } });
}
