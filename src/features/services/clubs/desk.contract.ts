import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { ACCOUNTS, PARTS, STATES } from './clubs.rules.ts';
import { At, at, Category, ClubCard, Done, id, Page } from './clubs.contract.ts';
import { words as w } from './clubs.words.ts';
import { Year } from './gatherings.contract.ts';

const keep = 'clubs.keep';
const out = 'clubs.export';
const text = z.string().trim().min(2).max(500);
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional(), category: Category.optional() };
const step = (path: string, about: { code: string; zh: string; en: string }, withText: boolean) =>
  endpoint({ method: 'POST', path: at(path), can: keep, about, in: z.object({ ...At, text: withText ? text : z.string().trim().max(500).default('') }), out: Done });
const Scoped = { unionId: id.optional(), year: Year.optional() };

const RegisterRow = ClubCard.omit({ mine: true, role: true, asked: true, next: true }).extend({ foundedOn: z.string().nullable(), nextDue: z.string().nullable(), stateWord: z.string(), attendances: z.int(), stars: z.number().nullable() });
/** A club in the overview of grants. `usualFen` by today's members and the rulebook. */
const GrantRow = z.object({
  id, name: z.string(), union: z.string(), unionId: id, category: Category, state: z.enum(STATES), members: z.int(), usualFen: z.int(), mostFen: z.int(), lastFen: z.int().nullable(), grantFen: z.int().nullable(), account: z.string(), note: z.string(), spentFen: z.int(), leftFen: z.int(), basis: z.array(z.string()),
});
const Budget = z.object({ union: z.string(), unionId: id, budgetFen: z.int().nullable(), grantedFen: z.int(), spentFen: z.int(), clubs: z.int() });
const MarkOut = z.object({ part: z.enum(PARTS), num: z.int(), den: z.int(), weight: z.int(), marks: z.int(), /** how it was reckoned, in words */ formula: z.string() });
const AppraisalRow = z.object({
  id, name: z.string(), union: z.string(), category: Category, place: z.int(), score: z.int(), members: z.int(), gatherings: z.int(), attendances: z.int(), stars: z.number().nullable(), ratings: z.int(), spentFen: z.int(), report: z.enum(['onTime', 'late', 'none']), marks: z.array(MarkOut),
});
const AwardList = z.object({ id, union: z.string(), unionId: id, year: z.int(), clubs: z.int(), winners: z.int(), most: z.int(), leastScore: z.int(), madeAt: z.string(), publishedAt: z.string().nullable(), publishedBy: z.string(), prizeFen: z.int() });
const Award = z.object({ clubId: id, name: z.string(), category: Category, place: z.int(), won: z.boolean(), score: z.int(), prize: z.string(), prizeFen: z.int(), marks: z.array(MarkOut) });

export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/club-register', can: keep, about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(RegisterRow), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/club-register/export', can: out, about: w.aboutExportRegister, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  approve: step('/approve', w.aboutApprove, false),
  giveBack: step('/give-back', w.aboutGiveBack, true),
  decline: step('/decline', w.aboutDecline, true),
  suspend: step('/suspend', w.aboutSuspend, true),
  resume: step('/resume', w.aboutResume, false),
  dissolve: step('/dissolve', w.aboutDissolve, true),
  grants: endpoint({ method: 'GET', path: '/api/v1/club-grants', can: keep, about: w.aboutGrants, in: z.object({ ...Scoped, ...Page }), out: z.object({ year: z.int(), items: z.array(GrantRow), total: z.int(), budgets: z.array(Budget), may: z.array(z.string()) }) }),
  exportGrants: endpoint({ method: 'POST', path: '/api/v1/club-grants/export', can: out, about: w.aboutExportGrants, in: z.object({ ...Scoped, ...Shown }), out: z.object({}), download: true }),
  grant: endpoint({
    method: 'PUT', path: at('/grants/:year'), can: 'clubs.grant', about: w.aboutGrant, in: z.object({ id, year: Year, amountFen: z.int().min(0).max(1_000_000_000), account: z.enum(ACCOUNTS).default('50102'), note: z.string().trim().max(300).default('') }),
    out: z.object({ id, grantFen: z.int(), usualFen: z.int() }),
  }),
  setBudget: endpoint({ method: 'PUT', path: '/api/v1/club-budgets/:year', can: 'clubs.grant', about: w.aboutBudget, in: z.object({ year: Year, unionId: id, amountFen: z.int().min(0).max(10_000_000_000) }), out: z.object({ budgetFen: z.int(), grantedFen: z.int() }) }),
  appraisal: endpoint({ method: 'GET', path: '/api/v1/club-appraisal', can: keep, about: w.aboutAppraisal, in: z.object({ ...Scoped, ...Page }), out: z.object({ year: z.int(), items: z.array(AppraisalRow), total: z.int(), basis: z.array(z.string()) }) }),
  exportAppraisal: endpoint({ method: 'POST', path: '/api/v1/club-appraisal/export', can: out, about: w.aboutExportAppraisal, in: z.object({ ...Scoped, ...Shown }), out: z.object({}), download: true }),
  awardLists: endpoint({ method: 'GET', path: '/api/v1/club-awards', can: keep, about: w.aboutAwardLists, in: z.object({ unionId: id.optional(), ...Page }), out: z.object({ items: z.array(AwardList), total: z.int() }) }),
  awardList: endpoint({ method: 'GET', path: '/api/v1/club-awards/:id', can: 'person', about: w.aboutAwardList, in: z.object({ id }), out: AwardList.extend({ items: z.array(Award), basis: z.array(z.string()), may: z.array(z.string()) }) }),
  makeAwards: endpoint({ method: 'POST', path: '/api/v1/club-awards', can: keep, about: w.aboutMakeAwards, in: z.object({ unionId: id, year: Year }), out: z.object({ id }) }),
  publishAwards: endpoint({
    method: 'POST', path: '/api/v1/club-awards/:id/publish', can: 'clubs.grant', about: w.aboutPublish,
    in: z.object({ id, prizes: z.array(z.object({ clubId: id, prize: z.string().trim().max(60).default(''), prizeFen: z.int().min(0).max(100_000_000).default(0) })).max(200) }), out: z.object({ id }),
  }),
  exportAwards: endpoint({ method: 'POST', path: '/api/v1/club-awards/export', can: out, about: w.aboutExportAwards, in: z.object({ id, ...Shown }), out: z.object({}), download: true }),
};
