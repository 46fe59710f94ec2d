import { addMonths, type LegalDate, partsOf } from '#shared/dates';

/** A calendar quarter: its first day, the first day after it, and its name `2026-Q4`. */
export type Quarter = { readonly from: LegalDate; readonly to: LegalDate; readonly name: string };

/** The quarter in which a day lies. */
export function quarterOf(date: LegalDate): Quarter {
  const { year, month } = partsOf(date);
  const first = Math.floor((month - 1) / 3) * 3 + 1;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return { from, to: addMonths(from, 3), name: `${year}-Q${(first + 2) / 3}` };
}

/** The mean of values that occur `n` times each, with one decimal, or null of nothing. */
export function meanOf(list: readonly { readonly value: number; readonly n: number }[]): number | null {
  const all = list.reduce((sum, x) => sum + x.n, 0);
  return all === 0 ? null : Math.round((list.reduce((sum, x) => sum + x.value * x.n, 0) / all) * 10) / 10;
}
