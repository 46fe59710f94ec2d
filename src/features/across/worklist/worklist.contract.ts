import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './worklist.words.ts';

const when = z.iso.datetime();
const id = z.uuid();

/** One open case of any process, as far as the officer may know. */
const Item = z.object({
  id: z.string(), process: z.string(), processTitle: z.string(), number: z.string(), title: z.string(),
  origin: z.string(), author: z.string().nullable(), privacyWord: z.string(), state: z.string(), stateWord: z.string(),
  union: z.string(), assignee: z.string().nullable(), givenToMe: z.boolean(),
  nextDue: when.nullable(), late: z.boolean(), reported: z.boolean(), openedAt: when, path: z.string(),
});

/** One line of the plain story of a case. */
const Happened = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: when });

const Filter = { process: z.string().trim().max(40).optional(), text: z.string().trim().max(60).optional(), unionId: id.optional(), late: z.stringbool().optional() };
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const screen = z.string().regex(/^[a-z][a-z-]{1,30}$/);

/** A share, never without what it is a share of. */
const Share = z.object({ good: z.int(), of: z.int() });

/** The four tiles. A tile about letters is null for officers who do not read letters. */
export const Counts = z.object({
  waiting: z.int(), today: z.int(), late: z.int(), reported: z.int(),
  processes: z.array(z.object({ process: z.string(), title: z.string(), waiting: z.int() })),
  letters: z.object({
    /** letters of the last seven days, oldest day first */
    lastDays: z.array(z.object({ date: z.iso.date(), opened: z.int() })),
    /** mean of working days from writing to answer; `before` the same for the quarter before; null without answers */
    answerDays: z.object({ quarter: z.string(), now: z.number().nullable(), answered: z.int(), before: z.number().nullable(), answeredBefore: z.int() }),
    satisfaction: Share,
  }).nullable(),
});

export const api = {
  list: endpoint({ method: 'GET', path: '/api/v1/worklist', can: 'person', about: w.aboutList, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Item), total: z.int() }) }),
  counts: endpoint({ method: 'GET', path: '/api/v1/worklist/counts', can: 'person', about: w.aboutCounts,
    /** `brief`: without the tiles about letters, for the numbers in the menu */
    in: z.object({ unionId: id.optional(), brief: z.stringbool().optional() }), out: Counts }),
  item: endpoint({ method: 'GET', path: '/api/v1/worklist/items/:process/:id', can: 'person', about: w.aboutItem, in: z.object({ process: z.string().max(40), id }), out: Item.extend({ story: z.array(Happened) }) }),
  exportList: endpoint({ method: 'POST', path: '/api/v1/worklist/export', can: 'person', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  views: endpoint({ method: 'GET', path: '/api/v1/views', can: 'person', about: w.aboutViews, in: z.object({ screen }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), query: z.string() })) }) }),
  saveView: endpoint({ method: 'PUT', path: '/api/v1/views', can: 'person', about: w.aboutSaveView, in: z.object({ screen, name: z.string().trim().min(1).max(30), query: z.string().max(1000) }), out: z.object({ id: z.string() }), unaudited: 'filters a person keeps for himself or herself' }),
  deleteView: endpoint({ method: 'DELETE', path: '/api/v1/views/:id', can: 'person', about: w.aboutDeleteView, in: z.object({ id }), out: z.object({ done: z.literal(true) }), unaudited: 'filters a person keeps for himself or herself' }),
};
