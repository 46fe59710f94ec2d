import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './search.words.ts';

/** One hit and the console page it leads to. `group` is the heading it stands under. */
const Hit = z.object({ kind: z.enum(['person', 'union', 'case']), id: z.string(), group: z.string(), title: z.string(), note: z.string(), path: z.string() });

/** One of my own matters and the phone page it leads to. */
const Mine = z.object({ id: z.string(), processTitle: z.string(), number: z.string(), title: z.string(), stateWord: z.string(), path: z.string() });
const text = z.string().trim().min(2).max(60);

export const api = {
  search: endpoint({ method: 'GET', path: '/api/v1/search', can: 'person', about: w.aboutSearch, in: z.object({ text }), out: z.object({ items: z.array(Hit) }) }),
  mine: endpoint({ method: 'GET', path: '/api/v1/search/mine', can: 'person', about: w.aboutMine, in: z.object({ text }), out: z.object({ items: z.array(Mine) }) }),
};
