import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { DAYS, KINDS, MARKS } from './daily-question.rules.ts';
import { words as w } from './daily-question.words.ts';

const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const month = z.string().regex(/^2[01]\d\d-(0[1-9]|1[0-2])$/);
const year = z.coerce.number().int().min(2000).max(2199);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Done = z.object({ id: z.string() });
const place = z.int().min(0).max(5);
const given = z.array(place).min(1).max(6);
const keep = 'dailyQuestion.keep';

/** A question without what is right. */
const Asked = z.object({ day: z.string(), kind: z.enum(KINDS), text: z.string(), options: z.array(z.string()), topic: z.string() });
/** What is right, once one may know it; `answered` and `right` count everybody. */
const Told = z.object({ right: z.array(z.int()), explanation: z.string(), source: z.string(), answered: z.int(), rightOnes: z.int() });
const Own = z.object({ given: z.array(z.int()), correct: z.boolean(), points: z.int() });
const Today = z.object({
  board: z.object({ unionId: z.string(), union: z.string() }).nullable(), today: z.string(), question: Asked.nullable(), voidWhy: z.string(), told: Told.nullable(), own: Own.nullable(),
  streak: z.int(), best: z.int(), points: z.int(), wrong: z.int(), worth: z.object({ answered: z.int(), right: z.int(), streak: z.int(), everyDays: z.int() }).nullable(), may: z.array(z.string()),
});
const Past = Asked.extend({ voidWhy: z.string(), told: Told, own: Own.nullable(), mark: z.enum(MARKS), reviewed: z.boolean() });

const Said = { kind: z.enum(KINDS), text: z.string().trim().min(2).max(300), options: z.array(z.string().trim().min(1).max(100)).min(2).max(6), right: given, explanation: z.string().trim().max(1000).default(''), source: z.string().trim().max(200).default(''), topic: z.string().trim().max(20).default('') };
export const BankRow = z.object({ id: z.string(), kind: z.enum(KINDS), text: z.string(), options: z.array(z.string()), right: z.array(z.int()), explanation: z.string(), source: z.string(), topic: z.string(), state: z.enum(['ready', 'withdrawn']), askedOn: z.string().nullable(), times: z.int(), answers: z.int(), rightOnes: z.int(), version: z.int(), may: z.array(z.string()) });
const BankFilter = { unionId: id, text: z.string().trim().max(60).optional(), kind: z.enum(KINDS).optional(), topic: z.string().trim().max(20).optional(), use: z.enum(['fresh', 'asked', 'withdrawn']).optional() };
/** A row of a sheet as it was read; nothing is judged yet. */
export const SheetLine = z.object({ text: z.string().max(400), kind: z.string().max(20), options: z.array(z.string().max(200)).max(6), right: z.string().max(40), explanation: z.string().max(1200), source: z.string().max(300), topic: z.string().max(40) });
const Board = z.object({ id: z.string(), union: z.string(), days: z.enum(DAYS), openedOn: z.string(), pointsFrom: z.string().nullable(), closedOn: z.string().nullable(), version: z.int(), fresh: z.int(), today: z.string().nullable(), answered: z.int(), gapOn: z.string().nullable(), may: z.array(z.string()) });
const Settings = { days: z.enum(DAYS), pointsFrom: day.nullable() };
const Sum = { members: z.int(), people: z.int(), answers: z.int(), rightOnes: z.int() };
const Period = { unionId: id, year: year.optional(), month: z.coerce.number().int().min(1).max(12).optional() };
const ofDay = { unionId: id, day };

export const api = {
  today: endpoint({ method: 'GET', path: '/api/v1/daily-question', can: 'person', about: w.aboutToday, in: z.object({}), out: Today }),
  answer: endpoint({ method: 'POST', path: '/api/v1/daily-question/answer', can: 'person', about: w.aboutAnswer, in: z.object({ day, given }), out: Today, unaudited: 'one tap a day of everybody; it stands in the answers and in the ledger' }),
  month: endpoint({ method: 'GET', path: '/api/v1/daily-question/months/:month', can: 'person', about: w.aboutMonth, in: z.object({ month }), out: z.object({ month: z.string(), items: z.array(z.object({ day: z.string(), mark: z.enum(MARKS), points: z.int() })), answered: z.int(), rightOnes: z.int(), points: z.int() }) }),
  past: endpoint({ method: 'GET', path: '/api/v1/daily-question/days/:day', can: 'person', about: w.aboutPast, in: z.object({ day }), out: Past }),
  wrong: endpoint({ method: 'GET', path: '/api/v1/daily-question/wrong', can: 'person', about: w.aboutWrong, in: z.object(Page), out: z.object({ items: z.array(Asked.extend({ given: z.array(z.int()) })), total: z.int() }) }),
  review: endpoint({ method: 'POST', path: '/api/v1/daily-question/days/:day/review', can: 'person', about: w.aboutReview, in: z.object({ day, given }), out: z.object({ correct: z.boolean(), past: Past }), unaudited: 'practice for oneself' }),

  boards: endpoint({ method: 'GET', path: '/api/v1/daily-boards', can: keep, about: w.aboutBoards, in: z.object({ unionId: id.optional(), ...Page }), out: z.object({ items: z.array(Board), total: z.int() }) }),
  open: endpoint({ method: 'POST', path: '/api/v1/daily-boards', can: keep, about: w.aboutOpen, in: z.object({ unionId: id, ...Settings }), out: Done }),
  amendBoard: endpoint({ method: 'PUT', path: '/api/v1/daily-boards/:id', can: keep, about: w.aboutAmendBoard, in: z.object({ id, version: z.int().min(1), running: z.boolean(), ...Settings }), out: Done }),
  bank: endpoint({ method: 'GET', path: '/api/v1/daily-bank', can: keep, about: w.aboutBank, in: z.object({ ...BankFilter, ...Page }), out: z.object({ items: z.array(BankRow), total: z.int(), topics: z.array(z.string()) }) }),
  exportBank: endpoint({ method: 'POST', path: '/api/v1/daily-bank/export', can: keep, about: w.aboutExportBank, in: z.object({ ...BankFilter, ...Shown }), out: z.object({}), download: true }),
  add: endpoint({ method: 'POST', path: '/api/v1/daily-bank', can: keep, about: w.aboutAdd, in: z.object({ unionId: id, ...Said }), out: Done }),
  amend: endpoint({ method: 'PUT', path: '/api/v1/daily-bank/:id', can: keep, about: w.aboutAmend, in: z.object({ id, version: z.int().min(1), ...Said }), out: Done }),
  turn: endpoint({ method: 'POST', path: '/api/v1/daily-bank/:id/state', can: keep, about: w.aboutTurn, in: z.object({ id, state: z.enum(['ready', 'withdrawn']) }), out: Done }),
  readSheet: endpoint({ method: 'POST', path: '/api/v1/daily-bank-sheets/:unionId/read', can: keep, about: w.aboutReadSheet, in: z.object({ unionId: id, name: z.string().min(1).max(400) }), out: z.object({ items: z.array(SheetLine.extend({ fault: z.string().nullable() })), faults: z.int() }), upload: { maxBytes: 5 * 1024 * 1024 }, unaudited: 'reads a sheet back to whoever sent it and keeps nothing' }),
  takeSheet: endpoint({ method: 'POST', path: '/api/v1/daily-bank-sheets/:unionId', can: keep, about: w.aboutTakeSheet, in: z.object({ unionId: id, rows: z.array(SheetLine).min(1).max(2000) }), out: z.object({ id: z.string(), added: z.int() }) }),

  schedule: endpoint({
    method: 'GET', path: '/api/v1/daily-schedule', can: keep, about: w.aboutSchedule, in: z.object({ unionId: id, month }),
    out: z.object({ today: z.string(), from: z.string(), items: z.array(z.object({ day: z.string(), wanted: z.boolean(), questionId: z.string().nullable(), text: z.string(), answers: z.int(), rightOnes: z.int(), voidWhy: z.string(), may: z.array(z.string()) })) }),
  }),
  put: endpoint({ method: 'POST', path: '/api/v1/daily-schedule', can: keep, about: w.aboutPut, in: z.object({ ...ofDay, questionId: id }), out: Done }),
  clear: endpoint({ method: 'POST', path: '/api/v1/daily-schedule/clear', can: keep, about: w.aboutClear, in: z.object(ofDay), out: Done }),
  fill: endpoint({ method: 'POST', path: '/api/v1/daily-schedule/fill', can: keep, about: w.aboutFill, in: z.object({ unionId: id, from: day, to: day }), out: z.object({ id: z.string(), added: z.int(), left: z.int() }) }),
  voidDay: endpoint({ method: 'POST', path: '/api/v1/daily-schedule/void', can: keep, about: w.aboutVoid, in: z.object({ ...ofDay, why: z.string().trim().min(2).max(200) }), out: Done }),
  dayFigures: endpoint({
    method: 'GET', path: '/api/v1/daily-figures', can: keep, about: w.aboutDayFigures, in: z.object(ofDay),
    out: z.object({ day: z.string(), question: BankRow, voidWhy: z.string(), answers: z.int(), rightOnes: z.int(), chosen: z.array(z.int()), units: z.array(z.object({ id: z.string(), name: z.string(), ...Sum })), may: z.array(z.string()) }),
  }),
  statistics: endpoint({
    method: 'GET', path: '/api/v1/daily-statistics', can: keep, about: w.aboutStatistics, in: z.object(Period),
    out: z.object({ union: z.string(), year: z.int(), days: z.int(), all: z.object(Sum), units: z.array(z.object({ id: z.string(), name: z.string(), ...Sum })), months: z.array(z.object({ month: z.int(), days: z.int(), answers: z.int(), rightOnes: z.int() })) }),
  }),
  exportStatistics: endpoint({ method: 'POST', path: '/api/v1/daily-statistics/export', can: keep, about: w.aboutExportStatistics, in: z.object(Period), out: z.object({}), download: true }),
};
