import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { loadUnionFor, refuseEnded } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api } from './daily-question.contract.ts';
import { wantedDays } from './daily-question.rules.ts';
import * as q from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';
import { openBook } from './points.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

export const subject = (unionId: string) => ({ kind: 'dailyBoard', id: unionId });
export const wrong = (path: string, why: Word): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] }); };

/** A board that this officer keeps, or the refusal that hides it. */
export async function loadKept(tx: Tx, by: Actor, unionId: string, lock = false): Promise<q.Board> {
  const board = await q.findKeptBoard(tx, by, unionId, lock);
  if (board === null) throw new Refused(doorWords.notFound, { status: 404 });
  return board;
}
/** The same where something is to be changed: a board that runs, changed by one at a time. */
export async function loadRunning(tx: Tx, by: Actor, unionId: string): Promise<q.Board> {
  const board = await loadKept(tx, by, unionId, true);
  if (board.closedOn !== null) throw new Refused(words.boardClosed);
  return board;
}

/** The first day without a question among those of which the officers are to be warned; null when there is none. */
export async function gapOf(tx: Tx, board: q.Board): Promise<string | null> {
  if (board.closedOn !== null) return null;
  const today = legalDateOf(tx.now);
  const ahead = (await rulebook.look(tx, { unionId: board.unionId }, ['dailyQuestion.warn.aheadDays'])).values['dailyQuestion.warn.aheadDays'];
  const to = addDays(today, ahead);
  const set = new Set((await q.listDays(tx, board.unionId, today, to)).map((d) => d.day));
  return wantedDays(board.days, today, to).find((day) => !set.has(day)) ?? null;
}

/** Boards over the officer's unions. */
export async function boards(tx: Tx, by: Actor, f: In<'boards'>) {
  const unionPath = f.unionId === undefined ? undefined : (await loadUnionFor(tx, by, q.KEEP, f.unionId)).path;
  const { items, total } = await q.listBoards(tx, by, { unionPath, today: legalDateOf(tx.now), limit: f.limit, offset: f.offset });
  const gaps = new Map<string, string | null>();
  for (const b of items) gaps.set(b.unionId, await gapOf(tx, b));
  return { items: items.map((b) => ({ id: b.unionId, union: b.union, days: b.days, openedOn: b.openedOn, pointsFrom: b.pointsFrom, closedOn: b.closedOn, version: b.version, fresh: b.fresh, today: b.today, answered: b.answered, gapOn: gaps.get(b.unionId) ?? null, may: b.closedOn === null ? ['change', 'close'] : ['change', 'open'] })), total };
}

/** Begins to ask a question each day in a union and everything below it. */
export async function open(tx: Tx, by: Actor, d: In<'open'>) {
  const union = await loadUnionFor(tx, by, q.KEEP, d.unionId);
  refuseEnded(union);
  if (!(await q.insertBoard(tx, { ...d, openedOn: legalDateOf(tx.now) }))) throw new Refused(words.boardThere);
  await openBook(tx, d);
  await audit.record(tx, by, words.auditOpened, { subject: subject(d.unionId), unionId: d.unionId, slots: { union: union.name } });
  return { id: d.unionId };
}

/** Changes the days and from when points are given, ends the board or begins it again. */
export async function amendBoard(tx: Tx, by: Actor, d: In<'amendBoard'>) {
  const board = await loadKept(tx, by, d.id, true);
  const closedOn = d.running ? null : (board.closedOn ?? legalDateOf(tx.now));
  if (!(await q.updateBoard(tx, { unionId: d.id, days: d.days, pointsFrom: d.pointsFrom, closedOn, version: d.version }))) throw new Refused(words.changedMeanwhile);
  await openBook(tx, { unionId: d.id, pointsFrom: d.pointsFrom });
  const word = d.running === (board.closedOn === null) ? words.auditAmended : d.running ? words.auditOpened : words.auditClosed;
  await audit.record(tx, by, word, { subject: subject(d.id), unionId: d.id, slots: { union: board.union } });
  return { id: d.id };
}
