import type { Tx } from '#shared/call';
import type { Locale, Word } from '#shared/words';

/** One thing that is held: what it is called and what stands there; `masked` is what a screen shows instead. */
export type HeldRow = { readonly label: string; readonly value: string; readonly masked?: string };

/**
 * A kind of data that a part or engine keeps about people (个人信息保护法 arts. 17, 45, 47). Each part that stores something about a
 * person declares it, so that "what do you hold about me", export and deletion are complete.
 */
export type Holding = {
  /** `part` or `part.things`; stands in exports */
  readonly key: string;
  readonly title: Word;
  /** the purpose and its basis, one sentence for the person */
  readonly why: Word;
  /** how long it is kept and what happens then */
  readonly kept: Word;
  /** everything held about the person, at most 500 rows, newest first */
  readonly collect: (tx: Tx, personId: string, locale: Locale) => Promise<HeldRow[]>;
  /** deletes what no rule obliges to keep; answers whether there was anything */
  readonly erase?: (tx: Tx, personId: string) => Promise<boolean>;
};

const known = new Map<string, Holding>();

/** Declares a holding; parts do so in their index.ts. */
export function declareHolding(h: Holding): void {
  const there = known.get(h.key);
  if (there !== undefined && there !== h) throw new Error(`holding ${h.key} is declared twice`);
  known.set(h.key, h);
}

/** All holdings in the order they were declared. */
export const allHoldings = (): readonly Holding[] => [...known.values()];
