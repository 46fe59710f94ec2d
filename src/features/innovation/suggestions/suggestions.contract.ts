import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { CATEGORIES, COAUTHORS, EXPERT_GROUPS } from './suggestions.rules.ts';
import { words as w } from './suggestions.words.ts';
import { LEAST, MOST } from './writing.rules.ts';

export const Category = z.enum(CATEGORIES);
export const ExpertGroup = z.enum(EXPERT_GROUPS);
export const Grade = z.int().min(1).max(3);

const id = z.uuid();
const day = z.iso.date();
const when = z.iso.datetime();
const files = z.array(id).max(9).default([]);
/** What is written with a step; `needed` where the process asks for it. */
const text = z.string().trim().max(3000).default('');
const needed = z.string().trim().min(2).max(3000);
const Named = z.object({ id: z.string(), name: z.string() });
/** A file of a suggestion; `image`: it has a small picture. */
export const FileView = z.object({ id: z.string(), name: z.string(), image: z.boolean() });
export const path = <P extends string>(p: P) => `/api/v1/suggestions${p}` as const;
export const post = <P extends string>(p: P) => ({ method: 'POST', path: path(p) }) as const;
export const page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
export const Step = { id, version: z.int().min(1).optional() };
export const Stepped = z.object({ id: z.string(), state: z.string(), version: z.int() });

/** What the writer writes. Shares of co-authors in whole per cent. */
export const Content = {
  title: z.string().trim().min(LEAST.title).max(MOST.title), problem: z.string().trim().min(LEAST.problem).max(MOST.problem), remedy: z.string().trim().min(LEAST.remedy).max(MOST.remedy),
  effect: z.string().trim().max(MOST.effect).default(''), place: z.string().trim().max(MOST.place).default(''), category: Category, campaignId: id.nullable().default(null),
  coauthors: z.array(z.object({ personId: id, share: z.int().min(1).max(99) })).max(COAUTHORS).default([]), files,
};

/** Why the writer says that his own differs from an earlier one that he was shown: a line. */
export const Why = z.string().trim().min(4).max(200);
const Differs = z.object({ earlierId: id, why: Why });

const Event = z.object({ id: z.string(), step: z.string(), word: z.string(), by: z.string(), byKind: z.enum(['author', 'officer', 'system']), text: z.string(), files: z.array(FileView), at: when, officersOnly: z.boolean() });
const Author = z.object({ id: z.string(), name: z.string(), unit: z.string(), share: z.int(), first: z.boolean(), merged: z.boolean() });

/** A suggestion in a list. Authors are empty where the reader must not know them. */
export const SuggestionRow = z.object({
  id: z.string(), number: z.string(), title: z.string(), category: Category, state: z.string(), stateWord: z.string(), place6: z.int().nullable(), unit: z.string(), authors: z.string(), campaign: z.string().nullable(),
  level: z.enum(['unit', 'company']), expertGroup: ExpertGroup.nullable(), firstGrade: z.int().nullable(), grade: z.int().nullable(), submittedOn: day, adoptedOn: day.nullable(), startedOn: day.nullable(),
  completedOn: day.nullable(), standardisedOn: day.nullable(), nextDue: when.nullable(), late: z.boolean(), benefitFen: z.int().nullable(), supporters: z.int(), changedAt: when,
});

/** One of a person's own list: `desk` has it now; `opens`: of what he only joined he sees where it stands until it is shared. */
export const OwnRow = SuggestionRow.extend({ desk: z.string(), opens: z.boolean() });

/** A suggestion as its reader may see it; `may` = the steps open to the reader now; `as`: in which role. */
export const Suggestion = SuggestionRow.omit({ authors: true }).extend({
  as: z.enum(['author', 'coauthor', 'officer', 'reviewer', 'colleague']), problem: z.string(), remedy: z.string(), effect: z.string(), place: z.string(), files: z.array(FileView),
  authors: z.array(Author), union: Named, scheme: Named, unitId: z.string(), campaignId: z.string().nullable(), owner: Named.nullable(), plannedFrom: day.nullable(), plannedTo: day.nullable(), plan: z.string(),
  documentNumber: z.string(), awardLevel: z.int().nullable(), mergedInto: Named.nullable(), appealed: z.boolean(), supported: z.boolean(), /** what waits for the author is closed then */ lapses: when.nullable(), version: z.int(), events: z.array(Event), may: z.array(z.string()),
});

/** What a register is narrowed by. */
export const Filter = {
  state: z.enum(['submitted', 'returned', 'company', 'appealed', 'adopted', 'implementing', 'accepting', 'completed', 'standardised', 'rejected', 'abandoned', 'revoked', 'withdrawn', 'incomplete', 'merged']).optional(),
  open: z.stringbool().optional(), late: z.stringbool().optional(), category: Category.optional(), level: z.enum(['unit', 'company']).optional(), grade: z.coerce.number().int().min(1).max(3).optional(),
  expertGroup: ExpertGroup.optional(), campaignId: id.optional(), unionId: id.optional(), text: z.string().trim().max(60).optional(), from: day.optional(), to: day.optional(),
};

const graded = { category: Category.optional(), grade: Grade };

export const api = {
  write: endpoint({ method: 'POST', path: path(''), can: 'suggestions.write', about: w.aboutWrite, in: z.object({ ...Content, differs: z.array(Differs).max(10).optional() }), out: z.object({ id: z.string(), number: z.string() }) }),
  mine: endpoint({ method: 'GET', path: path('/mine'), can: 'person', about: w.aboutMine, in: z.object({ joined: z.stringbool().optional(), open: z.stringbool().optional(), text: z.string().trim().max(60).optional(), ...page }), out: z.object({ items: z.array(OwnRow) }) }),
  register: endpoint({ method: 'GET', path: path(''), can: 'suggestions.read', about: w.aboutRegister, in: z.object({ ...Filter, ...page }), out: z.object({ items: z.array(SuggestionRow), total: z.int() }) }),
  one: endpoint({ method: 'GET', path: path('/:id'), can: 'person', about: w.aboutOne, in: z.object({ id }), out: Suggestion }),
  complete: endpoint({ ...post('/:id/complete'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, ...Content, text }).omit({ coauthors: true, campaignId: true }), out: Stepped }),
  say: endpoint({ ...post('/:id/say'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, text: needed, files }), out: Stepped }),
  appeal: endpoint({ ...post('/:id/appeal'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, text: needed, files }), out: Stepped }),
  withdraw: endpoint({ ...post('/:id/withdraw'), can: 'person', about: w.aboutAuthorStep, in: z.object({ ...Step, text }), out: Stepped }),
  giveBack: endpoint({ ...post('/:id/give-back'), can: 'suggestions.review', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
  adoptUnit: endpoint({ ...post('/:id/adopt-unit'), can: 'suggestions.review', about: w.aboutStep, in: z.object({ ...Step, ...graded, text }), out: Stepped }),
  adoptUnitOnly: endpoint({ ...post('/:id/adopt-unit-only'), can: 'suggestions.review', about: w.aboutStep, in: z.object({ ...Step, ...graded, text: needed }), out: Stepped }),
  rejectUnit: endpoint({ ...post('/:id/reject-unit'), can: 'suggestions.review', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
  forward: endpoint({ ...post('/:id/forward'), can: 'suggestions.review', about: w.aboutStep, in: z.object({ ...Step, ...graded, expertGroup: ExpertGroup.optional(), text }), out: Stepped }),
  handBack: endpoint({ ...post('/:id/hand-back'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
  adopt: endpoint({ ...post('/:id/adopt'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, grade: Grade.optional(), text: needed }), out: Stepped }),
  adoptForImplementation: endpoint({ ...post('/:id/adopt-for-implementation'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, grade: Grade, text }), out: Stepped }),
  implementLater: endpoint({ ...post('/:id/implement-later'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, grade: Grade, text }), out: Stepped }),
  reject: endpoint({ ...post('/:id/reject'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
  uphold: endpoint({ ...post('/:id/uphold'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
  revoke: endpoint({ ...post('/:id/revoke'), can: 'suggestions.decide', about: w.aboutStep, in: z.object({ ...Step, text: needed }), out: Stepped }),
};
