import type { Word } from '#shared/words';
import type { Shape } from './shapes.rules.ts';

/** In what a value counts. */
export type Unit =
  | 'workdays' | 'days' | 'weeks' | 'months' | 'years' | 'hours' | 'minutes' | 'count' | 'people' | 'perMonth' | 'share'
  | 'clock' | 'fen' | 'characters' | 'perMille' | 'points' | 'contrast' | 'rows';

/** How the value bounds: at least, at most, more than, less than, exactly; the shape `majority` carries its own. */
export type Comparator = 'GE' | 'LE' | 'GT' | 'LT' | 'EQ';

/** Where a number stands in writing. */
export type Basis = { readonly document: Word; readonly article: string };

/**
 * A number that comes with the product: where it holds, since when, what it rests on.
 * `statute`: the text was read or is beyond doubt; `unconfirmed`: a usual value that an officer must confirm.
 */
export type Rule = {
  /** `CN`, or a code of GB/T 2260 (`310000`) */
  readonly jurisdiction: string;
  /** kind of union it holds for; all when absent */
  readonly unionKind?: string;
  readonly from: string;
  /** last day, included */
  readonly to?: string;
  readonly value: unknown;
  readonly basis: Basis;
  readonly confidence: 'statute' | 'unconfirmed';
  readonly note?: Word;
};

/** Which of two values that both bind is the stricter one: the smaller, the larger, or neither (then the nearer wins). */
export type Stricter = 'smaller' | 'larger' | 'nearer';

/** One legal or local number: what it is called, what it may be, and the values that come with the product. */
export type Param<S extends Shape = Shape> = {
  readonly key: string;
  readonly area: string;
  readonly title: Word;
  readonly shape: S;
  readonly unit: Unit;
  readonly comparator: Comparator;
  readonly stricter: Stricter;
  readonly rules: readonly Rule[];
};

type Told<S extends Shape> = Omit<Param<S>, 'key' | 'area' | 'title'>;

/** Declares the numbers of one area; titles come from its words by the same keys. */
export function pack<const P extends Readonly<Record<string, Told<Shape>>>>(
  area: string,
  titles: { readonly [K in keyof P]: Word },
  params: P,
): { readonly [K in keyof P]: Param<P[K]['shape']> } {
  return Object.fromEntries(
    Object.entries(params).map(([key, told]) => [key, { key, area, title: titles[key as keyof P], ...told }]),
  ) as unknown as { readonly [K in keyof P]: Param<P[K]['shape']> };
}

/** A rule of the whole nation whose text was read. */
export const law = (value: unknown, document: Word, article: string, from: string, note?: Word): Rule =>
  ({ jurisdiction: 'CN', from, value, basis: { document, article }, confidence: 'statute', ...(note ? { note } : {}) });

/** A usual value of the whole nation that an officer must confirm. */
export const usual = (value: unknown, document: Word, article = '', note?: Word): Rule =>
  ({ jurisdiction: 'CN', from: '2000-01-01', value, basis: { document, article }, confidence: 'unconfirmed', ...(note ? { note } : {}) });

/** A rule of a region (GB/T 2260) whose text was read. */
export const local = (jurisdiction: string, value: unknown, document: Word, article: string, from: string, note?: Word): Rule =>
  ({ ...law(value, document, article, from, note), jurisdiction });
