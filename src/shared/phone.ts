/** Phone numbers of the mainland and, in E.164, of everywhere else; rules.md §20.4. */
import { identifiersWords as words } from './identifiers.words.ts';
import { extensionMarks, listMarks } from './phone.words.ts';
import { refuse, type Reading } from './reading.ts';
import { bareCode, halfWidth, isScientific } from './text.ts';

/** `service` are the 400 numbers; `international` all that does not begin with +86. */
export type PhoneKind = 'mobile' | 'landline' | 'service' | 'international';

/** A number fit to store. */
export type Phone = {
  readonly kind: PhoneKind;
  /** `13812341234`, `0571-87051234-12`, `4001234567`, `+85291234567`: the one form to store and compare */
  readonly number: string;
  /** for gateways: `+8613812341234`; nothing for extensions and 400 numbers, which cannot be dialled from abroad */
  readonly e164: string | undefined;
};

const VIRTUAL = /^1(62|65|67|70|71)/;
const SEVERAL = new RegExp(`\\d{7}[\\d-]*[${listMarks},;/|&\\n]+[^\\n]*\\d{7}`);
const EXTENSION = new RegExp(`(?:ext\\.?|[${extensionMarks}x#*]+)[:.]?(?=\\d{1,6}$)`, 'i');

function bareNumber(text: string): string {
  return bareCode(text)
    .replace(/(\d)\.0+$/, '$1')
    .replace(/[\u2010-\u2015\u2212_~]/g, '-')
    .replace(EXTENSION, '-')
    .replace(/[().]/g, (c) => (c === ')' ? '-' : ''))
    .replace(/^(\+|00)86-?/, '')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^86-?(?=1[3-9]\d[\d-]{8}|0\d)/, '');
}

/** Area codes of three digits are 010 and 020–029; all others have four. */
function readLandline(text: string): Reading<Phone> | undefined {
  const m = /^(010|02\d|0[3-9]\d{2})-?(\d{7,8}|\d{3,4}-\d{4})(?:-(\d{1,6}))?$/.exec(text);
  if (!m) return undefined;
  const local = (m[2] ?? '').replace('-', '');
  const extension = m[3] === undefined ? '' : `-${m[3]}`;
  const e164 = extension === '' ? `+86${(m[1] ?? '').slice(1)}${local}` : undefined;
  return { ok: true, kind: 'landline', number: `${m[1]}-${local}${extension}`, e164, warnings: [] };
}

function readAbroad(bare: string): Reading<Phone> {
  const number = `+${bare.replace(/^(\+|00)/, '').replace(/\D/g, '')}`;
  const local = /^\+85[23]/.test(number) ? /^\+85[23]\d{8}$/ : /^\+[1-9]\d{6,14}$/;
  // `+8-6…` is no number of abroad: read again it would be one of the mainland.
  if (!local.test(number) || number.startsWith('+86')) return refuse(words.phoneShape, { text: bare });
  return { ok: true, kind: 'international', number, e164: number, warnings: [] };
}

/** Eleven digits that begin with 1, or what is wrong with them. */
function readMobileDigits(digits: string): Reading<Phone> {
  if (/^1(4|0)\d{11}$/.test(digits)) return refuse(words.phoneDataCard);
  if (digits.length !== 11) return refuse(words.phoneMobileLength, { count: digits.length });
  if (!/^1[3-9]/.test(digits)) return refuse(words.phoneMobileStart, { start: digits.slice(0, 3) });
  const warnings = VIRTUAL.test(digits) ? [words.phoneVirtual] : [];
  return { ok: true, kind: 'mobile', number: digits, e164: `+86${digits}`, warnings };
}

/**
 * Reads one phone number: mobile with or without +86, landline with area code and extension, 400, or E.164 for Hong
 * Kong, Macao, Taiwan and abroad (`+852 9123 4567`). Spaces, hyphens, brackets and full-width digits are taken.
 * Refused with a reason: two numbers in one cell, a landline without area code, data-card numbers, anything else.
 */
export function readPhone(text: string): Reading<Phone> {
  const scientific = bareCode(text);
  if (scientific === '') return refuse(words.phoneMissing);
  if (isScientific(scientific)) return refuse(words.scientific, { text: scientific });
  if (SEVERAL.test(halfWidth(text).replace(/[ \t-]/g, ''))) return refuse(words.phoneSeveral);
  const bare = bareNumber(text);
  const odd = /[^\d+-]|\+(?!\d)/u.exec(bare);
  if (odd) return refuse(words.phoneCharacters, { found: odd[0] });
  if (/^(\+|00)/.test(bare)) return readAbroad(bare);
  const digits = bare.replace(/-/g, '');
  if (/^400\d{7}$/.test(digits)) return { ok: true, kind: 'service', number: digits, e164: undefined, warnings: [] };
  if (/^1\d/.test(digits) && digits.length >= 9) return readMobileDigits(digits);
  const landline = readLandline(bare) ?? readLandline(/^(\+|00)86-?[1-9]/.test(scientific) ? `0${bare}` : '');
  if (landline) return landline;
  return /^[2-9]\d{6,7}$/.test(digits) ? refuse(words.phoneNoArea) : refuse(words.phoneShape, { text: bare });
}

/** Reads a mobile number of the mainland, for sign-in and messages; anything else is refused with a reason. */
export function readMobile(text: string): Reading<Phone> {
  const phone = readPhone(text);
  return phone.ok && phone.kind !== 'mobile' ? refuse(words.phoneNotMobile) : phone;
}

/**
 * The number for people without the right to see it: 138****1234 (rules.md §20.4), 0571-****1234, +852****4567. An
 * extension is dropped; texts too short to be a number are hidden altogether.
 */
export function maskPhone(number: string): string {
  if (/^1\d{10}$/.test(number)) return `${number.slice(0, 3)}****${number.slice(-4)}`;
  const landline = /^(0\d{2,3})-?\d{3,4}(\d{4})(-\d+)?$/.exec(number);
  if (landline) return `${landline[1]}-****${landline[2]}`;
  if (number.length < 8) return '*'.repeat(number.length);
  return `${number.startsWith('+') ? number.slice(0, 4) : ''}****${number.slice(-4)}`;
}
