import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf, partsOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { formatYuan, plainYuan } from '#shared/money';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import { loadUnionFor } from '#engines/org';
import { KINDS, perHead, perMille } from './activities.rules.ts';
import { words } from './activities.words.ts';
import * as q from './costs.sql.ts';
import { loadKept, seeKept } from './deciding.service.ts';
import type { CostsOut, desk, Figures } from './desk.contract.ts';
import { KEEP } from './drafting.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const yearOf = (on: string): number => partsOf(on).year;

/** What an activity cost beside its plan; for each person that came, or that has a place while it is not over. */
export async function costs(tx: Tx, by: Actor, { id }: In<'costs'>): Promise<z.input<typeof CostsOut>> {
  const a = await seeKept(tx, by, id);
  const list = await q.listCosts(tx, id);
  const receipts = await files.listOf(tx, 'activityReceipt', list.map((c) => c.id));
  const spent = Number(list.reduce((sum, c) => sum + c.fen, 0n));
  const people = a.endsAt <= tx.now && a.came > 0 ? a.came : a.taken;
  const year = yearOf(legalDateOf(a.startsAt));
  const club = a.clubId === null ? null : { id: a.clubId, year, spentFen: Number(await q.sumOfClub(tx, a.clubId, `${year}-01-01`, `${year + 1}-01-01`)) };
  const received = a.pays === 'points' ? 0n : ((await claims.countOffers(tx, [id])).get(id)?.received ?? 0n);
  return {
    plan: a.plan.map((x) => ({ ...x })), plannedFen: Number(a.plannedFen), spentFen: spent, receivedFen: Number(received), people, perHeadFen: perHead(spent, people), club,
    items: list.map((c) => ({ id: c.id, item: c.item, fen: Number(c.fen), on: c.on, note: c.note, by: c.by, files: (receipts.get(c.id) ?? []).map((f) => ({ id: f.id, name: f.name, image: f.thumbnail })) })),
  };
}

/** Enters an amount that was spent, with its receipts. */
export async function addCost(tx: Tx, by: Actor, { id, fen, files: given, ...c }: In<'addCost'>) {
  const a = await loadKept(tx, by, id);
  if (c.on > legalDateOf(tx.now)) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'on', why: words.costFuture }] });
  const cost = { ...c, id: newId(), fen: BigInt(fen) };
  await q.insertCosts(tx, id, by.personId, [cost]);
  await files.attach(tx, by, given, { kind: 'activityReceipt', id: cost.id });
  await audit.record(tx, by, words.auditCost, { subject: { kind: 'activity', id }, unionId: a.unionId, slots: { title: a.title, amount: formatYuan(cost.fen) } });
  return { id: cost.id };
}

/** Takes back an amount that was entered by mistake. */
export async function removeCost(tx: Tx, by: Actor, { id }: In<'removeCost'>) {
  const cost = await q.findCost(tx, id);
  if (cost === null) throw new Refused(doorWords.notFound, { status: 404 });
  const a = await loadKept(tx, by, cost.activityId);
  await q.removeCost(tx, id);
  await audit.record(tx, by, words.auditCostRemoved, { subject: { kind: 'activity', id: a.id }, unionId: a.unionId, slots: { title: a.title, amount: formatYuan(cost.fen) } });
  return { id };
}

/** Figures of several cells together: shares and means are taken of the sums. */
export function figuresOf(cells: readonly q.Cell[]): z.input<typeof Figures> {
  const sum = (of: (c: q.Cell) => number): number => cells.reduce((n, c) => n + of(c), 0);
  const [came, absent, ratings, fen, costed] = [sum((c) => c.came), sum((c) => c.absent), sum((c) => c.ratings), sum((c) => Number(c.fen)), sum((c) => c.costed)];
  return {
    activities: sum((c) => c.activities), attendances: came, fillPerMille: perMille(sum((c) => c.taken), sum((c) => c.places)), absentPerMille: perMille(absent, came + absent), stars: ratings === 0 ? null : Math.round((10 * sum((c) => c.stars)) / ratings) / 10, ratings, fen,
    perHeadFen: perHead(fen, costed),
  };
}

async function cellsOf(tx: Tx, by: Actor, o: In<'statistics'>): Promise<{ year: number; cells: q.Cell[] }> {
  const year = o.year ?? yearOf(legalDateOf(tx.now));
  const unionPath = o.unionId ? (await loadUnionFor(tx, by, KEEP, o.unionId)).path : undefined;
  return { year, cells: await q.sumActivities(tx, by, { unionPath, from: instantAt(`${year}-01-01`), to: instantAt(`${year + 1}-01-01`), until: tx.now }) };
}

/** Activities of a year that took place: by month, union and kind. */
export async function statistics(tx: Tx, by: Actor, o: In<'statistics'>) {
  const { year, cells } = await cellsOf(tx, by, o);
  const unions = [...Map.groupBy(cells, (c) => c.unionId)].map(([id, list]) => ({ id, name: list[0]?.union ?? '', ...figuresOf(list) })).sort((a, b) => b.attendances - a.attendances || a.name.localeCompare(b.name, 'zh'));
  return {
    year, all: figuresOf(cells), months: Array.from({ length: 12 }, (_, i) => ({ month: i + 1, ...figuresOf(cells.filter((c) => c.month === i + 1)) })), units: unions.slice(0, 100),
    kinds: KINDS.map((kind) => ({ kind, ...figuresOf(cells.filter((c) => c.kind === kind)) })).filter((k) => k.activities > 0),
  };
}

const percent = (n: number | null): number | null => (n === null ? null : n / 10);

/** The figures by union, month and kind as a spreadsheet; the export is in the log. */
export async function exportStatistics(tx: Tx, by: Actor, o: In<'exportStatistics'>, { locale }: Call): Promise<Download> {
  const { cells } = await cellsOf(tx, by, o);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'figures', id: o.unionId ?? tx.federationId }, slots: { n: cells.length } });
  const number = { kind: 'number' } as const;
  const rows = cells.map((c) => ({ c, f: figuresOf([c]) }));
  return exportSheet({
    name: words.statisticsName, now: tx.now, locale, rows,
    columns: [
      { heading: words.columnUnion, cell: (r) => r.c.union }, { heading: words.columnMonth, ...number, cell: (r) => r.c.month }, { heading: words.columnKind, cell: (r) => say(words[`kind_${r.c.kind}`], locale) }, { heading: words.columnActivities, ...number, cell: (r) => r.f.activities },
      { heading: words.columnAttendances, ...number, cell: (r) => r.f.attendances }, { heading: words.columnFill, ...number, cell: (r) => percent(r.f.fillPerMille) }, { heading: words.columnAbsent, ...number, cell: (r) => percent(r.f.absentPerMille) }, { heading: words.columnStars, ...number, cell: (r) => r.f.stars },
      { heading: words.columnSpent, ...number, cell: (r) => Number(plainYuan(BigInt(r.f.fen))) }, { heading: words.columnPerHead, ...number, cell: (r) => (r.f.perHeadFen === null ? null : Number(plainYuan(BigInt(r.f.perHeadFen)))) },
    ],
  });
}
