import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { loadUnionFor } from '#engines/org';
import { loadKept, wrong } from './drafting.service.ts';
import { listAskedPeople } from './roll.sql.ts';
import type { api, found } from './surveys.contract.ts';
import { findAsked } from './surveys.sql.ts';
import { words as general } from './surveys.words.ts';
import { taskProcess } from './tasks.process.ts';
import * as q from './tasks.sql.ts';
import { words } from './tasks.words.ts';

type In<K extends keyof typeof found> = z.output<(typeof found)[K]['in']>;
const EXPORT_MOST = 2_000;

const view = (t: q.TaskRow) => ({ id: t.id, number: t.number, question: t.question, finding: t.finding, title: t.title, state: t.state, owner: t.owner, dueOn: t.dueOn, progress: t.state === 'done' ? 100 : t.progress, answer: t.answer, answeredAt: t.answeredAt?.toISOString() ?? null, survey: t.survey, surveyId: t.surveyId });

/** Makes a task of a finding: somebody has it from now on until a day, and those who were asked see how it goes. */
export async function addTask(tx: Tx, by: Actor, d: In<'addTask'>) {
  const s = await loadKept(tx, by, d.surveyId);
  if (!s.counted) throw new Refused(general.notCounted);
  if (d.dueOn <= legalDateOf(tx.now)) wrong('dueOn', words.dueFirst);
  const { id } = await cases.open(tx, taskProcess, { unionId: s.unionId, title: d.title, text: d.finding, privacy: 'named', channel: 'survey', filedBy: by, facts: { surveyId: s.id }, dues: { finish: instantAt(addDays(d.dueOn, 1)) } });
  await q.insertTask(tx, { id, surveyId: s.id, question: d.question, finding: d.finding, dueOn: d.dueOn });
  await audit.record(tx, by, words.auditAdded, { subject: { kind: 'survey', id: s.id }, unionId: s.unionId, slots: { title: d.title } });
  return { id };
}

/** Takes a step. What finishes a task is told to everybody who was asked. */
export async function stepTask(tx: Tx, by: Actor, d: In<'stepTask'>) {
  const t = await q.findTask(tx, d.id);
  if (t === null) throw new Refused(doorWords.notFound, { status: 404 });
  await cases.step(tx, taskProcess, d.verb, d.id, { kind: 'person', actor: by }, { text: d.text, version: d.version, ...(d.assigneeId ? { assigneeId: d.assigneeId } : {}) });
  if (d.verb === 'report') await q.updateTask(tx, d.id, { progress: d.progress });
  if (d.verb !== 'finish') return { id: d.id };
  await q.updateTask(tx, d.id, { progress: 100, answer: d.text });
  const to = await listAskedPeople(tx, t.surveyId);
  if (to.length > 0) await notify.tell(tx, { key: `surveys/task/${t.id}`, to, kind: 'surveys.asked', word: words.tellDone, body: words.tellDoneBody, slots: { title: t.title, answer: d.text }, link: `/surveys/${t.surveyId}/deeds`, unionId: t.unionId });
  return { id: d.id };
}

/** Tasks over the officer's unions, open ones first, the earliest due on top. */
export async function tasks(tx: Tx, by: Actor, f: Omit<In<'tasks'>, 'limit' | 'offset'> & { readonly limit: number; readonly offset: number }) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, 'surveys.tasks', f.unionId)).path;
  const { items, total } = await q.listTasks(tx, by, { surveyId: f.surveyId, state: f.state, text: f.text, unionPath, limit: f.limit, offset: f.offset });
  return { items: items.map(view), total };
}

const stateWord = (state: string): Word => (taskProcess.states as Readonly<Record<string, { readonly word: Word }>>)[state]?.word ?? words.task;

/** The list of tasks as a sheet. */
export async function exportTasks(tx: Tx, by: Actor, f: In<'exportTasks'>, call: Call): Promise<Download> {
  const { items } = await tasks(tx, by, { ...f, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.colNumber, under: ['title'], cell: (x) => x.number }, { heading: words.colTask, under: ['title'], cell: (x) => x.title }, { heading: words.colFinding, under: ['finding'], cell: (x) => x.finding }, { heading: words.colSurvey, under: ['survey'], cell: (x) => x.survey },
      { heading: words.colState, under: ['state'], cell: (x) => say(stateWord(x.state), call.locale) }, { heading: words.colOwner, under: ['owner'], cell: (x) => x.owner ?? '' }, { heading: words.colDue, under: ['due'], cell: (x) => x.dueOn },
      { heading: words.colProgress, under: ['progress'], cell: (x) => `${x.progress}%` }, { heading: words.colAnswer, under: ['progress'], cell: (x) => x.answer },
    ],
  });
}

/** One task with its story. */
export async function task(tx: Tx, by: Actor, { id }: In<'task'>, call: Call) {
  const seen = await cases.load(tx, taskProcess, by, id);
  const t = await q.findTask(tx, id);
  if (t === null) throw new Refused(doorWords.notFound, { status: 404 });
  const wordOf = (step: string): Word => (taskProcess.steps as Readonly<Record<string, { readonly word: Word }>>)[step]?.word ?? words.opened;
  return {
    ...view(t), union: t.union, version: t.version, may: seen.may, people: seen.may.includes('assign') ? await q.listOfficers(tx, seen.union.path, legalDateOf(tx.now)) : [],
    story: seen.events.map((e) => ({ id: e.id, at: e.at.toISOString(), what: say(wordOf(e.step), call.locale), by: e.byName, text: e.text })),
  };
}

/** "You said, we did": what became of a survey, for those who were asked. */
export async function deeds(tx: Tx, by: Actor, { id }: z.output<(typeof api)['deeds']['in']>) {
  const s = await findAsked(tx, by.personId, id);
  if (s === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { title: s.title, items: (await q.listDeeds(tx, id)).map(({ ...t }) => view(t)) };
}
