import { type ReactNode, useState } from 'react';
import { keep, kept } from '../kept.ts';

/** One column of a list: its heading and what stands in it. */
export type Column<R> = {
  readonly title: string;
  readonly width?: number;
  readonly align?: 'right';
  /** not shown until somebody chooses it */
  readonly extra?: true;
  readonly cell: (row: R) => ReactNode;
};

/** The columns of a list by name, in the order in which they stand. The export route knows them by the same names. */
export type Columns<R> = Readonly<Record<string, Column<R>>>;

/** Which columns this person wants to see on this device; the last one cannot be taken away. */
export function useShown<R>(screen: string, columns: Columns<R>): readonly [shown: readonly string[], toggle: (name: string) => void] {
  const shelf = `columns.${screen}`;
  const names = Object.keys(columns);
  const [chosen, choose] = useState<readonly string[] | null>(() => kept(shelf)?.split(',') ?? null);
  const known = chosen?.filter((name) => names.includes(name)) ?? [];
  const shown = known.length > 0 ? names.filter((name) => known.includes(name)) : names.filter((name) => !columns[name]?.extra);
  return [shown, (name) => {
    const next = names.filter((n) => (n === name ? !shown.includes(n) : shown.includes(n)));
    if (next.length === 0) return;
    keep(shelf, next.join(','));
    choose(next);
  }];
}
