/** Unified social credit codes of legal persons and other organisations (GB 32100-2015); rules.md §20.1. */
import { identifiersWords as words } from './identifiers.words.ts';
import { refuse, type Reading } from './reading.ts';
import { bareCode, isScientific } from './text.ts';
import type { Word } from './words.ts';

/** What a valid code tells. */
export type CreditCode = {
  /** 18 characters in upper case: the one form to store and compare */
  readonly code: string;
  /** first character: the registering department (8: trade unions) */
  readonly department: string;
  /** six digits of the registering region */
  readonly region: string;
  /** 81 a grassroots union, 89 another union organisation; nothing for all others */
  readonly union: 'grassroots' | 'other' | undefined;
};

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const DEPARTMENTS = '123456789ANY';
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The check character for the first 17, which must be of the alphabet. */
export function creditCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(first17.charAt(i)) * (WEIGHTS[i] ?? 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check character of an organisation code (GB 11714) for its first eight characters. */
function innerCheckCharacter(first8: string): string {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += Number.parseInt(first8.charAt(i), 36) * (INNER_WEIGHTS[i] ?? 0);
  const c = 11 - (sum % 11);
  return c === 10 ? 'X' : c === 11 ? '0' : String(c);
}

/** Whether the text is a valid code in its stored form: upper case, nothing around it. */
export function isCreditCode(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) && creditCheckCharacter(code) === code[17];
}

/**
 * Reads a code as typed: spaces, full-width and lower-case letters are taken. Refused: wrong length, letters the
 * alphabet lacks (I O S V Z), a region that is not digits, a wrong check character, placeholders. Only warned of: an
 * unusual department, an inner organisation code that fails its own check (old ones do).
 *
 * Some codes of pilot regions break the standard's check and are in use all the same; they are refused here too, for
 * nothing tells them from a slip of the pen.
 */
export function readCreditCode(text: string): Reading<CreditCode> {
  const code = bareCode(text).replace(/-/g, '').toUpperCase();
  if (code === '') return refuse(words.creditMissing);
  if (isScientific(code)) return refuse(words.scientific, { text: code });
  if (/^\d{15}$/.test(code)) return refuse(words.creditOldNumber);
  const odd = /[^0-9A-HJ-NPQRTUWXY]/u.exec(code);
  if (odd) return refuse(words.creditCharacters, { found: odd[0] });
  if (code.length !== 18) return refuse(words.creditLength, { count: code.length });
  if (/^(.)\1*$/.test(code)) return refuse(words.creditPlaceholder, { code });
  const region = code.slice(2, 8);
  if (!/^\d{6}$/.test(region)) return refuse(words.creditRegion, { region });
  if (creditCheckCharacter(code) !== code[17]) {
    const zeros = /0*$/.exec(code)?.[0].length ?? 0;
    return /^\d+$/.test(code) && zeros >= 3 ? refuse(words.lostDigits, { zeros }) : refuse(words.creditCheck);
  }
  const department = code.charAt(0);
  const warnings: Word[] = [];
  if (!DEPARTMENTS.includes(department)) warnings.push(words.creditDepartment);
  if (innerCheckCharacter(code.slice(8, 16)) !== code[16]) warnings.push(words.creditInnerCheck);
  const union = department !== '8' ? undefined : code[1] === '1' ? 'grassroots' : 'other';
  return { ok: true, code, department, region, union, warnings };
}
