import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './about.words.ts';
import { day, Finding, id, keep, Page, said, termAt, text } from './congress.contract.ts';

/** What somebody works as: in the front line (一线), as a specialist, as a manager of the middle level and above. */
export const Post = z.enum(['frontline', 'technical', 'manager']);
/** Delegates vote; observers (列席) and guests (特邀) do not. */
export const Class = z.enum(['delegate', 'observer', 'guest']);
export const EndReason = z.enum(['leftFirm', 'resigned', 'deceased', 'disqualified', 'mistake']);
const at = (rest: string) => `/api/v1/congress-delegates/:id${rest}` as const;
const recallAt = (rest: string) => `/api/v1/congress-recalls/:id${rest}` as const;
const count = z.int().min(0).max(1_000_000);
const Done = z.object({ id });

export const DelegateRow = z.object({
  id, personId: id.nullable(), name: z.string(), staffNumber: z.string(), sex: z.string(), age: z.int().nullable(), unit: z.string(), job: z.string(), class: Class, constituencyId: id.nullable(), constituency: z.string(), delegationId: id.nullable(), delegation: z.string(), post: Post, dispatched: z.boolean(), young: z.boolean(),
  cardNumber: z.string(), since: z.string(), until: z.string().nullable(), endReason: z.string(), endNote: z.string(), checked: z.enum(['waiting', 'passed', 'failed']), checkNote: z.string(), roles: z.array(z.string()), gone: z.boolean(), replacedBy: z.string(), seatDropped: z.string(), may: z.array(z.string()),
});
const Filter = {
  id, text: z.string().trim().max(60).optional(), class: Class.optional(), post: Post.optional(), constituencyId: id.optional(), delegationId: id.optional(), checked: z.enum(['waiting', 'passed', 'failed']).optional(), sex: z.enum(['male', 'female']).optional(), held: z.enum(['now', 'ended', 'vacant']).optional(),
};
const Recall = z.object({
  id, delegateId: id, name: z.string(), constituency: z.string(), proposedOn: z.string(), proposers: z.int(), reason: z.string(), statement: z.string(), entitled: z.int(), votedOn: z.string().nullable(), issued: z.int().nullable(), returned: z.int().nullable(), approvals: z.int().nullable(), invalid: z.int().nullable(),
  outcome: z.enum(['passed', 'failed', 'void', 'withdrawn']).nullable(), findings: z.array(Finding), basis: z.array(z.string()), may: z.array(z.string()),
});
/** A row of an existing roll as a sheet tells it; `fault`: what is to be corrected, null when it can be taken over. */
export const RollRow = z.object({ staffNumber: z.string().max(40), name: z.string().max(60), constituency: z.string().max(60), post: z.string().max(20), class: z.string().max(20), dispatched: z.string().max(10), cardNumber: z.string().max(30) });
const Group = z.object({ id, sort: z.enum(['standing', 'presidium']), name: z.string(), duty: z.string(), people: z.array(z.object({ delegateId: id, name: z.string(), leads: z.boolean(), post: Post })), findings: z.array(Finding) });

export const roll = {
  list: endpoint({ method: 'GET', path: termAt('/delegates'), can: keep, about: w.aboutDelegates, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(DelegateRow), total: z.int() }) }),
  exportRoll: endpoint({ method: 'POST', path: '/api/v1/congress-delegates/export', can: 'congress.export', about: w.aboutExportRoll, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  cards: endpoint({
    method: 'GET', path: termAt('/cards'), can: keep, about: w.aboutCards, in: z.object({ id, delegationId: id.optional() }),
    out: z.object({ body: z.string(), union: z.string(), number: z.int(), items: z.array(z.object({ id, name: z.string(), unit: z.string(), class: Class, delegation: z.string(), constituency: z.string(), cardNumber: z.string(), code: z.string() })), total: z.int() }),
  }),
  invite: endpoint({
    method: 'POST', path: termAt('/delegates'), can: keep, about: w.aboutInvite,
    in: z.object({ id, class: z.enum(['observer', 'guest']), personId: id.nullable(), name: text(60), unit: text(100), post: Post.default('technical'), delegationId: id.nullable().default(null) }), out: Done,
  }),
  people: endpoint({ method: 'GET', path: termAt('/people'), can: keep, about: w.aboutPeople, in: z.object({ id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id, name: z.string(), unit: z.string(), job: z.string() })) }) }),
  change: endpoint({ method: 'PUT', path: at(''), can: keep, about: w.aboutChangeDelegate, in: z.object({ id, post: Post, dispatched: z.boolean(), delegationId: id.nullable(), contact: text(100) }), out: Done }),
  check: endpoint({ method: 'POST', path: termAt('/check'), can: keep, about: w.aboutCheck, in: z.object({ id, ids: z.array(id).min(1).max(500), passed: z.boolean(), note: text(300) }), out: z.object({ id, n: z.int() }) }),
  end: endpoint({ method: 'POST', path: at('/end'), can: keep, about: w.aboutEnd, in: z.object({ id, reason: EndReason, note: text(300), on: day.optional() }), out: Done }),
  restore: endpoint({ method: 'POST', path: at('/restore'), can: keep, about: w.aboutRestore, in: z.object({ id }), out: Done }),
  dropSeat: endpoint({ method: 'POST', path: at('/drop-seat'), can: 'congress.decide', about: w.aboutDropSeat, in: z.object({ id, why: said(300) }), out: Done }),
  move: endpoint({ method: 'POST', path: at('/move'), can: keep, about: w.aboutMove, in: z.object({ id, constituencyId: id, why: said(300) }), out: Done }),
  readRoll: endpoint({ method: 'POST', path: termAt('/read-roll'), can: keep, about: w.aboutReadRoll, in: z.object({ id, name: z.string().min(1).max(400) }), out: z.object({ items: z.array(RollRow.extend({ fault: z.string().nullable() })), faults: z.int() }), upload: { maxBytes: 5 * 1024 * 1024 }, unaudited: 'reads a sheet back to whoever sent it and keeps nothing' }),
  takeRoll: endpoint({ method: 'POST', path: termAt('/take-roll'), can: keep, about: w.aboutTakeRoll, in: z.object({ id, rows: z.array(RollRow).min(1).max(5000) }), out: z.object({ id, added: z.int() }) }),
};

export const recalls = {
  list: endpoint({ method: 'GET', path: termAt('/recalls'), can: keep, about: w.aboutRecalls, in: z.object({ id }), out: z.object({ items: z.array(Recall), total: z.int() }) }),
  propose: endpoint({ method: 'POST', path: at('/recall'), can: keep, about: w.aboutProposeRecall, in: z.object({ id, proposers: z.int().min(1).max(100_000), reason: said(500), on: day }), out: Done }),
  vote: endpoint({ method: 'POST', path: recallAt('/vote'), can: keep, about: w.aboutVoteRecall, in: z.object({ id, on: day, statement: text(1000), issued: count, returned: count, approvals: count, invalid: count }), out: z.object({ id, outcome: z.string() }) }),
  withdraw: endpoint({ method: 'POST', path: recallAt('/withdraw'), can: keep, about: w.aboutWithdrawRecall, in: z.object({ id }), out: Done }),
};

export const groups = {
  list: endpoint({ method: 'GET', path: termAt('/groups'), can: keep, about: w.aboutGroups, in: z.object({ id }), out: z.object({ items: z.array(Group), total: z.int() }) }),
  save: endpoint({
    method: 'POST', path: termAt('/groups'), can: keep, about: w.aboutSaveGroup, in: z.object({ id, groupId: id.nullable(), sort: z.enum(['standing', 'presidium']), name: said(40), duty: text(300), delegateIds: z.array(id).max(300), leadId: id.nullable() }), out: Done,
  }),
  remove: endpoint({ method: 'POST', path: '/api/v1/congress-groups/:id/remove', can: keep, about: w.aboutRemoveGroup, in: z.object({ id }), out: Done }),
};
