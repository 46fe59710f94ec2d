import type { z } from 'zod';
import { type Actor, may, type Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { runs } from '#platform/jobs';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type CaseFilter, cases, type Given, type Held } from '#engines/cases';
import { loadUnion, loadUnionFor } from '#engines/org';
import * as letters from './letters.sql.ts';
import { insertGatheredOrRefuse } from './gathering.service.ts';
import { givesAway } from './publication.rules.ts';
import { findSurveyOf } from './survey.sql.ts';
import type { api } from './topics.contract.ts';
import { topicProcess } from './topics.process.ts';
import { countOf, deleteResult, insertResult } from './topics.sql.ts';
import { TELL_RUN } from './telling.service.ts';
import { words } from './topics.words.ts';
import { stepped, viewTopic } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Verb = keyof typeof topicProcess.steps;
const EXPORT_MOST = 5000;

async function filterOf(tx: Tx, by: Actor, f: In<'exportRegister'>): Promise<CaseFilter> {
  return {
    ...(f.state ? { states: [f.state] } : {}), ...(f.text ? { text: f.text } : {}), ...(f.unionId ? { unionPath: (await loadUnionFor(tx, by, 'topics.read', f.unionId)).path } : {}),
    ...(f.from ? { from: instantAt(f.from) } : {}), ...(f.to ? { to: instantAt(addDays(f.to, 1)) } : {}),
  };
}

async function rowsOf(tx: Tx, by: Actor, f: In<'register'>, call: Call) {
  const { items, total } = await cases.listRegister(tx, topicProcess, by, await filterOf(tx, by, f), f);
  const figures = await countOf(tx, items.map((c) => c.id));
  const list = items.map((c) => {
    const state = topicProcess.states[c.state as keyof typeof topicProcess.states];
    const n = figures.get(c.id) ?? { letters: 0, measures: 0, done: 0, late: 0 };
    return {
      id: c.id, number: c.number, title: c.title, state: c.state, stateWord: say(state.word, call.locale), place: state.place ?? null, union: c.unionName,
      letters: n.letters, measures: n.measures, done: n.done, late: n.late, openedAt: c.openedAt.toISOString(), changedAt: c.changedAt.toISOString(),
    };
  });
  return { items: list, total };
}

/** Topics over the subtrees of the officer, the newest first. */
export async function register(tx: Tx, by: Actor, f: In<'register'>, call: Call) {
  return { ...(await rowsOf(tx, by, f, call)), may: may(by, 'topics.work') ? ['open'] : [] };
}

/** The register as a spreadsheet, at most 5,000 rows; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { items } = await rowsOf(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 }, call);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnNumber, under: ['title'], cell: (t) => t.number }, { heading: words.columnTitle, under: ['title'], cell: (t) => t.title }, { heading: words.columnUnion, under: ['title'], cell: (t) => t.union },
      { heading: words.columnState, under: ['state'], cell: (t) => t.stateWord }, { heading: words.columnLetters, under: ['letters'], cell: (t) => String(t.letters) }, { heading: words.columnMeasures, under: ['measures'], cell: (t) => String(t.measures) },
      { heading: words.columnDone, under: ['measures'], cell: (t) => String(t.done) }, { heading: words.columnLate, under: ['measures'], cell: (t) => String(t.late) }, { heading: words.columnOpened, under: ['opened'], cell: (t) => legalDateOf(new Date(t.openedAt)) },
    ],
  });
}

/** The union a new topic belongs to: the one named, or the only one the officer gathers letters for. */
async function unionFor(tx: Tx, by: Actor, unionId: string | undefined) {
  if (unionId !== undefined) return loadUnionFor(tx, by, 'topics.work', unionId);
  const own = [...new Set(by.grants.filter((g) => g.permission === 'topics.work').map((g) => g.unionId))];
  if (own.length !== 1) throw new Refused(words.noUnionToOpen, { status: 400, fields: [{ path: 'unionId', why: words.noUnionToOpen }] });
  return loadUnion(tx, own[0] as string);
}

/** Opens a topic, perhaps with its first letters. */
export async function open(tx: Tx, by: Actor, { unionId, title, text, letterIds }: In<'open'>) {
  const union = await unionFor(tx, by, unionId);
  const { id } = await cases.open(tx, topicProcess, { unionId: union.id, title, text, privacy: 'named', channel: 'desk', filedBy: by });
  if (letterIds.length > 0) await insertGatheredOrRefuse(tx, by, await cases.loadSeen(tx, topicProcess, by, id), letterIds);
  return stepped(await cases.loadSeen(tx, topicProcess, by, id));
}

/** One topic with its questionnaire, results, measures and story. */
export async function topic(tx: Tx, by: Actor, { id }: In<'topic'>, call: Call) {
  return viewTopic(tx, await cases.load(tx, topicProcess, by, id), by, call.locale);
}

const take = (tx: Tx, by: Actor, verb: Verb, id: string, given: Given) => cases.step(tx, topicProcess, verb, id, { kind: 'person', actor: by }, given);

/** Goes on to measures, with or without a questionnaire; not while one is open. */
export async function act(tx: Tx, by: Actor, { id, ...given }: In<'act'>) {
  await cases.loadSeen(tx, topicProcess, by, id, { lock: true });
  const survey = await findSurveyOf(tx, id);
  if (survey !== null && (survey.state === 'open' || survey.state === 'counting')) throw new Refused(words.stillOpen);
  return stepped(await take(tx, by, 'act', id, given));
}

async function refuseNames(tx: Tx, topicId: string, texts: Readonly<Record<string, string>>): Promise<void> {
  const bad: string[] = [];
  for (const [path, text] of Object.entries(texts)) if (givesAway(text) || (await letters.namesWriter(tx, topicId, text))) bad.push(path);
  if (bad.length > 0) throw new Refused(words.namesInResult, { status: 400, fields: bad.map((path) => ({ path, why: words.namesInResult })) });
}

/**
 * Tells the result to every writer: the topic goes on at once, the letters follow in a run that goes on after a crash.
 * @throws Refused without letters, with measures that are not done, and for a text that names a writer
 */
export async function tell(tx: Tx, by: Actor, { id, text, ...given }: In<'tell'>) {
  await cases.loadSeen(tx, topicProcess, by, id, { lock: true });
  if ((await letters.countGathered(tx, id)).letters === 0) throw new Refused(words.noLetters);
  const figures = (await countOf(tx, [id])).get(id);
  const left = (figures?.measures ?? 0) - (figures?.done ?? 0);
  if (left > 0) throw new Refused(words.measuresLeft, { slots: { n: left } });
  await refuseNames(tx, id, { text });
  const held = await take(tx, by, 'tell', id, { ...given, text, facts: { result: text } });
  await runs.begin(tx, TELL_RUN, { topicId: id }, { key: `${id}/${String(held.file.version)}`, by: by.personId });
  return stepped(held);
}

async function forPublishing(tx: Tx, by: Actor, id: string): Promise<Held> {
  const held = await cases.loadSeen(tx, topicProcess, by, id, { lock: true });
  if (!cases.mayOver(by, 'topics.send', held.union)) throw new Refused(doorWords.notFound, { status: 404 });
  return held;
}

/** Puts question and result on the public board, without names. */
export async function publish(tx: Tx, by: Actor, { id, question, answer }: In<'publish'>) {
  const { file, union } = await forPublishing(tx, by, id);
  if (!['told', 'closed'].includes(file.state) || typeof file.facts.result !== 'string') throw new Refused(words.notToldYet);
  await refuseNames(tx, id, { question, answer });
  if (!(await insertResult(tx, { topicId: id, unionId: union.id, question, answer, by: by.personId }))) throw new Refused(words.alreadyPublished);
  await audit.record(tx, by, words.auditPublished, { subject: { kind: 'topic', id }, unionId: union.id, slots: { topic: file.title } });
  return { id };
}

/** Takes the result off the board. */
export async function unpublish(tx: Tx, by: Actor, { id }: In<'unpublish'>) {
  const { file, union } = await forPublishing(tx, by, id);
  await deleteResult(tx, id);
  await audit.record(tx, by, words.auditUnpublished, { subject: { kind: 'topic', id }, unionId: union.id, slots: { topic: file.title } });
  return { id };
}

/** Closes a topic whose result was told, or one that came to nothing. */
export async function close(tx: Tx, by: Actor, { id, ...given }: In<'close'>) {
  return stepped(await take(tx, by, 'close', id, given));
}

/** Takes a closed topic up again: more measures, another result. */
export async function reopen(tx: Tx, by: Actor, { id, ...given }: In<'reopen'>) {
  return stepped(await take(tx, by, 'reopen', id, given));
}
