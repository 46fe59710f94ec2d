import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { words as w } from './offers.words.ts';

const id = z.uuid();
const when = z.iso.datetime();
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const name = z.string().trim().min(1).max(60);
const staffNumber = z.string().trim().min(1).max(40);

/** A claim as its owner reads it. `no`: the order in which the offer was asked. */
export const ClaimOut = z.object({
  id, offerId: id, state: z.string(), no: z.int(), rank: z.int().nullable(), places: z.int(), unitId: id.nullable(), at: z.string(), dueAt: z.string().nullable(),
  /** what the QR says and what is typed; null while nothing is theirs yet */
  code: z.string().nullable(), shortCode: z.string().nullable(),
});

/** One of my places with what it is for. `ahead`: how many wait before me; `path`: the offer's own page; amounts in fen (points: hundredths). */
const Place = ClaimOut.extend({
  kind: z.string(), kindTitle: z.string(), title: z.string(), union: z.string(), mode: z.string(), offerState: z.string(), stateText: z.string(), /** what the hand-over’s time is called, where it is not a collection */ timesText: z.string().nullable(), unitLabel: z.string().nullable(), startsAt: when.nullable(), endsAt: when.nullable(),
  place: z.string(), handOverFrom: when.nullable(), handOverTo: when.nullable(), cancelUntil: when.nullable(), ahead: z.int(), pays: z.string(), amount: z.string(), paidAt: when.nullable(), owedBack: z.boolean(),
  handedAt: when.nullable(), endedAt: when.nullable(), path: z.string(), may: z.array(z.enum(['accept', 'decline', 'pay', 'giveBack', 'pass', 'calendar'])),
});
const Happened = z.object({ at: when, text: z.string(), by: z.string().nullable(), why: z.string() });
const Done = z.object({ id });
const mine = <P extends string>(verb: P) => `/api/v1/my-places/:id/${verb}` as const;

export const api = {
  claim: endpoint({
    method: 'POST', path: '/api/v1/offers/:offerId/claims', can: 'session', about: w.aboutClaim, keyed: true,
    unaudited: 'the claim itself is the record: its order, time and owner are published; thousands of them are written in one statement',
    in: z.object({ offerId: id, places: z.int().min(1).max(100).default(1), unitId: id.optional() }),
    out: ClaimOut,
  }),
  // what is mine
  mine: endpoint({ method: 'GET', path: '/api/v1/my-places', can: 'person', about: w.aboutMine, in: z.object({ when: z.enum(['now', 'past']).default('now'), kind: z.string().max(40).optional(), ...Page }), out: z.object({ items: z.array(Place), total: z.int() }) }),
  kinds: endpoint({ method: 'GET', path: '/api/v1/my-place-kinds', can: 'person', about: w.aboutKinds, in: z.object({}), out: z.object({ items: z.array(z.object({ kind: z.string(), title: z.string() })) }) }),
  place: endpoint({ method: 'GET', path: '/api/v1/my-places/:id', can: 'person', about: w.aboutPlace, in: z.object({ id }), out: Place.extend({ story: z.array(Happened) }) }),
  ofOffer: endpoint({ method: 'GET', path: '/api/v1/offers/:offerId/mine', can: 'person', about: w.aboutOfOffer, in: z.object({ offerId: id }), out: z.object({ items: z.array(Place) }) }),
  giveBack: endpoint({ method: 'POST', path: mine('give-back'), can: 'person', about: w.aboutGiveBack, in: z.object({ id }), out: Done }),
  accept: endpoint({ method: 'POST', path: mine('accept'), can: 'person', about: w.aboutAccept, in: z.object({ id }), out: Done }),
  decline: endpoint({ method: 'POST', path: mine('decline'), can: 'person', about: w.aboutDecline, in: z.object({ id }), out: Done }),
  /** the colleague is named by staff number and name, both as they stand in the register */
  pass: endpoint({ method: 'POST', path: mine('pass'), can: 'person', about: w.aboutPass, in: z.object({ id, staffNumber, name }), out: Done }),
  calendar: endpoint({ method: 'GET', path: mine('calendar'), can: 'person', about: w.aboutCalendar, in: z.object({ id }), out: z.object({}), download: true }),
  pay: endpoint({ method: 'POST', path: mine('pay'), can: 'person', about: w.aboutPay, unaudited: 'leads to the payment and changes nothing; the payment itself is audited', in: z.object({ id }), out: z.object({ url: z.string() }) }),
  // for everybody who may take part
  count: endpoint({ method: 'GET', path: '/api/v1/offers/:offerId/count', can: 'person', about: w.aboutCount, in: z.object({ offerId: id }), out: z.object({ title: z.string(), places: z.int(), taken: z.int(), opensAt: when, closesAt: when, now: when }) }),
  /** times to the millisecond, names masked, in the order in which the offer was asked */
  order: endpoint({
    method: 'GET', path: '/api/v1/offers/:offerId/order', can: 'person', about: w.aboutOrder, in: z.object({ offerId: id, ...Page }),
    out: z.object({ title: z.string(), places: z.int(), total: z.int(), opensAt: when, drawn: z.boolean(), items: z.array(z.object({ no: z.int(), rank: z.int().nullable(), name: z.string(), unit: z.string(), places: z.int(), at: when })) }),
  }),
};
