import type { Tx } from '#shared/call';
import type { Locale } from '#shared/words';
import { numberFor, termOf } from '#engines/ballot';
import { type Ground, rulebook } from '#engines/rulebook';
import { words } from './by-rule.words.ts';
import { both } from './findings.service.ts';
import type { BodyForm, Kind } from './terms.sql.ts';

/** Where a body stands: its union decides which rules hold, its kind which of them are asked. */
export type Of = { readonly unionId: string; readonly kind: Kind };
type Keep = { readonly keep?: boolean };

/** The numbers of the rulebook; kept for ever when a decision rests on them. */
export const numbers = <const K extends string>(tx: Tx, of: Of, keys: readonly K[], o: Keep = {}) => (o.keep ? rulebook.resolve : rulebook.look)(tx, { unionId: of.unionId }, keys);

const sources = (basis: readonly Ground[], locale: Locale): string[] => [...new Set(basis.map((g) => rulebook.sayBasis(g, locale)))];
/** The table of delegates a kind of body goes by. */
export const numberKey = (kind: Kind) => (kind === 'workers' ? ('congress.delegates.number' as const) : ('elections.memberCongress.delegates' as const));

/** How many delegates the rule of the place asks for, with the sum written out and its sources (rules.md §6, §7.1). */
export async function delegateRule(tx: Tx, of: Of & { readonly people: number }, locale: Locale, o: Keep = {}) {
  const key = numberKey(of.kind);
  const found = await numbers(tx, of, [key], o);
  const { least, most, formula } = numberFor(found.values[key], of.people);
  const plain = both(of.kind === 'workers' ? words.number_workers : words.number_members, { n: of.people, least, formula });
  return { least, most, sentence: (most === null ? plain : both(words.numberMost, { sentence: plain, most }))[locale], basis: sources(found.basis, locale), ruleSetId: found.ruleSetId };
}

/** Whether delegates meet or everybody, by the number of people (rules.md §6, §7). */
export async function formsFor(tx: Tx, of: Of & { readonly people: number }, locale: Locale): Promise<{ forms: BodyForm[]; sentence: string }> {
  if (of.kind === 'workers') {
    const from = (await numbers(tx, of, ['congress.obligatory.fromWorkers'])).values['congress.obligatory.fromWorkers'];
    const large = of.people >= from;
    return { forms: large ? ['congress'] : ['meeting', 'congress'], sentence: both(large ? words.mustCongress : words.mayMeeting, { from })[locale] };
  }
  const from = (await numbers(tx, of, ['elections.memberCongress.fromMembers'])).values['elections.memberCongress.fromMembers'];
  const large = of.people >= from;
  return { forms: large ? ['congress', 'meeting'] : ['meeting'], sentence: both(large ? words.mayCongress : words.mustMeeting, { from })[locale] };
}

/** How long a term may be and how much later the next may begin. */
export async function termRule(tx: Tx, of: Of): Promise<{ years: number[]; lateMonths: number }> {
  if (of.kind === 'workers') {
    const { values } = await numbers(tx, of, ['congress.term.years', 'congress.term.delayMonths']);
    return { years: [...values['congress.term.years']], lateMonths: values['congress.term.delayMonths'] };
  }
  const { values } = await numbers(tx, of, ['union.term.years', 'elections.term.delayMonths']);
  return { years: [...values['union.term.years']], lateMonths: values['elections.term.delayMonths'] };
}

/** The last day of a term that begins on a day. */
export const lastDay = (beganOn: string, years: number): string => termOf(beganOn, years, 0).lastDay;
