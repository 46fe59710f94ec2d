import type { Actor, Tx } from '#shared/call';
import { chinaTime } from '#shared/dates';
import { plainYuan } from '#shared/money';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type In, keptOffer, rowsOf } from './keeping.service.ts';
import { words } from './offers.words.ts';
import { stateText } from './state-text.service.ts';

const EXPORT_MOST = 20_000;
const time = (at: Date | null): string => (at === null ? '' : chinaTime(at));

/** Who has what as a spreadsheet, at most 20,000 rows; the export is in the log. */
export async function exportClaims(tx: Tx, by: Actor, { offerId, columns, ...f }: In<'exportClaims'>, call: Call): Promise<Download> {
  const o = await keptOffer(tx, by, offerId);
  const { items } = await rowsOf(tx, by, o, f, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'offer', id: o.id }, unionId: o.unionId, slots: { title: o.title, n: items.length } });
  const money = o.pays === 'atHandOver' || o.pays === 'online';
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.columnNo, under: ['no'], cell: (c) => c.no }, { heading: words.columnRank, under: ['no'], cell: (c) => c.rank ?? '' }, { heading: words.columnName, under: ['name'], cell: (c) => c.name }, { heading: words.columnStaffNumber, under: ['staffNumber'], cell: (c) => c.staffNumber },
      { heading: words.columnUnit, under: ['unit'], cell: (c) => c.unit }, { heading: words.columnThing, under: ['thing'], cell: (c) => c.unitLabel ?? '' }, { heading: words.columnPlaces, under: ['thing'], cell: (c) => c.places }, { heading: words.columnState, under: ['state'], cell: (c) => stateText(o.kind, c.state, call.locale) },
      { heading: words.columnAt, under: ['at'], cell: (c) => time(c.at) }, { heading: words.columnHandedAt, under: ['handed'], cell: (c) => time(c.handedAt) }, { heading: words.columnAmount, under: ['paid'], cell: (c) => (money ? plainYuan(c.amount) : '') },
      { heading: words.columnPaidAt, under: ['paid'], cell: (c) => time(c.paidAt) }, { heading: words.columnOwed, under: ['paid'], cell: (c) => (c.owedBack ? plainYuan(c.amount) : '') },
    ],
  });
}
