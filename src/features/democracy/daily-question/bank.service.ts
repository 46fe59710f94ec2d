import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Slots, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet, readSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type Line, linesOf, type Read, readLine } from './bank-rows.reading.ts';
import { loadKept, loadRunning, subject, wrong } from './boards.service.ts';
import type { api } from './daily-question.contract.ts';
import { bitsOf, fits, placesOf, textKey } from './daily-question.rules.ts';
import * as q from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const MOST_ROWS = 2_000;
const EXPORT_MOST = 5_000;

/** A question as the desk sees it; what was asked already is changed by nobody. */
export const bankView = (x: q.QuestionRow) => ({
  id: x.id, kind: x.kind, text: x.text, options: [...x.options], right: placesOf(x.answer), explanation: x.explanation, source: x.source, topic: x.topic, state: x.state, askedOn: x.askedOn, times: x.times, answers: x.answers, rightOnes: x.rightOnes, version: x.version,
  may: [...(x.times === 0 ? ['change'] : []), x.state === 'ready' ? 'withdraw' : 'restore'],
});

/** The bank of a board. */
export async function bank(tx: Tx, by: Actor, { limit, offset, ...f }: In<'bank'>) {
  await loadKept(tx, by, f.unionId);
  const { items, total } = await q.listBank(tx, { ...f, today: legalDateOf(tx.now) }, { limit, offset });
  return { items: items.map(bankView), total, topics: await q.listTopics(tx, f.unionId) };
}

const letters = (places: readonly number[]): string => places.map((p) => 'ABCDEF'[p]).join('');

/** The bank as a sheet, in the form in which a sheet is read. */
export async function exportBank(tx: Tx, by: Actor, { columns, ...f }: In<'exportBank'>, { locale }: Call): Promise<Download> {
  const board = await loadKept(tx, by, f.unionId);
  const { items } = await q.listBank(tx, { ...f, today: legalDateOf(tx.now) }, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: subject(f.unionId), unionId: f.unionId, slots: { union: board.union, n: items.length } });
  const option = (place: number) => ({ heading: words[`columnOption${place as 0 | 1 | 2 | 3 | 4 | 5}`], under: ['text'], cell: (x: q.QuestionRow) => x.options[place] ?? '' });
  return exportSheet({
    name: words.bankName, now: tx.now, locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnText, under: ['text'], cell: (x) => x.text }, { heading: words.columnKind, under: ['kind'], cell: (x) => say(words[`kind_${x.kind}`], locale) }, ...[0, 1, 2, 3, 4, 5].map(option), { heading: words.columnRight, under: ['text'], cell: (x) => letters(placesOf(x.answer)) },
      { heading: words.columnExplanation, under: ['text'], cell: (x) => x.explanation }, { heading: words.columnSource, under: ['source'], cell: (x) => x.source }, { heading: words.columnTopic, under: ['topic'], cell: (x) => x.topic }, { heading: words.columnAsked, under: ['asked'], cell: (x) => x.askedOn ?? '' },
      { heading: words.columnAnswers, under: ['rate'], kind: 'number', cell: (x) => x.answers }, { heading: words.columnRightOnes, under: ['rate'], kind: 'number', cell: (x) => x.rightOnes },
    ],
  });
}

type Typed = Pick<In<'add'>, 'kind' | 'text' | 'options' | 'right' | 'explanation' | 'source' | 'topic'>;
function saidOf(d: Typed): q.Said {
  const options = d.kind === 'trueFalse' ? d.options.slice(0, 2) : d.options;
  if (new Set(options.map(textKey)).size < options.length) wrong('options', words.optionsTwice);
  if (!fits(d.kind, options.length, d.right)) wrong('right', words.rightWrong);
  const key = textKey(d.text);
  if (key === '') wrong('text', words.rowText);
  return { kind: d.kind, text: d.text, key, options, answer: bitsOf(d.right), explanation: d.explanation, source: d.source, topic: d.topic };
}

/** Puts a question into the bank; the same text stands there once. */
export async function add(tx: Tx, by: Actor, { unionId, ...d }: In<'add'>) {
  const board = await loadKept(tx, by, unionId);
  const id = newId();
  if ((await q.insertQuestions(tx, unionId, by.personId, [{ id, ...saidOf(d) }])) === 0) wrong('text', words.textThere);
  await audit.record(tx, by, words.auditAdded, { subject: subject(unionId), unionId, slots: { union: board.union, n: 1 } });
  return { id };
}

async function loadQuestion(tx: Tx, by: Actor, id: string): Promise<{ row: q.QuestionRow; board: q.Board }> {
  const found = await q.findKeptQuestion(tx, by, id, legalDateOf(tx.now));
  if (found === null) throw new Refused(doorWords.notFound, { status: 404 });
  const board = await loadKept(tx, by, found.unionId, true);
  return { row: (await q.findKeptQuestion(tx, by, id, legalDateOf(tx.now))) ?? found, board };
}

/** Changes a question that has not been asked yet. */
export async function amend(tx: Tx, by: Actor, { id, version, ...d }: In<'amend'>) {
  const { row, board } = await loadQuestion(tx, by, id);
  if (row.times > 0) throw new Refused(words.askedAlready);
  const said = saidOf(d);
  const there = (await q.findTexts(tx, row.unionId, [said.key])).get(said.key);
  if (there !== undefined && there !== id) wrong('text', words.textThere);
  if (!(await q.updateQuestion(tx, id, version, said))) throw new Refused(words.changedMeanwhile);
  await audit.record(tx, by, words.auditChanged, { subject: subject(row.unionId), unionId: row.unionId, slots: { union: board.union, text: said.text } });
  return { id };
}

/** Takes a question out of what may be asked, or puts it back. */
export async function turn(tx: Tx, by: Actor, { id, state }: In<'turn'>) {
  const { row, board } = await loadQuestion(tx, by, id);
  if (state === 'withdrawn' && row.askedOn !== null && row.askedOn >= legalDateOf(tx.now)) throw new Refused(words.setAlready, { slots: { day: row.askedOn } });
  if (!(await q.turnQuestion(tx, id, state))) throw new Refused(words.changedMeanwhile);
  await audit.record(tx, by, state === 'withdrawn' ? words.auditWithdrawn : words.auditRestored, { subject: subject(row.unionId), unionId: row.unionId, slots: { union: board.union, text: row.text } });
  return { id };
}

/** Receives a sheet before the transaction begins. */
export async function receive(_by: Actor | null, { name }: In<'readSheet'>, call: Call): Promise<Line[]> {
  const cells: string[][] = [];
  for await (const { cells: row } of readSheet({ bytes: await buffer(call.body as Readable), name }, { fileBytes: 5 * 1024 * 1024 })) {
    if (cells.push(row.map((c) => c.text)) > MOST_ROWS + 20) throw new Refused(words.rowsTooMany, { slots: { most: MOST_ROWS }, status: 413 });
  }
  const lines = linesOf(cells);
  if (lines === null || lines.length === 0) throw new Refused(words.noColumns, { status: 400 });
  return lines.slice(0, MOST_ROWS);
}

type Judged = Read & { readonly fault: { readonly path: string; readonly why: Word; readonly slots?: Slots } | null };
/** What each row of a sheet means, and what is wrong with it: with itself, with a row before it or with the bank. */
async function judge(tx: Tx, unionId: string, lines: readonly Line[]): Promise<Judged[]> {
  const read = lines.map(readLine);
  const there = await q.findTexts(tx, unionId, read.flatMap((r) => (r.said ? [r.said.key] : [])));
  const seen = new Set<string>();
  return read.map((r) => {
    if (r.said === null) return r;
    if (there.has(r.said.key)) return { ...r, fault: { path: 'text', why: words.textThere } };
    if (seen.has(r.said.key)) return { ...r, fault: { path: 'text', why: words.rowTwice } };
    seen.add(r.said.key);
    return r;
  });
}

/** What a sheet says and what is to be corrected; nothing of it is kept. */
export async function readBank(tx: Tx, by: Actor, { unionId }: In<'readSheet'>, call: Call) {
  await loadKept(tx, by, unionId);
  const lines = call.prepared as Line[];
  const judged = await judge(tx, unionId, lines);
  return { items: lines.map((line, i) => { const fault = judged[i]?.fault; return { ...line, options: [...line.options], fault: fault ? say(fault.why, call.locale, fault.slots) : null }; }), faults: judged.filter((j) => j.fault !== null).length };
}

/** Takes the rows of a sheet into the bank: all of them, or none with what is wrong at each. */
export async function takeBank(tx: Tx, by: Actor, { unionId, rows }: In<'takeSheet'>) {
  const board = await loadRunning(tx, by, unionId);
  const judged = await judge(tx, unionId, rows);
  const fields = judged.flatMap(({ fault }, i) => (fault ? [{ path: `rows.${i}.${fault.path}`, why: fault.why, ...(fault.slots ? { slots: fault.slots } : {}) }] : []));
  if (fields.length > 0) throw new Refused(words.faultsLeft, { status: 400, slots: { n: fields.length }, fields: fields.slice(0, 100) });
  const added = await q.insertQuestions(tx, unionId, by.personId, judged.flatMap((j) => (j.said ? [{ id: newId(), ...j.said }] : [])));
  await audit.record(tx, by, words.auditAdded, { subject: subject(unionId), unionId, slots: { union: board.union, n: added } });
  return { id: unionId, added };
}
