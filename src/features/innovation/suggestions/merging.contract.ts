import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Category, path, post, Step, Stepped } from './suggestions.contract.ts';
import { words as w } from './merging.words.ts';

const id = z.uuid();
const day = z.iso.date();
const Span = z.tuple([z.int(), z.int()]);
/** A suggestion like another. `shown`: the reader may see it; else only that there is one. `first`: it came before. */
const Alike = z.object({
  id: z.string(), shown: z.boolean(), number: z.string(), title: z.string(), stateWord: z.string(), submittedOn: day.nullable(), unit: z.string(), authors: z.string(), content: z.string(), score: z.number(), first: z.boolean(),
  state: z.enum(['found', 'contested', 'cleared', 'merged', 'searched']), said: z.string(), settledText: z.string(), passages: z.array(z.object({ own: Span, other: Span })),
  contradicts: z.array(z.object({ own: z.string(), other: z.string() })), category: Category, grade: z.int().nullable(), mayMerge: z.boolean(), whyNot: z.string(), authorCount: z.int(),
});
/** How the authors of the merged one share in the earlier: as supporters, all alike, or a share of the whole for them together in whole per cent. */
export const Sharing = z.discriminatedUnion('way', [z.object({ way: z.literal('supporters') }), z.object({ way: z.literal('alike') }), z.object({ way: z.literal('share'), percent: z.int().min(1).max(99) })]);

export const merging = {
  alike: endpoint({
    method: 'GET', path: path('/:id/alike'), can: 'suggestions.read', about: w.aboutAlike, in: z.object({ id, anew: z.stringbool().optional() }),
    out: z.object({ items: z.array(Alike), content: z.string(), hint: z.object({ category: Category.nullable(), grade: z.int().nullable(), of: z.int() }), mergedHere: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), share: z.int() })) }),
  }),
  clear: endpoint({ ...post('/:id/alike/clear'), can: 'suggestions.review', about: w.aboutClear, in: z.object({ id, otherId: id, text: z.string().trim().max(1000).default('') }), out: z.object({ id: z.string() }) }),
  merge: endpoint({ ...post('/:id/merge'), can: 'suggestions.review', about: w.aboutMerge, in: z.object({ ...Step, earlierId: id, sharing: Sharing.default({ way: 'supporters' }), text: z.string().trim().max(1000).default('') }), out: Stepped }),
  unmerge: endpoint({ ...post('/:id/unmerge'), can: 'suggestions.review', about: w.aboutUnmerge, in: z.object({ ...Step, text: z.string().trim().max(1000).default('') }), out: Stepped }),
};
