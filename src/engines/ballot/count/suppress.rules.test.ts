import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { suppress, suppressTable, suppressTree, type Unit } from './suppress.rules.ts';

const K = 5;
const groups = (...counts: number[]) => counts.map((count, i) => ({ id: `g${i}`, count }));
const hiddenOf = (...counts: number[]): string => [...suppress(groups(...counts))].sort().join(' ');

test('small groups are hidden, and the next smallest with them, so that the total tells nothing', () => {
  const cases: [number[], string][] = [
    [[20, 30], ''], [[3, 20, 30], 'g0 g1'], [[3, 30, 20], 'g0 g2'], [[3, 4, 20], 'g0 g1'], [[2, 2, 20], 'g0 g1 g2'], [[1, 1, 1, 1, 1], 'g0 g1 g2 g3 g4'],
    [[4], 'g0'], [[5], ''], [[0, 20, 30], 'g0'], [[0, 3, 20, 30], 'g0 g1 g2'], [[], ''], [[4, 5], 'g0 g1'],
  ];
  for (const [counts, hidden] of cases) assert.equal(hiddenOf(...counts), hidden, counts.join(' '));
  assert.throws(() => suppress(groups(-1)), /whole number/);
});

/** One equation that anybody may set up: what a shown number says about the smallest parts. */
type Shown = { readonly parts: readonly number[]; readonly sum: number };

/**
 * An attacker who knows every shown sum, that nothing is negative and nothing of the method: for every hidden part, or sum of parts,
 * the largest value it could have. Depth first over all tables that fit; slow and simple.
 */
function largest(parts: number, shown: readonly Shown[], most: number, wanted: readonly (readonly number[])[]): number[] {
  const value = new Array<number>(parts).fill(0);
  const best = wanted.map(() => -1);
  const fits = (upTo: number): boolean => shown.every(({ parts: of, sum }) => {
    const known = of.reduce((n, p) => n + (p < upTo ? (value[p] as number) : 0), 0);
    return of.every((p) => p < upTo) ? known === sum : known <= sum;
  });
  const walk = (at: number): void => {
    if (best.every((b) => b >= K)) return;
    if (at === parts) {
      wanted.forEach((of, i) => {
        best[i] = Math.max(best[i] as number, of.reduce((n, p) => n + (value[p] as number), 0));
      });
      return;
    }
    for (let v = most; v >= 0; v--) {
      value[at] = v;
      if (fits(at + 1)) walk(at + 1);
    }
    value[at] = 0;
  };
  walk(0);
  return best;
}

const small = (n: number): boolean => n > 0 && n < K;

/** Exact fractions are not needed: the sums are 0 and 1, and elimination modulo a large prime finds the same rank. */
const PRIME = 1_000_003n;
const inverse = (a: bigint): bigint => {
  let [result, base, e] = [1n, ((a % PRIME) + PRIME) % PRIME, PRIME - 2n];
  for (; e > 0n; e >>= 1n) {
    if (e & 1n) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
};
/** Whether a sum of parts can be had by adding and subtracting shown sums. */
function derivable(parts: number, shown: readonly Shown[], wanted: readonly number[]): boolean {
  const row = (of: readonly number[]): bigint[] => Array.from({ length: parts }, (_, i) => BigInt(of.filter((p) => p === i).length));
  const rows = shown.map((s) => row(s.parts));
  const target = row(wanted);
  let used = 0;
  for (let c = 0; c < parts; c++) {
    const pivot = rows.findIndex((r, i) => i >= used && r[c] !== 0n);
    if (pivot < 0) continue;
    const top = rows.splice(pivot, 1)[0] as bigint[];
    rows.splice(used, 0, top);
    const unit = inverse(top[c] as bigint);
    for (const r of [...rows.slice(used + 1), target]) {
      const times = ((r[c] as bigint) * unit) % PRIME;
      for (let i = c; times !== 0n && i < parts; i++) r[i] = ((((r[i] as bigint) - times * (top[i] as bigint)) % PRIME) + PRIME) % PRIME;
    }
    used += 1;
  }
  return target.every((v) => v === 0n);
}

test('groups: whoever takes the shown from the total could always mean five or more', () => {
  let seen = 0;
  fc.assert(fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 }), (counts) => {
    const hidden = suppress(groups(...counts), K);
    const sum = counts.reduce((a, b) => a + b, 0);
    const rest = counts.filter((_, i) => hidden.has(`g${i}`)).reduce((a, b) => a + b, 0);
    assert.ok(counts.every((n, i) => n >= K || hidden.has(`g${i}`)));
    if (sum >= K) assert.ok(rest === 0 || rest >= K);
    if (sum < K) return;
    const shown: Shown[] = [{ parts: counts.map((_, i) => i), sum }, ...counts.flatMap((n, i) => (hidden.has(`g${i}`) ? [] : [{ parts: [i], sum: n }]))];
    const wanted = counts.flatMap((n, i) => (small(n) ? [[i]] : []));
    for (const most of largest(counts.length, shown, 12, wanted)) assert.ok(most >= K, counts.join(' '));
    seen += wanted.length;
  }), { numRuns: 400 });
  assert.ok(seen > 200);
});

test('two dimensions: no small cell, row or column can be reckoned from what is shown', () => {
  const arb = fc.record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }) })
    .chain(({ rows, columns }) => fc.array(fc.array(fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 8 })), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));
  const met = { attacked: 0, shown: 0 };
  fc.assert(fc.property(arb, (cells) => {
    const h = suppressTable(cells, K);
    const columns = cells[0]?.length ?? 0;
    const at = (r: number, c: number): number => r * columns + c;
    const sums = (of: readonly number[]): Shown => ({ parts: of, sum: of.reduce((n, p) => n + (cells.flat()[p] as number), 0) });
    const rows = cells.map((row, r) => ({ ...sums(row.map((_, c) => at(r, c))), hidden: h.rows[r] as boolean }));
    const cols = Array.from({ length: columns }, (_, c) => ({ ...sums(cells.map((_row, r) => at(r, c))), hidden: h.columns[c] as boolean }));
    const one = cells.flatMap((row, r) => row.map((_, c) => ({ ...sums([at(r, c)]), hidden: h.cells[r]?.[c] as boolean })));
    const everything = { ...sums(cells.flat().map((_, i) => i)), hidden: h.total };
    const all = [everything, ...rows, ...cols, ...one];
    assert.ok(all.every((s) => s.sum >= K || s.hidden));
    assert.equal(h.total, everything.sum < K);
    if (h.total) return;
    const shown = all.filter((s) => !s.hidden);
    const wanted = all.filter((s) => small(s.sum)).map((s) => s.parts);
    for (const of of wanted) assert.equal(derivable(cells.flat().length, shown, of), false, JSON.stringify(cells));
    if (everything.sum <= 16) for (const most of largest(cells.flat().length, shown, everything.sum, wanted)) assert.ok(most >= K, JSON.stringify(cells));
    met.attacked += wanted.length;
    met.shown += one.filter((s) => !s.hidden).length;
  }), { numRuns: 300 });
  assert.ok(met.attacked > 300 && met.shown > 20, JSON.stringify(met));
});

type Sketch = { own: number; children: Sketch[] };
const { sketch } = fc.letrec<{ sketch: Sketch }>((tie) => ({
  sketch: fc.record({ own: fc.nat({ max: 7 }), children: fc.oneof({ weight: 2, arbitrary: fc.constant<Sketch[]>([]) }, { weight: 3, arbitrary: fc.array(tie('sketch'), { maxLength: 3, depthIdentifier: 'units' }) }) }),
}));

test('a tree of units: no small unit, nor what a unit holds beside its children, can be reckoned', () => {
  let attacked = 0;
  fc.assert(fc.property(sketch, (drawn) => {
    let ids = 0;
    const own: number[] = [];
    const sums: { id: string; parts: number[]; sum: number }[] = [];
    const build = (s: Sketch): { unit: Unit; parts: number[] } => {
      const id = `u${ids++}`;
      const mine = own.push(s.own) - 1;
      const below = s.children.map(build);
      const parts = [mine, ...below.flatMap((b) => b.parts)];
      const count = parts.reduce((n, p) => n + (own[p] as number), 0);
      sums.push({ id, parts, sum: count });
      return { unit: { id, count, children: below.map((b) => b.unit) }, parts };
    };
    const { unit } = build(drawn);
    const hidden = suppressTree(unit, K);
    assert.ok(sums.every((s) => s.sum >= K || hidden.has(s.id)));
    assert.equal(hidden.has(unit.id), unit.count < K);
    if (unit.count < K) return;
    const shown = sums.filter((s) => !hidden.has(s.id));
    const wanted = [...sums.filter((s) => small(s.sum)).map((s) => s.parts), ...own.flatMap((n, i) => (small(n) ? [[i]] : []))];
    for (const of of wanted) assert.equal(derivable(own.length, shown, of), false, JSON.stringify(unit));
    if (unit.count <= 14 && own.length <= 7) for (const most of largest(own.length, shown, unit.count, wanted)) assert.ok(most >= K, JSON.stringify(unit));
    attacked += wanted.length;
  }), { numRuns: 400 });
  assert.ok(attacked > 200);
});

test('a table of hundreds of units is hidden as well as a small one', () => {
  const cells = Array.from({ length: 60 }, (_, r) => Array.from({ length: 6 }, (_u, c) => (r * 7 + c * 13) % 23));
  const h = suppressTable(cells, K);
  const share = h.cells.flat().filter((x) => x).length / 360;
  assert.ok(share > 0.2 && share < 0.6, String(share));
  assert.equal(h.rows.some((x) => x) || h.columns.some((x) => x), false);
});
