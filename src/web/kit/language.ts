import { useSyncExternalStore } from 'react';
import { type Locale, localeOf, type Slots, say, type Word } from '#shared/words';
import { keep, kept } from './kept.ts';

let current: Locale = localeOf(kept('language') ?? globalThis.navigator?.language);
const listeners = new Set<() => void>();

const follow = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The language the screens speak now; also sent with every call as `accept-language`. */
export const locale = (): Locale => current;

/** Switches the language at once and, unless told otherwise, remembers it on this device. */
export function speak(next: Locale, o: { remember?: boolean } = {}): void {
  current = next;
  if (o.remember ?? true) keep('language', next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
  for (const listener of listeners) listener();
}

/** The current language, and the screen is drawn again when it changes. */
export const useLocale = (): Locale => useSyncExternalStore(follow, locale);

/** A word as a screen uses it: a string when it has no `{slots}`, otherwise a function that takes exactly its slots. */
export type Spoken<W> = W extends Word<infer S>
  ? [S] extends [never]
    ? string
    : string extends S
      ? string & ((slots: Slots) => string)
      : (slots: Readonly<Record<S, string | number>>) => string
  : never;

/** All words of a part, spoken; see {@link useWords}. */
export type SpokenWords<T> = { readonly [K in keyof T]: Spoken<T[K]> };

const spoken = new Map<Locale, WeakMap<object, unknown>>();

/** The words of a part in one language, outside of a component; made once for each language. */
export function speakAll<T extends Readonly<Record<string, Word>>>(words: T, language: Locale): SpokenWords<T> {
  const byWords = spoken.get(language) ?? new WeakMap<object, unknown>();
  spoken.set(language, byWords);
  const before = byWords.get(words);
  if (before) return before as SpokenWords<T>;
  const entries = Object.entries(words).map(([key, word]) => [
    key,
    /\{\w+\}/.test(word.zh) ? (slots: Slots) => say(word, language, slots) : word[language],
  ]);
  const made = Object.fromEntries(entries) as SpokenWords<T>;
  byWords.set(words, made);
  return made;
}

/**
 * The words of a part in the current language:
 * `const w = useWords(words)`, then `w.title` is a string and `w.waiting({ n: 3 })` fills the slots of `'{n} 件等您办'`.
 */
export const useWords = <T extends Readonly<Record<string, Word>>>(words: T): SpokenWords<T> => speakAll(words, useLocale());

/** Says single words that come as values (a screen's title, an option's label): `say(word, slots?)`. */
export function useSay(): (word: Word, slots?: Slots) => string {
  const language = useLocale();
  return (word, slots) => say(word, language, slots);
}
