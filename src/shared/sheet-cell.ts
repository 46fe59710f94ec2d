/**
 * One cell as it stands in the file. Nothing is evaluated: a formula gives the value its program last computed.
 * `text` is what the person who typed it would read; `raw` is what the file stores, so that an ID number kept as a
 * number (`1.1010519491231E+17`) can be told from one kept as text.
 */
export type Cell = {
  readonly kind: CellKind;
  /** dates as `YYYY-MM-DD` or `YYYY-MM-DD HH:MM:SS`, times as `HH:MM:SS`, whole numbers with all their digits */
  readonly text: string;
  readonly raw: string;
  /** the cell holds a formula; `text` is the value cached in the file */
  readonly formula?: true;
  /** a number of more than 15 digits: its last digits were lost when the sheet was typed */
  readonly lostDigits?: true;
};

export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';

/** One row with something in it. `row` counts from 1 as the spreadsheet program shows it; `cells[0]` is column A. */
export type SheetRow = { readonly row: number; readonly cells: readonly Cell[] };
