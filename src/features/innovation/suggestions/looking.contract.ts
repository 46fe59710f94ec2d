import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { looking } from './looking.rules.ts';
import { words as w } from './looking.words.ts';
import { page, path, post, Why } from './suggestions.contract.ts';
import { MOST } from './writing.rules.ts';

const id = z.uuid();
const day = z.iso.date();
const when = z.iso.datetime();

/** What is compared while it is written; any of the three may still be empty. */
const Written = { title: z.string().trim().max(MOST.title).default(''), problem: z.string().trim().max(MOST.problem).default(''), remedy: z.string().trim().max(MOST.remedy).default('') };

const Earlier = { id: z.string(), title: z.string(), unit: z.string(), submittedOn: day, state: z.string(), stateWord: z.string(), /** it may be opened by who asks */ opens: z.boolean() };

/**
 * An earlier suggestion like the one being written. `score`: per cent. `shared`: passages of the asker's own text that it has too.
 * `excerpt` is its problem, with the shared passages in it, only where the asker may open it; `authors` likewise.
 */
export const LookAlike = z.object({
  ...Earlier, score: z.int(), strong: z.boolean(), mine: z.boolean(), joined: z.boolean(), joins: z.boolean(), supporters: z.int(), authors: z.string(),
  shared: z.array(z.string()), excerpt: z.array(z.object({ text: z.string(), shared: z.boolean() })),
});

const Likeness = z.object({ ...Earlier, score: z.int(), standing: z.enum(['found', 'contested', 'cleared', 'merged']), text: z.string(), saidAt: when.nullable(), contests: z.boolean() });

export const api = {
  lookAlikes: endpoint({ ...post('/look-alikes'), can: 'suggestions.write', about: w.aboutLookAlikes, unaudited: 'reads only; its question is a text too long for an address', in: z.object({ ...Written, except: id.optional() }), out: z.object({ items: z.array(LookAlike) }) }),
  likenesses: endpoint({ method: 'GET', path: path('/:id/look-alikes'), can: 'person', about: w.aboutLikenesses, in: z.object({ id }), out: z.object({ items: z.array(Likeness) }) }),
  contest: endpoint({ ...post('/:id/look-alikes/contest'), can: 'person', about: w.aboutContest, in: z.object({ id, earlierId: id, text: Why }), out: z.object({ id: z.string() }) }),
  support: endpoint({ ...post('/:id/support'), can: 'suggestions.write', about: w.aboutSupport, in: z.object({ id, text: z.string().trim().max(looking.word).default('') }), out: z.object({ id: z.string(), supporters: z.int() }) }),
  unsupport: endpoint({ method: 'DELETE', path: path('/:id/support'), can: 'suggestions.write', about: w.aboutUnsupport, in: z.object({ id }), out: z.object({ id: z.string(), supporters: z.int() }) }),
  supporters: endpoint({ method: 'GET', path: path('/:id/supporters'), can: 'person', about: w.aboutSupporters, in: z.object({ id, ...page }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), text: z.string(), at: when })) }) }),
};
