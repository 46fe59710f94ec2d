import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Category, ExpertGroup, Grade, page, path, post } from './suggestions.contract.ts';
import { words as w } from './review.words.ts';

const id = z.uuid();
const day = z.iso.date();
const when = z.iso.datetime();
const needed = z.string().trim().min(2).max(3000);
export const Verdict = z.enum(['implement', 'adopt', 'reject']);
const Named = z.object({ id: z.string(), name: z.string() });

/** A suggestion I was asked about. `waits`: my opinion is still asked for. */
const Asked = z.object({ id: z.string(), number: z.string(), title: z.string(), category: Category, expertGroup: ExpertGroup, round: z.int(), askedAt: when, givenAt: when.nullable(), verdict: Verdict.nullable(), grade: z.int().nullable(), waits: z.boolean() });
const Opinion = z.object({
  reviewer: Named.extend({ unit: z.string() }), mine: z.boolean(), round: z.int(), expertGroup: ExpertGroup, verdict: Verdict.nullable(), grade: z.int().nullable(), text: z.string(), conflict: z.string(), askedAt: when, givenAt: when.nullable(),
});
/** Opinions as their reader may see them; an expert sees those of others after giving an own one. `agree`: null while fewer than two spoke. */
const Opinions = z.object({ items: z.array(Opinion), round: z.int(), given: z.int(), least: z.int(), agree: z.boolean().nullable(), hidden: z.int(), needsWord: z.boolean(), may: z.array(z.enum(['ask', 'replace', 'give', 'stepBack'])) });
const Expert = Named.extend({ unit: z.string(), leads: z.boolean(), near: z.boolean(), open: z.int(), why: z.string() });
const Figure = z.object({ pairs: z.int(), same: z.int(), graded: z.int(), kappa: z.number().nullable() });
const period = { from: day.optional(), to: day.optional(), unionId: id.optional() };

export const reviews = {
  waiting: endpoint({ method: 'GET', path: path('/reviews/mine'), can: 'person', about: w.aboutWaiting, in: z.object({ ...page, waits: z.stringbool().optional() }), out: z.object({ items: z.array(Asked), total: z.int() }) }),
  quality: endpoint({
    method: 'GET', path: path('/reviews/quality'), can: 'suggestions.decide', about: w.aboutQuality, in: z.object(period),
    out: z.object({ items: z.array(Figure.extend({ group: ExpertGroup, opinions: z.int(), suggestions: z.int() })), couples: z.array(Figure.extend({ group: ExpertGroup, first: Named, second: Named })), cut: z.boolean() }),
  }),
  qualityItems: endpoint({
    method: 'GET', path: path('/reviews/quality/items'), can: 'suggestions.decide', about: w.aboutQualityItems, in: z.object({ ...period, ...page, group: ExpertGroup, firstId: id.optional(), secondId: id.optional(), differ: z.stringbool().optional() }),
    out: z.object({ items: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), round: z.int(), same: z.boolean(), opinions: z.array(z.object({ name: z.string(), verdict: Verdict, grade: z.int().nullable() })) })), total: z.int() }),
  }),
  opinions: endpoint({ method: 'GET', path: path('/:id/reviews'), can: 'person', about: w.aboutOpinions, in: z.object({ id }), out: Opinions }),
  experts: endpoint({ method: 'GET', path: path('/:id/experts'), can: 'suggestions.decide', about: w.aboutExperts, in: z.object({ id, expertGroup: ExpertGroup.optional() }), out: z.object({ items: z.array(Expert), expertGroup: ExpertGroup }) }),
  ask: endpoint({ ...post('/:id/reviews/ask'), can: 'suggestions.decide', about: w.aboutAsk, in: z.object({ id, version: z.int().min(1).optional(), expertGroup: ExpertGroup.optional(), reviewerIds: z.array(id).max(9).default([]), text: z.string().trim().max(1000).default('') }), out: z.object({ asked: z.array(Named), missing: z.int(), version: z.int() }) }),
  replace: endpoint({ ...post('/:id/reviews/replace'), can: 'suggestions.decide', about: w.aboutReplace, in: z.object({ id, reviewerId: id }), out: z.object({ asked: z.array(Named) }) }),
  give: endpoint({ ...post('/:id/reviews/give'), can: 'person', about: w.aboutGive, in: z.object({ id, verdict: Verdict, grade: Grade.optional(), text: needed }), out: z.object({ given: z.int() }) }),
  stepBack: endpoint({ ...post('/:id/reviews/step-back'), can: 'person', about: w.aboutStepBack, in: z.object({ id, text: needed }), out: z.object({ id: z.string() }) }),
};
