/**
 * Words: every sentence a person reads, in Chinese and in English, declared once in a part's `*.words.ts`.
 * A word is a pair, so neither language can be forgotten; `{name}` inside a sentence is filled in when it is said,
 * and `{n} {n:letter|letters}` says the noun that goes with the number: 1 letter, 2 letters, 0 letters.
 */
export type Locale = 'zh' | 'en';

/**
 * One phrase in both languages. `code` is `part.key` and is what an API client sees of a refusal.
 * `S` are the names of its `{slots}` where they are known from the text (`never`: it has none); it lives in the types only.
 */
export type Word<S extends string = string> = { readonly code: string; readonly zh: string; readonly en: string; readonly slots?: S };

/** The slot names in a sentence: `SlotsIn<'{n} letters of {union}'>` is `'n' | 'union'`. */
export type SlotsIn<T extends string> = T extends `${string}{${infer S}}${infer Rest}` ? S | SlotsIn<Rest> : never;

/** Values for the `{slots}` of a sentence. */
export type Slots = Readonly<Record<string, string | number>>;

/**
 * Declares the words of a part.
 * @param part the part's name, used as the first half of each word's code
 * @param pairs `[Chinese, English]` by key
 */
export function defineWords<const P extends Readonly<Record<string, readonly [zh: string, en: string]>>>(
  part: string,
  pairs: P,
): { readonly [K in keyof P]: Word<SlotsIn<P[K][0]>> } {
  const words = Object.entries(pairs).map(([key, [zh, en]]) => [key, { code: `${part}.${key}`, zh, en }] as const);
  return Object.fromEntries(words) as { [K in keyof P]: Word<SlotsIn<P[K][0]>> };
}

/** `{slot}`, or `{slot:one|many}`. */
const SLOT = /\{(\w+)(?::([^{|}]*)\|([^{|}]*))?\}/g;

/** The sentence in one language with its slots filled and its nouns counted; a slot that was not given stays visible as `{slot}`. */
export function say(word: Word, locale: Locale, slots: Slots = {}): string {
  return word[locale].replace(SLOT, (whole, slot: string, one?: string, many?: string) => {
    const value = slots[slot];
    if (value === undefined) return whole;
    return one === undefined || many === undefined ? String(value) : String(value) === '1' ? one : many;
  });
}

/** The language to use for an `Accept-Language` header or a stored preference; Chinese unless English is asked for first. */
export function localeOf(wish: string | null | undefined): Locale {
  return /^\s*en\b/i.test(wish ?? '') ? 'en' : 'zh';
}
