/** Who may be asked for an opinion, as the choice sees them. */
export type Candidate = { readonly personId: string; /** belongs to a unit of the authors */ readonly near: boolean; /** reviews that wait for this expert */ readonly open: number; /** why this expert cannot be asked */ readonly bar: Bar | null; /** sees who wrote by an office */ readonly officer: boolean };
export type Bar = 'author' | 'barred' | 'before' | 'asked';

/**
 * Chooses experts: the fewest open reviews first; those of the writers' unit, and where authors stay unknown those who see them by
 * their office, only when there are not enough others. Of equals the first by id, so that two officers choose alike.
 * @returns fewer than `n` when there are not enough
 */
export function chooseExperts(candidates: readonly Candidate[], n: number, o: { blind: boolean }): string[] {
  const last = (c: Candidate): number => (c.near ? 2 : 0) + (o.blind && c.officer ? 1 : 0);
  return candidates.filter((c) => c.bar === null)
    .sort((a, b) => last(a) - last(b) || a.open - b.open || (a.personId < b.personId ? -1 : 1))
    .slice(0, Math.max(0, n)).map((c) => c.personId);
}
