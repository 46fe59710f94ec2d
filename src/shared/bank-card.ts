/** Bank cards and other accounts by kind; rules.md §20.3. Whether the name fits is the bank's to say. */
import { identifiersWords as words } from './identifiers.words.ts';
import { refuse, type Reading } from './reading.ts';
import { bareCode, isScientific } from './text.ts';

/** What the number belongs to. Only cards carry a check digit. */
export type AccountKind = 'card' | 'passbook' | 'corporate';

/** A number fit to pay to. */
export type BankAccount = { readonly number: string; readonly kind: AccountKind };

/** Whether the digits satisfy the Luhn check (ISO/IEC 7812), counted from the right. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 0 && sum % 10 === 0;
}

/**
 * Reads a card or account number; spaces, hyphens and full-width digits are taken. Cards have 13–19 digits and satisfy
 * Luhn; passbooks and company accounts have 6–32 digits and no check, which is a warning of its own.
 */
export function readBankAccount(text: string, kind: AccountKind = 'card'): Reading<BankAccount> {
  const number = bareCode(text).replace(/[-\u2010-\u2015]/g, '');
  if (number === '') return refuse(words.cardMissing);
  if (isScientific(number)) return refuse(words.scientific, { text: number });
  const odd = /\D/u.exec(number);
  if (odd) return refuse(kind === 'card' ? words.cardCharacters : words.accountCharacters, { found: odd[0] });
  if (/^(\d)\1*$/.test(number)) return refuse(words.cardPlaceholder, { number });
  if (kind !== 'card') {
    if (number.length < 6 || number.length > 32) return refuse(words.accountLength, { count: number.length });
    return { ok: true, number, kind, warnings: [words.accountUnchecked] };
  }
  if (number.length < 13 || number.length > 19) return refuse(words.cardLength, { count: number.length });
  if (!passesLuhn(number)) {
    const zeros = /0*$/.exec(number)?.[0].length ?? 0;
    return number.length > 15 && zeros >= number.length - 15 && zeros >= 3
      ? refuse(words.lostDigits, { zeros })
      : refuse(words.cardCheck);
  }
  return { ok: true, number, kind, warnings: number.length < 16 ? [words.cardUnusualLength] : [] };
}

/** The number in groups of four, as it stands on the card. */
export const formatCard = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');

/** The last four only, `**** 1234` (rules.md §22); shorter texts are hidden altogether. */
export const maskCard = (number: string): string => (number.length < 8 ? '****' : `**** ${number.slice(-4)}`);
