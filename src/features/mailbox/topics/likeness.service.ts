import { grams } from '#engines/cases';
import { words } from './topics.words.ts';

/** Pairs and words that stand in nearly every letter and say nothing about its matter. */
const COMMON = new Set(`${words.common.zh} ${words.common.en}`.split(' '));
const TITLE_WORDS = 14;
const RANKED_WORDS = 200;

const quoted = (word: string): string => `'${word.replaceAll("'", '')}'`;

/** All words of a text that say something about its matter. */
export const wordsOf = (text: string): string[] => grams(text, RANKED_WORDS).split(' ').filter((w) => w !== '' && !COMMON.has(w));

/**
 * A `tsquery` for letters that share at least two of the first words of a text (one, when it has only one); the title stands first in the
 * text, so its words count. Empty when there is nothing to look for.
 */
export function alikeQuery(text: string): string {
  const first = wordsOf(text).slice(0, TITLE_WORDS).map(quoted);
  if (first.length < 2) return first.join('');
  return first.slice(0, -1).map((w, at) => `(${w} & (${first.slice(at + 1).join(' | ')}))`).join(' | ');
}
