import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf, monthEnd } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import * as a from './answers.sql.ts';
import type { api } from './daily-question.contract.ts';
import { bitsOf, fits, markOf, placesOf } from './daily-question.rules.ts';
import * as q from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';
import { balanceOf, credit, pointsOn, worthOf } from './points.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

const boardOf = async (tx: Tx, by: Actor): Promise<q.Board | null> => (by.membership === null ? null : q.findBoardAbove(tx, by.membership.path, legalDateOf(tx.now)));
const asked = (d: Pick<q.DayRow, 'day' | 'kind' | 'text' | 'options' | 'topic'>) => ({ day: d.day, kind: d.kind, text: d.text, options: [...d.options], topic: d.topic });

async function loadBoard(tx: Tx, by: Actor): Promise<q.Board> {
  const board = await boardOf(tx, by);
  if (board === null) throw new Refused(doorWords.notFound, { status: 404 });
  return board;
}

async function told(tx: Tx, unionId: string, d: q.DayRow) {
  return { right: placesOf(d.answer), explanation: d.explanation, source: d.source, ...(await a.countDay(tx, unionId, d.day)) };
}

async function ownOf(tx: Tx, unionId: string, day: string, personId: string) {
  const own = await a.findAnswer(tx, unionId, day, personId);
  if (own === null) return null;
  return { given: placesOf(own.given), correct: own.correct, points: (await pointsOn(tx, unionId, personId, [day])).get(day) ?? 0 };
}

/** Today's question for this person, what is right once it was answered, and how the person stands. */
export async function today(tx: Tx, by: Actor) {
  const day = legalDateOf(tx.now);
  const board = await boardOf(tx, by);
  if (board === null) return { board: null, today: day, question: null, voidWhy: '', told: null, own: null, streak: 0, best: 0, points: 0, wrong: 0, worth: null, may: [] };
  const set = await q.findDay(tx, board.unionId, day);
  const own = set === null ? null : await ownOf(tx, board.unionId, day, by.personId);
  const streaks = await a.countStreaks(tx, board.unionId, by.personId, day);
  return {
    board: { unionId: board.unionId, union: board.union }, today: day, question: set === null ? null : asked(set), voidWhy: set?.voidWhy ?? '', told: set === null || own === null ? null : await told(tx, board.unionId, set), own,
    streak: streaks.now, best: streaks.best, points: await balanceOf(tx, board.unionId, by.personId), wrong: await a.countWrong(tx, board.unionId, by.personId, day), worth: await worthOf(tx, board), may: set !== null && own === null && set.voidWhy === '' ? ['answer'] : [],
  };
}

/**
 * Answers today's question, once. The same tap again is the same answer; another choice afterwards is refused. Who made or set the question
 * may answer for the pleasure of it and gets no points.
 */
export async function answer(tx: Tx, by: Actor, d: In<'answer'>) {
  const day = legalDateOf(tx.now);
  const board = await loadBoard(tx, by);
  const set = await q.findDay(tx, board.unionId, d.day);
  if (set === null || d.day > day) throw new Refused(words.noQuestion, { status: 404 });
  if (d.day !== day) throw new Refused(words.dayOver);
  if (set.voidWhy !== '') throw new Refused(words.dayVoid, { slots: { why: set.voidWhy } });
  if (!fits(set.kind, set.options.length, d.given)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'given', why: words.givenWrong }] });
  const given = bitsOf(d.given);
  const unitId = by.membership?.unionId ?? board.unionId;
  const correct = given === set.answer;
  if ((await a.insertAnswers(tx, board.unionId, [{ day, personId: by.personId, unitId, given, correct, answeredAt: tx.now }])) === 0) {
    if ((await a.findAnswer(tx, board.unionId, day, by.personId))?.given !== given) throw new Refused(words.answeredAlready);
    return today(tx, by);
  }
  if (by.personId !== set.madeById && by.personId !== set.setById) await credit(tx, board, [{ personId: by.personId, unitId, correct, streak: (await a.countStreaks(tx, board.unionId, by.personId, day)).now }]);
  return today(tx, by);
}

/** A month of one's own: what each day was and what it brought. */
export async function month(tx: Tx, by: Actor, f: In<'month'>) {
  const now = legalDateOf(tx.now);
  const board = await loadBoard(tx, by);
  const [from, end] = [`${f.month}-01`, monthEnd(`${f.month}-01`)];
  const days = await a.listOwnDays(tx, board.unionId, by.personId, from, end < now ? end : now);
  const points = await pointsOn(tx, board.unionId, by.personId, days.map((d) => d.day));
  const items = days.map((d) => ({ day: d.day, mark: markOf(d, now), points: points.get(d.day) ?? 0 }));
  return { month: f.month, items, answered: days.filter((d) => d.correct !== null).length, rightOnes: days.filter((d) => d.correct).length, points: items.reduce((n, x) => n + x.points, 0) };
}

async function pastView(tx: Tx, by: Actor, board: q.Board, day: string) {
  const set = await q.findDay(tx, board.unionId, day);
  const own = await a.findAnswer(tx, board.unionId, day, by.personId);
  // Before a day is over only who answered may know what is right.
  if (set === null || (day >= legalDateOf(tx.now) && own === null)) throw new Refused(doorWords.notFound, { status: 404 });
  return { set, view: { ...asked(set), voidWhy: set.voidWhy, told: await told(tx, board.unionId, set), own: await ownOf(tx, board.unionId, day, by.personId), mark: markOf({ day, void: set.voidWhy !== '', correct: own?.correct ?? null }, legalDateOf(tx.now)), reviewed: own?.reviewed ?? false } };
}

/** The question of a day that is over, with what was right. */
export async function past(tx: Tx, by: Actor, { day }: In<'past'>) {
  return (await pastView(tx, by, await loadBoard(tx, by), day)).view;
}

/** What one answered wrongly and has not had right since. */
export async function wrong(tx: Tx, by: Actor, page: In<'wrong'>) {
  const now = legalDateOf(tx.now);
  const board = await loadBoard(tx, by);
  const items = await a.listWrong(tx, board.unionId, by.personId, now, page);
  return { items: items.map((x) => ({ ...asked(x), given: placesOf(x.given) })), total: await a.countWrong(tx, board.unionId, by.personId, now) };
}

/** Tries a question of the past again; a wrong one that is right now leaves the list. It brings nothing else. */
export async function review(tx: Tx, by: Actor, d: In<'review'>) {
  const board = await loadBoard(tx, by);
  const { set } = await pastView(tx, by, board, d.day);
  if (!fits(set.kind, set.options.length, d.given)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'given', why: words.givenWrong }] });
  const correct = bitsOf(d.given) === set.answer;
  if (correct) await a.markReviewed(tx, board.unionId, d.day, by.personId);
  return { correct, past: (await pastView(tx, by, board, d.day)).view };
}
