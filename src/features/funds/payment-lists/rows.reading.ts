import type { SheetRow } from '#shared/sheet-cell';
import { halfWidth, oneLine } from '#shared/text';

/** One row as it was typed: nothing is judged yet. */
export type TypedRow = { readonly staffNumber: string; readonly name: string; readonly amount: string; readonly reason: string };

type Column = keyof TypedRow;
const HEADINGS: Readonly<Record<Column, RegExp>> = {
  staffNumber: /^(工号|员工号|职工编号|人员编号|staff ?(number|no\.?))$/i,
  name: /^(姓名|职工姓名|name)$/i,
  amount: /^((发放|奖励|应发|实发)?金额([(（]元[)）])?|奖金|amount)$/i,
  reason: /^(事由|发放事由|原因|说明|备注|用途|reason|note)$/i,
};
const ORDER: readonly Column[] = ['staffNumber', 'name', 'amount', 'reason'];
/** A line that sums up the others is none of them. */
const TOTAL = /^(合计|总计|小计|total)$/i;

const tidy = (cell: string): string => oneLine(halfWidth(cell)).trim();

function columnsOf(cells: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const name of ORDER) {
    const at = cells.findIndex((c) => HEADINGS[name].test(tidy(c).replace(/\s+/g, ' ')));
    if (at >= 0) found.set(name, at);
  }
  return found;
}

/**
 * Rows of a sheet or of pasted text, by their headings (within the first ten rows), in any order of columns. Without headings, pasted text
 * is staff number, name, amount, reason, or without the name when there are three columns.
 * @param bare headings may be missing
 * @returns nothing where staff number and amount are not found
 */
export function typedRows(table: readonly (readonly string[])[], bare = false): TypedRow[] | null {
  let head = table.slice(0, 10).findIndex((cells) => { const c = columnsOf(cells); return c.has('staffNumber') && c.has('amount'); });
  let columns = columnsOf(table[head] ?? []);
  if (head < 0) {
    if (!bare) return null;
    const three = table.every((cells) => cells.filter((c) => c.trim() !== '').length <= 3);
    columns = new Map((three ? ['staffNumber', 'amount', 'reason'] as const : ORDER).map((name, i) => [name, i]));
    head = -1;
  }
  const at = (cells: readonly string[], name: Column): string => tidy(cells[columns.get(name) ?? -1] ?? '');
  return table.slice(head + 1).flatMap((cells) => {
    const row = { staffNumber: at(cells, 'staffNumber'), name: at(cells, 'name'), amount: at(cells, 'amount'), reason: at(cells, 'reason') };
    const blank = row.staffNumber === '' && row.amount === '';
    return blank || cells.some((c) => TOTAL.test(tidy(c))) ? [] : [row];
  });
}

/** Pasted text: one row a line, columns by tabs (as spreadsheets copy them), commas, or runs of spaces. */
export function pastedRows(text: string): TypedRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const by = lines.some((line) => line.includes('\t')) ? /\t/ : lines.some((line) => /[,，]/.test(line)) ? /[,，]/ : /\s+/;
  return typedRows(lines.map((line) => line.split(by)), true) ?? [];
}

/** Rows of a sheet that was read. */
export const sheetRows = (rows: readonly SheetRow[]): TypedRow[] | null => typedRows(rows.map((r) => r.cells.map((c) => c.text)));
