import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { DOOR_STATES, ITEMS, LOAN_STATES } from './lockers.rules.ts';
import { words as w } from './lockers.words.ts';

const id = z.uuid();
const no = z.coerce.number().int().min(1).max(99);
const can = 'lockers.keep';
const why = z.string().trim().min(2).max(200);
const note = z.string().trim().max(200).default('');
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Of = { unionId: id.optional(), cabinetId: id.optional() };
const Done = z.object({ id: z.string() });
const File = z.object({ id: z.string(), name: z.string(), image: z.boolean() });

const CabinetFilter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(['active', 'paused', 'retired']).optional(), wants: z.enum(['overdue', 'missing', 'outOfOrder', 'refill']).optional() };
const LoanFilter = { ...Of, text: z.string().trim().max(60).optional(), item: z.enum(ITEMS).optional(), state: z.enum(LOAN_STATES).optional() };
/** What is said of a cabinet. Minutes of the day; `key`: with which orders to the controller are signed, never told again. */
const Said = {
  place: z.string().trim().min(2).max(60), opensMinute: z.int().min(0).max(1439), closesMinute: z.int().min(1).max(1440), hardware: z.enum(['simulator', 'http']).default('simulator'), address: z.string().trim().max(300).default(''), key: z.string().trim().min(16).max(200).optional(),
};

const CabinetRow = z.object({
  id: z.string(), number: z.int(), place: z.string(), union: z.string(), unionId: z.string(), state: z.enum(['active', 'paused', 'retired']), why: z.string(), opensMinute: z.int(), closesMinute: z.int(), hardware: z.enum(['simulator', 'http']),
  doors: z.int(), free: z.int(), out: z.int(), overdue: z.int(), missing: z.int(), broken: z.int(), low: z.int(), offlineSince: z.string().nullable(),
});
const LoanRow = z.object({
  id: z.string(), cabinetId: z.string(), cabinet: z.int(), place: z.string(), union: z.string(), no: z.int(), item: z.string(), label: z.string(), name: z.string(), staffNumber: z.string(), unit: z.string(), state: z.enum(LOAN_STATES), askedAt: z.string(),
  lentAt: z.string().nullable(), dueAt: z.string().nullable(), endedAt: z.string().nullable(), daysLate: z.int(), note: z.string(), photos: z.array(File), may: z.array(z.string()),
});
const Door = z.object({
  no: z.int(), kind: z.enum(['lend', 'take', 'swap']), item: z.string(), label: z.string(), lendHours: z.int(), stock: z.int(), capacity: z.int(), threshold: z.int(), state: z.enum(DOOR_STATES), why: z.string(), reports: z.int(),
  loan: z.object({ id: z.string(), name: z.string(), dueAt: z.string().nullable() }).nullable(),
});
const Report = z.object({
  id: z.string(), cabinetId: z.string(), cabinet: z.int(), place: z.string(), union: z.string(), no: z.int(), item: z.string(), label: z.string(), kind: z.enum(['missing', 'broken', 'jammed', 'dirty']), text: z.string(), reportedAt: z.string(), reportedBy: z.string().nullable(),
  settledAt: z.string().nullable(), settledHow: z.string().nullable(), settledNote: z.string(), settledBy: z.string().nullable(), photos: z.array(File), may: z.array(z.string()),
});
const Shortage = z.object({ cabinetId: z.string(), cabinet: z.int(), place: z.string(), union: z.string(), no: z.int(), item: z.string(), label: z.string(), stock: z.int(), capacity: z.int() });
const Refill = z.object({ id: z.string(), cabinetId: z.string(), cabinet: z.int(), place: z.string(), union: z.string(), at: z.string(), by: z.string(), note: z.string(), lines: z.array(z.object({ label: z.string(), expected: z.int(), found: z.int(), added: z.int() })) });
/** A compartment as it is to be; the stock is changed by refills only. */
const Wanted = z.object({ no: z.int().min(1).max(99), kind: z.enum(['lend', 'take', 'swap']), item: z.enum(['', ...ITEMS]).default(''), label: z.string().trim().min(1).max(40), lendHours: z.int().min(0).max(2000).default(0), capacity: z.int().min(0).max(1000).default(0), threshold: z.int().min(0).max(1000).default(0) });
const Figure = z.object({ cabinets: z.int(), unions: z.int(), doors: z.int(), kinds: z.int(), lent: z.int(), borrowers: z.int(), ended: z.int(), onTime: z.int(), writtenOff: z.int() });
const Simulated = z.object({ id: z.string(), cut: z.boolean(), now: z.string(), doors: z.array(z.object({ no: z.int(), label: z.string(), kind: z.string(), open: z.boolean(), jammed: z.boolean(), openedAt: z.string().nullable() })) });

export const desk = {
  cabinets: endpoint({ method: 'GET', path: '/api/v1/locker-cabinets', can, about: w.aboutCabinets, in: z.object({ ...CabinetFilter, ...Page }), out: z.object({ items: z.array(CabinetRow), total: z.int() }) }),
  exportCabinets: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/export', can, about: w.aboutExport, in: z.object({ ...CabinetFilter, ...Shown }), out: z.object({}), download: true }),
  cabinet: endpoint({
    method: 'GET', path: '/api/v1/locker-cabinets/:id', can, about: w.aboutDesk, in: z.object({ id }),
    out: CabinetRow.extend({
      address: z.string(), perPerson: z.int(), madeAt: z.string(), compartments: z.array(Door), swapPut: z.int(), swapTaken: z.int(), swaps: z.array(z.object({ id: z.string(), title: z.string(), note: z.string(), putOn: z.string(), photos: z.array(File) })),
      openings: z.array(z.object({ id: z.string(), at: z.string(), no: z.int(), label: z.string(), purpose: z.string(), outcome: z.string().nullable(), name: z.string(), quantity: z.int() })), may: z.array(z.string()),
    }),
  }),
  place: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets', can, about: w.aboutPlace, in: z.object({ unionId: id, perPerson: z.int().min(1).max(10).default(2), ...Said }), out: Done }),
  amend: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/:id/amend', can, about: w.aboutAmend, in: z.object({ id, ...Said }), out: Done }),
  compartments: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/:id/compartments', can, about: w.aboutCompartments, in: z.object({ id, compartments: z.array(Wanted).min(1).max(60) }), out: Done }),
  pause: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/:id/pause', can, about: w.aboutPause, in: z.object({ id, text: why }), out: Done }),
  resume: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/:id/resume', can, about: w.aboutResume, in: z.object({ id }), out: Done }),
  retire: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/:id/retire', can, about: w.aboutRetire, in: z.object({ id, text: why }), out: Done }),
  serviceDoor: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/:id/door', can, about: w.aboutServiceDoor, keyed: true, in: z.object({ id, no }), out: z.object({ outcome: z.enum(['opened', 'opening']), no: z.int() }) }),
  hardwareState: endpoint({ method: 'GET', path: '/api/v1/locker-cabinets/:id/hardware', can, about: w.aboutState, in: z.object({ id }), out: z.object({ reached: z.boolean(), doors: z.array(z.object({ no: z.int(), open: z.boolean() })) }) }),
  loans: endpoint({ method: 'GET', path: '/api/v1/locker-loan-register', can, about: w.aboutLoans, in: z.object({ ...LoanFilter, ...Page }), out: z.object({ items: z.array(LoanRow), total: z.int() }) }),
  exportLoans: endpoint({ method: 'POST', path: '/api/v1/locker-loan-register/export', can, about: w.aboutExportLoans, in: z.object({ ...LoanFilter, ...Shown }), out: z.object({}), download: true }),
  takeBack: endpoint({ method: 'POST', path: '/api/v1/locker-loans/:id/take-back', can, about: w.aboutTakeBack, in: z.object({ id, broken: z.boolean().default(false), text: note }), out: Done }),
  writeOff: endpoint({ method: 'POST', path: '/api/v1/locker-loans/:id/write-off', can, about: w.aboutWriteOff, in: z.object({ id, text: why }), out: Done }),
  remind: endpoint({ method: 'POST', path: '/api/v1/locker-loans/:id/remind', can, about: w.aboutRemind, in: z.object({ id }), out: Done }),
  reports: endpoint({ method: 'GET', path: '/api/v1/locker-reports', can, about: w.aboutReports, in: z.object({ ...Of, open: z.enum(['yes', 'no']).default('yes'), kind: z.enum(['missing', 'broken', 'jammed', 'dirty']).optional(), ...Page }), out: z.object({ items: z.array(Report), total: z.int() }) }),
  exportReports: endpoint({ method: 'POST', path: '/api/v1/locker-reports/export', can, about: w.aboutExportReports, in: z.object({ ...Of, open: z.enum(['yes', 'no']).default('yes'), kind: z.enum(['missing', 'broken', 'jammed', 'dirty']).optional(), ...Shown }), out: z.object({}), download: true }),
  settle: endpoint({ method: 'POST', path: '/api/v1/locker-reports/:id/settle', can, about: w.aboutSettle, in: z.object({ id, how: z.enum(['mended', 'replaced', 'fine']), text: note }), out: Done }),
  shortages: endpoint({ method: 'GET', path: '/api/v1/locker-shortages', can, about: w.aboutShortages, in: z.object({ ...Of, ...Page }), out: z.object({ items: z.array(Shortage), total: z.int() }) }),
  /** `expected`: the stock the list said; `found`: what was counted */
  refill: endpoint({
    method: 'POST', path: '/api/v1/locker-cabinets/:id/refill', can, about: w.aboutRefill,
    in: z.object({ id, note, lines: z.array(z.object({ no: z.int().min(1).max(99), expected: z.int().min(0).max(10_000), found: z.int().min(0).max(1000), added: z.int().min(0).max(1000) })).min(1).max(60) }), out: Done,
  }),
  refills: endpoint({ method: 'GET', path: '/api/v1/locker-refills', can, about: w.aboutRefills, in: z.object({ ...Of, ...Page }), out: z.object({ items: z.array(Refill), total: z.int() }) }),
  statistics: endpoint({
    method: 'GET', path: '/api/v1/locker-statistics', can, about: w.aboutStatistics, in: z.object({ unionId: id.optional() }),
    out: z.object({
      since: z.string(), totals: Figure, months: z.array(z.object({ month: z.string(), lent: z.int(), taken: z.int() })), items: z.array(z.object({ item: z.string(), lent: z.int(), onTime: z.int() })), unions: z.array(z.object({ union: z.string(), cabinets: z.int(), lent: z.int() })),
    }),
  }),
  removeSwap: endpoint({ method: 'POST', path: '/api/v1/locker-swaps/:id/remove', can, about: w.aboutRemoveSwap, in: z.object({ id, text: why }), out: Done }),
  simulator: endpoint({ method: 'GET', path: '/api/v1/locker-cabinets/:id/simulator', can, about: w.aboutSimulator, in: z.object({ id }), out: Simulated }),
  simulate: endpoint({ method: 'POST', path: '/api/v1/locker-cabinets/:id/simulator', can, about: w.aboutSimulate, in: z.object({ id, cut: z.boolean().optional(), no: no.optional(), jammed: z.boolean().optional(), shut: z.boolean().optional() }), out: Simulated }),
};
