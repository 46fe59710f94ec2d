/** filled by bench/similar-fit.ts */
export const WEIGHTS: readonly number[] = [2.4, 2.2, 0.9, 2.4, 1.7, 1.7, 0.3, 0.5, 0, 0, 0, 0, -0.5, -0.3, -0.45, -0.3];
export const OFFSET = -6;

/** How alike two texts are by their evidence, between 0 and 1. */
export function scoreOf(evidence: ArrayLike<number>): number {
  let sum = OFFSET;
  for (let i = 0; i < WEIGHTS.length; i++) sum += (WEIGHTS[i] as number) * (evidence[i] as number);
  return 1 / (1 + Math.exp(-sum));
}

/** How much of the first text is in the second: by its characters and by its longest run. */
export const heldOf = (evidence: ArrayLike<number>): number => ((evidence[3] as number) + (evidence[8] as number)) / 2;
