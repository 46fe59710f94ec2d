/**
 * What each piece of evidence (EVIDENCE in compare.ts, in its order) adds to the likeness. Fitted by bench/similar-fit.ts on sentences of
 * the product told anew and on matters of a works, then rounded so that labelled pairs of other people do not get worse; figures in
 * docs/decisions/0009-similarity.md.
 */
export const WEIGHTS: readonly number[] = [3.2, 1.5, 0.9, 3, 1.5, 2.4, 0.4, 0.5, 0, 0.3, 0, 0, -4, -0.5, -1, 0, 5];
/** Where one half lies, and how fast the score rises around it: letters on one matter by two writers get about 0.3 to 0.9, others less than 0.25. */
const [HALF, SPREAD] = [6, 2];

/** How alike two texts are by their evidence, between 0 and 1. */
export function scoreOf(evidence: ArrayLike<number>): number {
  let sum = -HALF;
  for (let i = 0; i < WEIGHTS.length; i++) sum += (WEIGHTS[i] as number) * (evidence[i] as number);
  return 1 / (1 + Math.exp(-sum / SPREAD));
}

/** How much of the first text is in the second: by its characters and by its longest run. */
export const heldOf = (evidence: ArrayLike<number>): number => ((evidence[3] as number) + (evidence[8] as number)) / 2;
