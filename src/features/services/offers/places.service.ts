import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { calendarOf } from '#shared/calendar-file';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import { type Call, Download } from '#platform/http';
import { claims, claimWords, type Offer, type OwnClaim } from '#engines/claims';
import { notify } from '#engines/notify';
import { findUnions } from '#engines/org';
import { claimView } from './claim.service.ts';
import type { api } from './offers.contract.ts';
import * as q from './offers.sql.ts';
import { words } from './offers.words.ts';
import { stateText } from './state-text.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Place = z.input<(typeof api)['mine']['out']>['items'][number];
const HOUR = 3_600_000;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** When one is to be there: the thing's own time, or that of the hand-over. */
function timeOf(c: OwnClaim): { from: Date; to: Date } | null {
  const from = c.startsAt ?? c.handOverFrom;
  return from === null ? null : { from, to: c.endsAt ?? c.handOverTo ?? new Date(from.getTime() + HOUR) };
}

/** The steps that are open to whoever has a place. */
function mayWith(c: OwnClaim, now: Date): Place['may'] {
  const due = c.dueAt === null || c.dueAt > now;
  const late = c.cancelUntil !== null && now >= c.cancelUntil;
  const may: Place['may'] = [];
  if (c.state === 'offered' && due) may.push('accept', 'decline');
  if (c.state === 'held' && due && claims.hasGate()) may.push('pay');
  if (c.state === 'entered' || c.state === 'waiting' || c.state === 'held' || (c.state === 'taken' && !late)) may.push('giveBack');
  if (c.state === 'taken' && c.transferable && !late) may.push('pass');
  if (c.state === 'taken' && timeOf(c) !== null) may.push('calendar');
  return may;
}

function placeView(tx: Tx, c: OwnClaim, locale: Locale): Place {
  const kind = claims.kindNamed(c.kind);
  return {
    ...claimView(tx.federationId, c), kind: c.kind, kindTitle: say(kind.title, locale), title: c.title, union: c.union, mode: c.mode, offerState: c.offerState, stateText: stateText(c.kind, c.state, locale), timesText: kind.times === undefined ? null : say(kind.times, locale), unitLabel: c.unitLabel, startsAt: iso(c.startsAt),
    endsAt: iso(c.endsAt), place: c.place, handOverFrom: iso(c.handOverFrom), handOverTo: iso(c.handOverTo), cancelUntil: iso(c.cancelUntil), ahead: c.ahead, pays: c.pays, amount: String(c.amount), paidAt: iso(c.paidAt), owedBack: c.owedBack,
    handedAt: iso(c.handedAt), endedAt: iso(c.endedAt), path: kind.memberPath.replace(':id', c.offerId), may: mayWith(c, tx.now),
  };
}

async function own(tx: Tx, by: Actor, id: string): Promise<OwnClaim> {
  const c = await claims.findOwn(tx, by.personId, id);
  if (c === null) throw new Refused(claimWords.claimUnknown, { status: 404 });
  return c;
}

/** What I have or wait for, or what is over. */
export async function mine(tx: Tx, by: Actor, f: In<'mine'>, call: Call) {
  const { items, total } = await claims.listOwn(tx, by.personId, { now: f.when === 'now', returning: claims.allKinds().flatMap((k) => (k.returns ? [k.name] : [])), kinds: f.kind === undefined ? undefined : [f.kind], limit: f.limit, offset: f.offset });
  return { items: items.map((c) => placeView(tx, c, call.locale)), total };
}

/** Kinds of things of which I have or had something. */
export async function kinds(tx: Tx, by: Actor, _: In<'kinds'>, call: Call) {
  return { items: (await q.listOwnKinds(tx, by.personId)).map((kind) => ({ kind, title: say(claims.kindNamed(kind).title, call.locale) })) };
}

/** One of my places with what happened to it. */
export async function place(tx: Tx, by: Actor, { id }: In<'place'>, call: Call) {
  const c = await own(tx, by, id);
  const first = { at: c.at, text: say(words.didClaim, call.locale, { no: c.no }), by: null, why: '' };
  const events = (await claims.listEvents(tx, id)).map((e) => {
    const word = words[`did_${e.verb}` as keyof typeof words] ?? words.did_other;
    return { at: e.at, text: e.verb === 'handed' ? stateText(c.kind, 'handed', call.locale) : say(word, call.locale), by: e.byId === by.personId ? null : e.by, why: e.why };
  });
  return { ...placeView(tx, c, call.locale), story: [first, ...events].map((e) => ({ ...e, at: e.at.toISOString() })) };
}

/** What I have of one offer, live ones first. */
export async function ofOffer(tx: Tx, by: Actor, { offerId }: In<'ofOffer'>, call: Call) {
  return { items: (await claims.listMine(tx, by.personId, [offerId])).slice(0, 100).map((c) => placeView(tx, c, call.locale)) };
}

/** Gives a place back: the next in the waiting list gets it. */
export async function giveBack(tx: Tx, by: Actor, { id }: In<'giveBack'>) {
  await claims.cancel(tx, by, id);
  return { id };
}

/** Accepts a place that was offered. */
export async function accept(tx: Tx, by: Actor, { id }: In<'accept'>) {
  await claims.accept(tx, by, id);
  return { id };
}

/** Declines a place that was offered: it goes to the next. */
export async function decline(tx: Tx, by: Actor, { id }: In<'decline'>) {
  await claims.decline(tx, by, id);
  return { id };
}

/** Paths of the unions an offer is for. */
export async function rootsOf(tx: Tx, offer: Offer): Promise<string[]> {
  return [...(await findUnions(tx, offer.who.unions.length > 0 ? offer.who.unions : [offer.unionId])).values()].map((u) => u.path);
}

/** Passes a place on to a colleague, named by staff number and name as a person can know them. */
export async function pass(tx: Tx, by: Actor, { id, ...who }: In<'pass'>) {
  const c = await own(tx, by, id);
  const offer = await claims.findOffer(tx, c.offerId);
  const to = offer && (await q.findColleague(tx, await rootsOf(tx, offer), who));
  if (!to) throw new Refused(claimWords.receiverUnknown, { fields: [{ path: 'staffNumber', why: claimWords.receiverUnknown }] });
  await claims.transfer(tx, by, id, to);
  return { id };
}

/** Leads to where a place is paid for. */
export async function pay(tx: Tx, by: Actor, { id }: In<'pay'>) {
  const { url } = await claims.beginPayment(tx, by, id);
  return { url };
}

/** A place as a calendar file. */
export async function calendar(tx: Tx, by: Actor, { id }: In<'calendar'>, call: Call): Promise<Download> {
  const c = await own(tx, by, id);
  const time = timeOf(c);
  if (time === null) throw new Refused(words.noTime);
  const title = c.unitLabel === null ? c.title : `${c.title} ${c.unitLabel}`;
  const base = notify.publicUrl();
  const content = calendarOf({
    uid: `${c.id}@${new URL(base).hostname}`, title, about: say(words.calendarText, call.locale, { union: c.union, no: c.no }), place: c.place, url: `${base}/places/${c.id}`, organiser: c.union, startsAt: time.from, endsAt: time.to, stampedAt: tx.now,
    cancelled: false, sequence: 0,
  });
  return new Download({ name: `${c.title}.ics`, type: 'text/calendar; charset=utf-8', content });
}
