import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt } from '#shared/dates';
import { loadUnionFor } from '#engines/org';
import { agreementOf, type OpinionPair } from './agreement.rules.ts';
import { type GivenOpinion, listGiven, MOST_OPINIONS } from './agreement.sql.ts';
import type { reviews } from './review.contract.ts';
import { EXPERT_GROUPS, type ExpertGroup } from './suggestions.rules.ts';

type In<K extends keyof typeof reviews> = z.output<(typeof reviews)[K]['in']>;
type Couple = OpinionPair & { readonly group: ExpertGroup; readonly a: GivenOpinion; readonly b: GivenOpinion };

async function read(tx: Tx, by: Actor, f: In<'quality'>, group: ExpertGroup | null): Promise<GivenOpinion[]> {
  return listGiven(tx, by, {
    from: f.from ? instantAt(f.from) : null, to: f.to ? instantAt(addDays(f.to, 1)) : null, group, unionPath: f.unionId ? (await loadUnionFor(tx, by, 'suggestions.decide', f.unionId)).path : null,
  });
}

/** Opinions by suggestion and round. */
function byHearing(list: readonly GivenOpinion[]): GivenOpinion[][] {
  const found = new Map<string, GivenOpinion[]>();
  for (const o of list) found.set(`${o.id}/${o.round}/${o.expertGroup}`, [...(found.get(`${o.id}/${o.round}/${o.expertGroup}`) ?? []), o]);
  return [...found.values()];
}

/** Every two opinions on one suggestion in one round; the reviewer with the smaller id is the first. */
function couplesOf(hearing: readonly GivenOpinion[]): Couple[] {
  const sorted = hearing.toSorted((a, b) => (a.reviewerId < b.reviewerId ? -1 : 1));
  return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b) => ({ first: a, second: b, group: a.expertGroup, a, b })));
}

/** How far experts agree: by group (every two opinions), and by two people of a group. */
export async function quality(tx: Tx, by: Actor, f: In<'quality'>) {
  const given = await read(tx, by, f, null);
  const couples = byHearing(given).flatMap(couplesOf);
  const items = EXPERT_GROUPS.map((group) => {
    const own = given.filter((o) => o.expertGroup === group);
    return { group, opinions: own.length, suggestions: new Set(own.map((o) => o.id)).size, ...agreementOf(couples.filter((c) => c.group === group), false) };
  });
  const pairs = new Map<string, Couple[]>();
  for (const c of couples) pairs.set(`${c.group}/${c.a.reviewerId}/${c.b.reviewerId}`, [...(pairs.get(`${c.group}/${c.a.reviewerId}/${c.b.reviewerId}`) ?? []), c]);
  const shown = [...pairs.values()].flatMap((list) => {
    const [c] = list;
    return c ? [{ group: c.group, first: { id: c.a.reviewerId, name: c.a.name }, second: { id: c.b.reviewerId, name: c.b.name }, ...agreementOf(list) }] : [];
  });
  return { items, couples: shown.sort((a, b) => b.pairs - a.pairs || a.same / a.pairs - b.same / b.pairs).slice(0, 200), cut: given.length >= MOST_OPINIONS };
}

/** The suggestions behind a figure: with two people, those on which both gave an opinion. */
export async function qualityItems(tx: Tx, by: Actor, f: In<'qualityItems'>) {
  const both = [f.firstId, f.secondId].filter((id) => id !== undefined);
  const hearings = byHearing(await read(tx, by, f, f.group)).map((h) => (both.length === 0 ? h : h.filter((o) => both.includes(o.reviewerId)))).filter((h) => h.length > 1);
  const rows = hearings.map((h) => ({
    id: h[0]?.id ?? '', number: h[0]?.number ?? '', title: h[0]?.title ?? '', round: h[0]?.round ?? 1, same: h.every((o) => o.verdict === h[0]?.verdict),
    opinions: h.map(({ name, verdict, grade }) => ({ name, verdict, grade })),
  })).filter((r) => !f.differ || !r.same);
  return { items: rows.slice(f.offset, f.offset + f.limit), total: rows.length };
}
