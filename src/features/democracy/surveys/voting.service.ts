import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { ballots } from '#engines/ballot';
import { checkAnswers } from './answers.rules.ts';
import { loadKept, subject } from './drafting.service.ts';
import type { Answers } from './form.rules.ts';
import * as rolls from './roll.sql.ts';
import type { telephone } from './surveys.contract.ts';
import * as q from './surveys.sql.ts';
import { words } from './surveys.words.ts';
import { words as faultWords } from './faults.words.ts';
import { ownView, voterOfLink } from './views.service.ts';
import type { votes } from './voting.contract.ts';

type In<K extends keyof typeof votes> = z.output<(typeof votes)[K]['in']>;
type Telephone<K extends keyof typeof telephone> = z.output<(typeof telephone)[K]['in']>;
const INTERVIEW = 'surveys.interview';

/** The public keys of an anonymous survey that is open. */
export async function booth(tx: Tx, _by: null, { id }: In<'booth'>) {
  const s = await q.findSurvey(tx, id);
  if (s?.state !== 'open') throw new Refused(doorWords.notFound, { status: 404 });
  return ballots.boothOf(tx, id);
}

/** Signs the blinded token of somebody who is asked; once. */
export async function token(tx: Tx, by: Actor, { id, blinded }: In<'token'>) {
  if ((await q.findAsked(tx, by.personId, id)) === null) throw new Refused(doorWords.notFound, { status: 404 });
  return ballots.issueToken(tx, by.personId, id, blinded);
}

/** The same for a single-use link: the first device that asks has it. */
export async function linkToken(tx: Tx, _by: null, d: In<'linkToken'>) {
  const { survey, voterId } = await voterOfLink(tx, d);
  return ballots.issueToken(tx, voterId, survey.id, d.blinded);
}

async function castFor(tx: Tx, s: q.SurveyRow, voterId: string, paper: In<'cast'>['paper']): Promise<{ number: string | null }> {
  const { answers, faults } = checkAnswers(s.form, paper.given as Answers);
  if (faults.length > 0) throw new Refused(words.answersFaulty, { status: 400, fields: faults.slice(0, 50).map((f) => ({ path: `paper.given.${f.at}`, why: faultWords[`fault_${f.fault}`] })) });
  return ballots.cast(tx, voterId, s.id, { kind: 'questions', answers: { given: answers, about: paper.about } });
}

/** Answers a survey by name, or one whose papers are mixed; may be changed until the close. */
export async function cast(tx: Tx, by: Actor, { id, paper }: In<'cast'>) {
  const s = await q.findAsked(tx, by.personId, id);
  if (s === null) throw new Refused(doorWords.notFound, { status: 404 });
  return castFor(tx, s, by.personId, paper);
}
/** The same through a single-use link. */
export async function linkCast(tx: Tx, _by: null, d: In<'linkCast'>) {
  const { survey, voterId } = await voterOfLink(tx, d);
  return castFor(tx, survey, voterId, d.paper);
}

/** People on the roll, for an interview by telephone. */
export async function people(tx: Tx, by: Actor, { id, text }: Telephone<'people'>) {
  await loadKept(tx, by, id, INTERVIEW);
  return { items: await rolls.findOnRoll(tx, id, text) };
}

/** Begins an interview: who, why and that the person agreed is written down, never what was said. */
export async function beginInterview(tx: Tx, by: Actor, d: Telephone<'begin'>) {
  const s = await loadKept(tx, by, d.id, INTERVIEW);
  if (s.state !== 'open') throw new Refused(words.notOpen);
  const entry = await rolls.isOnRoll(tx, d.id, d.personId);
  if (entry === null || (await rolls.findReached(tx, s.unionId, d.personId)) === null) throw new Refused(words.notOnRoll, { status: 404 });
  if (entry.given) throw new Refused(words.answeredAlready);
  if (d.personId === by.personId) throw new Refused(words.ownInterview);
  await rolls.insertInterview(tx, { surveyId: d.id, personId: d.personId, byId: by.personId, why: d.why });
  await audit.record(tx, by, words.auditInterview, { subject: subject(d.id), unionId: s.unionId, slots: { title: s.title, why: audit.veil(d.why) } });
  return { id: d.id };
}

async function interviewed(tx: Tx, by: Actor, id: string, personId: string): Promise<q.SurveyRow> {
  const s = await loadKept(tx, by, id, INTERVIEW);
  if ((await rolls.findInterview(tx, id, personId))?.byId !== by.personId) throw new Refused(words.beginFirst);
  return s;
}

/** The questionnaire as the interviewer reads it out. */
export async function interviewForm(tx: Tx, by: Actor, { id, personId }: Telephone<'form'>) {
  return ownView(tx, await interviewed(tx, by, id, personId), personId, (await rolls.isOnRoll(tx, id, personId))?.given ?? false);
}
/** Signs the token of whoever is interviewed. */
export async function interviewToken(tx: Tx, by: Actor, d: In<'interviewToken'>) {
  const s = await interviewed(tx, by, d.id, d.personId);
  return ballots.issueToken(tx, d.personId, s.id, d.blinded);
}
/** Casts what was said in an interview, where papers are not blind. */
export async function interviewCast(tx: Tx, by: Actor, d: In<'interviewCast'>) {
  return castFor(tx, await interviewed(tx, by, d.id, d.personId), d.personId, d.paper);
}
