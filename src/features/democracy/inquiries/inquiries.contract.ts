import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { ANSWER_STATES, CHANNELS, PERSON_STATES, STATES } from './inquiries.rules.ts';
import { words as w } from './inquiries.words.ts';

const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Done = z.object({ id: z.string() });
const one = z.object({ id });
const text = z.string().trim().min(2).max(2000);
const Row = z.object({ id: z.string(), title: z.string(), union: z.string(), state: z.enum(STATES), closesOn: z.string(), invited: z.int(), answered: z.int(), declined: z.int(), said: z.int() });
const Kept = Row.extend({ unionId: z.string(), question: z.string(), fromDay: z.string(), toDay: z.string(), most: z.int(), seed: z.string(), channels: z.array(z.object({ channel: z.enum(CHANNELS), said: z.int(), settled: z.int() })), may: z.array(z.string()) });
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional() };
const People = { id, text: z.string().trim().max(20).optional(), state: z.enum(PERSON_STATES).optional() };
const Answers = { id, channel: z.enum(CHANNELS).optional(), state: z.enum(ANSWER_STATES).optional() };
const Period = { unionId: id, fromDay: day, toDay: day };
const Mine = z.object({ id: z.string(), title: z.string(), union: z.string(), question: z.string(), closesOn: z.string(), state: z.enum(STATES), own: z.enum(PERSON_STATES), reply: z.string().nullable() });

export const api = {
  mine: endpoint({ method: 'GET', path: '/api/v1/inquiries', can: 'person', about: w.aboutMine, in: z.object(Page), out: z.object({ items: z.array(Mine), total: z.int() }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/inquiries/:id', can: 'person', about: w.aboutOne, in: one, out: Mine }),
  answer: endpoint({ method: 'POST', path: '/api/v1/inquiries/:id/answer', can: 'person', about: w.aboutAnswer, in: z.object({ id, text, named: z.boolean().default(false) }), out: Done, unaudited: 'who answers in private stands in no log' }),
  decline: endpoint({ method: 'POST', path: '/api/v1/inquiries/:id/decline', can: 'person', about: w.aboutDecline, in: one, out: Done, unaudited: 'who would rather not speak stands in no log' }),

  register: endpoint({ method: 'GET', path: '/api/v1/inquiry-desk', can: 'inquiries.keep', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/inquiry-desk/export', can: 'inquiries.keep', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  kept: endpoint({ method: 'GET', path: '/api/v1/inquiry-desk/:id', can: 'inquiries.keep', about: w.aboutKept, in: one, out: Kept }),
  silent: endpoint({ method: 'GET', path: '/api/v1/inquiry-silent', can: 'inquiries.keep', about: w.aboutSilent, in: z.object(Period), out: z.object({ members: z.int(), silent: z.int(), units: z.array(z.object({ name: z.string(), members: z.int(), silent: z.int().nullable() })) }) }),
  create: endpoint({ method: 'POST', path: '/api/v1/inquiry-desk', can: 'inquiries.keep', about: w.aboutCreate, in: z.object({ ...Period, title: z.string().trim().min(2).max(100), question: z.string().trim().min(2).max(1000), most: z.int().min(1).max(20_000).default(200), seed: z.string().trim().max(40).default(''), closesOn: day }), out: Done }),
  open: endpoint({ method: 'POST', path: '/api/v1/inquiry-desk/:id/open', can: 'inquiries.keep', about: w.aboutOpen, in: one, out: z.object({ id: z.string(), invited: z.int() }) }),
  close: endpoint({ method: 'POST', path: '/api/v1/inquiry-desk/:id/close', can: 'inquiries.keep', about: w.aboutClose, in: one, out: Done }),
  remind: endpoint({ method: 'POST', path: '/api/v1/inquiry-desk/:id/remind', can: 'inquiries.keep', about: w.aboutRemind, in: one, out: Done }),
  people: endpoint({ method: 'GET', path: '/api/v1/inquiry-desk/:id/people', can: 'inquiries.keep', about: w.aboutPeople, in: z.object({ ...People, ...Page }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), state: z.enum(PERSON_STATES) })), total: z.int() }) }),
  exportPeople: endpoint({ method: 'POST', path: '/api/v1/inquiry-people/export', can: 'inquiries.keep', about: w.aboutExportPeople, in: z.object({ ...People, ...Shown }), out: z.object({}), download: true }),
  answers: endpoint({ method: 'GET', path: '/api/v1/inquiry-desk/:id/answers', can: 'inquiries.keep', about: w.aboutAnswers, in: z.object({ ...Answers, ...Page }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string().nullable(), channel: z.enum(CHANNELS), text: z.string(), reply: z.string().nullable(), state: z.enum(ANSWER_STATES) })), total: z.int() }) }),
  exportAnswers: endpoint({ method: 'POST', path: '/api/v1/inquiry-answers/export', can: 'inquiries.keep', about: w.aboutExportAnswers, in: z.object({ ...Answers, ...Shown }), out: z.object({}), download: true }),
  enter: endpoint({ method: 'POST', path: '/api/v1/inquiry-desk/:id/answers', can: 'inquiries.keep', about: w.aboutEnter, in: z.object({ id, channel: z.enum(['telephone', 'visit', 'box']), personId: id.nullable().default(null), named: z.boolean().default(false), text }), out: Done }),
  follow: endpoint({ method: 'POST', path: '/api/v1/inquiry-answers/:id', can: 'inquiries.keep', about: w.aboutFollow, in: z.object({ id, settle: z.boolean(), reply: z.string().trim().max(2000).default('') }), out: Done }),
};
