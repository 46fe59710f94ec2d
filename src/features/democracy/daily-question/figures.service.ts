import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf, monthEnd } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import * as a from './answers.sql.ts';
import { bankView } from './bank.service.ts';
import { loadKept, subject } from './boards.service.ts';
import type { api } from './daily-question.contract.ts';
import { placesOf } from './daily-question.rules.ts';
import * as q from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const number = { kind: 'number' } as const;

/** One day: how many chose what, and who took part by unit. */
export async function dayFigures(tx: Tx, by: Actor, d: In<'dayFigures'>) {
  const board = await loadKept(tx, by, d.unionId);
  const set = await q.findDay(tx, d.unionId, d.day);
  const question = set === null ? null : await q.findKeptQuestion(tx, by, set.questionId, legalDateOf(tx.now));
  if (set === null || question === null) throw new Refused(doorWords.notFound, { status: 404 });
  const given = await a.countGiven(tx, d.unionId, d.day);
  const counts = await a.countDay(tx, d.unionId, d.day);
  return {
    day: d.day, question: bankView(question), voidWhy: set.voidWhy, answers: counts.answered, rightOnes: counts.rightOnes, chosen: set.options.map((_, place) => given.reduce((n, g) => n + (placesOf(g.given).includes(place) ? g.n : 0), 0)),
    units: await a.sumUnits(tx, { unionId: d.unionId, path: board.path, from: d.day, to: d.day }), may: set.voidWhy === '' && d.day <= legalDateOf(tx.now) ? ['void'] : [],
  };
}

/** A year or a month of a board: questions, answers and what was right, by unit and by month. */
export async function statistics(tx: Tx, by: Actor, f: In<'statistics'>) {
  const board = await loadKept(tx, by, f.unionId);
  const year = f.year ?? Number(legalDateOf(tx.now).slice(0, 4));
  const [first, last] = f.month === undefined ? [`${year}-01-01`, `${year}-12-31`] : [`${year}-${String(f.month).padStart(2, '0')}-01`, monthEnd(`${year}-${String(f.month).padStart(2, '0')}-01`)];
  const today = legalDateOf(tx.now);
  const o = { unionId: f.unionId, path: board.path, from: first, to: last < today ? last : today };
  const units = await a.sumUnits(tx, o);
  const months = await a.sumMonths(tx, f.unionId, o.from, o.to);
  const sum = (of: (u: a.Sum) => number): number => units.reduce((n, u) => n + of(u), 0);
  return { union: board.union, year, days: months.reduce((n, m) => n + m.days, 0), all: { members: sum((u) => u.members), people: await a.countPeople(tx, f.unionId, o.from, o.to), answers: sum((u) => u.answers), rightOnes: sum((u) => u.rightOnes) }, units, months };
}

/** The same by unit as a sheet. */
export async function exportStatistics(tx: Tx, by: Actor, f: In<'exportStatistics'>, { locale }: Call): Promise<Download> {
  const { units, union } = await statistics(tx, by, f);
  await audit.record(tx, by, words.auditExportedFigures, { subject: subject(f.unionId), unionId: f.unionId, slots: { union } });
  return exportSheet({
    name: words.statisticsName, now: tx.now, locale, rows: units,
    columns: [{ heading: words.columnUnit, cell: (u) => u.name }, { heading: words.columnMembers, ...number, cell: (u) => u.members }, { heading: words.columnPeople, ...number, cell: (u) => u.people }, { heading: words.columnAnswers, ...number, cell: (u) => u.answers }, { heading: words.columnRightOnes, ...number, cell: (u) => u.rightOnes }],
  });
}
