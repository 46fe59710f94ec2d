import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { FORMS, OCCASIONS, PAYS, TAXES } from './sales.rules.ts';
import { about as w } from './about.words.ts';

const id = z.uuid();
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const moment = z.iso.datetime({ offset: true }).refine((t) => t >= '2000' && t < '2200').transform((t) => new Date(t));
const fen = z.int().min(0).max(100_000_000);
export const STATES = ['draft', 'waiting', 'coming', 'on', 'over', 'cancelled'] as const;
const Version = { version: z.int().min(1).optional() };
const reason = z.string().trim().min(2).max(300);
const Done = z.object({ id, state: z.enum(STATES) });
const Union = z.object({ id, name: z.string() });
const Photo = z.object({ id, name: z.string(), width: z.int().nullable(), height: z.int().nullable() });

/** What an officer says of a sale. `price`: fen, or hundredths of a point. */
const Wanted = {
  title: z.string().trim().min(2).max(60), about: z.string().trim().max(2000).default(''), measure: z.string().trim().min(1).max(10), worthFen: fen, occasion: z.enum(OCCASIONS), form: z.enum(FORMS),
  pays: z.enum(PAYS), price: z.int().min(1).max(100_000_000), places: z.int().min(0).max(1_000_000),
  quotas: z.array(z.object({ unionId: id, places: z.int().min(1).max(1_000_000), rollsUpAt: moment.nullable().default(null) })).max(100).default([]),
  opensAt: moment, closesAt: moment,
  unions: z.array(id).max(50).default([]), memberMonths: z.int().min(0).max(120).default(0), restDays: z.int().min(0).max(3660).default(0),
  misses: z.object({ most: z.int().min(1).max(20), days: z.int().min(1).max(3660) }).nullable().default(null),
  place: z.string().trim().max(200).default(''), handOverFrom: moment.nullable().default(null), handOverTo: moment.nullable().default(null), transferable: z.boolean().default(false), waits: z.boolean().default(false),
  tax: z.enum(['', ...TAXES]).default(''), taxNote: z.string().trim().max(300).default(''), photos: z.array(id).max(6).default([]),
};

const Mine = z.object({ state: z.string(), stateWord: z.string(), no: z.int(), claimId: id });
/** A sale as members see it in lists. `left`: live, null before it is on. */
const Listed = z.object({
  id, title: z.string(), union: z.string(), measure: z.string(), state: z.enum(STATES), opensAt: z.string(), closesAt: z.string(), places: z.int(), left: z.int().nullable(), pays: z.enum(PAYS), price: z.int(), worthFen: z.int(), photo: Photo.nullable(), mine: Mine.nullable(),
});
const Seen = Listed.extend({
  about: z.string(), photos: z.array(Photo), place: z.string(), handOverFrom: z.string().nullable(), handOverTo: z.string().nullable(), transferable: z.boolean(), waits: z.boolean(), form: z.enum(FORMS), memberMonths: z.int(), restDays: z.int(), unions: z.array(z.string()),
  /** why this person may not, in a sentence; null: may */ bar: z.string().nullable(), orderPublished: z.boolean(), why: z.string(), remindedAt: z.string().nullable(), remindMinutes: z.int(), lastSeconds: z.number().nullable(), serverTime: z.string(),
});
const Pool = z.object({ no: z.int(), union: Union.nullable(), places: z.int(), taken: z.int(), rollsUpAt: z.string().nullable() });
const Check = z.object({ name: z.string(), level: z.enum(['ok', 'warn', 'stop']), text: z.string(), basis: z.string() });
const Row = z.object({
  id, title: z.string(), union: Union, number: z.string(), state: z.enum(STATES), stateWord: z.string(), returned: z.boolean(), opensAt: z.string(), closesAt: z.string(), places: z.int(), taken: z.int(), handed: z.int(), missed: z.int(), pays: z.enum(PAYS), price: z.int(), worthFen: z.int(), costFen: z.int(), lastSeconds: z.number().nullable(), madeBy: z.string(),
});
const Desk = Row.extend({
  about: z.string(), measure: z.string(), occasion: z.enum(OCCASIONS), form: z.enum(FORMS), pools: z.array(Pool), unions: z.array(Union), memberMonths: z.int(), restDays: z.int(), misses: z.object({ most: z.int(), days: z.int() }).nullable(),
  place: z.string(), handOverFrom: z.string().nullable(), handOverTo: z.string().nullable(), transferable: z.boolean(), waits: z.boolean(), tax: z.enum(['', ...TAXES]), taxWord: z.string(), taxNote: z.string(), photos: z.array(Photo), ownPhotos: z.boolean(),
  checks: z.array(Check), needsApproval: z.boolean(), members: z.int(), reminders: z.int(), orderPublished: z.boolean(), why: z.string(), version: z.int(), caseVersion: z.int().nullable(), publishedAt: z.string().nullable(),
  events: z.array(z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: z.string() })), basis: z.array(z.string()), may: z.array(z.string()), serverTime: z.string(),
});
const Count = z.object({ id, name: z.string(), members: z.int(), taken: z.int(), handed: z.int(), missed: z.int() });
const Second = z.object({ second: z.int(), n: z.int(), sum: z.int() });
const Report = z.object({
  sale: z.object({ id, title: z.string(), union: z.string(), number: z.string(), opensAt: z.string(), closesAt: z.string(), measure: z.string(), price: z.int(), pays: z.enum(PAYS), worthFen: z.int(), madeBy: z.string(), approvedBy: z.string() }),
  places: z.int(), taken: z.int(), people: z.int(), members: z.int(), handed: z.int(), missed: z.int(), open: z.int(), givenBack: z.int(), receivedFen: z.int(), costFen: z.int(), firstSeconds: z.number().nullable(), lastSeconds: z.number().nullable(), perSecond: z.number().nullable(),
  seconds: z.array(Second), unions: z.array(Count), serverTime: z.string(),
});
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional(), occasion: z.enum(OCCASIONS).optional() };

export const api = {
  sales: endpoint({
    method: 'GET', path: '/api/v1/sales', can: 'person', about: w.sales, in: z.object({ when: z.enum(['open', 'over']).default('open'), ...Page }),
    out: z.object({ items: z.array(Listed), total: z.int(), serverTime: z.string() }),
  }),
  sale: endpoint({ method: 'GET', path: '/api/v1/sales/:id', can: 'person', about: w.sale, in: z.object({ id }), out: Seen }),
  order: endpoint({
    method: 'GET', path: '/api/v1/sales/:id/order', can: 'person', about: w.order, in: z.object({ id, ...Page }),
    out: z.object({ items: z.array(z.object({ no: z.int(), name: z.string(), unit: z.string(), at: z.string(), seconds: z.number(), mine: z.boolean() })), total: z.int() }),
  }),
  remind: endpoint({
    method: 'POST', path: '/api/v1/sales/:id/reminder', can: 'person', about: w.remind, unaudited: 'a person’s own wish to be reminded', in: z.object({ id, on: z.boolean() }), out: z.object({ remindedAt: z.string().nullable() }),
  }),

  register: endpoint({ method: 'GET', path: '/api/v1/sale-register', can: 'sales.keep', about: w.register, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/sale-register/export', can: 'sales.export', about: w.exportRegister, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  start: endpoint({
    method: 'GET', path: '/api/v1/sale-start', can: 'sales.keep', about: w.start, in: z.object({ unionId: id.optional() }),
    out: z.object({ union: Union.nullable(), unions: z.array(Union), members: z.int(), points: z.boolean(), gate: z.boolean(), remindMinutes: z.int(), noticeHours: z.int(), capFen: z.int(), approveAboveFen: z.int(), serverTime: z.string() }),
  }),
  desk: endpoint({ method: 'GET', path: '/api/v1/sale-register/:id', can: 'sales.keep', about: w.desk, in: z.object({ id }), out: Desk }),
  make: endpoint({ method: 'POST', path: '/api/v1/sales', can: 'sales.keep', about: w.make, in: z.object({ unionId: id, ...Wanted }), out: Done }),
  change: endpoint({ method: 'PUT', path: '/api/v1/sales/:id', can: 'sales.keep', about: w.change, in: z.object({ id, ...Version, ...Wanted }), out: Done }),
  copy: endpoint({ method: 'POST', path: '/api/v1/sales/:id/copy', can: 'sales.keep', about: w.copy, in: z.object({ id, opensAt: moment }), out: Done }),
  amend: endpoint({
    method: 'POST', path: '/api/v1/sales/:id/amend', can: 'sales.keep', about: w.amend, out: Done,
    in: z.object({ id, about: Wanted.about, place: z.string().trim().min(1).max(200), closesAt: moment, handOverFrom: moment, handOverTo: moment, transferable: z.boolean() }),
  }),
  submit: endpoint({ method: 'POST', path: '/api/v1/sales/:id/submit', can: 'sales.keep', about: w.submit, in: z.object({ id }), out: Done }),
  approve: endpoint({ method: 'POST', path: '/api/v1/sales/:id/approve', can: 'sales.approve', about: w.approve, in: z.object({ id, ...Version, text: z.string().trim().max(300).default('') }), out: Done }),
  return: endpoint({ method: 'POST', path: '/api/v1/sales/:id/return', can: 'sales.approve', about: w.return, in: z.object({ id, ...Version, text: reason }), out: Done }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/sales/:id/withdraw', can: 'sales.keep', about: w.withdraw, in: z.object({ id }), out: Done }),
  callOff: endpoint({ method: 'POST', path: '/api/v1/sales/:id/call-off', can: 'sales.keep', about: w.callOff, in: z.object({ id, why: reason }), out: Done }),
  raise: endpoint({ method: 'POST', path: '/api/v1/sales/:id/raise', can: 'sales.keep', about: w.raise, in: z.object({ id, no: z.int().min(0).max(1000).default(0), by: z.int().min(1).max(1_000_000) }), out: z.object({ promoted: z.int() }) }),
  showOrder: endpoint({ method: 'POST', path: '/api/v1/sales/:id/show-order', can: 'sales.keep', about: w.showOrder, in: z.object({ id, shown: z.boolean() }), out: Done }),
  hall: endpoint({
    method: 'GET', path: '/api/v1/sale-register/:id/hall', can: 'sales.keep', about: w.hall, in: z.object({ id }),
    out: z.object({ title: z.string(), union: z.string(), measure: z.string(), state: z.enum(STATES), opensAt: z.string(), closesAt: z.string(), places: z.int(), taken: z.int(), price: z.int(), pays: z.enum(PAYS), seconds: z.array(Second), lastSeconds: z.number().nullable(), serverTime: z.string() }),
  }),
  report: endpoint({ method: 'GET', path: '/api/v1/sale-register/:id/report', can: 'sales.keep', about: w.report, in: z.object({ id }), out: Report }),
  exportOrder: endpoint({ method: 'POST', path: '/api/v1/sale-register/:id/export', can: 'sales.export', about: w.exportOrder, in: z.object({ id }), out: z.object({}), download: true }),
};
