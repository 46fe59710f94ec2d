import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { QUESTION_STATES } from './briefings.rules.ts';
import { words as w } from './briefings.words.ts';

const id = z.uuid();
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const moment = z.iso.datetime({ offset: true }).refine((at) => at >= '2000' && at < '2200');
const Year = z.coerce.number().int().min(2000).max(2100).optional();
export const STATES = ['planned', 'live', 'ended', 'published', 'calledOff'] as const;
const Point = z.object({ title: z.string().trim().min(1).max(80), by: z.string().trim().max(40).default('') });
const Planned = { title: z.string().trim().min(2).max(60), about: z.string().trim().max(3000).default(''), place: z.string().trim().min(1).max(200), heldAt: moment, endsAt: moment, agenda: z.array(Point).max(20).default([]), files: z.array(id).max(20).default([]) };
const FileOut = z.object({ id, name: z.string(), image: z.boolean() });

/** A briefing in a list. `here`: I was there. */
export const BriefingCard = z.object({ id, number: z.string(), title: z.string(), union: z.string(), unionId: id, place: z.string(), heldAt: z.string(), endsAt: z.string(), state: z.enum(STATES), attended: z.int(), questions: z.int(), answered: z.int(), open: z.int(), here: z.boolean() });
/** The page. `may`: checkIn, ask, start, end, publish, callOff, change, moderate. */
export const BriefingOut = BriefingCard.extend({ about: z.string(), agenda: z.array(z.object({ title: z.string(), by: z.string() })), attached: z.array(FileOut), minutes: z.string(), publishedAt: z.string().nullable(), version: z.int(), why: z.string(), may: z.array(z.string()) });
/** A question as the room sees it; hidden ones only for its asker and the moderator. `by` only when it carries its name. */
export const QuestionOut = z.object({ id, text: z.string(), by: z.string(), at: z.string(), state: z.enum(QUESTION_STATES), votes: z.int(), voted: z.boolean(), own: z.boolean(), answer: z.string(), live: z.boolean().nullable(), answeredAt: z.string().nullable(), dueAt: z.string().nullable(), may: z.array(z.string()) });
const Done = z.object({ id, state: z.string() });
const At = { id, version: z.int().min(1).optional() };
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional(), year: Year };
const [attend, keep, exporting] = ['briefings.attend', 'briefings.keep', 'briefings.export'] as const;
const at = (rest: string) => `/api/v1/briefings/:id${rest}` as const;
const ofQuestion = (rest: string) => `/api/v1/briefing-questions/:id${rest}` as const;

export const api = {
  list: endpoint({ method: 'GET', path: '/api/v1/briefings', can: attend, about: w.aboutList, in: z.object({ when: z.enum(['coming', 'past']).default('coming'), ...Page }), out: z.object({ items: z.array(BriefingCard), total: z.int() }) }),
  one: endpoint({ method: 'GET', path: at(''), can: attend, about: w.aboutOne, in: z.object({ id }), out: BriefingOut }),
  questions: endpoint({ method: 'GET', path: at('/questions'), can: attend, about: w.aboutQuestions, in: z.object({ id, limit: Page.limit.default(100), offset: Page.offset }), out: z.object({ items: z.array(QuestionOut), total: z.int() }) }),
  checkIn: endpoint({ method: 'POST', path: at('/check-in'), can: attend, about: w.aboutCheckIn, in: z.object({ id, code: z.string().trim().min(4).max(20) }), out: z.object({ id }) }),
  ask: endpoint({ method: 'POST', path: at('/questions'), can: attend, about: w.aboutAsk, in: z.object({ id, text: z.string().trim().min(2).max(500), named: z.boolean().default(false) }), out: z.object({ id }) }),
  vote: endpoint({ method: 'POST', path: ofQuestion('/vote'), can: attend, about: w.aboutVote, in: z.object({ id, on: z.boolean() }), out: z.object({ votes: z.int() }), unaudited: 'one tap of many in a room; it stands in the votes' }),
  later: endpoint({ method: 'GET', path: ofQuestion(''), can: attend, about: w.aboutLater, in: z.object({ id }), out: z.object({ briefingId: id }) }),
  register: endpoint({ method: 'GET', path: '/api/v1/briefing-register', can: keep, about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(BriefingCard), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/briefing-register/export', can: exporting, about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  plan: endpoint({ method: 'POST', path: '/api/v1/briefings', can: keep, about: w.aboutPlan, in: z.object({ unionId: id, ...Planned }), out: Done }),
  change: endpoint({ method: 'PUT', path: at(''), can: keep, about: w.aboutChange, in: z.object({ ...At, ...Planned }), out: Done }),
  start: endpoint({ method: 'POST', path: at('/start'), can: keep, about: w.aboutStep, in: z.object(At), out: Done }),
  end: endpoint({ method: 'POST', path: at('/end'), can: keep, about: w.aboutStep, in: z.object(At), out: Done.extend({ later: z.int() }) }),
  callOff: endpoint({ method: 'POST', path: at('/call-off'), can: keep, about: w.aboutStep, in: z.object({ ...At, text: z.string().trim().min(2).max(300) }), out: Done }),
  publish: endpoint({ method: 'POST', path: at('/minutes'), can: keep, about: w.aboutPublish, in: z.object({ ...At, minutes: z.string().trim().min(10).max(20_000) }), out: Done }),
  moderate: endpoint({ method: 'POST', path: ofQuestion('/moderate'), can: keep, about: w.aboutModerate, in: z.object({ id, state: z.enum(['asked', 'answering', 'hidden']) }), out: Done }),
  answer: endpoint({ method: 'POST', path: ofQuestion('/answer'), can: keep, about: w.aboutAnswer, in: z.object({ id, text: z.string().trim().min(2).max(3000) }), out: Done }),
  screen: endpoint({ method: 'GET', path: at('/screen'), can: keep, about: w.aboutScreen, in: z.object({ id }), out: z.object({ title: z.string(), union: z.string(), code: z.string(), attended: z.int(), state: z.enum(STATES), now: QuestionOut.nullable(), next: z.array(QuestionOut), answered: z.int() }) }),
  attendance: endpoint({ method: 'GET', path: at('/attendance'), can: keep, about: w.aboutAttendance, in: z.object({ id, ...Page }), out: z.object({ items: z.array(z.object({ id, name: z.string(), union: z.string(), at: z.string() })), total: z.int() }) }),
  exportAttendance: endpoint({ method: 'POST', path: at('/attendance/export'), can: exporting, about: w.aboutExportAttendance, in: z.object({ id }), out: z.object({}), download: true }),
  statistics: endpoint({ method: 'GET', path: '/api/v1/briefing-statistics', can: keep, about: w.aboutStatistics, in: z.object({ unionId: id.optional(), year: Year, ...Page }), out: z.object({ year: z.int(), items: z.array(z.object({ id, name: z.string(), held: z.int(), planned: z.int(), least: z.int(), attended: z.int(), questions: z.int(), answeredLive: z.int(), answeredLater: z.int(), open: z.int() })), total: z.int() }) }),
  exportStatistics: endpoint({ method: 'POST', path: '/api/v1/briefing-statistics/export', can: exporting, about: w.aboutExportStatistics, in: z.object({ unionId: id.optional(), year: Year }), out: z.object({}), download: true }),
};
