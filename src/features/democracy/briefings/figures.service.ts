import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api } from './briefings.contract.ts';
import * as q from './briefings.sql.ts';
import { words } from './briefings.words.ts';
import { cardOf, filterOf, KEEP } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 20_000;
const number = { kind: 'number' } as const;

/** How many briefings a union has to hold in a year. */
export const leastOf = async (tx: Tx, unionId: string): Promise<number> => (await rulebook.look(tx, { unionId }, ['briefings.leastPerYear'])).values['briefings.leastPerYear'];

/** A year by union: how many were held of how many, who came, what was asked and answered. */
export async function statistics(tx: Tx, by: Actor, o: In<'statistics'>) {
  const year = o.year ?? Number(legalDateOf(tx.now).slice(0, 4));
  const unionPath = o.unionId ? (await loadUnionFor(tx, by, KEEP, o.unionId)).path : undefined;
  const { items, total } = await q.sumYear(tx, q.keptUnions(by), { year, unionPath, limit: o.limit, offset: o.offset });
  const least = new Map<string, number>();
  for (const u of items) least.set(u.id, await leastOf(tx, u.id));
  return { year, items: items.map(({ path: _, ...u }) => ({ ...u, least: least.get(u.id) ?? 0 })), total };
}

/** The same as a spreadsheet. */
export async function exportStatistics(tx: Tx, by: Actor, o: In<'exportStatistics'>, { locale }: Call): Promise<Download> {
  const { items } = await statistics(tx, by, { ...o, limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedStatistics, { subject: { kind: 'register', id: tx.federationId } });
  return exportSheet({
    name: words.statisticsName, now: tx.now, locale, rows: items,
    columns: [
      { heading: words.columnUnion, cell: (u) => u.name }, { heading: words.columnHeldN, ...number, cell: (u) => u.held }, { heading: words.columnLeast, ...number, cell: (u) => u.least }, { heading: words.columnAttended, ...number, cell: (u) => u.attended }, { heading: words.columnQuestions, ...number, cell: (u) => u.questions },
      { heading: words.columnLive, ...number, cell: (u) => u.answeredLive }, { heading: words.columnLater, ...number, cell: (u) => u.answeredLater }, { heading: words.columnOpen, ...number, cell: (u) => u.open },
    ],
  });
}

/** The register as a spreadsheet; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, { columns, ...f }: In<'exportRegister'>, { locale }: Call): Promise<Download> {
  const { items } = await q.listRegister(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale, rows: items.map(cardOf), shown: columns,
    columns: [
      { heading: words.columnNumber, under: ['title'], cell: (b) => b.number }, { heading: words.columnTitle, under: ['title'], cell: (b) => b.title }, { heading: words.columnUnion, under: ['union'], cell: (b) => b.union }, { heading: words.columnHeld, under: ['held'], cell: (b) => chinaTime(new Date(b.heldAt)) }, { heading: words.columnPlace, under: ['place'], cell: (b) => b.place },
      { heading: words.columnState, under: ['state'], cell: (b) => say(words[`state_${b.state}`], locale) }, { heading: words.columnAttended, under: ['attended'], ...number, cell: (b) => b.attended }, { heading: words.columnQuestions, under: ['questions'], ...number, cell: (b) => b.questions }, { heading: words.columnAnswered, under: ['questions'], ...number, cell: (b) => b.answered },
    ],
  });
}

/** Who was there as a spreadsheet. */
export async function exportAttendance(tx: Tx, by: Actor, { id }: In<'exportAttendance'>, { locale }: Call): Promise<Download> {
  const b = await q.findKept(tx, by, id);
  if (b === null) throw new Refused(doorWords.notFound, { status: 404 });
  const { items } = await q.listAttendance(tx, id, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedPeople, { subject: { kind: 'briefing', id }, unionId: b.unionId, slots: { title: b.title, n: items.length } });
  return exportSheet({ name: words.attendanceName, now: tx.now, locale, rows: items, columns: [{ heading: words.columnName, cell: (p) => p.name }, { heading: words.columnUnion, cell: (p) => p.union }, { heading: words.columnAt, cell: (p) => chinaTime(p.at) }] });
}
