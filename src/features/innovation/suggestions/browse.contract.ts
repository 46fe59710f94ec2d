import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './looking.words.ts';
import { Category, page, path, SuggestionRow } from './suggestions.contract.ts';

const id = z.uuid();
const Named = z.object({ id: z.string(), name: z.string() });
const Prize = z.object({ place: z.int(), count: z.int(), amountFen: z.int() });

export const api = {
  myScheme: endpoint({
    method: 'GET', path: path('/my-scheme'), can: 'suggestions.write', about: w.aboutMyScheme, in: z.object({}),
    out: z.object({
      scheme: Named, unit: Named, units: z.array(Named), year: z.int(),
      campaigns: z.array(z.object({ id: z.string(), title: z.string(), theme: z.string(), fromDate: z.iso.date(), toDate: z.iso.date(), prizes: z.array(Prize) })),
      /** of this year, those taken back left out */
      figures: z.object({ submitted: z.int(), adopted: z.int(), completed: z.int() }),
    }),
  }),
  colleagues: endpoint({ method: 'GET', path: path('/colleagues'), can: 'suggestions.write', about: w.aboutColleagues, in: z.object({ text: z.string().trim().min(2).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })) }) }),
  shared: endpoint({
    method: 'GET', path: path('/shared'), can: 'suggestions.write', about: w.aboutShared,
    in: z.object({ text: z.string().trim().max(60).optional(), category: Category.optional(), unitId: id.optional(), order: z.enum(['newest', 'best']).default('newest'), ...page }),
    out: z.object({ items: z.array(SuggestionRow), total: z.int() }),
  }),
};
