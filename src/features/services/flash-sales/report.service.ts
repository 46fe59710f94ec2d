import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { plainYuan } from '#shared/money';
import { say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import { countMembers, listByUnion, listSeconds, pathsOf, sumSale } from './figures.sql.ts';
import type { api } from './sales.contract.ts';
import { saleProcess } from './sales.process.ts';
import { costOf, curveOf } from './sales.rules.ts';
import type { SaleRow } from './sales.sql.ts';
import { words } from './sales.words.ts';
import { loadKept } from './scope.service.ts';
import { lastSeconds, secondsTo } from './seeing.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;
/** The hall's chart shows the first minutes, where everything happens. */
const HALL_SECONDS = 600;
const REPORT_SECONDS = 3_600;
const EXPORT_MOST = 20_000;

/** What the screen in the hall shows each second: counts, never a name. */
export async function hall(tx: Tx, by: Actor, { id }: In<'hall'>): Promise<Out<'hall'>> {
  const { sale: s } = await loadKept(tx, by, id);
  return {
    title: s.title, union: s.union, measure: s.measure, state: s.state, opensAt: s.opensAt.toISOString(), closesAt: s.closesAt.toISOString(), places: s.places, taken: s.taken, price: Number(s.price), pays: s.pays,
    seconds: s.taken > 0 ? curveOf(await listSeconds(tx, s.id), HALL_SECONDS) : [], lastSeconds: lastSeconds(s), serverTime: tx.now.toISOString(),
  };
}

async function approverOf(tx: Tx, s: SaleRow): Promise<string> {
  if (s.caseId === null) return '';
  const { events } = await cases.loadWhole(tx, saleProcess, s.caseId, false);
  return events.findLast((e) => e.step === 'approve')?.byName ?? '';
}

/** Figures of a sale: how fast, by which unions, what was collected, what it cost. */
export async function report(tx: Tx, by: Actor, { id }: In<'report'>): Promise<Out<'report'>> {
  const { sale: s, offer } = await loadKept(tx, by, id);
  const sums = await sumSale(tx, s.id);
  const roots = (await pathsOf(tx, offer.who.unions.length > 0 ? offer.who.unions : [s.unionId])).map((u) => u.path);
  const last = secondsTo(s, sums.last);
  return {
    sale: { id: s.id, title: s.title, union: s.union, number: s.number, opensAt: s.opensAt.toISOString(), closesAt: s.closesAt.toISOString(), measure: s.measure, price: Number(s.price), pays: s.pays, worthFen: Number(s.worthFen), madeBy: s.madeBy, approvedBy: await approverOf(tx, s) },
    places: s.places, taken: sums.taken, people: sums.people, members: await countMembers(tx, roots), handed: sums.handed, missed: sums.missed, open: sums.open, givenBack: sums.givenBack, receivedFen: Number(sums.received), costFen: costOf({ worth: Number(s.worthFen), price: Number(s.price), pays: s.pays }) * sums.taken,
    firstSeconds: secondsTo(s, sums.first), lastSeconds: lastSeconds(s), perSecond: last === null || last === 0 ? null : Math.round((sums.taken / last) * 10) / 10,
    seconds: curveOf(await listSeconds(tx, s.id), REPORT_SECONDS), unions: await listByUnion(tx, s.id, s.unionPath), serverTime: tx.now.toISOString(),
  };
}

/** The order as a spreadsheet with names, for those who keep the sale; at most 20,000 rows. */
export async function exportOrder(tx: Tx, by: Actor, { id }: In<'exportOrder'>, call: Call): Promise<Download> {
  const { sale: s } = await loadKept(tx, by, id, 'sales.export');
  const { items } = await claims.listOrder(tx, s.id, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'sale', id: s.id }, unionId: s.unionId, slots: { title: s.title, n: items.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items,
    columns: [
      { heading: words.columnNo, ...number, cell: (c) => c.no }, { heading: words.columnAt, cell: (c) => chinaTime(c.at) }, { heading: words.columnSeconds, ...number, cell: (c) => secondsTo(s, c.at) }, { heading: words.columnName, cell: (c) => c.name }, { heading: words.columnStaff, cell: (c) => c.staffNumber },
      { heading: words.columnUnit, cell: (c) => c.unit }, { heading: words.columnState, cell: (c) => say(claims.stateWord('sale', c.state), call.locale) }, { heading: words.columnHanded, cell: (c) => (c.handedAt === null ? '' : chinaTime(c.handedAt)) },
      { heading: words.columnAmount, ...number, cell: (c) => (s.pays === 'points' ? Number(c.amount) / 100 : Number(plainYuan(c.amount))) },
    ],
  });
}
