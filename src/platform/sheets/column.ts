/**
 * One column of a sheet that is written.
 * `text` (the default) is always typed as text, so that numbers with leading zeros, ID numbers and anything that looks
 * like a formula stay what they are. `number` is a plain number, `money` whole fen shown as yuan, `date` a `YYYY-MM-DD`.
 */
export type SheetColumn = {
  readonly heading: string;
  readonly kind?: 'text' | 'number' | 'money' | 'date';
  /** in characters of the usual font; 14 unless told */
  readonly width?: number;
};

export type SheetValue = string | number | bigint | boolean | null | undefined;
