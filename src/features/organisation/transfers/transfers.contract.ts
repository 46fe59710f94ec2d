import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './transfers.words.ts';

const id = z.uuid();
const when = z.iso.datetime();
const path = <P extends string>(p: P) => `/api/v1/transfers${p}` as const;
/** How many an officer may settle at once. */
export const BULK_MOST = 200;
const ids = z.array(id).min(1).max(BULK_MOST);
const text = z.string().trim().min(2).max(1000);
const Told = {
  reason: z.string().trim().max(500).default(''), employer: z.string().trim().max(80).default(''), job: z.string().trim().max(40).default(''), unattached: z.boolean().default(false),
  newForm: z.enum(['', 'delivery', 'courier', 'ride', 'truck', 'other']).default(''),
};

export const Direction = z.enum(['in', 'out', 'all']);
const Filter = { direction: Direction.default('all'), open: z.stringbool().optional(), text: z.string().trim().max(40).optional(), unionId: id.optional() };
const Event = z.object({ id: z.string(), step: z.string(), word: z.string(), by: z.string(), text: z.string(), at: when });
/** One of the three consents: given, waited for, or not reached. */
const Consent = z.object({ who: z.enum(['member', 'from', 'to']), state: z.enum(['given', 'waiting', 'later', 'refused']), name: z.string(), at: when.nullable(), by: z.string(), auto: z.boolean() });
const Row = z.object({
  id: z.string(), number: z.string(), name: z.string(), from: z.string(), to: z.string(), outside: z.boolean(), state: z.string(), stateWord: z.string(), reason: z.string(), objected: z.boolean(), direction: z.enum(['in', 'out', 'both']),
  openedAt: when, nextDue: when.nullable(), effectiveOn: z.string().nullable(), may: z.array(z.string()),
});
export const Transfer = Row.extend({
  employer: z.string(), job: z.string(), newForm: z.string(), unattached: z.boolean(), idNumber: z.string(), cardNumber: z.string(), memberSince: z.string(), duesThrough: z.string().nullable(), invited: z.boolean(), mine: z.boolean(),
  memberId: z.string(), version: z.int(), consents: z.array(Consent), events: z.array(Event),
});
export const Offer = z.object({ id: z.string(), union: z.string(), origin: z.string(), employer: z.string(), job: z.string(), unattached: z.boolean(), offeredAt: when });
const Ref = z.object({ id: z.string() });
const Settled = z.object({ settled: z.int(), left: z.array(z.object({ id: z.string(), why: z.string() })) });
const page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(100_000).default(0) };

const OfferFilter = { unionId: id.optional(), state: z.enum(['open', 'accepted', 'declined']).optional() };

export const api = {
  door: endpoint({
    method: 'GET', path: path('/door'), can: 'person', about: w.aboutDoor, in: z.object({ code: z.string().trim().min(4).max(20).optional(), unionId: id.optional() }),
    out: z.object({ union: z.object({ id: z.string(), name: z.string(), takesUnattached: z.boolean(), employer: z.string() }).nullable(), from: z.string().nullable(), standing: z.enum(['member', 'here', 'reserved', 'none', 'open']), openId: z.string().nullable(), releaseAfter: z.int() }),
  }),
  unions: endpoint({ method: 'GET', path: path('/unions'), can: 'person', about: w.aboutUnions, in: z.object({ text: z.string().trim().min(2).max(40) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), above: z.string() })) }) }),
  request: endpoint({ method: 'POST', path: path(''), can: 'person', about: w.aboutRequest, in: z.object({ unionId: id, ...Told }), out: Ref }),
  requestOutside: endpoint({ method: 'POST', path: path('/outside'), can: 'person', about: w.aboutRequestOutside, in: z.object({ union: z.string().trim().min(2).max(100), reason: z.string().trim().max(500).default('') }), out: Ref }),
  mine: endpoint({ method: 'GET', path: path('/mine'), can: 'person', about: w.aboutMine, in: z.object({}), out: z.object({ items: z.array(Row), offers: z.array(Offer) }) }),
  accept: endpoint({ method: 'POST', path: path('/offers/:id/accept'), can: 'person', about: w.aboutAccept, in: z.object({ id, reason: z.string().trim().max(500).default('') }), out: Ref }),
  refuseOffer: endpoint({ method: 'POST', path: path('/offers/:id/decline'), can: 'person', about: w.aboutRefuse, in: z.object({ id }), out: Ref }),
  register: endpoint({ method: 'GET', path: path(''), can: 'transfers.read', about: w.aboutRegister, in: z.object({ ...Filter, ...page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: path('/export'), can: 'transfers.read', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  offers: endpoint({ method: 'GET', path: path('/offers'), can: 'transfers.receive', about: w.aboutOffers, in: z.object({ ...OfferFilter, ...page }), out: z.object({ items: z.array(Offer.extend({ name: z.string(), state: z.enum(['open', 'accepted', 'declined']) })), total: z.int() }) }),
  exportOffers: endpoint({ method: 'POST', path: path('/offers/export'), can: 'transfers.receive', about: w.aboutExportOffers, in: z.object({ ...OfferFilter, ...Shown }), out: z.object({}), download: true }),
  invite: endpoint({ method: 'POST', path: path('/offers'), can: 'transfers.receive', about: w.aboutInvite, in: z.object({ unionId: id, name: z.string().trim().min(1).max(60), idNumber: z.string().trim().min(4).max(40), job: Told.job }), out: z.object({ invited: z.literal(true) }) }),
  one: endpoint({ method: 'GET', path: path('/:id'), can: 'person', about: w.aboutOne, in: z.object({ id }), out: Transfer }),
  withdraw: endpoint({ method: 'POST', path: path('/:id/withdraw'), can: 'person', about: w.aboutWithdraw, in: z.object({ id }), out: Ref }),
  release: endpoint({ method: 'POST', path: path('/releases'), can: 'transfers.release', about: w.aboutRelease, in: z.object({ ids }), out: Settled }),
  receive: endpoint({ method: 'POST', path: path('/receipts'), can: 'transfers.receive', about: w.aboutReceive, in: z.object({ ids }), out: Settled }),
  decline: endpoint({ method: 'POST', path: path('/:id/decline'), can: 'transfers.receive', about: w.aboutDecline, in: z.object({ id, text }), out: Ref }),
  object: endpoint({ method: 'POST', path: path('/:id/object'), can: 'transfers.release', about: w.aboutObject, in: z.object({ id, text }), out: Ref }),
  issue: endpoint({ method: 'POST', path: path('/:id/letter'), can: 'transfers.release', about: w.aboutIssue, in: z.object({ id }), out: Ref }),
};
