import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { ActivityCard, Done, id, moment, Page, QuestionOut } from './activities.contract.ts';
import { KINDS } from './activities.rules.ts';
import { words as w } from './activities.words.ts';

const keep = 'activities.keep';
const day = z.iso.date().refine((d) => d >= '2000' && d < '2200');
export const REGISTER_STATES = ['drafted', 'submitted', 'returned', 'declined', 'withdrawn', 'upcoming', 'over', 'cancelled'] as const;
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(REGISTER_STATES).optional(), kind: z.enum(KINDS).optional(), from: day.optional(), to: day.optional(), seriesId: id.optional() };
const Year = z.coerce.number().int().min(2000).max(2100).optional();
const At = { id, version: z.int().min(1).optional() };
const reason = z.string().trim().min(2).max(300);
const at = (rest: string) => `/api/v1/activities/:id${rest}` as const;

/** Who signed up with what answers. Names of family members are masked unless they were opened with a purpose. */
export const EntryRow = z.object({ id, personId: id, name: z.string(), staffNumber: z.string(), unit: z.string(), state: z.string(), places: z.int(), family: z.array(z.object({ name: z.string(), relation: z.string(), age: z.int().nullable() })), answers: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])), complete: z.boolean() });
const Cost = z.object({ id, item: z.string(), fen: z.int(), on: z.string(), note: z.string(), by: z.string(), files: z.array(z.object({ id, name: z.string(), image: z.boolean() })) });
/** What it cost beside what was planned. `people`: attendances, or places taken while it is not over. */
export const CostsOut = z.object({ plan: z.array(z.object({ item: z.string(), fen: z.int() })), plannedFen: z.int(), spentFen: z.int(), receivedFen: z.int(), people: z.int(), perHeadFen: z.int().nullable(), club: z.object({ id, spentFen: z.int(), year: z.int() }).nullable(), items: z.array(Cost) });
/** Figures; shares in tenths of a per cent, null where there is nothing to share. */
export const Figures = z.object({
  activities: z.int(), attendances: z.int(), fillPerMille: z.int().nullable(), absentPerMille: z.int().nullable(), stars: z.number().nullable(), ratings: z.int(), fen: z.int(), perHeadFen: z.int().nullable(),
});

export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/activity-register', can: keep, about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(ActivityCard), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/activity-register/export', can: 'activities.export', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  approve: endpoint({ method: 'POST', path: at('/approve'), can: keep, about: w.aboutApprove, in: z.object({ ...At, text: z.string().trim().max(300).default('') }), out: Done }),
  giveBack: endpoint({ method: 'POST', path: at('/give-back'), can: keep, about: w.aboutGiveBack, in: z.object({ ...At, text: reason }), out: Done }),
  decline: endpoint({ method: 'POST', path: at('/decline'), can: keep, about: w.aboutDecline, in: z.object({ ...At, text: reason }), out: Done }),
  publish: endpoint({ method: 'POST', path: at('/publish'), can: keep, about: w.aboutPublish, in: z.object(At), out: Done }),
  drop: endpoint({ method: 'POST', path: at('/drop'), can: keep, about: w.aboutDrop, in: z.object(At), out: Done }),
  repeat: endpoint({ method: 'POST', path: at('/repeat'), can: keep, about: w.aboutRepeat, in: z.object({ id, times: z.int().min(2).max(26), everyWeeks: z.int().min(1).max(8).default(1) }), out: z.object({ ids: z.array(id) }) }),
  amend: endpoint({
    method: 'POST', path: at('/amend'), can: keep, about: w.aboutAmend,
    in: z.object({ id, title: z.string().trim().min(2).max(60), about: z.string().trim().max(3000), place: z.string().trim().min(1).max(200), startsAt: moment, endsAt: moment, closesAt: moment, cancelUntil: moment.nullable().default(null), selfCheckIn: z.boolean() }), out: Done,
  }),
  callOff: endpoint({ method: 'POST', path: at('/call-off'), can: keep, about: w.aboutCallOff, in: z.object({ id, why: reason }), out: Done }),
  close: endpoint({ method: 'POST', path: at('/close'), can: keep, about: w.aboutClose, in: z.object({ id }), out: Done }),
  here: endpoint({ method: 'GET', path: at('/here'), can: keep, about: w.aboutHere, in: z.object({ id }), out: z.object({ here: z.string() }) }),
  answers: endpoint({ method: 'GET', path: at('/answers'), can: keep, about: w.aboutAnswers, in: z.object({ id, text: z.string().trim().max(40).optional(), ...Page }), out: z.object({ questions: z.array(QuestionOut), items: z.array(EntryRow), total: z.int() }) }),
  openFamily: endpoint({ method: 'POST', path: at('/answers/family'), can: keep, about: w.aboutOpenFamily, in: z.object({ id, purpose: z.string().trim().max(200) }), out: z.object({ items: z.array(z.object({ personId: id, family: EntryRow.shape.family })) }) }),
  exportAnswers: endpoint({ method: 'POST', path: at('/answers/export'), can: 'activities.export', about: w.aboutExportAnswers, in: z.object({ id, /** family names in full, with what for */ purpose: z.string().trim().max(200).default('') }), out: z.object({}), download: true }),
  releasePhoto: endpoint({ method: 'POST', path: '/api/v1/activity-photos/:id/release', can: keep, about: w.aboutRelease, in: z.object({ id, why: z.string().trim().max(300).default('') }), out: z.object({ id }) }),
  removePhoto: endpoint({ method: 'POST', path: '/api/v1/activity-photos/:id/remove', can: keep, about: w.aboutRemovePhoto, in: z.object({ id, why: z.string().trim().max(300).default('') }), out: z.object({ id }) }),
  costs: endpoint({ method: 'GET', path: at('/costs'), can: keep, about: w.aboutCosts, in: z.object({ id }), out: CostsOut }),
  addCost: endpoint({ method: 'POST', path: at('/costs'), can: keep, about: w.aboutAddCost, in: z.object({ id, item: z.string().trim().min(1).max(60), fen: z.int().min(1).max(100_000_000), on: day, note: z.string().trim().max(200).default(''), files: z.array(id).max(6).default([]) }), out: z.object({ id }) }),
  removeCost: endpoint({ method: 'POST', path: '/api/v1/activity-costs/:id/remove', can: keep, about: w.aboutRemoveCost, in: z.object({ id }), out: z.object({ id }) }),
  statistics: endpoint({
    method: 'GET', path: '/api/v1/activity-statistics', can: keep, about: w.aboutStatistics, in: z.object({ unionId: id.optional(), year: Year }),
    out: z.object({
      year: z.int(), all: Figures, months: z.array(Figures.extend({ month: z.int() })), units: z.array(Figures.extend({ id, name: z.string() })), kinds: z.array(Figures.extend({ kind: z.enum(KINDS) })),
    }),
  }),
  exportStatistics: endpoint({ method: 'POST', path: '/api/v1/activity-statistics/export', can: 'activities.export', about: w.aboutExportStatistics, in: z.object({ unionId: id.optional(), year: Year }), out: z.object({}), download: true }),
};
