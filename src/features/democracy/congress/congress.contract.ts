import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './about.words.ts';

export const id = z.uuid();
export const day = z.iso.date().refine((d) => d >= '1950-01-01' && d <= '2199-12-31');
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
/** Two bodies of a union that are never merged: of all workers (职代会), of the union's members (会员代表大会). */
export const Kind = z.enum(['workers', 'members']);
export const Form = z.enum(['congress', 'meeting']);
export const Renewal = z.enum(['first', 'due', 'early', 'late']);
export const Stage = z.enum(['prepared', 'sitting', 'ended']);
export const keep = 'congress.keep';
export const text = (most: number) => z.string().trim().max(most).default('');
export const said = (most: number) => z.string().trim().min(2).max(most);
export const termAt = (rest: string) => `/api/v1/congress-terms/:id${rest}` as const;
const bodyAt = (rest: string) => `/api/v1/congress-bodies/:id${rest}` as const;

/** One thing that a rule asks of the roll, as it stands: `ok`, `warn` (advised) or `short` (asked by the rule). */
export const Finding = z.object({ key: z.string(), title: z.string(), text: z.string(), state: z.enum(['ok', 'warn', 'short']) });
/** How many delegates the rule of the place asks for. `most` null: no upper bound. */
export const RuleNumber = z.object({ least: z.int(), most: z.int().nullable(), sentence: z.string(), basis: z.array(z.string()) });

/** A body in the list: its sitting term, or else the one being prepared. */
const BodyRow = z.object({
  id, unionId: id, union: z.string(), kind: Kind, form: Form, name: z.string(), termId: id.nullable(), number: z.int().nullable(), stage: Stage.nullable(), beganOn: z.string().nullable(), endsOn: z.string().nullable(), monthsLeft: z.int().nullable(),
  workers: z.int(), seats: z.int(), delegates: z.int(), vacancies: z.int(), nextId: id.nullable(),
});
const Filter = { unionId: id.optional(), kind: Kind.optional(), ends: z.enum(['six', 'over']).optional(), vacant: z.stringbool().optional(), text: z.string().trim().max(60).optional() };
const OutFilter = { ...Filter, vacant: z.union([z.boolean(), z.stringbool()]).optional() };

const TermLine = z.object({ id, number: z.int(), stage: Stage, beganOn: z.string(), endsOn: z.string(), endedOn: z.string().nullable(), renewal: Renewal, seats: z.int(), delegates: z.int() });

/** One constituency as the table that explains the seats shows it. `share`: exact share in seats to two places; `by`: how the last of its seats came. */
export const ConstituencyRow = z.object({
  id, number: z.int(), name: z.string(), units: z.array(z.object({ id, name: z.string() })), counted: z.int(), others: z.int(), othersReason: z.string(), workers: z.int(), women: z.int(), dispatched: z.int(), share: z.string(), by: z.enum(['quota', 'remainder', 'atLeastOne', 'nobody']), seats: z.int(),
  filled: z.int(), vacant: z.int(), delegationId: id.nullable(), delegation: z.string(), election: z.object({ id, state: z.string() }).nullable(),
});

export const TermOut = z.object({
  id, bodyId: id, body: z.string(), union: z.string(), unionId: id, kind: Kind, form: Form, number: z.int(), stage: Stage, beganOn: z.string(), endsOn: z.string(), years: z.int(), endedOn: z.string().nullable(), renewal: Renewal, renewalReason: z.string(), approval: z.string(),
  countedOn: z.string(), workers: z.int(), women: z.int(), dispatched: z.int(), seats: z.int(), seatsLeast: z.int(), seatsReason: z.string(), rule: RuleNumber, confirmedAt: z.string().nullable(),
  delegates: z.int(), observers: z.int(), guests: z.int(), waiting: z.int(), failed: z.int(), vacancies: z.int(), entitled: z.int(), findings: z.array(Finding), constituencies: z.array(ConstituencyRow), apart: z.array(z.object({ id, name: z.string(), people: z.int() })),
  delegations: z.array(z.object({ id, number: z.int(), name: z.string(), head: z.string(), headId: id.nullable(), deputy: z.string(), deputyId: id.nullable(), delegates: z.int() })), may: z.array(z.string()),
});

const Dates = { beganOn: day, years: z.int().min(1).max(10), renewalReason: text(500), approval: text(100) };
const Done = z.object({ id });

export const api = {
  bodies: endpoint({ method: 'GET', path: '/api/v1/congress-bodies', can: keep, about: w.aboutBodies, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(BodyRow), total: z.int(), soon: z.int(), over: z.int(), vacant: z.int() }) }),
  exportBodies: endpoint({ method: 'POST', path: '/api/v1/congress-bodies/export', can: 'congress.export', about: w.aboutExportBodies, in: z.object({ ...OutFilter, ...Shown }), out: z.object({}), download: true }),
  start: endpoint({
    method: 'GET', path: '/api/v1/congress-start', can: keep, about: w.aboutStart, in: z.object({ unionId: id, kind: Kind }),
    out: z.object({ union: z.string(), /** as the body would be called */ name: z.string(), unionId: id, bodyId: id.nullable(), people: z.int(), women: z.int(), forms: z.array(Form), formSentence: z.string(), rule: RuleNumber, years: z.array(z.int()) }),
  }),
  found: endpoint({ method: 'POST', path: '/api/v1/congress-bodies', can: keep, about: w.aboutFound, in: z.object({ unionId: id, kind: Kind, form: Form, name: said(60) }), out: Done }),
  body: endpoint({
    method: 'GET', path: bodyAt(''), can: keep, about: w.aboutBody, in: z.object({ id }),
    out: z.object({ id, unionId: id, union: z.string(), kind: Kind, form: Form, name: z.string(), terms: z.array(TermLine), years: z.array(z.int()), next: z.object({ number: z.int(), beganOn: z.string(), renewal: Renewal }), may: z.array(z.string()) }),
  }),
  plan: endpoint({ method: 'POST', path: bodyAt('/terms'), can: keep, about: w.aboutPlan, in: z.object({ id, ...Dates }), out: Done }),
  term: endpoint({ method: 'GET', path: termAt(''), can: keep, about: w.aboutTerm, in: z.object({ id }), out: TermOut }),
  adjust: endpoint({ method: 'PUT', path: termAt(''), can: keep, about: w.aboutAdjust, in: z.object({ id, ...Dates, seats: z.int().min(0).max(5000), seatsReason: text(300) }), out: Done }),
  recount: endpoint({ method: 'POST', path: termAt('/recount'), can: keep, about: w.aboutRecount, in: z.object({ id }), out: z.object({ id, workers: z.int(), seats: z.int() }) }),
  confirm: endpoint({ method: 'POST', path: termAt('/confirm'), can: 'congress.decide', about: w.aboutConfirm, in: z.object({ id }), out: Done }),
  drop: endpoint({ method: 'POST', path: termAt('/drop'), can: 'congress.decide', about: w.aboutDrop, in: z.object({ id }), out: z.object({ bodyId: id }) }),
};

/** How a term is divided: constituencies with their units, and delegations. */
export const division = {
  propose: endpoint({ method: 'POST', path: termAt('/constituencies/propose'), can: keep, about: w.aboutPropose, in: z.object({ id }), out: z.object({ id, constituencies: z.int() }) }),
  add: endpoint({ method: 'POST', path: termAt('/constituencies'), can: keep, about: w.aboutAdd, in: z.object({ id, name: said(60), unionIds: z.array(id).max(500), others: z.int().min(-100_000).max(100_000).default(0), othersReason: text(200), dispatched: z.int().min(0).max(100_000).default(0) }), out: Done }),
  change: endpoint({
    method: 'PUT', path: '/api/v1/congress-constituencies/:id', can: keep, about: w.aboutChange,
    in: z.object({ id, name: said(60), unionIds: z.array(id).max(500), others: z.int().min(-100_000).max(100_000).default(0), othersReason: text(200), dispatched: z.int().min(0).max(100_000).default(0) }), out: Done,
  }),
  remove: endpoint({ method: 'POST', path: '/api/v1/congress-constituencies/:id/remove', can: keep, about: w.aboutRemove, in: z.object({ id }), out: Done }),
  apportion: endpoint({ method: 'POST', path: termAt('/apportion'), can: keep, about: w.aboutApportion, in: z.object({ id }), out: z.object({ id, seats: z.int() }) }),
  exportConstituencies: endpoint({ method: 'POST', path: '/api/v1/congress-constituencies/export', can: 'congress.export', about: w.aboutExportConstituencies, in: z.object({ id, ...Shown }), out: z.object({}), download: true }),
  saveDelegation: endpoint({
    method: 'POST', path: termAt('/delegations'), can: keep, about: w.aboutSaveDelegation, in: z.object({ id, delegationId: id.nullable(), name: said(60), constituencyIds: z.array(id).max(500), headId: id.nullable(), deputyId: id.nullable() }), out: Done,
  }),
  dropDelegation: endpoint({ method: 'POST', path: '/api/v1/congress-delegations/:id/remove', can: keep, about: w.aboutDropDelegation, in: z.object({ id }), out: Done }),
};
