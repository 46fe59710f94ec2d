import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './joint.words.ts';
import { Done, id, keep, Page, said } from './sessions.contract.ts';
import { ITEM_STATES } from './sessions.rules.ts';

const Verdict = z.enum(['passed', 'failed', 'open']);
const Row = z.object({ id, title: z.string(), union: z.string(), round: z.int(), parts: z.int(), verdict: Verdict, at: z.string() });
const Part = z.object({ id, title: z.string(), union: z.string(), session: z.string(), sessionId: id, state: z.enum(ITEM_STATES), weight: z.int(), veto: z.boolean() });
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional() };

/** Several congresses acting together: their votes composed to one decision. */
export const joint = {
  list: endpoint({ method: 'GET', path: '/api/v1/joint-decisions', can: keep, about: w.aboutList, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportList: endpoint({ method: 'POST', path: '/api/v1/joint-decisions/export', can: 'sessions.export', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  one: endpoint({
    method: 'GET', path: '/api/v1/joint-decisions/:id', can: keep, about: w.aboutOne, in: z.object({ id }),
    out: Row.extend({ about: z.string(), op: z.enum(['GE', 'GT']), num: z.int(), den: z.int(), votes: z.array(Part), lines: z.array(z.object({ depth: z.int(), verdict: Verdict, title: z.string(), sentence: z.string() })) }),
  }),
  items: endpoint({ method: 'GET', path: '/api/v1/joint-items', can: keep, about: w.aboutItems, in: z.object({ text: z.string().trim().max(40).optional() }), out: z.object({ items: z.array(z.object({ id, title: z.string(), union: z.string(), session: z.string(), delegates: z.int() })) }) }),
  make: endpoint({
    method: 'POST', path: '/api/v1/joint-decisions', can: keep, about: w.aboutMake,
    in: z.object({ unionId: id, title: said(120), about: z.string().trim().max(3000).default(''), round: z.int().min(1).max(5), op: z.enum(['GE', 'GT']), num: z.int().min(0).max(1000), den: z.int().min(1).max(1000), agree: z.array(id).min(1).max(60), veto: z.array(id).max(20).default([]) }), out: Done,
  }),
};
