import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { words as w } from './rules.words.ts';

const id = z.uuid();
const day = z.iso.date();
const param = z.string().min(3).max(80);

/** One rule about a number: what it says, where it holds, since when, what it rests on. */
export const Rule = z.object({
  id, value: z.unknown(), said: z.string(), at: z.enum(['union', 'region', 'nation']), place: z.string(),
  /** a law; an officer's decision; a suggested value, confirmed or not */
  confidence: z.enum(['statute', 'decided', 'confirmed', 'unconfirmed']),
  from: day, to: day.nullable(), basis: z.string(), note: z.string(), may: z.array(z.string()),
});

/** What a value of a number looks like; a screen builds its input from it. */
const Shape = z.object({ kind: z.enum(['whole', 'share', 'majority', 'hours', 'oneOf', 'bands']), min: z.int().optional(), max: z.int().optional(), of: z.array(z.int()).optional() });

/** One number: the rule that holds (`now`), those that will, those it stands before. */
export const Line = z.object({
  param, title: z.string(), unit: z.string(), comparator: z.enum(['GE', 'LE', 'GT', 'LT', 'EQ']), shape: Shape,
  now: Rule.nullable(), later: z.array(Rule), others: z.array(Rule), may: z.array(z.string()),
});

const Decision = z.object({
  id, said: z.string(), at: z.enum(['union', 'region']), place: z.string(), from: day, to: day.nullable(), withdrawn: z.boolean(), document: z.string(),
  article: z.string(), statute: z.boolean(), note: z.string(), by: z.string(), decidedAt: z.iso.datetime(), endedBy: z.string().nullable(), endedAt: z.iso.datetime().nullable(),
});

export const api = {
  book: endpoint({
    method: 'GET', path: '/api/v1/rules', can: 'rules.read', about: w.aboutBook,
    in: z.object({ unionId: id, area: z.string().max(40).optional(), at: day.optional() }),
    out: z.object({
      union: z.object({ id, name: z.string() }), today: day, unconfirmed: z.int(),
      items: z.array(z.object({ area: z.string(), title: z.string(), lines: z.array(Line) })),
    }),
  }),
  history: endpoint({
    method: 'GET', path: '/api/v1/rules/:param/history', can: 'rules.read', about: w.aboutHistory,
    in: z.object({ param, unionId: id, after: id.optional(), limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual) }),
    out: z.object({ items: z.array(Decision), next: id.nullable() }),
  }),
  confirm: endpoint({
    method: 'POST', path: '/api/v1/rules/confirm', can: 'rules.confirm', about: w.aboutConfirm,
    in: z.object({ param, ruleId: id, note: z.string().trim().max(500).default('') }), out: z.object({ confirmed: z.boolean() }),
  }),
  decide: endpoint({
    method: 'POST', path: '/api/v1/rules/decisions', can: 'rules.decide', about: w.aboutDecide,
    in: z.object({
      param, unionId: id, value: z.unknown(), from: day, to: day.optional(),
      document: z.string().trim().min(2).max(200), article: z.string().trim().max(40).default(''), note: z.string().trim().max(500).default(''),
      /** instead of the union: the region whose law this is (GB/T 2260); the top union only */
      regionCode: z.string().regex(/^\d{6}$/).optional(),
    }),
    out: z.object({ id }),
  }),
  end: endpoint({
    method: 'POST', path: '/api/v1/rules/decisions/:id/end', can: 'rules.decide', about: w.aboutEnd,
    in: z.object({ id, on: day }), out: z.object({ id }),
  }),
};
