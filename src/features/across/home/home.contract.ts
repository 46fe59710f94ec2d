import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { words as w } from './home.words.ts';

const when = z.iso.datetime();

/** A matter of mine, of whatever process. `place` of `places` is its station on the bar; null when it left the straight way. */
const Thing = z.object({
  id: z.string(), process: z.string(), processTitle: z.string(), number: z.string(), title: z.string(), stateWord: z.string(),
  waits: z.enum(['office', 'author', 'nobody']), place: z.int().nullable(), places: z.int(), who: z.string(), due: when.nullable(), late: z.boolean(), changedAt: when, path: z.string(),
});

/** Something I am asked: to rate an answer, weeks later whether it is really settled, or to complete what I handed in. */
const Asked = z.object({ id: z.string(), process: z.string(), processTitle: z.string(), why: z.enum(['answered', 'recheck', 'returned']), title: z.string(), since: when, path: z.string() });

export const api = {
  home: endpoint({
    method: 'GET', path: '/api/v1/home', can: 'person', about: w.aboutHome, in: z.object({}),
    out: z.object({
      name: z.string(), union: z.string().nullable(), unread: z.int(), waiting: z.array(Asked), things: z.array(Thing), moreThings: z.boolean(),
      /** for officers: what waits at the desk; null for everybody else */
      desk: z.object({ waiting: z.int(), late: z.int() }).nullable(),
    }),
  }),
  things: endpoint({
    method: 'GET', path: '/api/v1/home/things', can: 'person', about: w.aboutThings,
    in: z.object({ limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) }),
    out: z.object({ items: z.array(Thing) }),
  }),
};
