import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { type Locale, say, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { claims, STATE_WORDS } from '#engines/claims';
import { rulebook } from '#engines/rulebook';
import { openChild, openPeople, openPerson, openRelease, openText, ownEntry } from './access.service.ts';
import { pickupCodes } from './codes.service.ts';
import * as d from './days.sql.ts';
import * as q from './entries.sql.ts';
import { findSession, listForMe, type Session } from './programmes.sql.ts';
import { consentOf, mostChildren, sessionForMe } from './signing.service.ts';
import type { api, EntryCard, SessionCard } from './summer-care.contract.ts';
import { beginsAt, dayState, daysOf, endsAt, keptUntil, missingFrom, standingOf } from './summer-care.rules.ts';
import { words } from './summer-care.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const MESSAGES = 20;

/** A session as lists show it. */
export const sessionView = (s: Session, now: Date): z.input<typeof SessionCard> => ({
  id: s.id, programmeId: s.programmeId, programme: s.programme, year: s.year, union: s.union, title: s.title, site: s.site, address: s.address, startsOn: s.startsOn, endsOn: s.endsOn, days: daysOf(s).length, weekdays: s.weekdays, opensMinute: s.opensMinute, closesMinute: s.closesMinute, ageFrom: s.ageFrom, ageTo: s.ageTo,
  ageOn: s.ageOn, price: Number(s.priceFen), opensAt: s.opensAt.toISOString(), closesAt: s.closesAt.toISOString(), standing: standingOf(s, now), places: s.places, taken: s.taken, waiting: s.waiting, mine: s.mine,
});

/** What the state of a child's place is called. */
export const stateWord = (state: string): Word => (state === 'taken' ? words.stateTaken : state === 'handed' ? words.handed : state === 'cancelled' || state === 'returned' ? words.stateOver : (STATE_WORDS as Readonly<Record<string, Word>>)[state] ?? words.stateOver);

/** Minutes after the beginning of a day from which a child that did not come is missing. */
export async function absentMinutes(tx: Tx, unionId: string): Promise<number> {
  return (await rulebook.look(tx, { unionId }, ['summerCare.absent.afterMinutes'])).values['summerCare.absent.afterMinutes'];
}

type Looked = { readonly locale: Locale; readonly absent: number; readonly today: readonly d.Day[] };
function cardOf(tx: Tx, e: q.Entry, s: Session, o: Looked): z.input<typeof EntryCard> {
  const today = legalDateOf(tx.now);
  const day = o.today.find((x) => x.entryId === e.id && x.day === today);
  return {
    id: e.id, sessionId: s.id, title: s.title, programme: s.programme, site: s.site, startsOn: s.startsOn, endsOn: s.endsOn, opensMinute: s.opensMinute, closesMinute: s.closesMinute, child: openChild(e)?.name ?? '', state: e.state, stateText: say(stateWord(e.state), o.locale), ahead: e.ahead,
    today: day && ['taken', 'handed'].includes(e.state) ? dayState(day, missingFrom(today, s.opensMinute, o.absent), tx.now) : null, forgotten: e.childSealed === null, consentOld: e.endedAt === null && e.consentNo < s.consentNo,
  };
}

async function cardsOf(tx: Tx, list: readonly q.Entry[], locale: Locale): Promise<z.input<typeof EntryCard>[]> {
  const today = await d.listDays(tx, list.map((e) => e.id));
  const cards: z.input<typeof EntryCard>[] = [];
  for (const e of list) {
    const s = await findSession(tx, e.sessionId);
    if (s !== null) cards.push(cardOf(tx, e, s, { locale, today, absent: await absentMinutes(tx, s.unionId) }));
  }
  return cards;
}

/** Sessions a worker may sign children up for, or those that are over. */
export async function sessions(tx: Tx, by: Actor, { when, ...page }: In<'sessions'>) {
  const { items, total } = await listForMe(tx, by, when === 'past', legalDateOf(tx.now), page);
  return { items: items.map((s) => sessionView(s, tx.now)), total };
}

const BARS: Readonly<Record<string, Word>> = { notMember: words.barMember, otherUnion: words.barUnion };

/** One session with the consent text, how long data are kept and one's own children in it. */
export async function session(tx: Tx, by: Actor, { id }: In<'session'>, { locale }: Call) {
  const s = await sessionForMe(tx, by, id);
  const offer = await claims.findOffer(tx, id);
  const bar = offer === null ? null : await claims.barFor(tx, offer, by.personId);
  const own = await q.listOwnOf(tx, id, by.personId);
  const most = await mostChildren(tx, s.unionId);
  const standing = standingOf(s, tx.now);
  const consent = await consentOf(tx, s);
  const open = (standing === 'open' || standing === 'waiting') && bar === null && own.length < most;
  return {
    ...sessionView(s, tx.now), about: s.about, daysOff: s.daysOff, consent: { no: consent.no, text: consent.text, healthText: consent.healthText }, keptDays: s.forgetDays, now: tx.now.toISOString(), bar: bar === null ? null : say(BARS[bar] ?? words.barOther, locale), mostChildren: most,
    entries: await cardsOf(tx, own, locale), may: open ? ['signUp'] : [],
  };
}

/** One's own children: to come and running, or over. */
export async function mine(tx: Tx, by: Actor, { when, ...page }: In<'mine'>, { locale }: Call) {
  const { items, total } = await q.listOwn(tx, by.personId, when === 'past', legalDateOf(tx.now), page);
  return { items: await cardsOf(tx, items, locale), total };
}

function mayOf(e: q.Entry, s: Session, came: number, now: Date): string[] {
  const live = e.endedAt === null && e.forgottenAt === null && s.offer !== 'cancelled' && now < endsAt(s);
  const placed = e.state === 'taken' || e.state === 'handed';
  return [
    ...(live ? ['edit', 'notes', 'cancel'] : []), ...(live && now < beginsAt(s) ? ['editChild'] : []), ...(e.notesSealed !== null && e.endedAt === null ? ['withdrawNotes'] : []), ...(live && e.consentNo < s.consentNo ? ['agree'] : []), ...(live && placed ? ['leave'] : []),
    ...(came > 0 && e.childSealed !== null && legalDateOf(now) >= s.endsOn ? ['certificate'] : []),
  ];
}

/** The days of a child as its guardian reads them. */
async function ownDays(tx: Tx, e: q.Entry, s: Session, days: readonly d.Day[], locale: Locale) {
  const [absent, today] = [await absentMinutes(tx, s.unionId), legalDateOf(tx.now)];
  const people = new Map((await q.findPickups(tx, days.flatMap((x) => x.pickupId ?? []))).map((p) => [p.id, openPerson(p.sealed)]));
  const releases = new Map((await d.listReleases(tx, { entryId: e.id })).map((r) => [r.id, openRelease(r.sealed)]));
  const placed = e.state === 'taken' || e.state === 'handed';
  return days.map((x) => {
    const who = x.pickupId ? people.get(x.pickupId) : x.releaseId ? releases.get(x.releaseId) : null;
    return {
      day: x.day, state: dayState(x, missingFrom(x.day, s.opensMinute, absent), tx.now), arrivedAt: x.arrivedAt?.toISOString() ?? null, leftAt: x.leftAt?.toISOString() ?? null, leftWith: who ? `${who.name}（${say(words[`relation_${who.relation}`], locale)}）` : '',
      may: placed && x.day >= today && x.arrivedAt === null ? [x.excusedAt === null ? 'excuse' : 'come'] : [],
    };
  });
}

/** One's own child in a session, in full, with the codes of those who may pick it up. */
export async function entry(tx: Tx, by: Actor, { id }: In<'entry'>, { locale }: Call) {
  const { e, s } = await ownEntry(tx, by, id, false);
  const [child, contact, consent] = [openChild(e), openPerson(e.contactSealed), await consentOf(tx, s)];
  const days = await d.listDays(tx, [id]);
  const codes = e.claimId !== null && (e.state === 'taken' || e.state === 'handed') ? claims.codesOf(tx.federationId, { id: e.claimId, no: e.no }) : null;
  const people = openPeople(await q.listPickups(tx, [id]));
  return {
    ...cardOf(tx, e, s, { locale, today: days, absent: await absentMinutes(tx, s.unionId) }), address: s.address, union: s.union, weekdays: s.weekdays, version: e.version, birth: child?.birth ?? null, sex: child?.sex ?? null, age: e.age,
    people: people.map((p) => { const c = pickupCodes(tx.federationId, p); return { id: p.id, ...p.facts, code: c.code, shortCode: c.short }; }), contact, notes: e.notesSealed === null ? null : openText(e.notesSealed), notesAt: e.notesAt?.toISOString() ?? null, notesWithdrawnAt: e.notesWithdrawnAt?.toISOString() ?? null,
    consentNo: e.consentNo, consentAt: e.consentAt.toISOString(), consent: { no: consent.no, text: consent.text, healthText: consent.healthText }, code: codes?.code ?? null, shortCode: codes?.short ?? null, keptUntil: keptUntil(s.endsOn, s.forgetDays), price: Number(s.priceFen), paid: e.paidAt !== null,
    days: await ownDays(tx, e, s, days, locale), incidents: (await d.listIncidents(tx, id)).map((i) => ({ id: i.id, at: i.at.toISOString(), text: openText(i.sealed) })),
    messages: e.endedAt === null ? (await d.listMessages(tx, s.id, { limit: MESSAGES, offset: 0 })).items.map((m) => ({ id: m.id, at: m.at.toISOString(), text: m.text, by: m.by })) : [], may: mayOf(e, s, days.filter((x) => x.arrivedAt !== null).length, tx.now),
  };
}
