import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { PHASES, STANDINGS, STATES } from './housing.rules.ts';
import { words as w } from './housing.words.ts';

export const id = z.uuid();
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
/** A moment of this century or the next. */
export const moment = z.iso.datetime({ offset: true }).refine((at) => at >= '2000' && at < '2200');
export const Done = z.object({ id, state: z.string() });
export const RELATIONS = ['spouse', 'child', 'parent', 'other'] as const;
const apply = 'housing.apply';
const version = z.int().min(1).optional();

/** Who would live there besides the applicant, the household's income of a month in fen, how they live now. Sealed. */
export const Household = z.object({
  members: z.array(z.object({ name: z.string().trim().min(1).max(30), relation: z.enum(RELATIONS), age: z.int().min(0).max(120).nullable().default(null) })).max(11).default([]),
  incomeFen: z.int().min(0).max(1_000_000_000), phone: z.string().trim().regex(/^1\d{10}$/), livesNow: z.string().trim().min(2).max(300), note: z.string().trim().max(500).default(''),
});
export const FileOut = z.object({ id: z.string(), name: z.string(), image: z.boolean() });

/** An allocation in a list. `rentFrom`, `rentTo`: fen a month; `mine`: the state of one's own application. */
export const AllocationCard = z.object({
  id, title: z.string(), union: z.string(), unionId: id, phase: z.enum(PHASES), opensAt: z.string(), closesAt: z.string(), flats: z.int(), given: z.int(), waiting: z.int(), applications: z.int(), rentFrom: z.int(), rentTo: z.int(), place: z.string(),
  mine: z.object({ id, state: z.enum(STATES), word: z.string() }).nullable(),
});
/** `state` of a flat: free (to be given out), waits (before the start), offered, taken, lived, out (not given out, `why`). Area in hundredths of a square metre. */
export const FlatOut = z.object({ no: z.int(), label: z.string(), estate: z.string(), rooms: z.int(), area: z.int(), rentFen: z.int(), state: z.enum(['free', 'waits', 'offered', 'taken', 'lived', 'out']), why: z.string() });
/** `may`: apply; for its officers save, open, start, closeApplications, callOff, flats. */
export const AllocationOut = AllocationCard.extend({ about: z.string(), documents: z.array(z.string()), checks: z.array(z.string()), tenancyMonths: z.int(), answerHours: z.int(), declinesAtMost: z.int(), declinesOut: z.boolean(), items: z.array(FlatOut), may: z.array(z.string()), why: z.string() });

export const Visit = z.object({
  id, kind: z.enum(['moveIn', 'moveOut']), plannedAt: z.string(), checks: z.array(z.object({ label: z.string(), ok: z.boolean().nullable(), note: z.string() })), keys: z.int(), electricity: z.string(), water: z.string(), note: z.string(),
  officer: z.string(), officerAt: z.string().nullable(), tenantAt: z.string().nullable(), absent: z.string(), doneAt: z.string().nullable(), files: z.array(FileOut), may: z.array(z.string()),
});
/** `state`: agreed (no keys yet), lives, leaving (to be handed over by `leaveBy`), ended. */
export const Tenancy = z.object({
  id, allocationId: id, applicationId: id, allocation: z.string(), flat: z.string(), estate: z.string(), rentFen: z.int(), name: z.string(), staffNumber: z.string(), unit: z.string(), people: z.int(), state: z.enum(['agreed', 'lives', 'leaving', 'ended']),
  acceptedAt: z.string(), from: z.string().nullable(), to: z.string().nullable(), notice: z.string(), leaveBy: z.string().nullable(), endedOn: z.string().nullable(),
});
export const TenancyPage = Tenancy.extend({ visits: z.array(Visit), may: z.array(z.string()) });

/** Where somebody stands. `place` = ahead + 1; `start`: how many were ahead on joining; moves newest first. */
export const Queue = z.object({
  standing: z.enum(STANDINGS), claimId: id.nullable(), place: z.int().nullable(), ahead: z.int(), start: z.int(), waiting: z.int(), joinedAt: z.string().nullable(), dueAt: z.string().nullable(), flat: FlatOut.nullable(), declines: z.int(),
  moves: z.array(z.object({ at: z.string(), change: z.int(), ahead: z.int(), why: z.enum(['offered', 'left', 'joined']) })), endedWhy: z.string().nullable(),
});
const Event = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: z.string() });
/** `household` and `files` only for the applicant here; officers open them by themselves. `may`: save, submit, complete, object, withdraw, answer, leaveQueue, handOver; ask, accept, reject, uphold, open. */
export const ApplicationOut = z.object({
  id, number: z.string(), order: z.int().nullable(), allocation: z.object({ id, title: z.string(), documents: z.array(z.string()) }), union: z.string(), name: z.string(), staffNumber: z.string(), unit: z.string(), people: z.int(), state: z.enum(STATES), stateWord: z.string(),
  household: Household.nullable(), files: z.array(FileOut), papers: z.int(), submittedAt: z.string().nullable(), nextDue: z.string().nullable(), objectUntil: z.string().nullable(), before: z.int(), queue: Queue, tenancy: TenancyPage.nullable(), events: z.array(Event), version: z.int(), mine: z.boolean(), may: z.array(z.string()),
});
export const MineRow = z.object({ id, number: z.string(), allocation: z.string(), union: z.string(), state: z.enum(STATES), stateWord: z.string(), standing: z.enum(STANDINGS), place: z.int().nullable(), dueAt: z.string().nullable(), at: z.string() });

const Draft = { household: Household, files: z.array(id).max(20).default([]) };
const one = (rest: string) => `/api/v1/housing-applications/:id${rest}` as const;

export const api = {
  allocations: endpoint({ method: 'GET', path: '/api/v1/housing', can: apply, about: w.aboutAllocations, in: z.object({ ...Page }), out: z.object({ items: z.array(AllocationCard), total: z.int() }) }),
  allocation: endpoint({ method: 'GET', path: '/api/v1/housing-allocations/:id', can: 'person', about: w.aboutAllocation, in: z.object({ id }), out: AllocationOut }),
  list: endpoint({
    method: 'GET', path: '/api/v1/housing-allocations/:id/list', can: 'person', about: w.aboutList, in: z.object({ id, ...Page }),
    out: z.object({ items: z.array(z.object({ place: z.int(), order: z.int(), name: z.string(), unit: z.string(), submittedOn: z.string(), joinedOn: z.string(), mine: z.boolean() })), total: z.int() }),
  }),
  mine: endpoint({ method: 'GET', path: '/api/v1/housing-applications/mine', can: apply, about: w.aboutMine, in: z.object({}), out: z.object({ items: z.array(MineRow) }) }),
  application: endpoint({ method: 'GET', path: one(''), can: 'person', about: w.aboutApplication, in: z.object({ id }), out: ApplicationOut }),
  draft: endpoint({ method: 'POST', path: '/api/v1/housing-allocations/:allocationId/applications', can: apply, about: w.aboutDraft, in: z.object({ allocationId: id, ...Draft }), out: Done }),
  save: endpoint({ method: 'PUT', path: one(''), can: apply, about: w.aboutSave, in: z.object({ id, version, ...Draft }), out: Done }),
  submit: endpoint({ method: 'POST', path: one('/submit'), can: apply, about: w.aboutSubmit, in: z.object({ id, version }), out: Done }),
  complete: endpoint({ method: 'POST', path: one('/complete'), can: apply, about: w.aboutComplete, in: z.object({ id, version, text: z.string().trim().max(300).default('') }), out: Done }),
  object: endpoint({ method: 'POST', path: one('/object'), can: apply, about: w.aboutObject, in: z.object({ id, version, text: z.string().trim().min(2).max(500) }), out: Done }),
  withdraw: endpoint({ method: 'POST', path: one('/withdraw'), can: 'person', about: w.aboutWithdraw, in: z.object({ id, version }), out: Done }),
  answer: endpoint({ method: 'POST', path: one('/answer'), can: 'person', about: w.aboutAnswer, in: z.object({ id, claimId: id, accept: z.boolean() }), out: Done }),
  leave: endpoint({ method: 'POST', path: one('/leave'), can: 'person', about: w.aboutLeave, in: z.object({ id }), out: Done }),
  sign: endpoint({ method: 'POST', path: '/api/v1/housing-visits/:id/sign', can: 'person', about: w.aboutSign, in: z.object({ id }), out: Done }),
};
