/** Identity documents of every kind a member may register with (passports and permits beside the ID card); rules.md §20.2. */
import type { LegalDate } from './dates.ts';
import { readIdNumber, type IdNumber } from './id-number.ts';
import { identifiersWords as words } from './identifiers.words.ts';
import { documentKindNames, documentKindWords, documentShapeWords } from './identity-document.words.ts';
import { refuse, type Reading } from './reading.ts';
import { bareCode, isScientific, searchText } from './text.ts';
import type { Word } from './words.ts';

/** The kinds of documents, in the order in which a form offers them. */
export const DOCUMENT_KINDS = [
  'residentId',
  'residencePermit',
  'foreignPermanent',
  'passport',
  'hongKongMacaoPermit',
  'taiwanPermit',
  'military',
  'other',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document's number; `id` is there when the number tells birth date and sex. */
export type IdentityDocument = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly id: IdNumber | undefined;
};

const SHAPES: Readonly<Record<keyof typeof documentShapeWords, RegExp>> = {
  foreignPermanent: /^[A-Z]{3}\d{12}$/,
  passport: /^(?=.*\d)[A-Z0-9]{5,20}$/,
  hongKongMacaoPermit: /^[HM](\d{8}|\d{10})$/,
  taiwanPermit: /^(\d{8}|\d{10}[A-Z])$/,
  military: /^(?=(.*\d){4})[\p{L}\d]{6,24}$/u,
  other: /^[\p{L}\d/]{4,40}$/u,
};

/** What a kind of document is called. */
export const documentKindWord = (kind: DocumentKind): Word => documentKindWords[kind];

/** The kind a sheet means (身份证, 护照, 回乡证 …), if any; the plain ID card for an empty cell. */
export function readDocumentKind(text: string): DocumentKind | undefined {
  const name = searchText(text);
  if (name === '') return 'residentId';
  return documentKindNames.find(([, names]) => names.some((n) => name.includes(n)))?.[0];
}

/**
 * Reads the number of a document of a kind. ID cards, residence permits and the 18-character cards of foreign permanent
 * residents are checked in full by {@link readIdNumber}; the others by their shape.
 */
export function readDocument(kind: DocumentKind, text: string, today: LegalDate): Reading<IdentityDocument> {
  const number = bareCode(text).replace(/[-()]/g, '').toUpperCase();
  if (kind === 'residentId' || kind === 'residencePermit' || (kind === 'foreignPermanent' && /^9/.test(number)))
    return readAsId(text, today);
  if (number === '') return refuse(words.documentMissing);
  if (isScientific(number)) return refuse(words.scientific, { text: number });
  if (!SHAPES[kind].test(number)) return refuse(documentShapeWords[kind], { text: number });
  return { ok: true, kind, number, id: undefined, warnings: [] };
}

function readAsId(text: string, today: LegalDate): Reading<IdentityDocument> {
  const id = readIdNumber(text, today);
  if (!id.ok) return id;
  const { ok, warnings, ...facts } = id;
  const kinds = {
    resident: 'residentId',
    hongKongMacaoTaiwan: 'residencePermit',
    foreignPermanent: 'foreignPermanent',
  } as const;
  return { ok, kind: kinds[id.kind], number: id.number, id: facts, warnings };
}

/** A document number for people without the right to see it: the first character and the last two, of short ones nothing. */
export function maskDocument(number: string): string {
  if (number.length < 7) return '*'.repeat(number.length);
  return number.slice(0, 1) + '*'.repeat(number.length - 3) + number.slice(-2);
}
