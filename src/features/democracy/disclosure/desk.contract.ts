import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { AUDIENCE_OFFICES, OWNERSHIPS } from './catalogue.rules.ts';
import { DisclosureCard, DisclosureOut, EntryCode, FileOut, id, Page, QuestionOut, Year } from './disclosure.contract.ts';
import { words as w } from './disclosure.words.ts';

const [look, keep, check, answers, exporting] = ['disclosure.desk', 'disclosure.keep', 'disclosure.check', 'disclosure.answer', 'disclosure.export'] as const;
const day = z.iso.date().refine((d) => d >= '2000' && d < '2200');
const reason = z.string().trim().min(2).max(300);
const At = { id, version: z.int().min(1).optional() };
const at = (rest: string) => `/api/v1/disclosure-desk/:id${rest}` as const;
export const STATES = ['due', 'drafted', 'checking', 'published', 'feedback', 'rectifying', 'rechecking', 'nothing', 'withdrawn', 'closed', 'archived', 'dropped'] as const;
export const DUTY_STATES = ['coming', 'due', 'late', 'done', 'doneLate', 'nothing'] as const;
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional(), only: z.enum(['late', 'violation', 'overdue']).optional(), entry: EntryCode.optional(), year: Year.optional() };

/** Lines of the audience; any that fits lets somebody see it. */
const Line = z.union([z.object({ kind: z.literal('union'), unionId: id }), z.object({ kind: z.literal('office'), unionId: id, office: z.enum(AUDIENCE_OFFICES) }), z.object({ kind: z.literal('circle'), circleId: id })]);
const Written = {
  title: z.string().trim().min(2).max(80), body: z.string().trim().max(20_000).default(''), files: z.array(id).max(20).default([]), publicDays: z.int().min(1).max(3660), audience: z.enum(['all', 'circle']).default('all'), lines: z.array(Line).max(30).default([]), why: z.string().trim().max(300).default(''),
};
const Answered = z.enum(['none', 'redacted', 'found']);
export const Done = z.object({ id, state: z.string() });
/** An item in the register: `rate` of awareness in tenths of a per cent, null before publication. `open`: questions without an answer. */
export const Row = DisclosureCard.extend({ dueAt: z.string().nullable(), overdue: z.boolean(), reads: z.int(), audienceN: z.int(), rate: z.int().nullable(), open: z.int() });
export const ItemOut = DisclosureOut.extend({
  dueAt: z.string().nullable(), overdue: z.boolean(), reads: z.int(), audienceN: z.int(), rate: z.int().nullable(), open: z.int(), draft: z.object({ title: z.string(), body: z.string(), why: z.string(), publicDays: z.int(), files: z.array(FileOut) }), lines: z.array(z.object({ kind: z.enum(['union', 'office', 'circle']), unionId: id.nullable(), office: z.string(), circleId: id.nullable(), name: z.string() })),
  caseVersion: z.int(), events: z.array(z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: z.string() })), reported: z.string().nullable(), canCheck: z.boolean(), remindedAt: z.string().nullable(),
});
const Duty = z.object({ entry: z.string(), entryCode: z.string(), period: z.string(), every: z.string(), dueAt: z.string(), state: z.enum(DUTY_STATES), lateDays: z.int(), itemId: id.nullable() });
const Sums = { duties: z.int(), onTime: z.int(), late: z.int(), missing: z.int(), nothing: z.int(), published: z.int(), reads: z.int(), people: z.int(), rate: z.int().nullable(), questions: z.int(), answeredInTime: z.int(), violations: z.int() };
export const SumsOut = z.object(Sums);
const Asked = QuestionOut.extend({ itemId: id, title: z.string(), union: z.string(), number: z.string(), late: z.boolean() });
const Circle = z.object({ id, name: z.string(), kind: z.enum(['delegates', 'tag']), people: z.int() });
const Statistics = { unionId: id.optional(), year: Year.optional() };
const step = (name: string, can: string, about = w.aboutStep) => ({ method: 'POST', path: at(`/${name}`), can, about } as const);

export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/disclosure-register', can: look, about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/disclosure-register/export', can: exporting, about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  item: endpoint({ method: 'GET', path: at(''), can: look, about: w.aboutItem, in: z.object({ id }), out: ItemOut }),
  draft: endpoint({ method: 'POST', path: '/api/v1/disclosure-desk', can: keep, about: w.aboutDraft, in: z.object({ unionId: id, entry: EntryCode, happenedOn: day.optional(), ...Written }), out: Done }),
  save: endpoint({ method: 'PUT', path: at(''), can: keep, about: w.aboutSave, in: z.object({ ...At, ...Written }), out: Done }),
  submit: endpoint({ ...step('submit', keep), in: z.object(At), out: Done }),
  giveBack: endpoint({ ...step('give-back', check), in: z.object({ ...At, text: reason }), out: Done }),
  clear: endpoint({
    ...step('clear', check, w.aboutClear), in: z.object({ ...At, stateSecret: Answered, tradeSecret: Answered, personalData: Answered, redaction: z.string().trim().max(500).default('') }), out: Done,
  }),
  nothing: endpoint({ ...step('nothing', keep), in: z.object({ ...At, text: reason }), out: Done }),
  takeUp: endpoint({ ...step('take-up', keep), in: z.object(At), out: Done }),
  drop: endpoint({ ...step('drop', keep), in: z.object(At), out: Done }),
  rectify: endpoint({ ...step('rectify', keep), in: z.object({ ...At, text: reason }), out: Done }),
  withdraw: endpoint({ ...step('withdraw', keep), in: z.object({ ...At, text: reason }), out: Done.extend({ violation: z.boolean() }) }),
  close: endpoint({ ...step('close', keep), in: z.object(At), out: Done }),
  archive: endpoint({ ...step('archive', keep), in: z.object(At), out: Done }),
  remind: endpoint({ ...step('remind', keep, w.aboutRemind), in: z.object({ id }), out: z.object({ n: z.int() }) }),
  awareness: endpoint({ method: 'GET', path: at('/awareness'), can: look, about: w.aboutAwareness, in: z.object({ id, ...Page }), out: z.object({ items: z.array(z.object({ id, name: z.string(), people: z.int(), reads: z.int(), rate: z.int().nullable(), understood: z.int(), unclear: z.int() })), total: z.int() }) }),
  exportAwareness: endpoint({ method: 'POST', path: at('/awareness/export'), can: exporting, about: w.aboutExportAwareness, in: z.object({ id }), out: z.object({}), download: true }),
  catalogue: endpoint({
    method: 'GET', path: '/api/v1/disclosure-catalogue', can: look, about: w.aboutCatalogue, in: z.object({ unionId: id }),
    out: z.object({
      unionId: id, union: z.string(), ownership: z.enum(OWNERSHIPS).nullable(), since: z.string().nullable(), leastDays: z.int(), may: z.array(z.string()), units: z.array(z.object({ id, name: z.string() })), congresses: z.array(z.object({ id, name: z.string(), opensOn: z.string(), closesOn: z.string() })),
      items: z.array(z.object({ entry: z.string(), entryCode: z.string(), months: z.int(), every: z.string(), basis: z.string(), atOnce: z.boolean(), agreed: z.boolean() })),
    }),
  }),
  setOwnership: endpoint({ method: 'PUT', path: '/api/v1/disclosure-catalogue', can: keep, about: w.aboutOwnership, in: z.object({ unionId: id, ownership: z.enum(OWNERSHIPS), since: day }), out: z.object({ opened: z.int() }) }),
  agree: endpoint({ method: 'POST', path: '/api/v1/disclosure-catalogue/agreed', can: keep, about: w.aboutAgree, in: z.object({ unionId: id, title: z.string().trim().min(2).max(60), months: z.union([z.literal(0), z.literal(1), z.literal(3), z.literal(6), z.literal(12)]) }), out: z.object({ id }) }),
  endAgreed: endpoint({ method: 'POST', path: '/api/v1/disclosure-catalogue/agreed/:id/end', can: keep, about: w.aboutEndAgreed, in: z.object({ id }), out: z.object({ id }) }),
  congress: endpoint({ method: 'POST', path: '/api/v1/disclosure-congresses', can: keep, about: w.aboutCongress, in: z.object({ unionId: id, name: z.string().trim().min(2).max(60), opensOn: day, closesOn: day }), out: z.object({ id, opened: z.int() }) }),
  calendar: endpoint({ method: 'GET', path: '/api/v1/disclosure-calendar', can: look, about: w.aboutCalendar, in: z.object({ unionId: id, year: Year }), out: z.object({ ownership: z.enum(OWNERSHIPS).nullable(), items: z.array(Duty) }) }),
  exportCalendar: endpoint({ method: 'POST', path: '/api/v1/disclosure-calendar/export', can: exporting, about: w.aboutExportCalendar, in: z.object({ unionId: id, year: Year }), out: z.object({}), download: true }),
  circles: endpoint({ method: 'GET', path: '/api/v1/disclosure-circles', can: look, about: w.aboutCircles, in: z.object({ unionId: id, ...Page }), out: z.object({ items: z.array(Circle), total: z.int() }) }),
  makeCircle: endpoint({ method: 'POST', path: '/api/v1/disclosure-circles', can: keep, about: w.aboutMakeCircle, in: z.object({ unionId: id, name: z.string().trim().min(2).max(40), kind: z.enum(['delegates', 'tag']) }), out: z.object({ id }) }),
  circlePeople: endpoint({ method: 'GET', path: '/api/v1/disclosure-circles/:id/people', can: look, about: w.aboutCirclePeople, in: z.object({ id, ...Page }), out: z.object({ items: z.array(z.object({ id, name: z.string(), union: z.string() })), total: z.int() }) }),
  setCircle: endpoint({ method: 'PUT', path: '/api/v1/disclosure-circles/:id/people', can: keep, about: w.aboutSetCircle, in: z.object({ id, /** names or staff numbers */ add: z.array(z.string().trim().min(1).max(40)).max(500).default([]), remove: z.array(id).max(500).default([]) }), out: z.object({ people: z.int(), unknown: z.array(z.string()) }) }),
  questions: endpoint({ method: 'GET', path: '/api/v1/disclosure-questions', can: look, about: w.aboutQuestions, in: z.object({ unionId: id.optional(), itemId: id.optional(), state: z.enum(['open', 'late', 'answered']).optional(), text: z.string().trim().max(60).optional(), ...Page }), out: z.object({ items: z.array(Asked), total: z.int() }) }),
  exportQuestions: endpoint({ method: 'POST', path: '/api/v1/disclosure-questions/export', can: exporting, about: w.aboutExportQuestions, in: z.object({ unionId: id.optional(), itemId: id.optional(), state: z.enum(['open', 'late', 'answered']).optional(), text: z.string().trim().max(60).optional(), ...Shown }), out: z.object({}), download: true }),
  question: endpoint({ method: 'GET', path: '/api/v1/disclosure-questions/:id', can: look, about: w.aboutQuestion, in: z.object({ id }), out: Asked }),
  answer: endpoint({ method: 'POST', path: '/api/v1/disclosure-questions/:id/answer', can: answers, about: w.aboutAnswer, in: z.object({ id, text: z.string().trim().min(2).max(3000), open: z.boolean(), upheld: z.boolean().optional() }), out: Done }),
  statistics: endpoint({
    method: 'GET', path: '/api/v1/disclosure-statistics', can: look, about: w.aboutStatistics, in: z.object(Statistics),
    out: z.object({ year: z.int(), all: SumsOut, entries: z.array(SumsOut.extend({ entryCode: z.string(), entry: z.string() })), units: z.array(SumsOut.extend({ id, name: z.string() })) }),
  }),
  exportStatistics: endpoint({ method: 'POST', path: '/api/v1/disclosure-statistics/export', can: exporting, about: w.aboutExportStatistics, in: z.object(Statistics), out: z.object({}), download: true }),
  board: endpoint({ method: 'GET', path: '/api/v1/disclosure-board', can: look, about: w.aboutBoard, in: z.object({ unionId: id }), out: z.object({ union: z.string(), at: z.string(), items: z.array(z.object({ id, title: z.string(), entry: z.string(), body: z.string(), publishedAt: z.string(), publicUntil: z.string(), version: z.int(), files: z.int(), questions: z.array(z.object({ text: z.string(), answer: z.string() })) })) }) }),
};
