import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { orderly } from '#shared/orderly';
import type { Locale } from '#shared/words';
import { type Book, outlook, readBook, standingsOf } from './book.service.ts';
import { sayGround } from './phrases.rules.ts';
import { pick, type Standing } from './pick.rules.ts';
import type { Param } from './rule.rules.ts';
import { insertSet, type Place, selectPlace, selectSet } from './rulebook.sql.ts';
import { words } from './rulebook.words.ts';
import { contentId, findParam, listParams, loadParam, type RuleKey, type RuleValues } from './shelf.service.ts';

/** For which union, and for which day: a date `YYYY-MM-DD`, an instant, or the transaction's own. */
export type Where = { readonly unionId: string; readonly at?: Date | string };

/** Why a number is what it is; enough to show a person and to recompute. */
export type Ground = {
  readonly param: string;
  readonly value: unknown;
  readonly unit: string;
  readonly comparator: string;
  readonly at: 'union' | 'region' | 'nation';
  readonly place: string;
  readonly from: string;
  readonly document: string;
  readonly documentEn: string;
  readonly article: string;
};

export type Resolved<K extends string> = {
  /** typed for the numbers the house knows by name; `unknown` for names that only data tell (a process) */
  readonly values: { readonly [P in K]: P extends RuleKey ? RuleValues[P] : unknown };
  /** id of the immutable set of these numbers; store it with the decision */
  readonly ruleSetId: string;
  readonly basis: readonly Ground[];
};

const dayOf = (tx: Tx, at: Date | string | undefined): string => (typeof at === 'string' ? at : legalDateOf(at ?? tx.now));

const ground = (param: Param, s: Standing): Ground => ({
  param: param.key, value: s.value, unit: param.unit, comparator: param.comparator, at: s.at, place: s.place, from: s.from,
  document: s.basis.document, documentEn: s.basis.documentEn, article: s.basis.article,
});

async function openAt(tx: Tx, unionId: string): Promise<{ place: Place; book: Book }> {
  const place = await selectPlace(tx, unionId);
  if (!place) throw new Refused(words.unknownUnion, { status: 404 });
  return { place, book: await readBook(tx, place.stamp) };
}

const KEPT = 10_000;
const found = new Map<string, Resolved<string>>();

function compute(place: Place, book: Book, day: string, keys: readonly string[]): Resolved<string> {
  const basis = keys.map((key) => {
    const param = loadParam(key);
    const held = pick(param, standingsOf(param, book, place), day);
    if (!held) throw new Error(`rulebook: nothing holds for ${key} at ${place.regionCode || 'CN'} on ${day}`);
    return ground(param, held);
  });
  return {
    values: Object.fromEntries(basis.map((g) => [g.param, g.value])),
    ruleSetId: contentId(orderly(basis)),
    basis,
  };
}

function recall(tx: Tx, place: Place, book: Book, day: string, keys: readonly string[]): Resolved<string> {
  const sorted = [...keys].sort();
  const name = [tx.federationId, book.stamp, place.path, place.kind, place.regionCode, day, ...sorted].join('|');
  const known = found.get(name);
  if (known) return known;
  const fresh = compute(place, book, day, sorted);
  if (found.size >= KEPT) found.clear();
  found.set(name, fresh);
  return fresh;
}

/**
 * The numbers that hold for a union on a day, without keeping them: for screens and for reading.
 * @throws Refused 404 for an unknown union; Error when a number was never declared or nothing holds
 */
export async function look<const K extends string>(tx: Tx, where: Where, keys: readonly K[]): Promise<Resolved<K>> {
  const { place, book } = await openAt(tx, where.unionId);
  return recall(tx, place, book, dayOf(tx, where.at), keys) as unknown as Resolved<K>;
}

const keptSets = new Set<string>();

/**
 * The same for a decision: the set is kept for ever under `ruleSetId`, which belongs beside the decision so that it can be
 * recomputed years later. Needs a transaction that may write.
 */
export async function resolve<const K extends string>(tx: Tx, where: Where, keys: readonly K[]): Promise<Resolved<K>> {
  const resolved = await look(tx, where, keys);
  const name = `${tx.federationId}|${resolved.ruleSetId}`;
  if (!keptSets.has(name)) {
    await insertSet(tx, resolved.ruleSetId, JSON.stringify(resolved.basis));
    tx.afterCommit(() => {
      if (keptSets.size >= KEPT) keptSets.clear();
      keptSets.add(name);
    });
  }
  return resolved;
}

/**
 * The numbers a past decision rested on, by the id kept with it; undefined when there is no such set.
 * @throws Error when the content no longer makes its id: somebody changed it in the database
 */
export async function setOf(tx: Tx, ruleSetId: string): Promise<readonly Ground[] | undefined> {
  const content = await selectSet(tx, ruleSetId);
  if (content === undefined) return undefined;
  if (contentId(orderly(content)) !== ruleSetId) throw new Error(`rulebook: set ${ruleSetId} was changed after it was kept`);
  return content as readonly Ground[];
}

/** The same, each number with its source in one line, for showing what a decision rested on; empty for an unknown id. */
export async function basisOf(tx: Tx, ruleSetId: string, locale: Locale): Promise<string[]> {
  const grounds = (await setOf(tx, ruleSetId)) ?? [];
  return grounds.map((g) => sayGround(findParam(g.param)?.title[locale] ?? g.param, g, locale));
}

/** One line of the rulebook as an officer of a union sees it. */
export type Chapter = { readonly param: Param; readonly now: Standing | undefined; readonly later: readonly Standing[]; readonly others: readonly Standing[] };

/** Every number of one area (all areas unless told) as it stands for a union: what holds, what will, and what it stands before. */
export async function chapters(tx: Tx, where: Where, area?: string): Promise<{ place: Place; lines: Chapter[] }> {
  const { place, book } = await openAt(tx, where.unionId);
  const day = dayOf(tx, where.at);
  const lines = listParams()
    .filter((param) => area === undefined || param.area === area)
    .map((param) => {
      const standings = standingsOf(param, book, place);
      const { now, later } = outlook(param, standings, day);
      const others = standings.filter((s) => s !== now && !later.includes(s)).sort((a, b) => a.distance - b.distance);
      return { param, now, later, others };
    });
  return { place, lines };
}
