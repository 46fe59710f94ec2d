import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { DOOR_STATES, LOAN_STATES } from './lockers.rules.ts';
import { words as w } from './lockers.words.ts';

const id = z.uuid();
const no = z.coerce.number().int().min(1).max(99);
const text = z.string().trim().max(300).default('');
const files = z.array(id).max(4).default([]);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Done = z.object({ id: z.string() });

/** A picture as screens show it. */
const File = z.object({ id: z.string(), name: z.string(), image: z.boolean() });
/** A cabinet in a list. `open`: at this hour. `free`: things to lend; `items`: codes of what is in it. */
const Near = z.object({ id: z.string(), number: z.int(), place: z.string(), union: z.string(), open: z.boolean(), paused: z.string(), opensMinute: z.int(), closesMinute: z.int(), free: z.int(), doors: z.int(), swap: z.boolean(), items: z.array(z.string()) });
/** A compartment as everybody sees it: never who has what is in it. `mine`: my loan of it. */
const Door = z.object({ no: z.int(), kind: z.enum(['lend', 'take', 'swap']), item: z.string(), label: z.string(), lendHours: z.int(), stock: z.int(), state: z.enum(DOOR_STATES), why: z.string(), backAt: z.string().nullable(), mine: z.string().nullable() });
const Swap = z.object({ id: z.string(), no: z.int(), title: z.string(), note: z.string(), putOn: z.string(), photos: z.array(File) });
/** A loan as its borrower reads it. */
export const LoanOut = z.object({
  id: z.string(), cabinetId: z.string(), cabinet: z.int(), place: z.string(), union: z.string(), no: z.int(), item: z.string(), label: z.string(), state: z.enum(LOAN_STATES), askedAt: z.string(), lentAt: z.string().nullable(), dueAt: z.string().nullable(),
  endedAt: z.string().nullable(), daysLate: z.int(), note: z.string(), doorOpened: z.boolean(), photos: z.array(File), may: z.array(z.string()),
});
/** What a tap came to; a door that does not open is a refusal. `opening`: the same tap is still waiting for the door. */
const Tap = z.object({ outcome: z.enum(['opened', 'opening']), no: z.int(), label: z.string(), loanId: z.string().nullable(), dueAt: z.string().nullable(), left: z.int().nullable() });

export const api = {
  near: endpoint({ method: 'GET', path: '/api/v1/lockers', can: 'person', about: w.aboutNear, in: z.object({}), out: z.object({ items: z.array(Near) }) }),
  cabinet: endpoint({
    method: 'GET', path: '/api/v1/lockers/:id', can: 'person', about: w.aboutCabinet, in: z.object({ id }),
    out: Near.extend({ compartments: z.array(Door), swaps: z.array(Swap), swapPut: z.int(), swapTaken: z.int(), perPerson: z.int(), may: z.array(z.string()) }),
  }),
  borrow: endpoint({ method: 'POST', path: '/api/v1/lockers/:id/borrow', can: 'person', about: w.aboutBorrow, keyed: true, in: z.object({ id, no }), out: Tap }),
  take: endpoint({ method: 'POST', path: '/api/v1/lockers/:id/take', can: 'person', about: w.aboutTake, keyed: true, in: z.object({ id, no, quantity: z.int().min(1).max(5).default(1) }), out: Tap }),
  report: endpoint({ method: 'POST', path: '/api/v1/lockers/:id/report', can: 'person', about: w.aboutReport, in: z.object({ id, no, kind: z.enum(['missing', 'broken', 'dirty']), text, files }), out: Done }),
  mine: endpoint({ method: 'GET', path: '/api/v1/my-locker-loans', can: 'person', about: w.aboutMine, in: z.object(Page), out: z.object({ items: z.array(LoanOut), total: z.int() }) }),
  loan: endpoint({ method: 'GET', path: '/api/v1/locker-loans/:id', can: 'person', about: w.aboutLoan, in: z.object({ id }), out: LoanOut }),
  returnDoor: endpoint({ method: 'POST', path: '/api/v1/locker-loans/:id/door', can: 'person', about: w.aboutReturnDoor, keyed: true, in: z.object({ id }), out: Tap }),
  giveBack: endpoint({ method: 'POST', path: '/api/v1/locker-loans/:id/return', can: 'person', about: w.aboutReturn, in: z.object({ id, broken: z.boolean().default(false), text, files }), out: Done }),
  lost: endpoint({ method: 'POST', path: '/api/v1/locker-loans/:id/lost', can: 'person', about: w.aboutLost, in: z.object({ id, text: z.string().trim().min(2).max(300) }), out: Done }),
  photo: endpoint({
    method: 'POST', path: '/api/v1/locker-swap-photos', can: 'person', about: w.aboutPhoto, in: z.object({ name: z.string().min(1).max(255) }), upload: { maxBytes: 20_000_000 }, unaudited: 'nobody is named who puts something into the swap box',
    out: z.object({ id: z.string(), name: z.string(), thumbnail: z.boolean() }),
  }),
  /** no name, no moment, no line in the log: only counts */
  put: endpoint({
    method: 'POST', path: '/api/v1/lockers/:id/swaps', can: 'person', about: w.aboutPut, keyed: true, unaudited: 'nobody is named who puts something into the swap box',
    in: z.object({ id, title: z.string().trim().min(1).max(40), note: z.string().trim().max(200).default(''), photoId: id.optional() }), out: z.object({ outcome: z.enum(['opened', 'opening']), no: z.int() }),
  }),
  takeSwap: endpoint({
    method: 'POST', path: '/api/v1/lockers/:id/swaps/:swapId/take', can: 'person', about: w.aboutTakeSwap, keyed: true, unaudited: 'nobody is named who takes something out of the swap box',
    in: z.object({ id, swapId: id }), out: z.object({ outcome: z.enum(['opened', 'opening']), no: z.int() }),
  }),
};
