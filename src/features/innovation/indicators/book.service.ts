import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { say, type Locale, type Word } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { type ExportColumn, exportBook as asBook, exportedSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { countAll, type FiguresView, periodOf, spanOf } from './figures.service.ts';
import type { api } from './indicators.contract.ts';
import { type Counts, exactRate, FORMULA, INDICATORS, perHead, rateOf, showRate } from './indicators.rules.ts';
import { words } from './indicators.words.ts';
import { listItems } from './items.sql.ts';
import { words as kindWords } from './kinds.words.ts';
import { EXPORT_MOST, itemColumns } from './lists.service.ts';
import { scopeFor } from './scope.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
/** A line of the summary: a figure with its numerator, denominator and formula. */
type Line = { readonly figure: Word; readonly part?: number; readonly of?: number; readonly result: string; readonly exact?: string; readonly formula?: Word };

const text = (figure: Word, result: string): Line => ({ figure, result });
const yuan = (fen: number): string => (fen / 100).toFixed(2);

function summaryOf(f: FiguresView, locale: Locale): Line[] {
  const rates = INDICATORS.map((i): Line => {
    const rate = rateOf(i, f.all);
    return { figure: kindWords[i], part: rate.part, of: rate.of, result: showRate(rate), exact: exactRate(rate), formula: kindWords[`${i}How`] };
  });
  const count = (key: keyof Counts & keyof typeof kindWords): Line => text(kindWords[key], String(f.all[key]));
  return [
    text(words.rowScheme, f.unit?.name ?? f.scheme.name), text(words.rowPeriod, `${f.from} – ${f.to}`), text(words.rowBasis, say(words[f.basis], locale)), ...rates,
    count('standardised'), count('benefited'), text(words.colBenefit, yuan(f.all.benefitFen)), ...(f.rewards ? [text(words.colReward, yuan(f.all.rewardFen))] : []),
    { figure: words.rowPerHead, part: f.all.valid, of: f.all.staff, result: perHead(f.all.valid, f.all.staff) }, { figure: words.rowBenefitPerHead, part: f.all.benefitFen / 100, of: f.all.staff, result: perHead(f.all.benefitFen / 100, f.all.staff) },
  ];
}

type Row = { readonly name: string; readonly counts: Counts };
/** Columns of a breakdown: every count, then every rate; its numerator and denominator stand in the same row. */
function breakdown(first: Word, rewards: boolean): ExportColumn<Row>[] {
  const counted = ['staff', 'participants', 'valid', 'adopted', 'started', 'completed', 'standardised'] as const;
  return [
    { heading: first, cell: (r) => r.name }, ...counted.map((key): ExportColumn<Row> => ({ heading: kindWords[key], kind: 'number', cell: (r) => r.counts[key] })),
    ...INDICATORS.map((i): ExportColumn<Row> => ({ heading: { ...kindWords[i], zh: `${kindWords[i].zh}（${FORMULA[i].map((k) => kindWords[k].zh).join(' ÷ ')}）`, en: `${kindWords[i].en} (${FORMULA[i].map((k) => kindWords[k].en).join(' ÷ ')})` }, cell: (r) => showRate(rateOf(i, r.counts)) })),
    { heading: words.colBenefit, kind: 'money', cell: (r) => r.counts.benefitFen }, ...(rewards ? [{ heading: words.colReward, kind: 'money', cell: (r: Row) => r.counts.rewardFen } as const] : []),
  ];
}

/** The whole report as a workbook: summary, units, months, kinds, groups of people, items. */
export async function exportBook(tx: Tx, by: Actor, o: In<'exportBook'>, call: Call): Promise<Download> {
  const scope = await scopeFor(tx, by, o);
  const [period, unitId, locale] = [periodOf(tx, o), scope.unitId, call.locale];
  const f = await countAll(tx, scope, { ...period, basis: o.basis, unitId });
  const { items } = await listItems(tx, spanOf(tx, scope, period, o.basis, unitId), 'valid', {}, { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedBook, { subject: { kind: 'indicators', id: scope.scheme.id }, unionId: unitId ?? scope.scheme.id, slots: { from: period.from, to: period.to } });
  const lines: ExportColumn<Line>[] = [
    { heading: words.colFigure, cell: (l) => say(l.figure, locale) }, { heading: words.colPart, kind: 'number', cell: (l) => l.part }, { heading: words.colOf, kind: 'number', cell: (l) => l.of },
    { heading: words.colRate, cell: (l) => l.result }, { heading: words.colExact, cell: (l) => l.exact }, { heading: words.colFormula, cell: (l) => (l.formula ? say(l.formula, locale) : '') },
  ];
  const sheet = (name: Word, first: Word, rows: readonly Row[]) => exportedSheet({ name, columns: breakdown(first, f.rewards), rows }, locale);
  return asBook({
    name: words.fileBook, now: tx.now, locale,
    sheets: [
      exportedSheet({ name: words.sheetSummary, columns: lines, rows: summaryOf(f, locale) }, locale), sheet(words.sheetUnits, words.colUnit, f.units), sheet(words.sheetMonths, words.colMonth, f.months.map((m) => ({ name: m.from.slice(0, 7), counts: m.counts }))),
      sheet(words.sheetKinds, words.colKind, f.kinds.map((k) => ({ name: say(kindWords[k.kind], locale), counts: k.counts }))), sheet(words.sheetGroups, words.colGroup, f.groups.map((g) => ({ name: say(kindWords[g.group], locale), counts: g.counts }))),
      exportedSheet({ name: words.sheetItems, columns: itemColumns(locale), rows: items }, locale),
    ],
  });
}
