import { PassThrough } from 'node:stream';
import { legalDateOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import { Download } from '#platform/http';
import type { SheetColumn, SheetValue } from './column.ts';
import { writeSheet } from './write.ts';

/** A column of an export. `under`: the columns of the list on the screen in which this is shown; without it always written. */
export type ExportColumn<R> = {
  readonly heading: Word;
  readonly under?: readonly string[];
  readonly kind?: SheetColumn['kind'];
  readonly cell: (row: R) => SheetValue;
};

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

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
  const content = new PassThrough();
  writeSheet(
    columns.map((c) => ({ heading: say(c.heading, o.locale), ...(c.kind ? { kind: c.kind } : {}) })),
    o.rows.map((row) => columns.map((c) => c.cell(row))),
    content,
  ).catch((why: unknown) => content.destroy(why instanceof Error ? why : new Error(String(why))));
  return new Download({ name: `${say(o.name, o.locale)}-${legalDateOf(o.now)}.xlsx`, type: TYPE, content });
}
