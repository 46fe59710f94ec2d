/** Resident identity numbers (GB 11643-1999) and the numbers of the same build for others; rules.md §20.2. */
import { ageOn, dateFrom, type LegalDate } from './dates.ts';
import { identifiersWords as words } from './identifiers.words.ts';
import { isProvinceCode } from './provinces.ts';
import { refuse, type Reading } from './reading.ts';
import { bareCode, isScientific } from './text.ts';
import type { Word } from './words.ts';

/**
 * Whose number it is: a citizen's, of a residence permit for people from Hong Kong, Macao or Taiwan (81, 82, 83), or
 * of the foreign permanent resident's card of 2023 (9, province, country, birth date, sequence, check).
 */
export type IdKind = 'resident' | 'hongKongMacaoTaiwan' | 'foreignPermanent';

/** What a valid number tells. */
export type IdNumber = {
  /** 18 characters, X upper case: the one form to store and compare */
  readonly number: string;
  readonly kind: IdKind;
  readonly birthDate: LegalDate;
  readonly sex: 'male' | 'female';
  /** the six digits of the region (GB/T 2260), of any time since 1984; for foreigners the province alone, `320000` */
  readonly region: string;
};

/** Looks up a region code, if the caller has a table: abolished and unknown ones only make a warning. */
export type RegionLookup = (code: string) => 'current' | 'abolished' | undefined;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** The check character for the first 17 digits (ISO 7064 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17[i]) * (WEIGHTS[i] ?? 0);
  return CHECKS.charAt(sum % 11);
}

/** People write the X as a lower-case letter, a Roman ten or a multiplication sign. */
const bareId = (text: string): string =>
  bareCode(text)
    .replace(/-/g, '')
    .replace(/[x\u2169\u2179\u00D7\u0425\u0445]$/, 'X');

function kindOf(number: string): IdKind {
  if (number.startsWith('9')) return 'foreignPermanent';
  return /^8[123]/.test(number) ? 'hongKongMacaoTaiwan' : 'resident';
}

function regionRefused(number: string, old: boolean): string | undefined {
  const kind = kindOf(number);
  if (kind === 'foreignPermanent') return old ? number.slice(0, 2) : undefined;
  const region = number.slice(0, 2);
  return isProvinceCode(region) && !(old && kind !== 'resident') ? undefined : region;
}

/**
 * Reads an ID number as it was typed or as it stands in a sheet: spaces, full-width digits and a lower-case x are taken,
 * 15-digit numbers become 18 (19xx; the check character is computed, so nothing is proved by it).
 * Refused: wrong length or characters, no such province, a birth date that does not exist or lies after `today`, a wrong
 * check character. Only warned of: an abolished or unknown region, an age over 120.
 * @param today the legal date against which a birth date is in the future
 */
export function readIdNumber(text: string, today: LegalDate, region?: RegionLookup): Reading<IdNumber> {
  const bare = bareId(text);
  if (bare === '') return refuse(words.idMissing);
  if (isScientific(bare)) return refuse(words.scientific, { text: bare });
  const odd = /[^0-9X]|X(?!$)/u.exec(bare);
  if (odd) return refuse(words.idCharacters, { found: odd[0] });
  if (bare.length !== 18 && bare.length !== 15) return refuse(words.idLength, { count: bare.length });
  const old = bare.length === 15;
  if (old && bare.endsWith('X')) return refuse(words.idLength, { count: bare.length });
  const first17 = old ? `${bare.slice(0, 6)}19${bare.slice(6)}` : bare.slice(0, 17);
  const number = first17 + (old ? idCheckCharacter(first17) : bare.slice(17));
  const noProvince = regionRefused(number, old);
  if (noProvince !== undefined) return refuse(words.idRegion, { region: noProvince });
  return readBirth(number, old, today, region);
}

function readBirth(
  number: string,
  old: boolean,
  today: LegalDate,
  region: RegionLookup | undefined,
): Reading<IdNumber> {
  const digits = number.slice(6, 14);
  const birthDate = dateFrom(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  if (birthDate === undefined)
    return old ? refuse(words.idDateOld, { date: digits.slice(2) }) : refuse(words.idDate, { date: digits });
  if (birthDate > today) return refuse(words.idFuture, { date: birthDate });
  if (idCheckCharacter(number) !== number[17]) {
    const zeros = /0*$/.exec(number)?.[0].length ?? 0;
    return zeros >= 3 ? refuse(words.lostDigits, { zeros }) : refuse(words.idCheck);
  }
  const kind = kindOf(number);
  const code = kind === 'foreignPermanent' ? `${number.slice(1, 3)}0000` : number.slice(0, 6);
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  const warnings = warningsOf(code, birthDate, old, today, region);
  return { ok: true, number, kind, birthDate, sex, region: code, warnings };
}

function warningsOf(code: string, birth: LegalDate, old: boolean, today: LegalDate, lookup?: RegionLookup): Word[] {
  const warnings: Word[] = [];
  if (old) warnings.push(words.idUpgraded);
  if (ageOn(birth, today) > 120) warnings.push(words.idVeryOld);
  const known = lookup?.(code);
  if (known === 'abolished') warnings.push(words.idRegionAbolished);
  else if ((lookup && known === undefined) || !isProvinceCode(code.slice(0, 2))) warnings.push(words.idRegionUnknown);
  return warnings;
}

/**
 * The number for people without the right to see it: 310***********1234 (rules.md §22).
 * A text too short to be a number is hidden altogether.
 * @param o.secret high secrecy: the last four only
 */
export function maskIdNumber(number: string, o: { secret?: boolean } = {}): string {
  if (number.length < 15) return '*'.repeat(number.length);
  const shown = o.secret ? '' : number.slice(0, 3);
  return shown + '*'.repeat(number.length - shown.length - 4) + number.slice(-4);
}
