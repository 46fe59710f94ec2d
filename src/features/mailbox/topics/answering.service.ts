import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newSecretId } from '#shared/ids';
import { doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import { findResults } from './results.service.ts';
import { type Sheet, wronglyAnswered } from './survey.rules.ts';
import * as q from './survey.sql.ts';
import type { api } from './topics.contract.ts';
import { words } from './topics.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
/** Sheets are made up to a multiple of so many bytes, so that their length says little. */
const SHEET_BYTES = 1024;

function alike(sheet: string): string {
  const bytes = Buffer.byteLength(sheet);
  return sheet + ' '.repeat(Math.ceil(bytes / SHEET_BYTES) * SHEET_BYTES - bytes);
}

const isOpen = (s: q.SurveyRow, now: Date): boolean => s.state === 'open' && s.closesAt !== null && s.closesAt > now;
const until = (s: q.SurveyRow): string => (s.closesAt ?? new Date(0)).toISOString();

/** Questionnaires I am or was asked to answer. */
export async function questionnaires(tx: Tx, by: Actor) {
  const list = await q.listAskedOf(tx, by.personId);
  return { items: list.map((s) => ({ id: s.id, title: s.title, union: s.union, closesAt: until(s), questions: s.questions.length, answered: s.hasAnswered, state: isOpen(s, tx.now) ? 'open' : s.state === 'counted' ? 'counted' : 'counting' })) };
}

/** One questionnaire for one who is asked; once it is counted, with its results. */
export async function questionnaire(tx: Tx, by: Actor, { id }: In<'questionnaire'>) {
  const [s] = await q.listAskedOf(tx, by.personId, id);
  if (s === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  return {
    id, title: s.title, intro: s.intro, union: s.union, closesAt: until(s), questions: s.questions, answered: s.hasAnswered, smallest: s.smallest ?? 0,
    results: s.state === 'counted' ? await findResults(tx, s) : null, may: isOpen(s, tx.now) && !s.hasAnswered ? ['answer'] : [],
  };
}

/**
 * Answers once. The roll learns that this person has answered; the sheet goes sealed into the box under a random id, without person, time or
 * key, and is opened only when all sheets are counted together. That is why it cannot be changed afterwards.
 */
export async function answer(tx: Tx, by: Actor, { id, answers }: In<'answer'>) {
  const survey = await q.findSurvey(tx, id, 'share');
  const place = survey === null || !isOpen(survey, tx.now) ? null : await q.takeTurn(tx, id, by.personId);
  const [asked] = await q.listAskedOf(tx, by.personId, id);
  if (survey === null || asked === undefined) throw new Refused(doorWords.notFound, { status: 404 });
  if (!isOpen(survey, tx.now)) throw new Refused(words.surveyOver);
  if (place === null) throw new Refused(words.answeredBefore);
  const bad = answers.length > survey.questions.length ? [survey.questions.length] : wronglyAnswered(survey.questions, answers);
  if (bad.length > 0) throw new Refused(words.answerThis, { status: 400, fields: bad.map((at) => ({ path: `answers.${String(at)}`, why: words.answerThis })) });
  const sheet = JSON.stringify({ place, answers } satisfies Sheet);
  await q.insertSheet(tx, id, newSecretId(), secrets.seal(alike(sheet)));
  return { id };
}
