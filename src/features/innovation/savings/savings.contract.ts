import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { KINDS } from './savings.rules.ts';
import { words as w } from './savings.words.ts';

const id = z.uuid();
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const fen = z.int().min(1).max(1_000_000_000_000);
const Year = z.coerce.number().int().min(2000).max(2100);
export const STATES = ['entered', 'withFinance', 'counted', 'refused', 'withdrawn'] as const;

const Filter = {
  unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional(), kind: z.enum(KINDS).optional(), postId: id.optional(), personId: id.optional(),
  /** counted in this month, per-month savings in each of theirs */ month: month.optional(),
  from: z.iso.date().optional(), to: z.iso.date().optional(), double: z.stringbool().optional(),
};

/** One saving in a list. Amounts in fen, of one month where it is per month; `totalFen` over all its months, at the latest amount. */
export const SavingRow = z.object({
  id: z.string(), number: z.string(), title: z.string(), kind: z.enum(KINDS), post: z.string(), unit: z.string(), author: z.string(), people: z.int(), monthly: z.boolean(), months: z.int(),
  madeFrom: z.string(), madeTo: z.string(), claimedFen: z.int(), totalFen: z.int(), state: z.enum(STATES), stateWord: z.string(), enteredOn: z.string(),
  nextDue: z.iso.datetime().nullable(), late: z.boolean(), double: z.boolean(), may: z.array(z.string()),
});
const Other = z.object({ id: z.string(), number: z.string(), title: z.string(), author: z.string(), madeFrom: z.string(), madeTo: z.string(), totalFen: z.int(), stateWord: z.string(), verified: z.boolean() });
const Event = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: z.iso.datetime() });
export const Saving = SavingRow.extend({
  text: z.string(), reckoning: z.object({ before: z.string(), after: z.string(), measure: z.string(), price: z.string() }).nullable(), reckoned: z.string(),
  persons: z.array(z.object({ id: z.string(), name: z.string(), share: z.int(), fen: z.int() })), files: z.array(z.object({ id: z.string(), name: z.string(), image: z.boolean() })),
  verifiedFen: z.int().nullable(), countedFen: z.int().nullable(), doubleWord: z.string(), others: z.array(Other), financeAbove: z.int(), events: z.array(Event), basis: z.array(z.string()), version: z.int(), mine: z.boolean(),
});

const Sum = z.object({ fen: z.int(), entries: z.int() });
const Named = Sum.extend({ id: z.string(), name: z.string(), note: z.string() });
const At = { id, version: z.int().min(1).optional() };
const reason = z.string().trim().min(2).max(500);
const Done = z.object({ id: z.string(), state: z.string() });
const quantity = z.string().trim().regex(/^\d{1,9}(\.\d{1,3})?$/);
const Prizes = z.object({
  union: z.object({ id: z.string(), name: z.string() }), month, count: z.int(), eachFen: z.int(), confirmedAt: z.iso.datetime().nullable(), confirmedBy: z.string().nullable(), /** the list that pays it */ payment: z.object({ number: z.string(), state: z.string() }).nullable(), basis: z.array(z.string()),
  ranking: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), fen: z.int(), entries: z.int(), place: z.int(), won: z.boolean(), wonElsewhere: z.boolean() })), may: z.array(z.string()),
});

export const api = {
  start: endpoint({
    method: 'GET', path: '/api/v1/savings/start', can: 'savings.enter', about: w.aboutStart, in: z.object({}),
    out: z.object({ unit: z.string().nullable(), posts: z.array(z.string()), withinDays: z.int(), financeAbove: z.int(), today: z.string() }),
  }),
  colleagues: endpoint({ method: 'GET', path: '/api/v1/savings/colleagues', can: 'savings.enter', about: w.aboutColleagues, in: z.object({ text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
  enter: endpoint({
    method: 'POST', path: '/api/v1/savings', can: 'savings.enter', about: w.aboutEnter,
    in: z.object({
      kind: z.enum(KINDS), title: z.string().trim().min(2).max(60), post: z.string().trim().min(1).max(40), text: z.string().trim().max(1000).default(''),
      monthly: z.boolean().default(false), madeFrom: z.iso.date(), madeTo: z.iso.date(),
      before: quantity.optional(), after: quantity.optional(), measure: z.string().trim().max(12).default(''), price: z.string().trim().regex(/^\d{1,9}(\.\d{1,4})?$/).optional(),
      /** instead of quantities; with how it was reckoned */ amountFen: fen.optional(), reckoned: z.string().trim().max(300).default(''),
      colleagues: z.array(id).max(9).default([]), files: z.array(id).max(9).default([]),
    }),
    out: z.object({ id: z.string(), number: z.string() }),
  }),
  mine: endpoint({ method: 'GET', path: '/api/v1/savings/mine', can: 'savings.enter', about: w.aboutMine, in: z.object({ ...Page }), out: z.object({ items: z.array(SavingRow) }) }),
  together: endpoint({
    method: 'GET', path: '/api/v1/savings/together', can: 'savings.enter', about: w.aboutTogether, in: z.object({}),
    out: z.object({ year: z.int(), mine: Sum, post: Named.nullable(), unit: Named.nullable(), all: Named.nullable(), prizes: z.array(z.object({ month, amountFen: z.int() })) }),
  }),
  saving: endpoint({ method: 'GET', path: '/api/v1/savings/:id', can: 'person', about: w.aboutOne, in: z.object({ id }), out: Saving }),
  withdraw: endpoint({ method: 'POST', path: '/api/v1/savings/:id/withdraw', can: 'savings.enter', about: w.aboutWithdraw, in: z.object(At), out: Done }),
  verify: endpoint({
    method: 'POST', path: '/api/v1/savings/:id/verify', can: 'savings.verify', about: w.aboutVerify,
    in: z.object({ ...At, /** lower than claimed; with a reason */ amountFen: fen.optional(), text: z.string().trim().max(500).default(''), doubleWord: z.string().trim().max(300).default('') }), out: Done,
  }),
  verifyMany: endpoint({
    method: 'POST', path: '/api/v1/savings/verify-many', can: 'savings.verify', about: w.aboutBatch, in: z.object({ ids: z.array(id).min(1).max(100) }),
    out: z.object({ verified: z.int(), passed: z.int(), skipped: z.array(z.object({ id: z.string(), number: z.string(), why: z.string() })) }),
  }),
  refuse: endpoint({ method: 'POST', path: '/api/v1/savings/:id/refuse', can: 'savings.verify', about: w.aboutRefuse, in: z.object({ ...At, text: reason }), out: Done }),
  confirm: endpoint({ method: 'POST', path: '/api/v1/savings/:id/confirm', can: 'savings.confirm', about: w.aboutConfirm, in: z.object({ ...At, amountFen: fen.optional(), text: z.string().trim().max(500).default('') }), out: Done }),
  reject: endpoint({ method: 'POST', path: '/api/v1/savings/:id/reject', can: 'savings.confirm', about: w.aboutReject, in: z.object({ ...At, text: reason }), out: Done }),
  strike: endpoint({ method: 'POST', path: '/api/v1/savings/:id/strike', can: 'savings.confirm', about: w.aboutStrike, in: z.object({ ...At, text: reason }), out: Done }),
  register: endpoint({ method: 'GET', path: '/api/v1/saving-register', can: 'savings.read', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(SavingRow), total: z.int(), countedFen: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/saving-register/export', can: 'savings.export', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  sums: endpoint({
    method: 'GET', path: '/api/v1/saving-sums', can: 'savings.read', about: w.aboutSums, in: z.object({ unionId: id.optional(), year: Year.optional() }),
    out: z.object({
      union: z.object({ id: z.string(), name: z.string() }).nullable(), year: z.int(), all: Sum, people: z.int(), waiting: Sum,
      months: z.array(z.object({ month: z.int(), fen: z.int(), entries: z.int() })), kinds: z.array(Sum.extend({ kind: z.enum(KINDS) })),
      units: z.array(Named), posts: z.array(Named), persons: z.array(Named),
    }),
  }),
  exportSums: endpoint({ method: 'POST', path: '/api/v1/saving-sums/export', can: 'savings.export', about: w.aboutSumsExport, in: z.object({ unionId: id.optional(), year: Year.optional() }), out: z.object({}), download: true }),
  prizes: endpoint({ method: 'GET', path: '/api/v1/saving-prizes', can: 'savings.award', about: w.aboutPrizes, in: z.object({ unionId: id.optional(), month: month.optional() }), out: Prizes }),
  award: endpoint({ method: 'POST', path: '/api/v1/saving-prizes', can: 'savings.award', about: w.aboutAward, in: z.object({ unionId: id, month, people: z.array(id).min(1).max(1000) }), out: z.object({ winners: z.int() }) }),
  takeBack: endpoint({ method: 'POST', path: '/api/v1/saving-prizes/take-back', can: 'savings.award', about: w.aboutTakeBack, in: z.object({ unionId: id, month, text: reason }), out: z.object({ month }) }),
};
