import { type Locale, type Slots, say, type Word } from '#shared/words';

/**
 * A sentence that is kept for good in both languages, such as a rule that a fingerprint is taken of: the Chinese line, then the English one.
 * What is filled in stays on its line.
 */
export function inBoth(word: Word, slots: Slots = {}): string {
  const flat = Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, typeof value === 'string' ? value.replace(/\s+/g, ' ') : value]));
  return `${say(word, 'zh', flat)}\n${say(word, 'en', flat)}`;
}

/** The line of one language; a text that was kept in one language only is given as it is. */
export function lineIn(text: string, locale: Locale): string {
  const lines = text.split('\n');
  return lines.length === 2 ? (lines[locale === 'zh' ? 0 : 1] ?? text) : text;
}
