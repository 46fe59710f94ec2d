import { PassThrough } from 'node:stream';
import { legalDateOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import { Download } from '#platform/http';
import type { SheetColumn, SheetValue } from './column.ts';
import { writeBook, writeSheet } from './write.ts';

/** A column of an export. `under`: the columns of the list on the screen in which this is shown; without it always written. */
export type ExportColumn<R> = {
  readonly heading: Word;
  readonly under?: readonly string[];
  readonly kind?: SheetColumn['kind'];
  readonly cell: (row: R) => SheetValue;
};

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One sheet of an exported workbook. */
export type ExportedSheet<R> = { readonly name: Word; readonly columns: readonly ExportColumn<R>[]; readonly rows: readonly R[] };

const headings = <R>(columns: readonly ExportColumn<R>[], locale: Locale): SheetColumn[] => columns.map((c) => ({ heading: say(c.heading, locale), ...(c.kind ? { kind: c.kind } : {}) }));

/** A download that is written while it is sent. */
function written(name: string, write: (content: PassThrough) => Promise<unknown>): Download {
  const content = new PassThrough();
  write(content).catch((why: unknown) => content.destroy(why instanceof Error ? why : new Error(String(why))));
  return new Download({ name, type: TYPE, content });
}

/**
 * The rows of a list as a spreadsheet under a dated name: the columns that are shown, or all when none is named.
 * Cells are typed, so that nothing written by a person becomes a formula.
 */
export function exportSheet<R>(o: {
  readonly name: Word; readonly now: Date; readonly locale: Locale; readonly rows: readonly R[];
  readonly columns: readonly ExportColumn<R>[]; readonly shown?: readonly string[] | undefined;
}): Download {
  const chosen = o.columns.filter((c) => o.shown === undefined || c.under === undefined || c.under.some((name) => o.shown?.includes(name)));
  const columns = chosen.length > 0 ? chosen : o.columns;
  const rows = o.rows.map((row) => columns.map((c) => c.cell(row)));
  return written(`${say(o.name, o.locale)}-${legalDateOf(o.now)}.xlsx`, (content) => writeSheet(headings(columns, o.locale), rows, content));
}

/** A sheet whose rows have been read into cells; the sheets of a workbook have rows of different kinds. */
export const exportedSheet = <R>(sheet: ExportedSheet<R>, locale: Locale) => ({ name: say(sheet.name, locale), columns: headings(sheet.columns, locale), rows: sheet.rows.map((row) => sheet.columns.map((c) => c.cell(row))) });

/** Several sheets as one workbook under a dated name. */
export const exportBook = (o: { readonly name: Word; readonly now: Date; readonly locale: Locale; readonly sheets: readonly ReturnType<typeof exportedSheet>[] }): Download =>
  written(`${say(o.name, o.locale)}-${legalDateOf(o.now)}.xlsx`, (content) => writeBook(o.sheets, content));
