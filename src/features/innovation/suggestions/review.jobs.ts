import { jobs } from '#platform/jobs';
import type { Database } from '#platform/db';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { listOverdue } from './review.sql.ts';
import { words } from './review.words.ts';

const BATCH = 500;
const DAY = 86_400_000;
/** Reminders one review gets: who does not answer five of them is asked in person or replaced. */
const MOST_REMINDERS = 5;
const EVERY = 'suggestions.review.remindAfterDays';

/** Reminds experts whose opinion is waited for, once for each period of the rulebook. @returns how many */
export async function remindAll(database: Database, now: Date): Promise<number> {
  let reminded = 0;
  for (const federation of await database.read(null, now, listTenants)) {
    const waiting = await database.read(federation, now, (tx) => listOverdue(tx, new Date(now.getTime() - DAY), BATCH));
    if (waiting.length === 0) continue;
    reminded += await database.transaction(federation, now, async (tx) => {
      let told = 0;
      for (const v of waiting) {
        const every = Number((await rulebook.look(tx, { unionId: v.schemeUnionId }, [EVERY])).values[EVERY]);
        const days = Math.floor((now.getTime() - v.askedAt.getTime()) / DAY);
        const n = Math.floor(days / every);
        if (n < 1 || n > MOST_REMINDERS) continue;
        const { told: one } = await notify.tell(tx, { key: `suggestions/review/${v.id}/${v.round}/${v.reviewerId}/${v.askedAt.getTime()}/remind/${n}`, to: [v.reviewerId], kind: 'suggestions.review', word: words.tellRemind, body: words.tellRemindBody, slots: { title: v.title, days: n * every }, link: `/suggestions/reviews/${v.id}` });
        told += one;
      }
      return told;
    });
  }
  return reminded;
}

/** Declares the part's background work; once per process. */
export function declareReviewWork(): void {
  jobs.define('suggestions.remindReviewers', { every: '10 * * * *', run: ({ database, now }) => remindAll(database, now).then(() => undefined) });
}
