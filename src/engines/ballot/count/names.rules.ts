/** Longest name that can be written in, in characters. */
export const WRITE_IN_MOST = 60;

const DOTS = /\s*[\u00B7\u2022\u2027\u2219\u22C5\u30FB]\s*/gu;
const SPACE_BETWEEN_HAN = /(\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/**
 * A name as it is counted, however it was typed: full-width letters as ordinary ones (NFKC), nothing invisible, one kind of middle
 * dot, no space between Chinese characters, one space elsewhere. Upper and lower case stay as they are.
 * @returns null when nothing readable is left: no letter at all, or more than 60 characters
 */
export function countedName(text: string): string | null {
  const name = text.normalize('NFKC').replace(/[\p{Cc}\p{Cf}]/gu, (c) => (c === '\t' || c === '\n' || c === '\r' ? ' ' : ''))
    .replace(DOTS, '\u00B7').replace(SPACE_BETWEEN_HAN, '$1').replace(/\s+/gu, ' ').trim();
  return /\p{L}/u.test(name) && Array.from(name).length <= WRITE_IN_MOST ? name : null;
}
