import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf, monthEnd } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { loadKept, loadRunning, subject, wrong } from './boards.service.ts';
import type { api } from './daily-question.contract.ts';
import { isWanted, wantedDays } from './daily-question.rules.ts';
import * as q from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const AHEAD_DAYS = 366;

/** A month of a board: each day with its question, or that it lacks one. */
export async function schedule(tx: Tx, by: Actor, f: In<'schedule'>) {
  const board = await loadKept(tx, by, f.unionId);
  const today = legalDateOf(tx.now);
  const [from, to] = [`${f.month}-01`, monthEnd(`${f.month}-01`)];
  const set = new Map((await q.listDays(tx, f.unionId, from, to)).map((d) => [d.day, d]));
  const running = board.closedOn === null;
  return {
    today, from: board.openedOn,
    items: wantedDays('every', from, to).map((day) => {
      const d = set.get(day);
      const may = !running ? [] : d === undefined ? (day >= today ? ['set'] : []) : d.answers === 0 && day >= today ? ['set', 'clear'] : day <= today && d.voidWhy === '' ? ['void'] : [];
      return { day, wanted: running && day >= board.openedOn && isWanted(board.days, day), questionId: d?.questionId ?? null, text: d?.text ?? '', answers: d?.answers ?? 0, rightOnes: d?.rightOnes ?? 0, voidWhy: d?.voidWhy ?? '', may };
    }),
  };
}

/** A day that may still be given another question: not over, and nobody has answered. */
async function refuseFixed(tx: Tx, unionId: string, day: string): Promise<void> {
  const today = legalDateOf(tx.now);
  if (day < today) wrong('day', words.dayPast);
  if (day > addDays(today, AHEAD_DAYS)) wrong('day', words.dayFar);
  const [there] = await q.listDays(tx, unionId, day, day);
  if (there && there.answers > 0) throw new Refused(words.answersThere);
}

/** Sets the question of a day, or another one while nobody has answered. */
export async function put(tx: Tx, by: Actor, d: In<'put'>) {
  const board = await loadRunning(tx, by, d.unionId);
  await refuseFixed(tx, d.unionId, d.day);
  const question = await q.findKeptQuestion(tx, by, d.questionId, legalDateOf(tx.now));
  if (question === null || question.unionId !== d.unionId) throw new Refused(doorWords.notFound, { status: 404 });
  if (question.state !== 'ready') throw new Refused(words.withdrawn);
  await q.putDays(tx, d.unionId, by.personId, [d], true);
  await audit.record(tx, by, words.auditSet, { subject: subject(d.unionId), unionId: d.unionId, slots: { union: board.union, day: d.day, text: question.text } });
  return { id: d.unionId };
}

/** Takes the question of a day away again. */
export async function clear(tx: Tx, by: Actor, d: In<'clear'>) {
  const board = await loadRunning(tx, by, d.unionId);
  await refuseFixed(tx, d.unionId, d.day);
  if (!(await q.deleteDay(tx, d.unionId, d.day))) throw new Refused(doorWords.notFound, { status: 404 });
  await audit.record(tx, by, words.auditCleared, { subject: subject(d.unionId), unionId: d.unionId, slots: { union: board.union, day: d.day } });
  return { id: d.unionId };
}

/** Fills the days without a question from the bank: those never asked first, then those asked longest ago; none twice. */
export async function fill(tx: Tx, by: Actor, d: In<'fill'>) {
  const board = await loadRunning(tx, by, d.unionId);
  const today = legalDateOf(tx.now);
  if (d.to < d.from || d.to > addDays(today, AHEAD_DAYS)) wrong('to', words.dayFar);
  const from = d.from > today ? d.from : today;
  const there = new Set((await q.listDays(tx, d.unionId, from, d.to)).map((x) => x.day));
  const gaps = wantedDays(board.days, from, d.to).filter((day) => !there.has(day));
  const waiting = new Set((await q.listDays(tx, d.unionId, today, addDays(today, AHEAD_DAYS))).map((x) => x.questionId));
  const next = (await q.listNext(tx, d.unionId, gaps.length + waiting.size)).filter((id) => !waiting.has(id));
  const list = gaps.flatMap((day, i) => { const questionId = next[i]; return questionId === undefined ? [] : [{ day, questionId }]; });
  if (list.length === 0 && gaps.length > 0) throw new Refused(words.bankEmpty);
  await q.putDays(tx, d.unionId, by.personId, list);
  await audit.record(tx, by, words.auditFilled, { subject: subject(d.unionId), unionId: d.unionId, slots: { union: board.union, n: list.length } });
  return { id: d.unionId, added: list.length, left: gaps.length - list.length };
}

/** Declares a day void because its question was faulty: it breaks no streak and stands in nobody's list of wrong ones; points stay. */
export async function voidDay(tx: Tx, by: Actor, d: In<'voidDay'>) {
  const board = await loadKept(tx, by, d.unionId, true);
  if (d.day > legalDateOf(tx.now)) wrong('day', words.dayToCome);
  if (!(await q.voidDay(tx, d.unionId, d.day, d.why))) throw new Refused(words.noneToVoid);
  await audit.record(tx, by, words.auditVoid, { subject: subject(d.unionId), unionId: d.unionId, slots: { union: board.union, day: d.day, why: d.why } });
  return { id: d.unionId };
}
