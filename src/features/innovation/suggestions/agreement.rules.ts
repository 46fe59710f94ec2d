/** How often experts agree: the arithmetic of the quality of reviews 评审质量, exact until the last division. */
export type Verdict = 'implement' | 'adopt' | 'reject';
/** Two opinions on one suggestion in one round. Grades are 1 to 3, null where none was given. */
export type OpinionPair = { readonly first: { readonly verdict: Verdict; readonly grade: number | null }; readonly second: { readonly verdict: Verdict; readonly grade: number | null } };
export type Agreement = { readonly pairs: number; readonly same: number; readonly graded: number; readonly kappa: number | null };

const GRADES = 3;

function tableOf(grades: readonly (readonly [number, number])[], ordered: boolean): number[][] {
  const table = Array.from({ length: GRADES }, () => new Array<number>(GRADES).fill(0));
  const add = (a: number, b: number): void => { const row = table[a - 1]; if (row) row[b - 1] = (row[b - 1] ?? 0) + 1; };
  for (const [a, b] of grades) {
    add(a, b);
    if (!ordered) add(b, a);
  }
  return table;
}

const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

/**
 * Cohen's kappa with linear weights over grades 1 to 3: one minus the disagreement that was seen over the one that chance would make.
 * A grade apart counts half as much as two apart.
 * @param grades pairs of grades; `ordered` = the first is always the same reviewer's. Unordered pairs are counted both ways round.
 * @returns null where chance could make no disagreement (nobody ever gave two different grades), or there are no pairs
 */
export function weightedKappa(grades: readonly (readonly [number, number])[], ordered = true): number | null {
  const table = tableOf(grades, ordered);
  const rows = table.map(sum);
  const columns = table[0]?.map((_, j) => sum(table.map((row) => row[j] ?? 0))) ?? [];
  const n = sum(rows);
  let [seen, expected] = [0, 0];
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      seen += Math.abs(i - j) * count;
      expected += Math.abs(i - j) * (rows[i] ?? 0) * (columns[j] ?? 0);
    }
  }
  // seen / n against expected / n²
  return expected === 0 ? null : 1 - (seen * n) / expected;
}

/** How far pairs of opinions agree: the same verdict, and kappa of the grades where both gave one. */
export function agreementOf(pairs: readonly OpinionPair[], ordered = true): Agreement {
  const graded = pairs.flatMap(({ first, second }) => (first.grade === null || second.grade === null ? [] : [[first.grade, second.grade] as const]));
  return { pairs: pairs.length, same: pairs.filter((p) => p.first.verdict === p.second.verdict).length, graded: graded.length, kappa: weightedKappa(graded, ordered) };
}
