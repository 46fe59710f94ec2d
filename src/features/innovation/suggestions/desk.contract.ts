import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { Category, ExpertGroup, Filter, Grade, post } from './suggestions.contract.ts';
import { words as w } from './desk.words.ts';

/** Suggestions an officer may settle at once. */
export const BATCH_MOST = 100;

export const desk = {
  batch: endpoint({
    ...post('/batch'), can: 'suggestions.review', about: w.aboutBatch,
    in: z.object({ ids: z.array(z.uuid()).min(1).max(BATCH_MOST), verb: z.enum(['adoptUnit', 'forward']), grade: Grade, category: Category.optional(), expertGroup: ExpertGroup.optional(), text: z.string().trim().max(3000).default('') }),
    out: z.object({ settled: z.int(), left: z.array(z.object({ id: z.string(), title: z.string(), why: z.string() })) }),
  }),
  exportRegister: endpoint({ ...post('/export'), can: 'suggestions.read', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
};
