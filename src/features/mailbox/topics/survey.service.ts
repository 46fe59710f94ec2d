import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { jobs } from '#platform/jobs';
import { audit } from '#engines/audit';
import { cases, type Held } from '#engines/cases';
import { listSubtree, loadUnionFor, type Union } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import * as q from './survey.sql.ts';
import { wronglyMade } from './survey.rules.ts';
import type { api } from './topics.contract.ts';
import { topicProcess } from './topics.process.ts';
import { words } from './topics.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const MOST_DAYS = 60;
/** Unions compared with each other; below a single chosen union its branches are. */
const MOST_PLACES = 1_000;

async function topicFor(tx: Tx, by: Actor, permission: string, id: string): Promise<Held> {
  const held = await cases.loadSeen(tx, topicProcess, by, id, { lock: true });
  if (!cases.mayOver(by, permission, held.union)) throw new Refused(doorWords.notFound, { status: 404 });
  return held;
}

/** Writes the questionnaire, or writes it anew, until it is sent. */
export async function draft(tx: Tx, by: Actor, { id, title, intro, questions }: In<'draft'>) {
  const { file, union } = await topicFor(tx, by, 'topics.work', id);
  const bad = wronglyMade(questions);
  if (bad.length > 0) throw new Refused(words.wrongQuestion, { status: 400, fields: bad.map((at) => ({ path: `questions.${String(at)}`, why: words.wrongQuestion })) });
  if (file.state !== 'gathering' || !(await q.upsertDraft(tx, { id: newId(), topicId: id, title, intro, questions }))) throw new Refused(words.wasSent);
  await audit.record(tx, by, words.auditDraft, { subject: { kind: 'topic', id }, unionId: union.id, slots: { topic: file.title } });
  return { id };
}

/** The unions whose answers are shown side by side: those chosen; the branches of a single one. */
async function placesOf(tx: Tx, by: Actor, unionIds: readonly string[]): Promise<string[]> {
  if (new Set(unionIds).size < unionIds.length) throw new Refused(words.twice, { status: 400, fields: [{ path: 'unionIds', why: words.twice }] });
  const chosen: Union[] = [];
  for (const id of unionIds) chosen.push(await loadUnionFor(tx, by, 'topics.send', id));
  const [only, ...others] = chosen;
  if (only === undefined || others.length > 0) return chosen.map((u) => u.id);
  const branches = (await listSubtree(tx, only.path)).filter((u) => u.parentId === only.id && u.state !== 'merged' && u.state !== 'dissolved');
  return [only.id, ...branches.map((u) => u.id)].slice(0, MOST_PLACES);
}

function closingOf(tx: Tx, until: string): Date {
  const today = legalDateOf(tx.now);
  if (until <= today || until > addDays(today, MOST_DAYS)) throw new Refused(words.untilSoon, { status: 400, fields: [{ path: 'until', why: words.untilSoon }] });
  return instantAt(addDays(until, 1));
}

/** Sends the questionnaire: who is asked is frozen in one statement, the messages follow as jobs. */
export async function send(tx: Tx, by: Actor, { id, unionIds, until, version }: In<'send'>) {
  const { union } = await topicFor(tx, by, 'topics.send', id);
  const survey = await q.findSurveyOf(tx, id);
  if (survey === null) throw new Refused(words.noSurvey);
  if (survey.state !== 'draft') throw new Refused(words.wasSent);
  const closesAt = closingOf(tx, until);
  await q.insertPlaces(tx, survey.id, await placesOf(tx, by, unionIds));
  const asked = await q.insertRoll(tx, survey.id);
  if (asked === 0) throw new Refused(words.nobodyAsked, { status: 400, fields: [{ path: 'unionIds', why: words.nobodyAsked }] });
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId: union.id }, ['privacy.smallestGroup']);
  await q.openSurvey(tx, survey.id, { closesAt, smallest: values['privacy.smallestGroup'], ruleSetId, asked });
  await cases.step(tx, topicProcess, 'survey', id, { kind: 'person', actor: by }, { data: { zh: `${String(asked)}`, en: `${String(asked)}` }, ...(version ? { version } : {}) });
  await jobs.enqueue(tx, 'topics.ask', { surveyId: survey.id }, { key: survey.id });
  return { id, asked };
}

async function sentOne(tx: Tx, by: Actor, permission: string, id: string) {
  const held = await topicFor(tx, by, permission, id);
  const survey = await q.findSurveyOf(tx, id);
  if (survey === null || survey.state === 'draft') throw new Refused(words.noSurvey);
  return { held, survey };
}

/** Reminds, once, those who have not answered. */
export async function remind(tx: Tx, by: Actor, { id }: In<'remind'>) {
  const { survey } = await sentOne(tx, by, 'topics.work', id);
  if (!(await q.markReminded(tx, survey.id))) throw new Refused(words.reminded);
  await cases.step(tx, topicProcess, 'remind', id, { kind: 'person', actor: by });
  await jobs.enqueue(tx, 'topics.remind', { surveyId: survey.id }, { key: survey.id });
  return { id };
}

/** Closes before its day; whoever is answering at this moment is still counted, nobody after. */
export async function end(tx: Tx, by: Actor, { id }: In<'end'>) {
  const { held, survey } = await sentOne(tx, by, 'topics.send', id);
  await q.findSurvey(tx, survey.id, 'update');
  if (!(await q.turnSurvey(tx, survey.id, ['open'], 'counting'))) throw new Refused(words.surveyOver);
  await audit.record(tx, by, words.auditEnded, { subject: { kind: 'topic', id }, unionId: held.union.id, slots: { topic: held.file.title } });
  await jobs.enqueue(tx, 'topics.count', { surveyId: survey.id }, { key: survey.id });
  return { id };
}
