import { type Flow, hideFlows } from './flow.rules.ts';

/** A group and how many papers it handed in. */
export type Group = { readonly id: string; readonly count: number };
/** A unit with those below it; what its children do not hold was handed in by itself. */
export type Unit = Group & { readonly children?: readonly Unit[] };

const OUTSIDE = 0;
const total = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const checkCounts = (counts: readonly number[]): void => {
  if (counts.some((n) => !Number.isSafeInteger(n) || n < 0)) throw new Error('ballot: a group holds a whole number of papers');
};

/**
 * Which groups are hidden beside a total that is shown: those of fewer than `k` papers, and of the others the smallest until what is
 * hidden holds `k` together, so that taking the shown ones from the total tells about nobody (rules.md §7.5, §26).
 * A total below `k` hides everything.
 */
export function suppress(groups: readonly Group[], k = 5): Set<string> {
  checkCounts(groups.map((g) => g.count));
  const all = total(groups.map((g) => g.count));
  if (all < k) return new Set(groups.map((g) => g.id));
  const flows: Flow[] = [{ id: '', from: OUTSIDE, to: 1, count: all, fixed: true }, ...groups.map((g) => ({ id: g.id, from: 1, to: OUTSIDE, count: g.count }))];
  return hideFlows(flows, 2, k);
}

function unitFlows(root: Unit, k: number): { flows: Flow[]; nodes: number } {
  const flows: Flow[] = [];
  let nodes = 1;
  const visit = (unit: Unit, parent: number): void => {
    const node = nodes++;
    const children = unit.children ?? [];
    const own = unit.count - total(children.map((c) => c.count));
    checkCounts([unit.count, own]);
    flows.push({ id: unit.id, from: parent, to: node, count: unit.count, ...(parent === OUTSIDE && unit.count >= k ? { fixed: true } : {}) });
    flows.push({ id: `own ${unit.id}`, from: node, to: OUTSIDE, count: own, unseen: true });
    for (const child of children) visit(child, node);
  };
  visit(root, OUTSIDE);
  return { flows, nodes };
}

/**
 * The same for a tree of units, the root's total being shown: which units are hidden. A unit's papers that lie in none of its children
 * are never shown by themselves, but could be told by subtraction, and are protected too.
 */
export function suppressTree(root: Unit, k = 5): Set<string> {
  const { flows, nodes } = unitFlows(root, k);
  const hidden = hideFlows(flows, nodes, k);
  return new Set([...hidden].filter((id) => !id.startsWith('own ')));
}

export type Hidden = { readonly cells: readonly (readonly boolean[])[]; readonly rows: readonly boolean[]; readonly columns: readonly boolean[]; readonly total: boolean };

/**
 * The same over two dimensions (units by age, say), the totals of rows and columns being shown where they may: what is hidden.
 * @param cells papers by row and column; every row as long as the first
 */
export function suppressTable(cells: readonly (readonly number[])[], k = 5): Hidden {
  const width = cells[0]?.length ?? 0;
  if (cells.some((row) => row.length !== width)) throw new Error('ballot: the rows of a table are of one length');
  checkCounts(cells.flat());
  const [rowNode, columnNode] = [(r: number): number => 2 + r, (c: number): number => 2 + cells.length + c];
  const all = total(cells.flat());
  const flows: Flow[] = [
    { id: 'total', from: OUTSIDE, to: 1, count: all, ...(all >= k ? { fixed: true } : {}) },
    ...cells.map((row, r): Flow => ({ id: `row ${r}`, from: 1, to: rowNode(r), count: total(row) })),
    ...Array.from({ length: width }, (_, c): Flow => ({ id: `column ${c}`, from: columnNode(c), to: OUTSIDE, count: total(cells.map((row) => row[c] as number)) })),
    ...cells.flatMap((row, r) => row.map((count, c): Flow => ({ id: `${r} ${c}`, from: rowNode(r), to: columnNode(c), count }))),
  ];
  const hidden = hideFlows(flows, 2 + cells.length + width, k);
  return {
    cells: cells.map((row, r) => row.map((_, c) => hidden.has(`${r} ${c}`))), rows: cells.map((_, r) => hidden.has(`row ${r}`)),
    columns: Array.from({ length: width }, (_, c) => hidden.has(`column ${c}`)), total: hidden.has('total'),
  };
}
