import { z } from 'zod';

/** What kind of value a parameter takes; the screen builds its input from it and the engine its check. */
export type Shape =
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'majority' }
  | { readonly kind: 'hours' }
  | { readonly kind: 'oneOf'; readonly of: readonly number[] }
  | { readonly kind: 'bands' };

/** A part of a whole, in whole numbers. */
export type Share = { readonly num: number; readonly den: number };
/** As in `#shared/thresholds`: over what a share is taken and whether the bound itself passes. */
export type Majority = Share & {
  readonly op: 'GE' | 'GT' | 'LE' | 'LT';
  readonly base: 'entitled' | 'present' | 'ballotsIssued' | 'ballotsReturned' | 'validBallots';
};
/** Stretches of a working day: `[['09:00','12:00'],['13:30','18:00']]`. */
export type Hours = readonly (readonly [from: string, to: string])[];

/**
 * A number that depends on another (delegates on workers), band by band without gaps: from 0, the last without an end.
 * At least `least`, plus `step` for every full `per` above `from`, and never less than `share` of the whole; at most `most`.
 */
export type Band = {
  readonly from: number;
  /** the last that belongs to it; null: no end */
  readonly to: number | null;
  readonly least: number;
  readonly step?: number;
  readonly per?: number;
  readonly share?: Share;
  readonly most?: number;
};

/** The value a shape describes. */
export type ValueOf<S extends Shape> = S extends { kind: 'share' }
  ? Share
  : S extends { kind: 'majority' }
    ? Majority
    : S extends { kind: 'hours' }
      ? Hours
      : S extends { kind: 'oneOf' }
        ? readonly number[]
        : S extends { kind: 'bands' }
          ? readonly Band[]
          : number;

const Part = z.strictObject({ num: z.int().min(0).max(1_000_000), den: z.int().min(1).max(1_000_000) }).refine((s) => s.num <= s.den);
const Clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const inOrder = (spans: readonly (readonly [string, string])[]): boolean => {
  const times = spans.flat();
  return times.every((t, i) => i === 0 || (times[i - 1] as string) < t);
};

const people = z.int().min(0).max(100_000_000);
const OneBand = z.strictObject({ from: people, to: people.nullable(), least: people, step: people.optional(), per: z.int().min(1).max(1_000_000).optional(), share: Part.optional(), most: people.optional() })
  .refine((b) => (b.step === undefined) === (b.per === undefined) && (b.to === null || b.from <= b.to) && (b.most === undefined || b.most >= b.least));
const withoutGaps = (bands: readonly Band[]): boolean => bands.every((b, i) => b.from === (i === 0 ? 0 : (bands[i - 1]?.to ?? -2) + 1)) && bands.at(-1)?.to === null;

/** The check of a value of this shape. */
export function schemaOf(shape: Shape): z.ZodType {
  switch (shape.kind) {
    case 'whole':
      return z.int().min(shape.min).max(shape.max);
    case 'share':
      return Part;
    case 'majority':
      return Part.safeExtend({
        op: z.enum(['GE', 'GT', 'LE', 'LT']),
        base: z.enum(['entitled', 'present', 'ballotsIssued', 'ballotsReturned', 'validBallots']),
      });
    case 'hours':
      return z.array(z.tuple([Clock, Clock])).min(1).max(4).refine(inOrder);
    case 'oneOf':
      return z.array(z.int()).min(1).max(10).refine((list) => list.every((n) => shape.of.includes(n)));
    case 'bands':
      return z.array(OneBand).min(1).max(30).refine(withoutGaps);
  }
}

/** Whole numbers by which two values of one shape can be compared: the first that differs decides. Null: no order. */
export function weigh(shape: Shape, value: unknown, other: unknown): number | null {
  if (shape.kind === 'whole') return (value as number) - (other as number);
  if (shape.kind !== 'share' && shape.kind !== 'majority') return null;
  const [a, b] = [value as Share, other as Share];
  const difference = a.num * b.den - b.num * a.den;
  if (difference !== 0 || shape.kind === 'share') return difference;
  const strict = (m: Majority): number => (m.op === 'GT' || m.op === 'LE' ? 1 : 0);
  return strict(value as Majority) - strict(other as Majority);
}
