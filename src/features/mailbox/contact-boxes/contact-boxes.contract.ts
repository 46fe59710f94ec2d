import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './contact-boxes.words.ts';

const id = z.uuid();
const when = z.iso.datetime({ offset: true });
const files = z.array(z.uuid()).max(4).default([]);
const why = z.string().trim().min(2).max(200);
const place = z.string().trim().min(2).max(60);
const keepers = z.array(id).min(1).max(10);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(['overdue', 'due', 'ready', 'toKey', 'retired']).optional() };
export const Category = z.enum(['pay', 'time', 'safety', 'living', 'insurance', 'growth', 'difficulty', 'management', 'union', 'other']);

const Standing = z.enum(['retired', 'overdue', 'due', 'ready']);
const Person = z.object({ id: z.string(), name: z.string(), union: z.string() });
const File = z.object({ id: z.string(), name: z.string(), image: z.boolean() });
const Figures = { openings: z.int(), letters: z.int(), answered: z.int() };
const Row = z.object({
  id: z.string(), number: z.int(), place: z.string(), union: z.string(), unionId: z.string(), keepers: z.array(z.string()), standing: Standing, dueOn: z.string(), lastOn: z.string().nullable(),
  toKey: z.int(), ...Figures,
});
/** An opening; `waiting` = letters still to be keyed in, `before` = what it said before corrections, latest first. */
const Opening = z.object({
  id: z.string(), openedOn: z.string(), openedAt: z.string(), openedBy: z.string(), witness: z.string(), witnessId: z.string(), found: z.int(), keyed: z.int(), waiting: z.int(), leftWhy: z.string().nullable(), sealIntact: z.boolean(), note: z.string(),
  loggedBy: z.string(), files: z.array(File), before: z.array(z.object({ at: z.string(), why: z.string(), found: z.int(), sealIntact: z.boolean(), note: z.string(), witness: z.string() })), may: z.array(z.string()),
});
const Letter = z.object({ letterId: z.string().nullable(), number: z.string(), title: z.string(), state: z.string(), openedOn: z.string(), position: z.int() });
const Box = Row.extend({
  placedOn: z.string(), retiredOn: z.string().nullable(), retiredWhy: z.string().nullable(), everyDays: z.int(), joinCode: z.string(), people: z.array(Person), photos: z.array(File),
  log: z.array(Opening), list: z.array(Letter), may: z.array(z.string()),
});
/** What is kept about an opening; `openedAt` is not in the future. */
const Logged = { openedAt: when, witnessId: id, found: z.int().min(0).max(300), sealIntact: z.boolean(), note: z.string().trim().max(300).default('') };
/** The latest opening of a kept box, with what its author may do with it. */
const Last = z.object({ id: z.string(), openedOn: z.string(), found: z.int(), keyed: z.int(), sealIntact: z.boolean(), note: z.string(), witnessId: z.string(), may: z.array(z.string()) });
const Done = z.object({ id: z.string() });

export const api = {
  register: endpoint({ method: 'GET', path: '/api/v1/contact-boxes', can: 'contactBoxes.keep', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/contact-boxes/export', can: 'contactBoxes.keep', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  /** also by the id of the duty that stands on the work list */
  box: endpoint({ method: 'GET', path: '/api/v1/contact-boxes/:id', can: 'contactBoxes.keep', about: w.aboutBox, in: z.object({ id }), out: Box }),
  people: endpoint({ method: 'GET', path: '/api/v1/contact-boxes/people', can: 'contactBoxes.keep', about: w.aboutPeople, in: z.object({ unionId: id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(Person) }) }),
  place: endpoint({ method: 'POST', path: '/api/v1/contact-boxes', can: 'contactBoxes.keep', about: w.aboutPlace, in: z.object({ unionId: id, place, keepers, files }), out: Done }),
  amend: endpoint({ method: 'POST', path: '/api/v1/contact-boxes/:id/amend', can: 'contactBoxes.keep', about: w.aboutAmend, in: z.object({ id, place, keepers, files }), out: Done }),
  retire: endpoint({ method: 'POST', path: '/api/v1/contact-boxes/:id/retire', can: 'contactBoxes.keep', about: w.aboutRetire, in: z.object({ id, text: why }), out: Done }),
  mine: endpoint({
    method: 'GET', path: '/api/v1/my-contact-boxes', can: 'person', about: w.aboutMine, in: z.object({}),
    out: z.object({ items: z.array(z.object({ id: z.string(), number: z.int(), place: z.string(), union: z.string(), standing: Standing, dueOn: z.string(), lastOn: z.string().nullable(), witnesses: z.array(Person), last: Last.nullable() })) }),
  }),
  /** `openedBy` is the one who logs unless the desk says who it was */
  log: endpoint({ method: 'POST', path: '/api/v1/contact-boxes/:id/openings', can: 'person', about: w.aboutLog, in: z.object({ id, ...Logged, openedBy: id.optional(), files }), out: z.object({ id: z.string(), found: z.int() }) }),
  correct: endpoint({ method: 'POST', path: '/api/v1/box-openings/:id/correct', can: 'person', about: w.aboutCorrect, in: z.object({ id, witnessId: id, found: Logged.found, sealIntact: z.boolean(), note: Logged.note, text: why }), out: Done }),
  settle: endpoint({ method: 'POST', path: '/api/v1/box-openings/:id/settle', can: 'contactBoxes.keep', about: w.aboutSettle, in: z.object({ id, text: why }), out: Done }),
  writers: endpoint({
    method: 'GET', path: '/api/v1/contact-boxes/:id/writers', can: 'contactBoxes.keep', about: w.aboutWriters,
    in: z.object({ id, name: z.string().trim().min(2).max(20), phone: z.string().trim().max(20).optional() }), out: z.object({ items: z.array(Person.extend({ phone: z.string() })) }),
  }),
  keyIn: endpoint({
    method: 'POST', path: '/api/v1/box-openings/:id/letters', can: 'contactBoxes.keep', about: w.aboutKeyIn,
    in: z.object({
      id, title: z.string().trim().min(2).max(60), text: z.string().trim().min(4).max(5000), category: Category, place: z.string().trim().max(60).default(''), aboutChair: z.boolean().default(false),
      /** a member of the union who signed it; without one the letter has no name and a follow-up code */ writerId: id.optional(), hidden: z.boolean().default(false), files,
    }),
    /** `code`: told this once, for the slip beside the box; `position` of `found` */
    out: z.object({ number: z.string(), code: z.string().nullable(), position: z.int(), found: z.int() }),
  }),
  openBoard: endpoint({
    method: 'GET', path: '/api/v1/box-board', can: 'anyone', about: w.aboutBoard, in: z.object({ joinCode: z.string().trim().min(4).max(20), number: z.coerce.number().int().min(1).max(999) }),
    out: z.object({
      number: z.int(), place: z.string(), union: z.string(), standing: Standing, dueOn: z.string(), lastOn: z.string().nullable(), ...Figures,
      items: z.array(z.object({ question: z.string(), answer: z.string(), category: z.string(), openedOn: z.string(), publishedOn: z.string() })),
    }),
  }),
};
