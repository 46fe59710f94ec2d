import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { GROUNDS } from './award.rules.ts';
import { FileView, page, path, post, Step, Stepped } from './suggestions.contract.ts';
import { words as w } from './work.words.ts';

/** Kinds of documents a suggestion becomes: process sheet 工艺文件, operating rule 操作规程, drawing 图纸, checklist 点检表. */
export const DOCUMENT_KINDS = ['processSheet', 'operatingRule', 'drawing', 'checklist', 'other'] as const;
/** What evidence shows. */
export const SHOWS = ['before', 'after', 'other'] as const;

const id = z.uuid();
const day = z.iso.date();
const when = z.iso.datetime();
/** Fen, up to ten billion yuan. */
const fen = z.int().min(0).max(1_000_000_000_000);
const text = z.string().trim().max(3000).default('');
const needed = z.string().trim().min(2).max(3000);
const Ref = z.object({ id: z.string() });
const DocumentKind = z.enum(DOCUMENT_KINDS);

/** How a benefit was reckoned: (before − after) × price × times in a year; a gain in quantity counts as well. */
export const Reckoning = z.object({
  what: z.string().trim().min(1).max(60), unit: z.string().trim().max(10).default(''), before: z.number().min(0).max(1e9), after: z.number().min(0).max(1e9), priceFen: fen, times: z.number().min(0).max(1e6),
});
export const BenefitState = z.enum(['claimed', 'verified', 'refused', 'replaced']);

const Evidence = z.object({ file: FileView, shows: z.enum(SHOWS), label: z.string(), at: when });
export const Claim = z.object({
  id: z.string(), state: BenefitState, stateWord: z.string(), claimedFen: z.int(), verifiedFen: z.int().nullable(), basis: z.string(), reckoning: Reckoning.nullable(), windowFrom: day, windowTo: day, windowOver: z.boolean(),
  claimedBy: z.string(), claimedAt: when, settledBy: z.string(), settledAt: when.nullable(), text: z.string(), may: z.array(z.enum(['verify', 'refuse'])),
});
const Ground = z.enum(GROUNDS);
const Award = z.object({
  id: z.string(), position: z.int(), level: z.int(), ground: Ground, groundWord: z.string(), borrowed: z.boolean(), amountFen: z.int(), paidBeforeFen: z.int(), paysFen: z.int(), reason: z.string(), decidedBy: z.string(), decidedAt: when,
  filedWith: z.string(), takenBackAt: when.nullable(), shares: z.array(z.object({ name: z.string(), paysFen: z.int() })),
});
const StandardRow = z.object({
  id: z.string(), number: z.string(), title: z.string(), unit: z.string(), authors: z.string(), documentNumber: z.string(), documentKind: DocumentKind.nullable(), documentKindWord: z.string(), documentOn: day.nullable(), standardisedOn: day, benefitFen: z.int().nullable(),
});
const BenefitRow = Claim.extend({ suggestionId: z.string(), number: z.string(), title: z.string(), unit: z.string(), authors: z.string() });

const StandardFilter = { unionId: id.optional(), documentKind: DocumentKind.optional(), text: z.string().trim().max(60).optional(), from: day.optional(), to: day.optional() };
const BenefitFilter = { unionId: id.optional(), state: BenefitState.optional(), text: z.string().trim().max(60).optional(), from: day.optional(), to: day.optional() };

export const workApi = {
  plan: endpoint({ ...post('/:id/plan'), can: 'suggestions.review', about: w.aboutPlan, in: z.object({ ...Step, ownerId: id, plannedFrom: day, plannedTo: day, plan: needed }), out: Stepped }),
  owners: endpoint({ method: 'GET', path: path('/:id/owners'), can: 'suggestions.review', about: w.aboutOwners, in: z.object({ id, text: z.string().trim().max(40).default('') }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), author: z.boolean() })) }) }),
  work: endpoint({
    method: 'GET', path: path('/:id/work'), can: 'person', about: w.aboutWork, in: z.object({ id }),
    out: z.object({ evidence: z.array(Evidence), overdueDays: z.int(), documentKind: DocumentKind.nullable(), documentKindWord: z.string(), documentOn: day.nullable(), own: z.boolean(), may: z.array(z.enum(['plan', 'progress', 'report', 'accept', 'redo', 'abandon', 'standardise'])) }),
  }),
  progress: endpoint({ ...post('/:id/progress'), can: 'person', about: w.aboutStep, in: z.object({ ...Step, text: needed, files: z.array(id).max(9).default([]) }), out: Stepped }),
  report: endpoint({ ...post('/:id/report'), can: 'person', about: w.aboutStep, in: z.object({ ...Step, text: needed, evidence: z.array(z.object({ fileId: id, shows: z.enum(SHOWS), label: z.string().trim().max(60).default('') })).max(9).default([]) }), out: Stepped }),
  accept: endpoint({ ...post('/:id/accept'), can: 'suggestions.accept', about: w.aboutStep, in: z.object({ ...Step, text }), out: Stepped }),
  redo: endpoint({ ...post('/:id/redo'), can: 'suggestions.accept', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
  abandon: endpoint({ ...post('/:id/abandon'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
  standardise: endpoint({ ...post('/:id/standardise'), can: 'suggestions.accept', about: w.aboutStep, in: z.object({ ...Step, documentNumber: z.string().trim().min(2).max(60), documentKind: DocumentKind, documentOn: day, text }), out: Stepped }),
  standards: endpoint({ method: 'GET', path: path('/standards'), can: 'suggestions.read', about: w.aboutStandards, in: z.object({ ...StandardFilter, ...page }), out: z.object({ items: z.array(StandardRow), total: z.int() }) }),
  exportStandards: endpoint({ method: 'POST', path: path('/standards/export'), can: 'suggestions.read', about: w.aboutStandardsExport, in: z.object({ ...StandardFilter, ...Shown }), out: z.object({}), download: true }),
  benefit: endpoint({
    method: 'GET', path: path('/:id/benefit'), can: 'person', about: w.aboutBenefit, in: z.object({ id }),
    out: z.object({ windowFrom: day.nullable(), windowTo: day.nullable(), windowMonths: z.int(), claims: z.array(Claim), awards: z.array(Award), may: z.array(z.enum(['claim', 'award'])) }),
  }),
  claim: endpoint({ ...post('/:id/benefits'), can: 'person', about: w.aboutClaim, in: z.object({ id, claimedFen: fen.min(1), basis: needed, reckoning: Reckoning.nullable().default(null) }), out: Ref }),
  verify: endpoint({ ...post('/benefits/:id/verify'), can: 'suggestions.verify', about: w.aboutSettle, in: z.object({ id, verifiedFen: fen, text }), out: Ref }),
  refuse: endpoint({ ...post('/benefits/:id/refuse'), can: 'suggestions.verify', about: w.aboutSettle, in: z.object({ id, text: needed }), out: Ref }),
  benefits: endpoint({ method: 'GET', path: path('/benefits'), can: 'suggestions.read', about: w.aboutBenefits, in: z.object({ ...BenefitFilter, ...page }), out: z.object({ items: z.array(BenefitRow), total: z.int(), claimedFen: z.int(), verifiedFen: z.int() }) }),
  exportBenefits: endpoint({ method: 'POST', path: path('/benefits/export'), can: 'suggestions.read', about: w.aboutBenefitsExport, in: z.object({ ...BenefitFilter, ...Shown }), out: z.object({}), download: true }),
  award: endpoint({
    method: 'GET', path: path('/:id/award'), can: 'suggestions.award', about: w.aboutAward, in: z.object({ id }),
    out: z.object({
      valueFen: z.int().nullable(), level: z.int().nullable(), levelBorrowed: z.int().nullable(), paidBeforeFen: z.int(), deductedRewardFen: z.int(), unconfirmed: z.boolean(), grounds: z.array(Ground),
      levels: z.array(z.object({ level: z.int(), fromFen: z.int(), atLeastFen: z.int(), atMostFen: z.int(), filed: z.boolean(), unconfirmed: z.boolean() })), authors: z.array(z.object({ name: z.string(), share: z.int() })),
    }),
  }),
  decideAward: endpoint({ ...post('/:id/awards'), can: 'suggestions.award', about: w.aboutDecideAward, in: z.object({ id, ground: Ground, level: z.int().min(1).max(5).nullable().default(null), borrowed: z.boolean().default(false), amountFen: fen, reason: needed }), out: Ref.extend({ level: z.int(), paysFen: z.int() }) }),
};
