import type { Tx } from '#shared/call';
import type { Database } from '#platform/db';
import { jobs } from '#platform/jobs';
import { notify } from '#engines/notify';
import { listTenants, officersOf, officesWith } from '#engines/org';
import { gapOf } from './boards.service.ts';
import { KEEP, listRunning } from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';

/** Warns the officers of boards on which a day soon has no question; once for each such day. @returns how many boards */
export async function warnGaps(tx: Tx): Promise<number> {
  let n = 0;
  for (const board of await listRunning(tx)) {
    const day = await gapOf(tx, board);
    if (day === null) continue;
    const to = [...new Set((await officersOf(tx, [board.unionId], officesWith(KEEP))).map((o) => o.personId))];
    if (to.length > 0) await notify.tell(tx, { key: `dailyQuestion/${board.unionId}/gap/${day}`, kind: 'dailyQuestion.gap', word: words.tellGap, body: words.tellGapBody, slots: { union: board.union, day }, link: `/console/daily-question/${board.unionId}?month=${day.slice(0, 7)}`, unionId: board.unionId, to });
    n += 1;
  }
  return n;
}

/** The same for every tenant. */
export async function warnAll(database: Database, now: Date): Promise<number> {
  let n = 0;
  for (const id of await database.read(null, now, listTenants)) n += await database.transaction(id, now, warnGaps);
  return n;
}

/** Declares the daily warning; once per process. */
export function declareWork(): void {
  jobs.define('dailyQuestion.warn', { every: '20 8 * * *', minutes: 30, run: async ({ database, now }) => { await warnAll(database, now); } });
}
