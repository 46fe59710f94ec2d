import { type Fen, splitByWeights } from '#shared/money';

/** Levels of awards: 1 is the highest. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type AwardLevel = (typeof LEVELS)[number];
/** On what an award rests: the verified yearly value, the effect where nothing can be reckoned, a technical reserve that is not applied yet. */
export const GROUNDS = ['benefit', 'effect', 'reserve'] as const;
export type AwardGround = (typeof GROUNDS)[number];

/** The numbers of a union's rulebook, in fen. `from`: least yearly value of levels 1 to 4. */
export type AwardScale = {
  readonly from: Readonly<Record<1 | 2 | 3 | 4, number>>;
  readonly bounds: Readonly<Record<AwardLevel, { readonly atLeast: number; readonly atMost: number }>>;
};

/** Levels that are filed with the union above (条例 1986 art. 15). */
export const isFiled = (level: AwardLevel): boolean => level <= 2;

/** The level of a yearly value: 以上 includes the number (art. 6), so exactly the least value belongs to the level (rules.md §10, §28 row 26). */
export function levelOfValue(fen: number, { from }: AwardScale): AwardLevel {
  if (fen >= from[1]) return 1;
  if (fen >= from[2]) return 2;
  if (fen >= from[3]) return 3;
  return fen >= from[4] ? 4 : 5;
}

/** A technique that was known and only borrowed counts one level lower (art. 6); below the fifth there is none. */
export const borrowedLevel = (level: AwardLevel): AwardLevel => Math.min(5, level + 1) as AwardLevel;

/**
 * The level of an award.
 * @param o.valueFen verified yearly value, for the ground `benefit`
 * @param o.chosen what the committee says, for the ground `effect` (art. 7)
 * @returns null when what the ground needs is not there
 */
export function levelFor(o: { ground: AwardGround; borrowed: boolean; valueFen: number | null; chosen: AwardLevel | null }, scale: AwardScale): AwardLevel | null {
  const plain = o.ground === 'reserve' ? 5 : o.ground === 'effect' ? o.chosen : o.valueFen === null ? null : levelOfValue(o.valueFen, scale);
  return plain === null || !o.borrowed ? plain : borrowedLevel(plain);
}

/** Whether an amount lies within its level's bounds; both bounds belong to it. */
export const isWithin = (amountFen: number, level: AwardLevel, { bounds }: AwardScale): boolean => amountFen >= bounds[level].atLeast && amountFen <= bounds[level].atMost;

/** What a level anew pays: only what is more than was paid before (art. 11; rules.md §28 row 27). */
export const paysOf = (amountFen: number, paidBeforeFen: number): number => Math.max(0, amountFen - paidBeforeFen);

/** What each author gets, in the order of the shares; sums to the whole (art. 12). */
export const splitAward = (paysFen: number, shares: readonly number[]): number[] => splitByWeights(BigInt(paysFen) satisfies Fen, shares).map(Number);
