import { createHash } from 'node:crypto';
import { orderly } from '#shared/orderly';
import type { Param, Rule } from './rule.rules.ts';
import { access } from './rules/access.rules.ts';
import { congress } from './rules/congress.rules.ts';
import { elections } from './rules/elections.rules.ts';
import { housing } from './rules/housing.rules.ts';
import { summerCare } from './rules/summer-care.rules.ts';
import { clubs } from './rules/clubs.rules.ts';
import { letters } from './rules/letters.rules.ts';
import { lockers } from './rules/lockers.rules.ts';
import { membership } from './rules/membership.rules.ts';
import { privacy } from './rules/privacy.rules.ts';
import { activities } from './rules/activities.rules.ts';
import { dailyQuestion } from './rules/daily-question.rules.ts';
import { jointMeetings } from './rules/joint-meetings.rules.ts';
import { disclosure } from './rules/disclosure.rules.ts';
import { sales } from './rules/sales.rules.ts';
import { proposals } from './rules/proposals.rules.ts';
import { savings } from './rules/savings.rules.ts';
import { security } from './rules/security.rules.ts';
import { suggestions } from './rules/suggestions.rules.ts';
import { tax } from './rules/tax.rules.ts';
import { union } from './rules/union.rules.ts';
import { schemaOf, type ValueOf } from './shapes.rules.ts';

const shipped = { ...letters, ...membership, ...union, ...privacy, ...security, ...access, ...suggestions, ...savings, ...sales, ...lockers, ...activities, ...tax, ...clubs, ...housing, ...disclosure, ...summerCare, ...congress, ...elections, ...proposals, ...dailyQuestion, ...jointMeetings };
type Shipped = { readonly [K in keyof typeof shipped]: ValueOf<(typeof shipped)[K]['shape']> };

/**
 * Every number the house knows, by its key. A part that brings its own adds them here by declaration merging:
 * `declare module '#engines/rulebook' { interface RuleValues extends ValuesOf<typeof myPack> {} }` and `shelve(myPack)`.
 */
export interface RuleValues extends Shipped {}
export type RuleKey = keyof RuleValues & string;
export type ValuesOf<P extends Readonly<Record<string, Param>>> = { readonly [K in keyof P]: ValueOf<P[K]['shape']> };

const shelf = new Map<string, Param>();
const ids = new WeakMap<Rule, string>();

/** An id made of content: equal content, equal id (UUID of version 8). */
export function contentId(text: string): string {
  const b = createHash('sha256').update(text).digest().subarray(0, 16);
  b[6] = ((b[6] as number) & 0x0f) | 0x80;
  b[8] = ((b[8] as number) & 0x3f) | 0x80;
  const hex = b.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The id of a shipped rule, by which it is confirmed: another value or source is another rule. */
export function shippedId(param: Param, r: Rule): string {
  const known = ids.get(r);
  if (known) return known;
  const id = contentId(orderly([param.key, r.jurisdiction, r.unionKind ?? '', r.from, r.to ?? null, r.value, r.basis.document.code, r.basis.article]));
  ids.set(r, id);
  return id;
}

/** Puts a pack on the shelf. Twice the same key, or a value that its own shape refuses, fails at start. */
export function shelve(pack: Readonly<Record<string, Param>>): void {
  for (const param of Object.values(pack)) {
    if (shelf.has(param.key)) throw new Error(`rulebook: ${param.key} is declared twice`);
    for (const r of param.rules) {
      if (!schemaOf(param.shape).safeParse(r.value).success) throw new Error(`rulebook: ${param.key} ships a value that it refuses`);
    }
    shelf.set(param.key, param);
  }
}

shelve(shipped);

/** A number by its key, if the house knows it. */
export const findParam = (key: string): Param | undefined => shelf.get(key);

/** A number by its key; asking for one that nobody declared is a bug. */
export function loadParam(key: string): Param {
  const param = shelf.get(key);
  if (!param) throw new Error(`rulebook: nobody declared ${key}`);
  return param;
}

/** All numbers of the house, in the order of their declaration. */
export const listParams = (): Param[] => [...shelf.values()];
