import { formatYuan } from '#shared/money';
import { type Locale, say } from '#shared/words';
import { phrases } from './phrases.words.ts';
import type { Band, Majority, Share } from './shapes.rules.ts';

type Key = keyof typeof phrases;
const known = (key: string): key is Key => key in phrases;

function sayShare(s: Share, locale: Locale): string {
  return s.den === 100 ? say(phrases.percent, locale, { n: s.num }) : say(phrases.share, locale, { num: s.num, den: s.den });
}

function sayMajority(m: Majority, locale: Locale): string {
  return say(phrases[`of.${m.op}`], locale, { base: say(phrases[m.base], locale), share: sayShare(m, locale) });
}

const comma = (locale: Locale): string => (locale === 'zh' ? '、' : ', ');

function sayList(list: readonly unknown[], locale: Locale): string {
  const parts = list.map((item) => (Array.isArray(item) ? say(phrases.to, locale, { a: String(item[0]), b: String(item[1]) }) : String(item)));
  const ranges = list.some(Array.isArray);
  const last = parts.at(-1) ?? '';
  if (ranges || parts.length === 1) return parts.join(comma(locale));
  return say(phrases.or, locale, { a: parts.slice(0, -1).join(comma(locale)), b: last });
}

function sayBand(b: Band, locale: Locale): string {
  const range = b.to === null ? say(phrases.bandOpen, locale, { from: b.from }) : say(phrases.bandRange, locale, { from: b.from, to: b.to });
  const parts = [
    say(phrases['GE.count'], locale, { n: b.least }),
    ...(b.step !== undefined && b.per !== undefined ? [say(phrases.bandStep, locale, { per: b.per, step: b.step })] : []),
    ...(b.share ? [say(phrases.bandShare, locale, { share: sayShare(b.share, locale) })] : []),
    ...(b.most === undefined ? [] : [say(phrases['LE.count'], locale, { n: b.most })]),
  ];
  return say(phrases.band, locale, { range, number: parts.join(comma(locale)) });
}

const areBands = (list: readonly unknown[]): list is readonly Band[] => list.every((b) => b !== null && typeof b === 'object' && 'least' in b);

/** A value as a person says it: `2 个工作日以内`, `more than 1/2 of all entitled`. */
export function sayValue(v: { value: unknown; unit: string; comparator: string }, locale: Locale): string {
  const { value } = v;
  if (value !== null && typeof value === 'object' && 'op' in value) return sayMajority(value as Majority, locale);
  if (value !== null && typeof value === 'object' && 'num' in value) return sayShare(value as Share, locale);
  if (Array.isArray(value) && value.length > 0 && areBands(value)) return value.map((b) => sayBand(b, locale)).join(locale === 'zh' ? '；' : '; ');
  const n = Array.isArray(value) ? sayList(value, locale) : v.unit === 'contrast' ? String(Number(value) / 10) : v.unit === 'fen' ? formatYuan(BigInt(Number(value))) : String(value);
  const key = `${v.comparator}.${v.unit}`;
  return say(known(key) ? phrases[key] : phrases.plain, locale, { n });
}

/** The source of a number: document and article. */
export function sayBasis(b: { document: string; documentEn: string; article: string }, locale: Locale): string {
  const document = locale === 'zh' ? b.document : b.documentEn;
  return b.article === '' ? document : say(phrases.article, locale, { document, article: b.article });
}

/** A number with its source in one line. */
export const sayGround = (title: string, g: Parameters<typeof sayValue>[0] & Parameters<typeof sayBasis>[0], locale: Locale): string =>
  say(phrases.ground, locale, { title, value: sayValue(g, locale), basis: sayBasis(g, locale) });
