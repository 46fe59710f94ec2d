import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { type CaseEvent, cases, caseWords } from '#engines/cases';
import { claims, claimWords, type OwnClaim } from '#engines/claims';
import { files } from '#engines/files';
import { findUnions, loadUnion } from '#engines/org';
import type { ActivityCard, ActivityOut, api } from './activities.contract.ts';
import { activityProcess } from './activities.process.ts';
import { answerFaults, maskName, type Standing, standingOf } from './activities.rules.ts';
import * as q from './activities.sql.ts';
import { nameOfClub } from './paying-clubs.sql.ts';
import { words } from './activities.words.ts';
import { KEEP } from './drafting.service.ts';
import { openFamilyOf, ratingUntil } from './taking.service.ts';
import * as t from './taking.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Card = z.input<typeof ActivityCard>;
const COMMENTS = 20;

/** Where an activity stands now. */
export const standing = (a: q.ActivityRow, now: Date): Standing => standingOf({ ...a, opensAt: a.opensAt ?? new Date(0), places: a.capacity }, now);

/** Activities as lists show them, with the state of one's own claims. */
export async function cardsOf(tx: Tx, by: Actor, list: readonly q.ActivityRow[]): Promise<Card[]> {
  const ids = list.map((a) => a.id);
  const mine = Map.groupBy(ids.length > 0 ? await claims.listMine(tx, by.personId, ids) : [], (c) => c.offerId);
  const covers = await files.listOf(tx, 'activityCover', ids);
  return list.map((a) => ({
    id: a.id, number: a.number, kind: a.kind, title: a.title, union: a.union, unionId: a.unionId, place: a.place, startsAt: a.startsAt.toISOString(), endsAt: a.endsAt.toISOString(), closesAt: a.closesAt.toISOString(), standing: standing(a, tx.now), capacity: a.capacity, taken: a.taken,
    waiting: a.waiting, came: a.came, pays: a.pays, price: Number(a.price), family: a.family, cover: covers.get(a.id)?.at(-1)?.id ?? null, mine: liveOf(mine.get(a.id))?.state ?? null, stars: a.stars, ratings: a.ratings, organiser: a.organiser,
  }));
}

/** The claim that counts: a live one, listed first. */
const liveOf = (list: readonly OwnClaim[] | undefined): OwnClaim | undefined => list?.find((c) => c.endedAt === null);

/** What is on for me: today, the next seven days, all to come, or what is over. */
export async function list(tx: Tx, by: Actor, f: In<'list'>) {
  const today = legalDateOf(tx.now);
  const until = f.when === 'today' ? instantAt(addDays(today, 1)) : f.when === 'week' ? instantAt(addDays(today, 7)) : null;
  const unionPath = f.unionId ? (await loadUnion(tx, f.unionId)).path : undefined;
  const found = await q.listForMe(tx, by, { from: tx.now, to: until, past: f.when === 'past', unionPath, kind: f.kind, text: f.text, limit: f.limit, offset: f.offset });
  return { items: await cardsOf(tx, by, found.items), total: found.total };
}

/** Unions that have something on for me. */
export const hosts = async (tx: Tx, by: Actor) => ({ items: await q.listHosts(tx, by) });

/** What I drafted. */
export const mine = async (tx: Tx, by: Actor, page: In<'mine'>) => ({ items: await cardsOf(tx, by, await q.listOwn(tx, by, page)) });

const PUBLISHED = ['open', 'closed'];

/** What this person may do with an activity now. */
function mayWith(by: Actor, a: q.ActivityRow, steps: readonly string[], now: Date, own: OwnClaim | undefined, rating: t.Rating | null, bar: string | null): string[] {
  const keeps = mayIn(by, KEEP, a.path);
  const published = PUBLISHED.includes(a.offer ?? '');
  const at = standing(a, now);
  const came = own?.state === 'handed';
  const can: readonly (readonly [string, boolean])[] = [
    ['keep', keeps], ['draft', (a.authorId === by.personId && ['drafted', 'returned'].includes(a.state)) || (keeps && ['drafted', 'submitted'].includes(a.state))], ['copy', keeps || a.organiserId === by.personId],
    ['amend', keeps && published && a.endsAt > now], ['callOff', keeps && published && a.startsAt > now], ['close', keeps && a.offer === 'open' && a.closesAt > now], ['repeat', keeps && published && a.seriesId === null && a.endsAt > now],
    ['signUp', own === undefined && bar === null && (at === 'open' || at === 'waiting')], ['checkIn', a.selfCheckIn && published && own?.state === 'taken' && a.endsAt > now],
    ['rate', came && a.startsAt <= now && (rating === null || ratingUntil(rating.at) > now)], ['photo', published && a.startsAt <= now && (came || keeps)],
  ];
  return [...steps, ...can.flatMap(([name, yes]) => (yes ? [name] : []))];
}

function eventView(e: CaseEvent, locale: Locale) {
  const word = (activityProcess.steps as Record<string, { word: Word }>)[e.step]?.word ?? (caseWords as Record<string, Word>)[e.step] ?? words.auditSavedStep;
  const by = e.byKind === 'system' ? say(words.system, locale) : [e.byName ?? '', e.byTitle].filter(Boolean).join(' · ') || say(words.office, locale);
  return { id: e.id, word: e.step === 'opened' ? say(words.drafted, locale) : say(word, locale), by, text: e.step === 'opened' ? '' : e.text, at: e.at.toISOString() };
}

/** The case behind it for its author and its officers; others see what is published. */
async function storyOf(tx: Tx, by: Actor, a: q.ActivityRow, locale: Locale) {
  if (a.authorId !== by.personId && !mayIn(by, KEEP, a.path)) return { steps: [], events: [] };
  const seen = await cases.load(tx, activityProcess, by, a.id);
  return { steps: seen.may, events: seen.events.map((e) => eventView(e, locale)) };
}

async function ownOf(tx: Tx, by: Actor, a: q.ActivityRow, own: OwnClaim | undefined) {
  if (own === undefined) return null;
  const said = (await t.findEntries(tx, a.id, [by.personId])).get(by.personId);
  const family = openFamilyOf(said?.sealed ?? null);
  const complete = family.length === own.places - 1 && answerFaults(a.questions, said?.answers ?? []).length === 0;
  return { claimId: own.id, state: own.state, places: own.places, family, answers: [...(said?.answers ?? [])], complete };
}

const conditions = (who: q.Wanted['who']) => ({ memberDays: who.memberDays ?? 0, misses: who.misses ?? null, sex: who.sex ?? null, newForm: who.newForm ?? false });

/** The page of an activity, for whoever may see it. */
export async function activity(tx: Tx, by: Actor, { id }: In<'activity'>, call: Call): Promise<z.input<typeof ActivityOut>> {
  const a = await q.findActivity(tx, by, id);
  if (a === null) throw new Refused(doorWords.notFound, { status: 404 });
  const [card] = await cardsOf(tx, by, [a]);
  if (card === undefined) throw new Error(`activity ${id} has no card`);
  const offer = a.offer === null || a.offer === 'draft' ? null : await claims.findOffer(tx, id);
  const own = liveOf(offer ? await claims.listMine(tx, by.personId, [id]) : []);
  const barred = offer ? await claims.barFor(tx, offer, by.personId) : null;
  const bar = barred === null || offer === null ? null : say(claimWords[barred], call.locale, { days: barred === 'tooNew' ? offer.who.memberDays : offer.who.restDays });
  const rating = await t.findRating(tx, id, by.personId);
  const { steps, events } = await storyOf(tx, by, a, call.locale);
  const quotaUnions = await findUnions(tx, a.quotas.map((x) => x.unionId));
  const inside = a.organiserId === by.personId || mayIn(by, KEEP, a.path);
  return {
    ...card, about: a.about, opensAt: a.opensAt?.toISOString() ?? null, cancelUntil: a.cancelUntil?.toISOString() ?? null, waits: a.waits, questions: a.questions.map((x) => ({ ...x, options: [...x.options] })), selfCheckIn: a.selfCheckIn, why: a.why, organiserId: a.organiserId, state: a.state,
    version: a.version, bar, may: mayWith(by, a, steps, tx.now, own, rating, bar), audience: await q.listAudience(tx, id), quotas: a.quotas.map((x) => ({ ...x, union: quotaUnions.get(x.unionId)?.name ?? '' })), who: conditions(a.who), plan: inside ? a.plan.map((x) => ({ ...x })) : [],
    plannedFen: inside ? Number(a.plannedFen) : 0, clubId: a.clubId, club: a.clubId === null ? null : await nameOfClub(tx, a.clubId), seriesId: a.seriesId, places: a.places, events, own: await ownOf(tx, by, a, own),
    rating: rating && { stars: rating.stars, comment: rating.comment, until: ratingUntil(rating.at).toISOString() },
    comments: (await t.listRatings(tx, id, { limit: COMMENTS, offset: 0 })).map((r) => ({ name: inside ? r.name : maskName(r.name), stars: r.stars, comment: r.comment, at: r.at.toISOString() })),
  };
}
