import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './receptions.words.ts';

const id = z.uuid();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
export const Category = z.enum(['pay', 'time', 'safety', 'living', 'insurance', 'growth', 'difficulty', 'management', 'union', 'other']);

const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(['coming', 'past', 'off']).optional(), from: z.iso.date().optional(), to: z.iso.date().optional() };

const Seat = z.object({ seat: z.int(), at: z.string(), free: z.boolean() });
const Base = { id: z.string(), union: z.string(), heldOn: z.string(), from: z.string(), to: z.string(), place: z.string(), slots: z.int(), calledOff: z.string().nullable() };
/** A day as members see it: which places are free and which one is mine; never who has the others. */
const OpenDay = z.object({ ...Base, seats: z.array(Seat), mine: z.object({ seat: z.int(), at: z.string(), wish: z.string() }).nullable(), may: z.array(z.string()) });
const Row = z.object({ ...Base, booked: z.int(), items: z.int(), may: z.array(z.string()) });
const Booking = z.object({ seat: z.int(), at: z.string(), name: z.string(), wish: z.string(), came: z.boolean().nullable(), own: z.boolean() });
const Item = z.object({ letterId: z.string().nullable(), number: z.string(), title: z.string(), seat: z.int().nullable() });
const Day = Row.extend({ bookings: z.array(Booking), list: z.array(Item) });
const Done = z.object({ id: z.string() });

export const api = {
  upcoming: endpoint({ method: 'GET', path: '/api/v1/receptions', can: 'person', about: w.aboutUpcoming, in: z.object({}), out: z.object({ items: z.array(OpenDay) }) }),
  book: endpoint({ method: 'POST', path: '/api/v1/receptions/:id/book', can: 'person', about: w.aboutBook, in: z.object({ id, seat: z.int().min(1).max(60), wish: z.string().trim().max(200).default('') }), out: Done }),
  cancel: endpoint({ method: 'POST', path: '/api/v1/receptions/:id/cancel', can: 'person', about: w.aboutCancel, in: z.object({ id }), out: Done }),
  register: endpoint({ method: 'GET', path: '/api/v1/reception-days', can: 'receptions.hold', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/reception-days/export', can: 'receptions.hold', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  day: endpoint({ method: 'GET', path: '/api/v1/reception-days/:id', can: 'receptions.hold', about: w.aboutDay, in: z.object({ id }), out: Day }),
  plan: endpoint({
    method: 'POST', path: '/api/v1/reception-days', can: 'receptions.hold', about: w.aboutPlan,
    in: z.object({ unionId: id, place: z.string().trim().min(2).max(60), heldOn: z.iso.date(), from: clock, to: clock, slots: z.int().min(1).max(60) }), out: Done,
  }),
  callOff: endpoint({ method: 'POST', path: '/api/v1/reception-days/:id/call-off', can: 'receptions.hold', about: w.aboutCallOff, in: z.object({ id, text: z.string().trim().min(2).max(200) }), out: Done }),
  came: endpoint({ method: 'POST', path: '/api/v1/reception-days/:id/came', can: 'receptions.hold', about: w.aboutCame, in: z.object({ id, seat: z.int().min(1).max(60), came: z.boolean() }), out: Done }),
  record: endpoint({
    method: 'POST', path: '/api/v1/reception-days/:id/items', can: 'receptions.hold', about: w.aboutRecord,
    in: z.object({
      id, /** the place of whoever brought it forward; none: without a name */ seat: z.int().min(1).max(60).optional(), title: z.string().trim().min(2).max(60), text: z.string().trim().min(10).max(5000),
      category: Category, place: z.string().trim().max(60).default(''), aboutChair: z.boolean().default(false), hidden: z.boolean().default(false),
    }),
    /** `code`: told this once, to be handed to whoever gave no name */
    out: z.object({ number: z.string(), code: z.string().nullable() }),
  }),
};
