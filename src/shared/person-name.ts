/** Names of people as on their documents; rules.md §20.6. */
import { identifiersWords as words } from './identifiers.words.ts';
import { refuse, type Reading } from './reading.ts';
import { halfWidth, withoutInvisible } from './text.ts';

/** Longest name that is taken, in characters: names of several hundred are sheets gone wrong. */
export const NAME_MOST = 60;

const DOTS = /\s*[\u00B7\u0387\u2022\u2024\u2027\u2219\u22C5\u30FB\uFF65\u16EB\u2E31]\s*/gu;
const HAN = '[\\p{Script=Han}\\u3007\\uE000-\\uF8FF\\u{F0000}-\\u{10FFFD}]';
const DOT_BETWEEN_HAN = new RegExp(`(${HAN})\\s*[.\u3002]\\s*(?=${HAN})`, 'gu');
const SPACE_BETWEEN_HAN = new RegExp(`(${HAN})\\s+(?=${HAN})`, 'gu');
const ODD = /[^\p{L}\p{M}\u3007\u00B7 .'\u2019\uE000-\uF8FF\u{F0000}-\u{10FFFD}-]/u;

/**
 * Reads a name: NFC, every middle dot as `·` (also a full stop between Chinese characters), no spaces between Chinese
 * characters (张　三), one space elsewhere, nothing invisible, no variation selectors. Rare characters are taken; those
 * in private code points make a warning. Refused: digits, brackets and other notes, garbled text, more than 60 characters.
 */
export function readName(text: string): Reading<{ name: string }> {
  const name = halfWidth(withoutInvisible(text))
    .replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .normalize('NFC')
    .replace(DOTS, '\u00B7')
    .replace(DOT_BETWEEN_HAN, '$1\u00B7')
    .replace(SPACE_BETWEEN_HAN, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\u00B7.-]+|[\s\u00B7-]+$/gu, '');
  if (name === '') return refuse(words.nameMissing);
  const garbled = /\uFFFD|\?{2,}|\u951F\u65A4|[\u00C3-\u00EF][\u0080-\u00BF]/u.exec(name);
  if (garbled) return refuse(words.nameGarbled, { found: garbled[0] });
  const odd = ODD.exec(name);
  if (odd) return refuse(words.nameCharacters, { found: odd[0] });
  const count = Array.from(name).length;
  if (count > NAME_MOST) return refuse(words.nameLong, { most: NAME_MOST, count });
  return { ok: true, name, warnings: /\p{Co}/u.test(name) ? [words.namePrivateUse] : [] };
}

/**
 * The name for people without the right to see it: 张*, 欧** (rules.md §20.6, §22). Three characters and more look alike,
 * so that the length tells nothing.
 * @param style `surname` keeps the first character, `ends` the first and the last (张*三) where there are three or more
 */
export function maskName(name: string, style: 'surname' | 'ends' = 'surname'): string {
  const letters = Array.from(name);
  const first = letters[0];
  if (first === undefined) return '';
  if (letters.length === 1) return '*';
  if (letters.length === 2) return `${first}*`;
  return style === 'ends' ? `${first}*${letters.at(-1)}` : `${first}**`;
}
