import { legalDateOf } from '#shared/dates';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { listTenants } from '#engines/org';
import { close } from './inquiries.service.ts';
import { listOpen, listOver, mixAnswers } from './inquiries.sql.ts';

/** Ends inquiries whose last day is over, and mixes the answers of those that are open. @returns how many ended */
export async function closeOver(database: Database, now: Date): Promise<number> {
  let n = 0;
  for (const tenant of await database.read(null, now, listTenants)) {
    n += await database.transaction(tenant, now, async (tx) => {
      const over = await listOver(tx, legalDateOf(tx.now));
      for (const i of over) await close(tx, { system: 'inquiries' }, i);
      for (const id of await listOpen(tx)) await mixAnswers(tx, id);
      return over.length;
    });
  }
  return n;
}

/** Declares the hour's work; once per process. */
export function declareWork(): void {
  jobs.define('inquiries.close', { every: '5 * * * *', run: ({ database, now }) => closeOver(database, now).then(() => undefined) });
}
