import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addMonths, chinaTime, instantAt, legalDateOf, monthStart } from '#shared/dates';
import { say } from '#shared/words';
import { clock } from '#platform/clock';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { loadUnionFor } from '#engines/org';
import { cabinetForKeeper, KEEP } from './access.service.ts';
import { type CabinetRow, listCabinets, listCompartments } from './cabinets.sql.ts';
import { listRefills, listReports, listShortages, type Report } from './care.sql.ts';
import type { desk } from './desk.contract.ts';
import { listOpenings, offlineSince } from './doors.sql.ts';
import { hardwareOf } from './hardware.service.ts';
import { itemWords } from './items.words.ts';
import { listLive, listLoans, type LoanRow } from './loans.sql.ts';
import { clockOf, doorStateAt, isItem } from './lockers.rules.ts';
import { words } from './lockers.words.ts';
import * as s from './statistics.sql.ts';
import { countSwaps, listSwaps } from './swap.sql.ts';
import { loanFacts, photosOf } from './views.service.ts';
import { lockerWays } from './ways.service.ts';

type Desk<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const EXPORT_MOST = 5_000;

/** The path of the union a list is narrowed to, which must be one's own. */
const within = async (tx: Tx, by: Actor, unionId: string | undefined): Promise<string | undefined> => (unionId === undefined ? undefined : (await loadUnionFor(tx, by, KEEP, unionId)).path);

const rowView = (c: CabinetRow, offline: ReadonlyMap<string, Date>) => ({
  id: c.id, number: c.number, place: c.place, union: c.union, unionId: c.unionId, state: c.state, why: c.why, opensMinute: c.opensMinute, closesMinute: c.closesMinute, hardware: c.hardware, doors: c.doors, free: c.free, out: c.out, overdue: c.overdue, missing: c.missing,
  broken: c.broken, low: c.low, offlineSince: offline.get(c.id)?.toISOString() ?? null,
});

async function cabinetRows(tx: Tx, by: Actor, d: Omit<Desk<'cabinets'>, 'limit' | 'offset'>, page: { limit: number; offset: number }) {
  const { items, total } = await listCabinets(tx, by, { unionPath: await within(tx, by, d.unionId), text: d.text, state: d.state, wants: d.wants }, page);
  return { items, total, offline: await offlineSince(tx, items.map((c) => c.id)) };
}

/** Cabinets over the unions of the officer, those that need somebody first. */
export async function cabinets(tx: Tx, by: Actor, d: Desk<'cabinets'>) {
  const { items, total, offline } = await cabinetRows(tx, by, d, d);
  return { items: items.map((c) => rowView(c, offline)), total };
}

/** One cabinet at the desk: its compartments, who has what, what is in the swap box, the last openings. */
export async function cabinet(tx: Tx, by: Actor, { id }: Desk<'cabinet'>) {
  const c = await cabinetForKeeper(tx, by, id);
  const [doors, live, swaps, openings, offline, offer] = [await listCompartments(tx, [id]), await listLive(tx, [id]), await listSwaps(tx, id), await listOpenings(tx, id), await offlineSince(tx, [id]), await claims.findOffer(tx, id)];
  const reports = (await listReports(tx, by, { cabinetId: id, open: true }, { limit: 100, offset: 0 })).items;
  const photos = await photosOf(tx, 'lockerSwap', swaps.map((x) => x.id));
  const counts = await countSwaps(tx, id);
  const compartments = doors.map((d) => {
    const loan = live.find((l) => l.compartmentId === d.id) ?? null;
    return {
      no: d.no, kind: d.kind, item: d.item, label: d.label, lendHours: d.lendHours, stock: d.stock, capacity: d.capacity, threshold: d.threshold, state: doorStateAt({ ...d, loan }, tx.now), why: d.outOfOrder,
      reports: reports.filter((r) => r.compartmentId === d.id).length, loan: loan === null ? null : { id: loan.id, name: loan.name, dueAt: loan.dueAt?.toISOString() ?? null },
    };
  });
  const count = (state: string): number => compartments.filter((d) => d.state === state).length;
  const row: CabinetRow = { ...c, doors: doors.length, free: count('free'), out: live.length, overdue: count('overdue'), missing: count('missing'), broken: doors.filter((d) => d.outOfOrder !== '').length, low: doors.filter((d) => d.kind === 'take' && d.stock <= d.threshold).length };
  return {
    ...rowView(row, offline), address: c.address, perPerson: offer?.perPerson ?? 1, madeAt: c.madeAt.toISOString(), compartments, swapPut: counts.put, swapTaken: counts.taken,
    swaps: swaps.map((x) => ({ id: x.id, title: x.title, note: x.note, putOn: x.putOn, photos: photos(x.id) })),
    openings: openings.map((o) => ({ id: o.id, at: o.askedAt.toISOString(), no: o.no, label: o.label, purpose: o.purpose, outcome: o.outcome, name: o.name, quantity: o.quantity })),
    may: c.state === 'retired' ? [] : ['amend', 'compartments', c.state === 'active' ? 'pause' : 'resume', 'retire', 'door', 'refill', ...(c.hardware === 'simulator' ? ['simulate'] : [])],
  };
}

/** Asks a cabinet's controller how its doors stand. */
export async function hardwareState(by: Actor, { id }: Desk<'hardwareState'>) {
  const c = await lockerWays().database.read(by.federationId, clock.now(), (tx) => cabinetForKeeper(tx, by, id));
  const doors = await hardwareOf(by.federationId, c).state();
  return { reached: doors !== null, doors: [...(doors ?? [])] };
}

const stepsOf = (l: LoanRow): string[] => (l.endedAt === null && l.lentAt !== null ? ['takeBack', 'writeOff', 'remind'] : []);

async function loanRows(tx: Tx, by: Actor, d: Omit<Desk<'loans'>, 'limit' | 'offset'>, page: { limit: number; offset: number }) {
  return listLoans(tx, by, { unionPath: await within(tx, by, d.unionId), cabinetId: d.cabinetId, text: d.text, item: d.item, state: d.state }, page);
}

/** Loans over the unions of the officer: missing and late ones first. */
export async function loans(tx: Tx, by: Actor, d: Desk<'loans'>) {
  const { items, total } = await loanRows(tx, by, d, d);
  const photos = await photosOf(tx, 'lockerLoan', items.map((l) => l.id));
  return { items: items.map((l) => ({ ...loanFacts(l, tx.now), name: l.name, staffNumber: l.staffNumber, unit: l.unit, photos: photos(l.id), may: stepsOf(l) })), total };
}

const reportView = (r: Report, photos: Awaited<ReturnType<typeof photosOf>>) => ({
  id: r.id, cabinetId: r.cabinetId, cabinet: r.cabinetNumber, place: r.place, union: r.union, no: r.no, item: r.item, label: r.label, kind: r.kind, text: r.text, reportedAt: r.reportedAt.toISOString(), reportedBy: r.reportedBy,
  settledAt: r.settledAt?.toISOString() ?? null, settledHow: r.settledHow, settledNote: r.settledNote, settledBy: r.settledBy, photos: photos(r.id), may: r.settledAt === null ? ['settle'] : [],
});

async function reportRows(tx: Tx, by: Actor, d: Omit<Desk<'reports'>, 'limit' | 'offset'>, page: { limit: number; offset: number }) {
  return listReports(tx, by, { unionPath: await within(tx, by, d.unionId), cabinetId: d.cabinetId, open: d.open === 'yes', kind: d.kind }, page);
}

/** What is missing or broken. */
export async function reports(tx: Tx, by: Actor, d: Desk<'reports'>) {
  const { items, total } = await reportRows(tx, by, d, d);
  const photos = await photosOf(tx, 'lockerReport', items.map((r) => r.id));
  return { items: items.map((r) => reportView(r, photos)), total };
}

/** What must be refilled, cabinet by cabinet. */
export async function shortages(tx: Tx, by: Actor, d: Desk<'shortages'>) {
  const { items, total } = await listShortages(tx, by, { unionPath: await within(tx, by, d.unionId), cabinetId: d.cabinetId }, d);
  return { items: items.map((x) => ({ cabinetId: x.cabinetId, cabinet: x.cabinetNumber, place: x.place, union: x.union, no: x.no, item: x.item, label: x.label, stock: x.stock, capacity: x.capacity })), total };
}

/** Refill rounds, latest first. */
export async function refills(tx: Tx, by: Actor, d: Desk<'refills'>) {
  const { items, total } = await listRefills(tx, by, { unionPath: await within(tx, by, d.unionId), cabinetId: d.cabinetId }, d);
  return { items: items.map((f) => ({ id: f.id, cabinetId: f.cabinetId, cabinet: f.cabinetNumber, place: f.place, union: f.union, at: f.at.toISOString(), by: f.by, note: f.note, lines: f.lines.map((l) => ({ label: l.label, expected: l.expected, found: l.found, added: l.added })) })), total };
}

/** The last twelve months in figures. */
export async function statistics(tx: Tx, by: Actor, d: Desk<'statistics'>) {
  const path = await within(tx, by, d.unionId);
  const since = monthStart(addMonths(legalDateOf(tx.now), -11));
  const at = instantAt(since);
  return { since, totals: await s.countAll(tx, by, path, at), months: await s.countByMonth(tx, by, path, at), items: await s.countByItem(tx, by, path, at), unions: await s.countByUnion(tx, by, path, at) };
}

/** The register of cabinets as a sheet. */
export async function exportCabinets(tx: Tx, by: Actor, d: Desk<'exportCabinets'>, call: Call): Promise<Download> {
  const { items } = await cabinetRows(tx, by, d, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'lockers', id: 'register' }, slots: { n: items.length } });
  return exportSheet<CabinetRow>({
    name: words.exportCabinets, now: tx.now, locale: call.locale, rows: items, shown: d.columns,
    columns: [
      { heading: words.columnNumber, under: ['number'], kind: 'number', cell: (c) => c.number }, { heading: words.columnPlace, under: ['place'], cell: (c) => c.place }, { heading: words.columnUnion, under: ['place'], cell: (c) => c.union },
      { heading: words.columnState, under: ['state'], cell: (c) => say(words[`state_${c.state}`], call.locale) }, { heading: words.columnHours, under: ['hours'], cell: (c) => `${clockOf(c.opensMinute)}–${clockOf(c.closesMinute)}` },
      { heading: words.columnDoors, under: ['doors'], kind: 'number', cell: (c) => c.doors }, { heading: words.columnFree, under: ['doors'], kind: 'number', cell: (c) => c.free }, { heading: words.columnOut, under: ['out'], kind: 'number', cell: (c) => c.out },
      { heading: words.columnOverdue, under: ['care'], kind: 'number', cell: (c) => c.overdue }, { heading: words.columnMissing, under: ['care'], kind: 'number', cell: (c) => c.missing }, { heading: words.columnBroken, under: ['care'], kind: 'number', cell: (c) => c.broken },
      { heading: words.columnLow, under: ['care'], kind: 'number', cell: (c) => c.low },
    ],
  });
}

/** The register of loans as a sheet. */
export async function exportLoans(tx: Tx, by: Actor, d: Desk<'exportLoans'>, call: Call): Promise<Download> {
  const { items } = await loanRows(tx, by, d, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'lockers', id: 'loans' }, slots: { n: items.length } });
  const at = (x: Date | null): string => (x === null ? '' : chinaTime(x));
  return exportSheet<LoanRow>({
    name: words.exportLoans, now: tx.now, locale: call.locale, rows: items, shown: d.columns,
    columns: [
      { heading: words.columnItem, under: ['item'], cell: (l) => (isItem(l.item) ? say(itemWords[l.item], call.locale) : l.item) }, { heading: words.columnLabel, under: ['item'], cell: (l) => l.label }, { heading: words.columnNumber, under: ['place'], kind: 'number', cell: (l) => l.cabinetNumber },
      { heading: words.columnPlace, under: ['place'], cell: (l) => l.place }, { heading: words.columnDoor, under: ['place'], kind: 'number', cell: (l) => l.no }, { heading: words.columnBorrower, under: ['borrower'], cell: (l) => l.name }, { heading: words.columnStaff, under: ['borrower'], cell: (l) => l.staffNumber },
      { heading: words.columnUnit, under: ['borrower'], cell: (l) => l.unit }, { heading: words.columnState, under: ['state'], cell: (l) => say(words[`loan_${loanFacts(l, tx.now).state}`], call.locale) }, { heading: words.columnLent, under: ['lent'], cell: (l) => at(l.lentAt) },
      { heading: words.columnDue, under: ['due'], cell: (l) => at(l.dueAt) }, { heading: words.columnEnded, under: ['ended'], cell: (l) => at(l.endedAt) }, { heading: words.columnNote, under: ['note'], cell: (l) => l.note },
    ],
  });
}

/** What is missing or broken, or was, as a sheet. */
export async function exportReports(tx: Tx, by: Actor, d: Desk<'exportReports'>, call: Call): Promise<Download> {
  const { items } = await reportRows(tx, by, d, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'lockers', id: 'reports' }, slots: { n: items.length } });
  return exportSheet<Report>({
    name: words.exportReports, now: tx.now, locale: call.locale, rows: items, shown: d.columns,
    columns: [
      { heading: words.columnKind, under: ['kind'], cell: (r) => say(words[`report_${r.kind}`], call.locale) }, { heading: words.columnPlace, under: ['place'], cell: (r) => r.place }, { heading: words.columnDoor, under: ['place'], kind: 'number', cell: (r) => r.no }, { heading: words.columnLabel, under: ['place'], cell: (r) => r.label },
      { heading: words.columnText, under: ['text'], cell: (r) => r.text }, { heading: words.columnReportedBy, under: ['by'], cell: (r) => r.reportedBy ?? '' }, { heading: words.columnReportedAt, under: ['by'], cell: (r) => chinaTime(r.reportedAt) },
      { heading: words.columnSettled, under: ['settled'], cell: (r) => (r.settledHow === null ? '' : `${say(words[`how_${r.settledHow}`], call.locale)} ${r.settledNote}`.trim()) }, { heading: words.columnSettledBy, under: ['settled'], cell: (r) => r.settledBy ?? '' },
    ],
  });
}
