import { suppress } from '#engines/ballot';

/** Never below five: small groups are not shown, and what would give them away by subtraction is not shown either. */
export const FLOOR = 5;

/**
 * Which groups of one whole stay unseen, by the engine's own rule. The whole is known, so hidden groups hold together at least the floor, or
 * there are none. Groups of nobody are not shown at all.
 */
export function hideGroups(counts: readonly number[], floor = FLOOR): boolean[] {
  const hidden = suppress(counts.flatMap((count, i) => (count > 0 ? [{ id: String(i), count }] : [])), floor);
  return counts.map((_, i) => hidden.has(String(i)));
}

/** Lines of cells that share a total everybody knows: the rows and the columns of a table. */
function lines(rows: number, columns: number): number[][] {
  const across = Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_, c) => r * columns + c));
  return [...across, ...Array.from({ length: columns }, (_, c) => Array.from({ length: rows }, (_, r) => r * columns + c))];
}

/**
 * Which cells of a table stay unseen, when the totals of its rows and columns are known. Empty cells count as small ones, since "nobody" tells
 * as much as "two". In every row and column the hidden cells are at least two and hold at least the floor, or nothing of it is shown.
 */
export function hideCells(cells: readonly number[], columns: number, floor = FLOOR): boolean[] {
  const hidden = cells.map((n) => n < floor);
  const all = lines(cells.length / columns, columns);
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of all) {
      const unseen = line.filter((i) => hidden[i]);
      const sum = unseen.reduce((s, i) => s + (cells[i] ?? 0), 0);
      if (unseen.length === 0 || (unseen.length >= 2 && sum >= floor)) continue;
      const next = line.filter((i) => !hidden[i]).sort((a, b) => (cells[a] ?? 0) - (cells[b] ?? 0))[0];
      if (next === undefined) continue;
      hidden[next] = true;
      changed = true;
    }
  }
  return hidden;
}
