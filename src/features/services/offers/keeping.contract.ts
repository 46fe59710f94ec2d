import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './offers.words.ts';

const id = z.uuid();
const when = z.iso.datetime();
const why = z.string().trim().min(2).max(200);
const count = z.int().min(0).max(1_000_000);
export const State = z.enum(['entered', 'waiting', 'offered', 'held', 'taken', 'handed', 'missed', 'returned', 'cancelled', 'declined', 'expired', 'lost']);
const Filter = { offerId: id, state: State.optional(), text: z.string().trim().max(60).optional(), unionId: id.optional(), owed: z.enum(['yes']).optional() };
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };

/** Somebody's place as the desk reads it; amounts in fen. */
const Row = z.object({
  id, no: z.int(), rank: z.int().nullable(), name: z.string(), staffNumber: z.string(), unit: z.string(), unitLabel: z.string().nullable(), places: z.int(), state: State, stateText: z.string(), pool: z.string(), at: when, dueAt: when.nullable(),
  handedAt: when.nullable(), endedAt: when.nullable(), amount: z.string(), paidAt: when.nullable(), owedBack: z.boolean(), may: z.array(z.enum(['remove', 'handOver', 'undo', 'refunded'])),
});
const Pool = z.object({ no: z.int(), unionId: id.nullable(), union: z.string().nullable(), /** null: no limit */ capacity: z.int().nullable(), taken: z.int(), rollsUpAt: when.nullable() });
const Offer = z.object({
  id, kind: z.string(), kindTitle: z.string(), title: z.string(), union: z.string(), mode: z.string(), standing: z.string(), opensAt: when, closesAt: when, party: z.int(), pays: z.string(), price: z.string(), place: z.string(),
  handOverFrom: when.nullable(), handOverTo: when.nullable(), handed: z.string(), stateTexts: z.record(State, z.string()), path: z.string(), published: z.boolean(),
});
/** `places`: null where as many as come may have one. */
const Count = z.object({ places: z.int().nullable(), taken: z.int(), waiting: z.int(), entered: z.int(), handed: z.int(), missed: z.int(), received: z.string(), owed: z.string() });
const Done = z.object({ id });
const Moved = z.object({ promoted: z.int() });
const of = <P extends string>(rest: P) => `/api/v1/offers/:offerId/${rest}` as const;
const one = <P extends string>(verb: P) => `/api/v1/offers/:offerId/claims/:id/${verb}` as const;
const One = { offerId: id, id };

/** What a scanner knows of a place: hashes of its codes, never the codes; the name is masked. */
const Scannable = z.object({ id, no: z.int(), hash: z.string(), shortHash: z.string(), state: State, name: z.string(), thing: z.string(), places: z.int(), amount: z.string(), paid: z.boolean(), handedAt: when.nullable() });
const Scanned = z.object({ id: id.nullable(), outcome: z.enum(['handed', 'again', 'refused']), unpaid: z.boolean(), sentence: z.string(), no: z.int().nullable(), name: z.string(), thing: z.string() });

/** The routes of the desk. Which permission word they need is said by the offer's kind (`keep`), so services ask for it themselves. */
export const desk = {
  offer: endpoint({ method: 'GET', path: '/api/v1/offers/:offerId', can: 'person', about: w.aboutOffer, in: z.object({ offerId: id }), out: Offer.extend({ count: Count, pools: z.array(Pool), free: z.array(z.object({ id, label: z.string() })), may: z.array(z.string()) }) }),
  claims: endpoint({ method: 'GET', path: of('claims'), can: 'person', about: w.aboutClaims, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportClaims: endpoint({ method: 'POST', path: '/api/v1/offer-claims/export', can: 'person', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  sheet: endpoint({ method: 'GET', path: of('sheet'), can: 'person', about: w.aboutSheet, in: z.object({ offerId: id }), out: z.object({ offer: Offer, items: z.array(Row), total: z.int() }) }),
  setPlaces: endpoint({ method: 'POST', path: of('pools/:no'), can: 'person', about: w.aboutSetPlaces, in: z.object({ offerId: id, no: z.coerce.number().int().min(0).max(1_000), places: count }), out: Moved }),
  movePlaces: endpoint({ method: 'POST', path: of('move-places'), can: 'person', about: w.aboutMovePlaces, in: z.object({ offerId: id, from: z.int().min(0).max(1_000), to: z.int().min(0).max(1_000), places: z.int().min(1).max(1_000_000) }), out: Moved }),
  people: endpoint({ method: 'GET', path: of('people'), can: 'person', about: w.aboutPeople, in: z.object({ offerId: id, text: z.string().trim().min(1).max(40) }), out: z.object({ items: z.array(z.object({ id, name: z.string(), staffNumber: z.string(), unit: z.string() })) }) }),
  add: endpoint({ method: 'POST', path: of('add'), can: 'person', about: w.aboutAdd, in: z.object({ offerId: id, personId: id, places: z.int().min(1).max(100).default(1), unitId: id.optional() }), out: Done.extend({ state: State, stateText: z.string() }) }),
  remove: endpoint({ method: 'POST', path: one('remove'), can: 'person', about: w.aboutRemove, in: z.object({ ...One, why }), out: Done }),
  handOver: endpoint({ method: 'POST', path: one('hand-over'), can: 'person', about: w.aboutHandOver, in: z.object({ ...One, /** the money was taken */ paid: z.boolean().default(false) }), out: Done }),
  undo: endpoint({ method: 'POST', path: one('undo'), can: 'person', about: w.aboutUndo, in: z.object({ ...One, why }), out: Done }),
  scanner: endpoint({ method: 'GET', path: of('scanner'), can: 'person', about: w.aboutScanner, in: z.object({ offerId: id }), out: z.object({ offer: Offer, now: when, items: z.array(Scannable) }) }),
  /** scans in the order in which they were made, each with its own time; sent again they change nothing */
  scans: endpoint({ method: 'POST', path: of('scans'), can: 'person', about: w.aboutScans, in: z.object({ offerId: id, scans: z.array(z.object({ code: z.string().min(1).max(200), at: when, paid: z.boolean().default(false) })).min(1).max(200) }), out: z.object({ items: z.array(Scanned) }) }),
  refunded: endpoint({ method: 'POST', path: one('refunded'), can: 'person', about: w.aboutRefunded, in: z.object(One), out: Done }),
};
