import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { type ExportColumn, exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { periodOf, spanOf } from './figures.service.ts';
import type { api } from './indicators.contract.ts';
import { words } from './indicators.words.ts';
import { type ItemRow, listItems, listPeople, type PersonRow } from './items.sql.ts';
import { words as kindWords } from './kinds.words.ts';
import { scopeFor } from './scope.service.ts';
import type { Span } from './span.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
/** Rows an export of a list holds at most. */
export const EXPORT_MOST = 50_000;
type Kind = z.output<(typeof api)['items']['out']>['items'][number]['kind'];

async function spanFor(tx: Tx, by: Actor, o: In<'exportItems'> | In<'exportPeople'>): Promise<{ span: Span; schemeId: string }> {
  const scope = await scopeFor(tx, by, o);
  return { span: spanOf(tx, scope, periodOf(tx, o), o.basis, scope.unitId), schemeId: scope.scheme.id };
}

/** A row as it is answered; kinds are those of the contract. */
export const itemView = <R extends ItemRow>(row: R): Omit<R, 'kind'> & { kind: Kind } => ({ ...row, kind: row.kind as Kind });

/** Exactly the suggestions behind a number. */
export async function items(tx: Tx, by: Actor, o: In<'items'>) {
  const { span } = await spanFor(tx, by, o);
  const { items: list, total } = await listItems(tx, span, o.measure, o, o);
  return { items: list.map(itemView), total };
}

/** Exactly the people behind a number. */
export async function people(tx: Tx, by: Actor, o: In<'people'>) {
  return listPeople(tx, (await spanFor(tx, by, o)).span, o.measure, o, o);
}

/** The columns of suggestions in sheets. */
export const itemColumns = (locale: Locale): ExportColumn<ItemRow>[] => [
  { heading: words.colNumber, under: ['title'], cell: (r) => r.number }, { heading: words.colTitle, under: ['title'], cell: (r) => r.title }, { heading: words.colUnit, under: ['unit'], cell: (r) => r.unit }, { heading: words.colAuthors, under: ['authors'], cell: (r) => r.authors },
  { heading: words.colKind, under: ['kind'], cell: (r) => say(kindWords[r.kind as Kind], locale) }, { heading: words.colCampaign, under: ['campaign'], cell: (r) => r.campaign }, { heading: words.colGrade, under: ['grade'], kind: 'number', cell: (r) => r.grade },
  { heading: words.colSubmitted, under: ['submittedOn'], kind: 'date', cell: (r) => r.submittedOn }, { heading: words.colAdopted, under: ['adoptedOn'], kind: 'date', cell: (r) => r.adoptedOn }, { heading: words.colStarted, under: ['startedOn'], kind: 'date', cell: (r) => r.startedOn },
  { heading: words.colCompleted, under: ['completedOn'], kind: 'date', cell: (r) => r.completedOn }, { heading: words.colStandardised, under: ['standardisedOn'], kind: 'date', cell: (r) => r.standardisedOn }, { heading: words.colBenefit, under: ['benefitFen'], kind: 'money', cell: (r) => r.benefitFen },
];

/** The suggestions behind a number as a spreadsheet; the export is in the log. */
export async function exportItems(tx: Tx, by: Actor, o: In<'exportItems'>, call: Call): Promise<Download> {
  const { span, schemeId } = await spanFor(tx, by, o);
  const { items: list } = await listItems(tx, span, o.measure, o, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'indicators', id: schemeId }, unionId: span.unitId ?? schemeId, slots: { n: list.length } });
  return exportSheet({ name: words.fileItems, now: tx.now, locale: call.locale, rows: list, shown: o.columns, columns: itemColumns(call.locale) });
}

/** The people behind a number as a spreadsheet. */
export async function exportPeople(tx: Tx, by: Actor, o: In<'exportPeople'>, call: Call): Promise<Download> {
  const { span, schemeId } = await spanFor(tx, by, o);
  const { items: list } = await listPeople(tx, span, o.measure, o, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'indicators', id: schemeId }, unionId: span.unitId ?? schemeId, slots: { n: list.length } });
  const columns: ExportColumn<PersonRow>[] = [{ heading: words.colName, under: ['name'], cell: (p) => p.name }, { heading: words.colUnion, under: ['union'], cell: (p) => p.union }, { heading: words.colCount, under: ['valid'], kind: 'number', cell: (p) => p.valid }];
  return exportSheet({ name: words.filePeople, now: tx.now, locale: call.locale, rows: list, shown: o.columns, columns });
}
