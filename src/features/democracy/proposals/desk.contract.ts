import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { At, Collection, Done, Files, id, Page, ProposalCard, Year } from './proposals.contract.ts';
import { DECISIONS, KINDS, MOST, OUTCOMES, STATES } from './proposals.rules.ts';
import { words as w } from './proposals.words.ts';

const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional(), kind: z.enum(KINDS).optional(), decision: z.enum(DECISIONS).optional(), collectionId: id.optional(), year: Year.optional(), open: z.stringbool().optional(), late: z.stringbool().optional(), hot: z.stringbool().optional() };
export const RegisterRow = ProposalCard.extend({ owner: z.string(), decidedOn: z.string().nullable(), answeredOn: z.string().nullable() });
const Written = { session: z.string().trim().min(2).max(60), sessionOn: day, opensOn: day, closesOn: day, about: z.string().trim().max(2000).default('') };
const Officer = z.object({ id, name: z.string(), department: z.string(), union: z.string() });
const Share = z.int().nullable();
const Count = z.int();
const Figures = z.object({
  submitted: Count, decided: Count, filed: Count, merged: Count, suggestion: Count, rejected: Count, waiting: Count, assigned: Count, answered: Count, inTime: Count, rated: Count, satisfied: Count, mostly: Count, not: Count, again: Count, closed: Count, done: Count, partly: Count, explained: Count,
  filedShare: Share, answeredShare: Share, inTimeShare: Share, satisfiedShare: Share, doneShare: Share,
});
const text = z.string().trim().min(2).max(MOST.text);
const [read, decide, exporting, reward] = ['proposals.read', 'proposals.decide', 'proposals.export', 'proposals.reward'] as const;
const at = (rest: string) => `/api/v1/proposals/:id${rest}` as const;
const of = (rest: string) => `/api/v1/proposal-collections/:id${rest}` as const;

export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/proposal-register', can: read, about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(RegisterRow), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/proposal-register/export', can: exporting, about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  collections: endpoint({ method: 'GET', path: '/api/v1/proposal-collections', can: read, about: w.aboutCollections, in: z.object({ unionId: id.optional(), ...Page }), out: z.object({ items: z.array(Collection), total: z.int(), terms: z.array(z.object({ termId: id, termNumber: z.int(), union: z.string(), body: z.string(), delegates: z.int() })) }) }),
  call: endpoint({ method: 'POST', path: '/api/v1/proposal-collections', can: decide, about: w.aboutCall, in: z.object({ termId: id, ...Written }), out: z.object({ id, told: z.int() }) }),
  change: endpoint({ method: 'PUT', path: of(''), can: decide, about: w.aboutChange, in: z.object({ id, ...Written }), out: z.object({ id }) }),
  report: endpoint({ method: 'GET', path: of('/report'), can: read, about: w.aboutReport, in: z.object({ id }), out: z.object({ collection: Collection, figures: Figures, items: z.array(RegisterRow.extend({ reason: z.string(), decisionText: z.string(), answer: z.string(), outcomeText: z.string() })), may: z.array(z.string()) }) }),
  exportReport: endpoint({ method: 'POST', path: of('/report/export'), can: exporting, about: w.aboutExportReport, in: z.object({ id }), out: z.object({}), download: true }),
  reported: endpoint({ method: 'POST', path: of('/reported'), can: decide, about: w.aboutReported, in: z.object({ id, to: z.string().trim().min(2).max(60) }), out: z.object({ id }) }),
  rewards: endpoint({
    method: 'GET', path: of('/rewards'), can: reward, about: w.aboutRewards, in: z.object({ id }),
    out: z.object({ session: z.string(), filedFen: z.int(), hotFen: z.int(), totalFen: z.int(), dueFen: z.int(), basis: z.array(z.string()), items: z.array(z.object({ id: z.string(), proposalId: id, number: z.string(), title: z.string(), name: z.string(), why: z.enum(['filed', 'hot']), amountFen: z.int(), place: z.object({ listId: id, number: z.string(), state: z.string() }).nullable() })) }),
  }),
  exportRewards: endpoint({ method: 'POST', path: of('/rewards/export'), can: reward, about: w.aboutExportRewards, in: z.object({ id }), out: z.object({}), download: true }),
  draw: endpoint({ method: 'POST', path: of('/rewards'), can: reward, about: w.aboutDraw, in: z.object({ id }), out: z.object({ listId: id, number: z.string(), added: z.int() }) }),
  officers: endpoint({ method: 'GET', path: at('/officers'), can: decide, about: w.aboutOfficers, in: z.object({ id }), out: z.object({ items: z.array(Officer) }) }),
  targets: endpoint({ method: 'GET', path: at('/targets'), can: decide, about: w.aboutTargets, in: z.object({ id }), out: z.object({ items: z.array(z.object({ id, number: z.string(), title: z.string() })), alike: z.array(z.object({ id, score: z.int() })) }) }),
  giveBack: endpoint({ method: 'POST', path: at('/give-back'), can: decide, about: w.aboutGiveBack, in: z.object({ ...At, text }), out: Done }),
  decide: endpoint({ method: 'POST', path: at('/decide'), can: decide, about: w.aboutDecide, in: z.object({ ...At, decision: z.enum(DECISIONS), intoId: id.optional(), text: z.string().trim().max(MOST.text).default('') }), out: Done }),
  takeBack: endpoint({ method: 'POST', path: at('/take-back'), can: decide, about: w.aboutTakeBack, in: z.object({ ...At, text }), out: Done }),
  assign: endpoint({ method: 'POST', path: at('/assign'), can: decide, about: w.aboutAssign, in: z.object({ ...At, assigneeId: id, dueOn: day, helpers: z.array(id).max(MOST.helpers).default([]), text: z.string().trim().max(MOST.text).default('') }), out: Done }),
  progress: endpoint({ method: 'POST', path: at('/progress'), can: 'person', about: w.aboutProgress, in: z.object({ ...At, text, files: Files }), out: Done }),
  opinion: endpoint({ method: 'POST', path: at('/opinion'), can: 'person', about: w.aboutOpinion, in: z.object({ id, text: z.string().trim().min(2).max(2000) }), out: z.object({ id }) }),
  answer: endpoint({ method: 'POST', path: at('/answer'), can: 'person', about: w.aboutAnswer, in: z.object({ ...At, text: z.string().trim().min(10).max(MOST.answer), files: Files }), out: Done }),
  close: endpoint({ method: 'POST', path: at('/close'), can: decide, about: w.aboutClose, in: z.object({ ...At, outcome: z.enum(OUTCOMES), text: z.string().trim().min(4).max(MOST.outcome), files: Files }), out: Done }),
  hot: endpoint({ method: 'POST', path: at('/hot'), can: decide, about: w.aboutHot, in: z.object({ id, on: z.boolean() }), out: z.object({ id, hot: z.boolean() }) }),
};
