import { datesWords } from '#shared/dates.words';
import { identifiersWords } from '#shared/identifiers.words';
import { documentShapeWords } from '#shared/identity-document.words';
import { maskDocument } from '#shared/identity-document';
import { type Locale, say, type Slots, type Word } from '#shared/words';
import { fieldWords, type RosterField } from './columns.words.ts';
import { words } from './rosters.words.ts';

/** A sentence about a field as it is kept with a row: the word by its code. */
export type KeptNote = { readonly field: RosterField; readonly code: string; readonly slots?: Slots };

const known: ReadonlyMap<string, Word> = new Map(
  [words, identifiersWords, documentShapeWords, datesWords].flatMap((list) => Object.values(list) as Word[]).map((word) => [word.code, word]),
);

/** Whether sentences of this code can be said: a test holds every reader of cells to it. */
export const isKnown = (code: string): boolean => known.has(code);

const DAY = /^(19|20)\d{2}-\d{1,2}-\d{1,2}$/;

/** Digits inside what somebody typed: long runs are numbers of people, so only their ends are shown. */
export const veilDigits = (text: string): string =>
  text.replace(/[0-9][0-9Xx-]{6,}/g, (digits) => (DAY.test(digits) ? digits : digits.slice(0, 3) + '*'.repeat(digits.length - 5) + digits.slice(-2)));

/** A kept note as a sentence. @param open whether the reader may see numbers in full */
export function sayNote(note: KeptNote, locale: Locale, open: boolean): string {
  const slots = Object.fromEntries(Object.entries(note.slots ?? {}).map(([k, v]) => [k, open || typeof v === 'number' ? v : veilDigits(v)]));
  const word = known.get(note.code);
  return word ? say(word, locale, slots) : note.code;
}

/** What a column is called. */
export const sayField = (field: string, locale: Locale): string => say((fieldWords as Readonly<Record<string, Word>>)[field] ?? words.unknownColumn, locale);

/** A telephone for people who may not see it: the first three and the last four digits. */
export const maskPhone = (phone: string): string => phone.replace(/^(\+?\d{3})\d+(\d{4})$/, '$1****$2');

export { maskDocument };
