/** Pure rules of letters; nothing here knows a clock or a database. */

/** Letters a person may write on one day. */
export const LETTERS_A_DAY = 10;

/** Telephones and ID numbers that must not stand in what is published. */
const NUMBERS = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/;

/** Whether a text for publication gives the writer away: by name (two characters at least), telephone or ID number. */
export function givesAway(text: string, writerName: string | null): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (NUMBERS.test(plain)) return true;
  return writerName !== null && writerName.length >= 2 && plain.includes(writerName.normalize('NFKC').replace(/\s/g, ''));
}
