import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './payment-lists.words.ts';

const id = z.uuid();
/** whole fen as decimal text */
const fen = z.string();
const when = z.iso.datetime();
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const read = 'paymentLists.read';
const prepare = 'paymentLists.prepare';
/** A month or a year. */
const period = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/);
const title = z.string().trim().min(2).max(60);
const why = z.string().trim().min(2).max(200);
const MOST_SHEET_BYTES = 5 * 1024 * 1024;

export const State = z.enum(['drafted', 'returned', 'submitted', 'approved', 'filed', 'settled', 'cancelled']);
export const LineState = z.enum(['pending', 'paid', 'failed', 'withdrawn']);

const Filter = { unionId: id.optional(), purpose: z.string().max(60).optional(), state: State.optional(), text: z.string().trim().max(60).optional(), from: z.iso.date().optional(), to: z.iso.date().optional() };

/** A list as a line of the register. */
const Row = z.object({
  id: z.string(), number: z.string(), title: z.string(), purpose: z.string(), union: z.string(), period: z.string(), state: State, people: z.int(), lines: z.int(), totalFen: fen, failed: z.int(), failedFen: fen,
  madeBy: z.string(), madeAt: when, approvedBy: z.string().nullable(), approvedAt: when.nullable(), settledAt: when.nullable(),
});
const Happened = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: when });
const List = Row.extend({
  version: z.int(), capital: z.string(), filedAt: when.nullable(), filedBy: z.string().nullable(), settledBy: z.string().nullable(), submittedBy: z.string().nullable(), cancelledWhy: z.string(), checksum: z.string().nullable(),
  story: z.array(Happened), may: z.array(z.string()),
});

const Line = z.object({ id: z.string(), amountFen: fen, reason: z.string(), state: LineState, why: z.string(), attempt: z.int(), path: z.string().nullable() });
const Person = z.object({ id: z.string(), name: z.string(), staffNumber: z.string(), unit: z.string(), amountFen: fen, reasons: z.array(z.string()), of: z.array(Line) });
/** A list on paper: everybody in one answer, at most 10,000 people. */
const Sheet = List.omit({ story: true, may: true }).extend({ rows: z.array(z.object({ id: z.string(), staffNumber: z.string(), name: z.string(), unit: z.string(), amountFen: fen, summary: z.string() })) });

/** Rows as somebody typed, pasted or read them from a sheet. */
const Typed = z.object({ staffNumber: z.string().trim().max(40), name: z.string().trim().max(60).default(''), amount: z.string().trim().max(30), reason: z.string().trim().max(200) });
const rows = z.array(Typed).min(1).max(2_000);
const Matched = z.object({ staffNumber: z.string(), name: z.string(), amount: z.string(), reason: z.string(), unit: z.string(), fault: z.string().nullable() });

/** One of the own payments: what for, when, and whether it came. */
const Mine = z.object({
  id: z.string(), amountFen: fen, reason: z.string(), purpose: z.string(), list: z.string(), union: z.string(), period: z.string(), at: when,
  state: z.enum(['coming', 'paid', 'failed']), why: z.string(), path: z.string().nullable(),
});

const Done = z.object({ id: z.string() });
const step = <P extends string>(verb: P) => `/api/v1/payment-lists/:id/${verb}` as const;
/** `version`: what the screen showed; somebody who was faster is noticed */
const Step = { id, version: z.int().optional() };

export const api = {
  purposes: endpoint({ method: 'GET', path: '/api/v1/payment-purposes', can: read, about: w.aboutPurposes, in: z.object({}), out: z.object({ items: z.array(z.object({ name: z.string(), title: z.string(), byHand: z.boolean() })) }) }),
  unions: endpoint({ method: 'GET', path: '/api/v1/payment-unions', can: prepare, about: w.aboutUnions, in: z.object({ text: z.string().trim().max(40).default('') }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
  lists: endpoint({ method: 'GET', path: '/api/v1/payment-lists', can: read, about: w.aboutLists, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportLists: endpoint({ method: 'POST', path: '/api/v1/payment-lists/export', can: read, about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  list: endpoint({ method: 'GET', path: '/api/v1/payment-lists/:id', can: read, about: w.aboutList, in: z.object({ id }), out: List }),
  people: endpoint({ method: 'GET', path: '/api/v1/payment-lists/:id/people', can: read, about: w.aboutPeople, in: z.object({ id, text: z.string().trim().max(40).optional(), state: LineState.optional(), ...Page }), out: z.object({ items: z.array(Person), total: z.int() }) }),
  sheet: endpoint({ method: 'GET', path: '/api/v1/payment-lists/:id/sheet', can: read, about: w.aboutSheet, in: z.object({ id }), out: Sheet }),
  make: endpoint({ method: 'POST', path: '/api/v1/payment-lists', can: prepare, about: w.aboutMake, in: z.object({ unionId: id, purpose: z.string().max(60), period, title }), out: Done }),
  readRows: endpoint({
    method: 'POST', path: step('read-rows'), can: prepare, about: w.aboutReadRows, in: z.object({ id, name: z.string().min(1).max(400) }), out: z.object({ items: z.array(Typed) }), upload: { maxBytes: MOST_SHEET_BYTES },
    unaudited: 'reads a sheet back to whoever sent it and keeps nothing',
  }),
  readText: endpoint({ method: 'POST', path: step('read-text'), can: prepare, about: w.aboutReadText, in: z.object({ id, text: z.string().min(1).max(200_000) }), out: z.object({ items: z.array(Typed) }), unaudited: 'turns pasted text into rows and keeps nothing' }),
  matchRows: endpoint({ method: 'POST', path: step('match-rows'), can: prepare, about: w.aboutMatchRows, in: z.object({ id, rows }), out: z.object({ items: z.array(Matched), totalFen: fen, faults: z.int() }), unaudited: 'says whom typed rows would pay and writes nothing' }),
  addRows: endpoint({ method: 'POST', path: step('rows'), can: prepare, about: w.aboutAddRows, in: z.object({ id, rows }), out: z.object({ added: z.int(), already: z.int(), left: z.int() }) }),
  withdrawLine: endpoint({ method: 'POST', path: '/api/v1/payment-lists/:id/lines/:lineId/withdraw', can: prepare, about: w.aboutWithdraw, in: z.object({ id, lineId: id, why }), out: Done }),
  submit: endpoint({ method: 'POST', path: step('submit'), can: prepare, about: w.aboutSubmit, in: z.object(Step), out: Done }),
  approve: endpoint({ method: 'POST', path: step('approve'), can: 'paymentLists.approve', about: w.aboutApprove, in: z.object(Step), out: Done }),
  sendBack: endpoint({ method: 'POST', path: step('send-back'), can: 'paymentLists.approve', about: w.aboutSendBack, in: z.object({ ...Step, text: why }), out: Done }),
  cancel: endpoint({ method: 'POST', path: step('cancel'), can: read, about: w.aboutCancel, in: z.object({ ...Step, text: why }), out: Done }),
  file: endpoint({ method: 'POST', path: step('file'), can: 'paymentLists.pay', about: w.aboutFile, in: z.object(Step), out: Done }),
  download: endpoint({ method: 'POST', path: step('download'), can: 'paymentLists.pay', about: w.aboutDownload, in: z.object({ id, kind: z.enum(['xlsx', 'csv']) }), out: z.object({}), download: true }),
  settle: endpoint({ method: 'POST', path: step('settle'), can: 'paymentLists.pay', about: w.aboutSettle, in: z.object({ ...Step, failed: z.array(z.object({ personId: id, why: z.string().trim().min(2).max(100) })).max(2_000) }), out: Done }),
  again: endpoint({ method: 'POST', path: step('again'), can: prepare, about: w.aboutAgain, in: z.object({ id, period, title }), out: Done }),
  mine: endpoint({ method: 'GET', path: '/api/v1/my-payments', can: 'person', about: w.aboutMine, in: z.object(Page), out: z.object({ items: z.array(Mine), total: z.int(), year: z.int(), paidFen: fen }) }),
};
