import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './points.words.ts';

const id = z.uuid();
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(100_000).default(0) };
const year = z.coerce.number().int().min(2000).max(2200);
const why = z.string().trim().min(2).max(200);
const name = z.string().trim().min(1).max(60);
const Done = z.object({ id: z.string() });
export const ReservationState = z.enum(['reserved', 'collected', 'cancelled', 'expired']);
const Standing = z.enum(['draft', 'coming', 'open', 'collecting', 'ended', 'closed']);

const Band = z.object({ title: z.string().trim().min(1).max(30), from: z.int().min(1).max(100_000), to: z.int().min(1).max(100_000) });
const RoundIn = {
  title: z.string().trim().min(2).max(60), text: z.string().trim().max(1000).default(''), from: z.iso.date(), to: z.iso.date(), collectFrom: z.iso.date(), collectTo: z.iso.date(),
  place: z.string().trim().min(2).max(100), mostEach: z.int().min(1).max(50), bands: z.array(Band).min(1).max(12),
};
const PrizeIn = {
  title: z.string().trim().min(2).max(60), text: z.string().trim().max(500).default(''), points: z.int().min(1).max(100_000), worthFen: z.int().min(0).max(10_000_000), perPerson: z.int().min(1).max(50),
  files: z.array(id).max(4).default([]),
};
const File = z.object({ id: z.string(), name: z.string(), image: z.boolean() });
/** A round; amounts of points are whole here. */
const Round = z.object({
  id: z.string(), schemeId: z.string(), union: z.string(), year: z.int(), title: z.string(), text: z.string(), from: z.string(), to: z.string(), collectFrom: z.string(), collectTo: z.string(), place: z.string(), mostEach: z.int(),
  bands: z.array(z.object({ title: z.string(), from: z.int(), to: z.int() })), standing: Standing, version: z.int(),
});
const RoundRow = Round.extend({ prizes: z.int(), stock: z.int(), reserved: z.int(), collected: z.int() });
const Prize = z.object({ id: z.string(), title: z.string(), text: z.string(), points: z.int(), worthFen: z.number(), perPerson: z.int(), band: z.int(), stock: z.int(), left: z.int(), files: z.array(File) });
const PrizeRow = Prize.extend({ state: z.enum(['shown', 'withdrawn']), version: z.int(), reserved: z.int(), collected: z.int(), cancelled: z.int(), expired: z.int() });
const Reservation = z.object({
  id: z.string(), prizeId: z.string(), prize: z.string(), personId: z.string(), name: z.string(), unit: z.string(), points: z.int(), worthFen: z.number(), code: z.string(), state: ReservationState, reservedAt: z.string(),
  endedAt: z.string().nullable(), endedBy: z.string().nullable(), collector: z.string().nullable(), note: z.string(), round: z.string(), year: z.int(), place: z.string(), collectFrom: z.string(), collectTo: z.string(), may: z.array(z.string()),
});
/** A line of a wallet, latest first; amounts in hundredths of a point. */
const Line = z.object({
  id: z.string(), on: z.string(), kind: z.enum(['adopted', 'completed', 'standardised', 'exchanged', 'corrected', 'expired', 'advanced', 'repaid']), red: z.boolean(), amount: z.number(), balance: z.number(),
  documentId: z.string(), number: z.string(), text: z.string(),
});
/** Amounts in hundredths of a point; `years` = net of what was taken back. */
const Wallet = z.object({
  balance: z.number(), held: z.number(), debt: z.number(), available: z.number(), earned: z.number(), carried: z.number(), expiring: z.number(), expiresOn: z.string().nullable(), keepYears: z.int(),
  years: z.array(z.object({ year: z.int(), amount: z.number() })),
});
const Person = z.object({ id: z.string(), name: z.string(), union: z.string() });
const Holder = z.object({ /** of the person */ id: z.string(), personId: z.string(), name: z.string(), unit: z.string(), schemeId: z.string(), rank: z.int(), earned: z.number(), balance: z.number(), held: z.number(), debt: z.number() });
const RankFilter = { unionId: id.optional(), year: year.optional(), text: z.string().trim().max(60).optional(), debt: z.enum(['yes']).optional() };
const ReservationFilter = { unionId: id.optional(), roundId: id.optional(), prizeId: id.optional(), state: ReservationState.optional(), text: z.string().trim().max(60).optional() };
const code = z.string().trim().min(4).max(120);

export const api = {
  // on the phone
  mine: endpoint({
    method: 'GET', path: '/api/v1/my-points', can: 'person', about: w.aboutMine, in: z.object({}),
    out: z.object({ scheme: z.object({ id: z.string(), name: z.string() }).nullable(), worth: z.object({ adopted: z.int(), completed: z.int(), standardised: z.int() }), wallet: Wallet, year: z.int(), round: Round.nullable(), waiting: z.int() }),
  }),
  myLines: endpoint({ method: 'GET', path: '/api/v1/my-points/lines', can: 'person', about: w.aboutMyLines, in: z.object({ year: year.optional() }), out: z.object({ items: z.array(Line), opening: z.number(), name: z.string(), unit: z.string(), year: z.int() }) }),
  myRound: endpoint({
    method: 'GET', path: '/api/v1/my-points/round', can: 'person', about: w.aboutMyRound, in: z.object({ id: id.optional() }),
    out: z.object({ round: Round.nullable(), available: z.number(), debt: z.number(), taken: z.int(), items: z.array(Prize.extend({ mine: z.int(), missing: z.number(), may: z.array(z.string()) })) }),
  }),
  myReservations: endpoint({ method: 'GET', path: '/api/v1/my-points/reservations', can: 'person', about: w.aboutMyReservations, in: z.object({}), out: z.object({ items: z.array(Reservation) }) }),
  /** `requestId` is made by whoever asks and becomes the id of the reservation: asked again, it is the same one */
  reserve: endpoint({ method: 'POST', path: '/api/v1/prizes/:id/reserve', can: 'person', about: w.aboutReserve, in: z.object({ id, requestId: id }), out: z.object({ id: z.string(), code: z.string() }) }),
  cancel: endpoint({ method: 'POST', path: '/api/v1/prize-reservations/:id/cancel', can: 'person', about: w.aboutCancel, in: z.object({ id }), out: Done }),
  /** `token` goes into the QR code and is good for some minutes, `code` is typed */
  pass: endpoint({ method: 'GET', path: '/api/v1/prize-reservations/:id/pass', can: 'person', about: w.aboutPass, in: z.object({ id }), out: Reservation.extend({ token: z.string().nullable(), seconds: z.int(), ready: z.boolean(), debt: z.number() }) }),
  // rounds and prizes
  rounds: endpoint({ method: 'GET', path: '/api/v1/prize-rounds', can: 'points.view', about: w.aboutRounds, in: z.object({ unionId: id.optional(), ...Page }), out: z.object({ items: z.array(RoundRow), total: z.int(), may: z.array(z.string()) }) }),
  round: endpoint({
    method: 'GET', path: '/api/v1/prize-rounds/:id', can: 'points.view', about: w.aboutRound, in: z.object({ id }),
    out: RoundRow.extend({ closedAt: z.string().nullable(), people: z.int(), spent: z.int(), worthFen: z.number(), list: z.array(PrizeRow), may: z.array(z.string()) }),
  }),
  schemes: endpoint({ method: 'GET', path: '/api/v1/point-schemes', can: 'points.keep', about: w.aboutSchemes, in: z.object({ unionId: id.optional() }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
  plan: endpoint({ method: 'POST', path: '/api/v1/prize-rounds', can: 'points.keep', about: w.aboutPlan, in: z.object({ schemeId: id, year, ...RoundIn }), out: Done }),
  amend: endpoint({ method: 'POST', path: '/api/v1/prize-rounds/:id/amend', can: 'points.keep', about: w.aboutAmend, in: z.object({ id, version: z.int(), ...RoundIn }), out: Done }),
  open: endpoint({ method: 'POST', path: '/api/v1/prize-rounds/:id/open', can: 'points.keep', about: w.aboutOpen, in: z.object({ id }), out: Done }),
  close: endpoint({ method: 'POST', path: '/api/v1/prize-rounds/:id/close', can: 'points.keep', about: w.aboutClose, in: z.object({ id }), out: Done.extend({ expired: z.int() }) }),
  exportRound: endpoint({ method: 'POST', path: '/api/v1/prize-rounds/:id/export', can: 'points.view', about: w.aboutExportRound, in: z.object({ id }), out: z.object({}), download: true }),
  addPrize: endpoint({ method: 'POST', path: '/api/v1/prize-rounds/:id/prizes', can: 'points.keep', about: w.aboutAddPrize, in: z.object({ id, ...PrizeIn, stock: z.int().min(0).max(20_000) }), out: Done }),
  amendPrize: endpoint({ method: 'POST', path: '/api/v1/prizes/:id/amend', can: 'points.keep', about: w.aboutAmendPrize, in: z.object({ id, version: z.int(), shown: z.boolean(), ...PrizeIn }), out: Done }),
  stock: endpoint({ method: 'POST', path: '/api/v1/prizes/:id/stock', can: 'points.keep', about: w.aboutStock, in: z.object({ id, /** how many there are in all from now on */ total: z.int().min(0).max(20_000), before: z.int().min(0), reason: why }), out: Done.extend({ left: z.int() }) }),
  // who has points
  ranking: endpoint({ method: 'GET', path: '/api/v1/point-accounts', can: 'points.view', about: w.aboutRanking, in: z.object({ ...RankFilter, ...Page }), out: z.object({ items: z.array(Holder), total: z.int(), year: z.int() }) }),
  exportRanking: endpoint({ method: 'POST', path: '/api/v1/point-accounts/export', can: 'points.view', about: w.aboutExportRanking, in: z.object({ ...RankFilter, ...Shown }), out: z.object({}), download: true }),
  units: endpoint({ method: 'GET', path: '/api/v1/point-units', can: 'points.view', about: w.aboutUnits, in: z.object({ unionId: id.optional(), year: year.optional() }), out: z.object({ items: z.array(z.object({ id: z.string(), unit: z.string(), people: z.int(), points: z.number() })), year: z.int() }) }),
  holder: endpoint({
    method: 'GET', path: '/api/v1/point-accounts/:schemeId/:personId', can: 'points.view', about: w.aboutHolder, in: z.object({ schemeId: id, personId: id, year: year.optional() }),
    out: z.object({ name: z.string(), unit: z.string(), scheme: z.string(), wallet: Wallet, year: z.int(), opening: z.number(), items: z.array(Line), reservations: z.array(Reservation), may: z.array(z.string()) }),
  }),
  /** `amount` in hundredths of a point, negative to take away; `requestId` makes a repeated call the same correction */
  correct: endpoint({ method: 'POST', path: '/api/v1/point-accounts/:schemeId/:personId/correct', can: 'points.keep', about: w.aboutCorrect, in: z.object({ schemeId: id, personId: id, requestId: id, amount: z.int().min(-10_000_000).max(10_000_000), reason: why }), out: Done }),
  members: endpoint({ method: 'GET', path: '/api/v1/point-schemes/:schemeId/members', can: 'points.handOut', about: w.aboutMembers, in: z.object({ schemeId: id, text: name }), out: z.object({ items: z.array(Person) }) }),
  // handing out
  reservations: endpoint({ method: 'GET', path: '/api/v1/prize-reservations', can: 'points.handOut', about: w.aboutReservations, in: z.object({ ...ReservationFilter, ...Page }), out: z.object({ items: z.array(Reservation), total: z.int() }) }),
  handOutList: endpoint({ method: 'GET', path: '/api/v1/prize-rounds/:roundId/hand-out-list', can: 'points.handOut', about: w.aboutHandOutList, in: z.object({ roundId: id, unionId: id.optional() }), out: z.object({ round: z.string(), place: z.string(), items: z.array(Reservation), total: z.int() }) }),
  exportReservations: endpoint({ method: 'POST', path: '/api/v1/prize-reservations/export', can: 'points.handOut', about: w.aboutExportReservations, in: z.object({ ...ReservationFilter, ...Shown }), out: z.object({}), download: true }),
  look: endpoint({
    method: 'POST', path: '/api/v1/prize-counter/look', can: 'points.handOut', about: w.aboutLook, in: z.object({ code }), unaudited: 'looks at one reservation and changes nothing',
    out: Reservation.extend({ files: z.array(File), schemeId: z.string(), debt: z.number(), why: z.string().nullable() }),
  }),
  handOut: endpoint({
    method: 'POST', path: '/api/v1/prize-reservations/:id/hand-out', can: 'points.handOut', about: w.aboutHandOut,
    in: z.object({ id, code, /** a colleague who takes it along */ collectorId: id.optional(), note: z.string().trim().max(200).default('') }), out: Done.extend({ at: z.string() }),
  }),
  release: endpoint({ method: 'POST', path: '/api/v1/prize-reservations/:id/release', can: 'points.handOut', about: w.aboutRelease, in: z.object({ id, text: why }), out: Done }),
};
