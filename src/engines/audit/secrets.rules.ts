/**
 * What must never stand in an audit sentence: identity numbers, phones, bank cards and follow-up codes.
 * A log outlives the rows it speaks of and is read by people who may not see those fields.
 */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const DAY = /\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?/g;
const SECRET = [
  /(?<![0-9A-Za-z])(?:(?:\+|00)?86)?1[3-9]\d{9}(?![0-9A-Za-z])/g, // mobile
  /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g, // resident identity number
  /(?<![0-9A-Za-z])\d{13,19}(?![0-9A-Za-z])/g, // 15-digit identity number, bank card, follow-up code
];

const BLANK = '\u0000';
const plain = (text: string): string =>
  text.normalize('NFKC').replace(UUID, BLANK).replace(DAY, BLANK).replace(/(?<=\d)[ \u00b7._-]{1,2}(?=[\dXx])/g, '');

/** Whether a text holds something that looks like an identity number, a phone, a card or a follow-up code, spaced or full-width too. */
export function looksSecret(value: string | number): boolean {
  const text = plain(String(value));
  return SECRET.some((pattern) => text.search(pattern) >= 0);
}

/**
 * A text typed by a person, made fit for a sentence: at most 200 characters, and if it holds something like a number
 * that must not be kept, every digit of it becomes `*`.
 */
export function veil(text: string): string {
  const short = [...text.normalize('NFC').replace(/\p{C}+/gu, ' ').trim()].slice(0, 200).join('');
  return looksSecret(short) ? short.replace(/\p{Nd}/gu, '*') : short;
}
