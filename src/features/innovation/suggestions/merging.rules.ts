import { WHOLE } from './suggestions.rules.ts';

export type Share = { readonly personId: string; readonly share: number };
/** One suggestion merged into another: its authors and what of the whole they are given together. */
export type Merged = { readonly id: string; readonly share: number; readonly authors: readonly Share[] };
/** An author of the suggestion that was first, and by which merger he or she came. */
export type SharedAuthor = Share & { readonly mergedFromId: string | null };

/** Splits a whole by weights with the largest remainder, so that it sums exactly; of equals the one in front. */
export function split(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0) return weights.map(() => 0);
  const parts = weights.map((w) => Math.floor((whole * w) / total));
  const rest = whole - parts.reduce((a, b) => a + b, 0);
  const order = weights.map((w, i) => ({ i, left: (whole * w) % total })).sort((a, b) => b.left - a.left || a.i - b.i).slice(0, rest);
  for (const { i } of order) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

/** What the authors of a merged suggestion get together when all authors are to share alike. */
export const alikeShare = (there: number, coming: number): number => Math.round((WHOLE * coming) / (there + coming));

/**
 * The authors of a suggestion with the shares that follow from its own authors and what is merged into it, in the order of merging:
 * each merger takes its share of the whole from those who are there, in proportion. Sums to the whole.
 */
export function sharesAfter(own: readonly Share[], mergers: readonly Merged[]): SharedAuthor[] {
  let list: SharedAuthor[] = own.map((o) => ({ ...o, mergedFromId: null }));
  for (const m of mergers.filter((x) => x.share > 0)) {
    const left = split(WHOLE - m.share, list.map((a) => a.share));
    const given = split(m.share, m.authors.map((a) => a.share));
    list = list.map((a, i) => ({ ...a, share: left[i] ?? 0 }));
    for (const [i, a] of m.authors.entries()) {
      const at = list.findIndex((x) => x.personId === a.personId);
      const there = list[at];
      if (there) list[at] = { ...there, share: there.share + (given[i] ?? 0) };
      else list.push({ personId: a.personId, share: given[i] ?? 0, mergedFromId: m.id });
    }
  }
  return list;
}
