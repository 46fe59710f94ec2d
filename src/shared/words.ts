/**
 * Words: every sentence a person reads, in Chinese and in English, declared once in a part's `*.words.ts`.
 * A word is a pair, so neither language can be forgotten; `{name}` inside a sentence is filled in when it is said.
 */
export type Locale = 'zh' | 'en';

/** One phrase in both languages. `code` is `part.key` and is what an API client sees of a refusal. */
export type Word = { readonly code: string; readonly zh: string; readonly en: string };

/** Values for the `{slots}` of a sentence. */
export type Slots = Readonly<Record<string, string | number>>;

/**
 * Declares the words of a part.
 * @param part the part's name, used as the first half of each word's code
 * @param pairs `[Chinese, English]` by key
 */
export function defineWords<K extends string>(
  part: string,
  pairs: Readonly<Record<K, readonly [zh: string, en: string]>>,
): Readonly<Record<K, Word>> {
  const words = {} as Record<K, Word>;
  for (const key of Object.keys(pairs) as K[]) {
    const [zh, en] = pairs[key];
    words[key] = { code: `${part}.${key}`, zh, en };
  }
  return words;
}

/** The sentence in one language with its slots filled; a slot that was not given stays visible as `{slot}`. */
export function say(word: Word, locale: Locale, slots: Slots = {}): string {
  return word[locale].replace(/\{(\w+)\}/g, (whole, slot: string) => String(slots[slot] ?? whole));
}

/** The language to use for an `Accept-Language` header or a stored preference; Chinese unless English is asked for first. */
export function localeOf(wish: string | null | undefined): Locale {
  return /^\s*en\b/i.test(wish ?? '') ? 'en' : 'zh';
}
