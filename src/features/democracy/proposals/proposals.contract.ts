import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { DECISIONS, KINDS, MOST, OUTCOMES, SATISFACTIONS, STATES } from './proposals.rules.ts';
import { words as w } from './proposals.words.ts';

export const id = z.uuid();
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
export const Year = z.coerce.number().int().min(2000).max(2100);
export const At = { id, version: z.int().min(1).optional() };
export const Done = z.object({ id, state: z.string(), version: z.int() });
export const Files = z.array(id).max(MOST.files).default([]);
const FileOut = z.object({ id, name: z.string(), image: z.boolean() });
const Person = z.object({ id, name: z.string(), unit: z.string() });

/** A proposal in a list. `asked`: what I said when I was asked to second it. */
export const ProposalCard = z.object({
  id, number: z.string(), title: z.string(), kind: z.enum(KINDS), state: z.enum(STATES), stateWord: z.string(), place: z.int().nullable(), mover: z.string(), unit: z.string(), union: z.string(), session: z.string(), submittedOn: z.string().nullable(), decision: z.enum(DECISIONS).nullable(), department: z.string(),
  dueOn: z.string().nullable(), late: z.boolean(), nextDue: z.string().nullable(), seconders: z.int(), least: z.int(), followers: z.int(), following: z.boolean(), hot: z.boolean(), mine: z.boolean(), asked: z.enum(['none', 'open', 'yes', 'no']), satisfaction: z.enum(SATISFACTIONS).nullable(), outcome: z.enum(OUTCOMES).nullable(),
});
const Link = z.object({ id, number: z.string(), title: z.string() });
const Answer = z.object({ text: z.string(), on: z.string(), by: z.string(), dueOn: z.string().nullable(), inTime: z.boolean().nullable(), satisfaction: z.enum(SATISFACTIONS).nullable() });
/** The page. `as`: mover, seconder, helper, officer or worker. `may`: what the reader may do now. */
export const ProposalOut = ProposalCard.extend({
  as: z.enum(['mover', 'seconder', 'helper', 'officer', 'worker']), reason: z.string(), grounds: z.string(), remedy: z.string(), files: z.array(FileOut), version: z.int(), collectionId: id, closesOn: z.string(), answerDays: z.int(), usualDueOn: z.string(), latestDueOn: z.string(),
  decidedOn: z.string().nullable(), decidedBy: z.string(), decisionText: z.string(), mergedInto: Link.nullable(), merged: z.array(Link.extend({ mover: z.string() })), suggestion: z.object({ id, number: z.string(), stateWord: z.string() }).nullable(), owner: z.string(), reportedTo: z.string(),
  people: z.array(Person.extend({ answer: z.enum(['yes', 'no']).nullable(), word: z.string() })), helpers: z.array(z.object({ id, name: z.string(), department: z.string(), opinion: z.string(), givenAt: z.string().nullable(), me: z.boolean() })),
  answers: z.array(Answer), outcomeText: z.string(), closedOn: z.string().nullable(), basis: z.array(z.string()), events: z.array(z.object({ id, word: z.string(), by: z.string(), text: z.string(), at: z.string(), files: z.array(FileOut) })), may: z.array(z.string()),
});
export const Collection = z.object({ id, union: z.string(), unionId: id, body: z.string(), termNumber: z.int(), session: z.string(), sessionOn: z.string(), opensOn: z.string(), closesOn: z.string(), about: z.string(), seconders: z.int(), answerDays: z.int(), stage: z.enum(['coming', 'open', 'over']), proposals: z.int(), filed: z.int(), closed: z.int(), reportedOn: z.string().nullable(), reportedTo: z.string() });

const Written = {
  title: z.string().trim().min(4).max(MOST.title), kind: z.enum(KINDS), reason: z.string().trim().min(5).max(MOST.reason), grounds: z.string().trim().min(10).max(MOST.grounds), remedy: z.string().trim().min(10).max(MOST.remedy),
};
const Looked = { title: z.string().trim().max(MOST.title).default(''), reason: z.string().trim().max(MOST.reason).default(''), remedy: z.string().trim().max(MOST.remedy).default('') };
const Asked = { text: z.string().trim().max(60).optional(), kind: z.enum(KINDS).optional(), decision: z.enum(DECISIONS).optional(), collectionId: id.optional(), hot: z.stringbool().optional(), followed: z.stringbool().optional() };
const AskedInBody = { ...Asked, hot: z.boolean().optional(), followed: z.boolean().optional() };
const [see, move] = ['proposals.see', 'proposals.move'] as const;
const at = (rest: string) => `/api/v1/proposals/:id${rest}` as const;
const People = z.array(id).max(MOST.seconders);

export const api = {
  start: endpoint({ method: 'GET', path: '/api/v1/proposal-start', can: see, about: w.aboutStart, in: z.object({}), out: z.object({ delegate: z.boolean(), body: z.string(), open: z.array(Collection), collections: z.array(Collection), waiting: z.int() }) }),
  list: endpoint({ method: 'GET', path: '/api/v1/proposals', can: see, about: w.aboutList, in: z.object({ ...Asked, ...Page }), out: z.object({ items: z.array(ProposalCard), total: z.int() }) }),
  exportList: endpoint({ method: 'POST', path: '/api/v1/proposals-sheet', can: see, about: w.aboutExportList, in: z.object(AskedInBody), out: z.object({}), download: true }),
  mine: endpoint({ method: 'GET', path: '/api/v1/my-proposals', can: see, about: w.aboutMine, in: z.object({ ...Page }), out: z.object({ items: z.array(ProposalCard), total: z.int() }) }),
  one: endpoint({ method: 'GET', path: at(''), can: 'person', about: w.aboutOne, in: z.object({ id }), out: ProposalOut }),
  lookAlikes: endpoint({ method: 'POST', path: '/api/v1/proposal-look-alikes', can: move, about: w.aboutLookAlikes, unaudited: 'reads only; its question is a text too long for an address', in: z.object({ ...Looked, except: id.optional() }), out: z.object({ items: z.array(ProposalCard.extend({ score: z.int(), strong: z.boolean(), shared: z.array(z.string()) })) }) }),
  delegates: endpoint({ method: 'GET', path: '/api/v1/proposal-delegates', can: move, about: w.aboutDelegates, in: z.object({ collectionId: id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(Person) }) }),
  move: endpoint({ method: 'POST', path: '/api/v1/proposals', can: move, about: w.aboutMove, in: z.object({ collectionId: id, ...Written, seconders: People.default([]), files: Files }), out: z.object({ id, number: z.string() }) }),
  amend: endpoint({ method: 'PUT', path: at(''), can: move, about: w.aboutAmend, in: z.object({ ...At, ...Written }), out: Done }),
  invite: endpoint({ method: 'POST', path: at('/seconders'), can: move, about: w.aboutInvite, in: z.object({ id, people: People.min(1) }), out: z.object({ asked: z.int() }) }),
  second: endpoint({ method: 'POST', path: at('/second'), can: move, about: w.aboutSecond, in: z.object({ id, answer: z.enum(['yes', 'no']), word: z.string().trim().max(MOST.word).default('') }), out: z.object({ seconders: z.int() }) }),
  submit: endpoint({ method: 'POST', path: at('/submit'), can: move, about: w.aboutSubmit, in: z.object(At), out: Done }),
  complete: endpoint({ method: 'POST', path: at('/complete'), can: move, about: w.aboutComplete, in: z.object({ ...At, ...Written, text: z.string().trim().max(MOST.text).default('') }), out: Done }),
  withdraw: endpoint({ method: 'POST', path: at('/withdraw'), can: move, about: w.aboutWithdraw, in: z.object({ ...At, text: z.string().trim().max(MOST.text).default('') }), out: Done }),
  rate: endpoint({ method: 'POST', path: at('/rate'), can: move, about: w.aboutRate, in: z.object({ ...At, satisfaction: z.enum(SATISFACTIONS), text: z.string().trim().max(MOST.text).default('') }), out: Done }),
  follow: endpoint({ method: 'POST', path: at('/follow'), can: see, about: w.aboutFollow, in: z.object({ id, on: z.boolean() }), out: z.object({ id, following: z.boolean() }), unaudited: 'one tap that may be taken back; it stands in the followers' }),
};


