import { jobs } from '#platform/jobs';
import type { Database } from '#platform/db';
import type { Tx } from '#shared/call';
import { sayDeadline } from '#shared/date-phrases';
import { type Locale, say, type Slots, type Word } from '#shared/words';
import { notify } from '#engines/notify';
import { countSurvey } from './results.service.ts';
import { findSurvey, listAsked, listDueSurveys, listDueTenants, markReminded, type SurveyRow } from './survey.sql.ts';
import { declareTelling } from './telling.service.ts';
import { findTopic } from './topics.sql.ts';
import { words } from './topics.words.ts';

const PAGE = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const DAY = 24 * 3_600_000;
/** So long before the end those who have not answered are reminded. */
const REMIND_BEFORE = 2 * DAY;

const inBoth = (word: Word, slots: (locale: Locale) => Slots): Word => ({ code: word.code, zh: say(word, 'zh', slots('zh')), en: say(word, 'en', slots('en')) });

async function told(tx: Tx, survey: SurveyRow, people: readonly string[], kind: 'ask' | 'remind'): Promise<void> {
  const topic = await findTopic(tx, survey.topicId);
  if (topic === null) throw new Error(`questionnaire ${survey.id} belongs to no topic`);
  const closes = new Date((survey.closesAt?.getTime() ?? 0) - 1);
  const slots = (locale: Locale): Slots => ({ title: survey.title, union: topic.union, n: survey.questions.length, date: sayDeadline(closes, locale, survey.sentAt ?? tx.now) });
  await notify.tell(tx, {
    key: `topics/${survey.id}/${kind}`, kind: `topics.${kind}`, to: people, unionId: topic.unionId, link: `/questionnaires/${survey.id}`,
    word: inBoth(kind === 'ask' ? words.askTitle : words.remindTitle, slots), body: inBoth(kind === 'ask' ? words.askBody : words.remindBody, slots),
  });
}

/** Tells everybody who is asked, 5,000 in a transaction; run again it tells nobody twice. `remind`: only those who have not answered. */
export async function tellAsked(database: Database, federationId: string, now: Date, surveyId: string, kind: 'ask' | 'remind'): Promise<number> {
  let n = 0;
  for (let after: string | null = FIRST; after !== null; ) {
    const from: string = after;
    after = await database.transaction(federationId, now, async (tx) => {
      const survey = await findSurvey(tx, surveyId);
      if (survey?.state !== 'open') return null;
      const page = await listAsked(tx, surveyId, { after: from, limit: PAGE, unanswered: kind === 'remind' });
      if (page.length > 0) await told(tx, survey, page, kind);
      n += page.length;
      return page.length < PAGE ? null : (page.at(-1) ?? null);
    });
  }
  return n;
}

/** Counts what is over, and reminds two days before the end those who have not answered. */
export async function sweepSurveys(database: Database, now: Date): Promise<{ counted: number; reminded: number }> {
  const done = { counted: 0, reminded: 0 };
  const before = new Date(now.getTime() + REMIND_BEFORE);
  for (const tenant of await database.read(null, now, (tx) => listDueTenants(tx, before))) {
    for (const s of await database.read(tenant, now, (tx) => listDueSurveys(tx, before))) {
      if (s.over) {
        if (await database.transaction(tenant, now, (tx) => countSurvey(tx, s.id))) done.counted += 1;
      } else if (s.remind && (await database.transaction(tenant, now, (tx) => remindOnce(tx, s.id)))) done.reminded += 1;
    }
  }
  return done;
}

async function remindOnce(tx: Tx, surveyId: string): Promise<boolean> {
  if (!(await markReminded(tx, surveyId))) return false;
  await jobs.enqueue(tx, 'topics.remind', { surveyId }, { key: surveyId });
  return true;
}

/** Declares the work of this part; once per process. */
export function declareWork(): void {
  declareTelling();
  for (const kind of ['ask', 'remind'] as const) {
    jobs.define<{ surveyId: string }>(`topics.${kind}`, { minutes: 60, run: ({ database, federationId, now, data }) => tellAsked(database, federationId ?? '', now, data.surveyId, kind) });
  }
  jobs.define<{ surveyId: string }>('topics.count', { minutes: 30, atOnceStart: true, run: ({ database, federationId, now, data }) => database.transaction(federationId ?? '', now, (tx) => countSurvey(tx, data.surveyId)) });
  jobs.define('topics.sweep', { every: '*/5 * * * *', minutes: 30, run: ({ database, now }) => sweepSurveys(database, now) });
}
