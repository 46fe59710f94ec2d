import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { ASSEMBLIES, CHAIR_BY, KINDS, METHODS, OUTCOMES, POSTS, STANDS, STATES } from './elections.rules.ts';
import { words as w } from './elections.words.ts';

const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const text = (most: number) => z.string().trim().max(most).default('');
const said = (most: number) => z.string().trim().min(2).max(most);
const count = z.int().min(0).max(1_000_000);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const Done = z.object({ id: z.string() });
const time = z.iso.datetime().nullable();
const Post = z.enum(POSTS);
const keep = 'elections.keep';
const at = (rest: string) => `/api/v1/election-desk/:id${rest}` as const;
const contestAt = (rest: string) => `/api/v1/election-contests/:id${rest}` as const;

/** One thing that a rule asks and how it stands. */
export const Finding = z.object({ key: z.string(), title: z.string(), text: z.string(), state: z.enum(['ok', 'warn', 'short']) });
const Standing = z.object({ id: z.string().nullable(), name: z.string(), group: z.string(), for: z.int(), against: z.int(), abstain: z.int(), place: z.int(), elected: z.boolean(), worked: z.string() });
/** What a vote came to, in the reader's language, with what it rests on. */
export const Result = z.object({
  entitled: z.int(), present: z.int(), issued: z.int(), returned: z.int(), valid: z.int(), invalid: z.int(), outcome: z.enum(OUTCOMES), lines: z.array(z.object({ holds: z.boolean(), rule: z.string(), worked: z.string() })),
  seats: z.int(), elected: z.int(), standings: z.array(Standing), next: z.object({ why: z.enum(['tie', 'tooFew']), seats: z.int(), names: z.array(z.string()) }).nullable(), basis: z.array(z.string()),
});
export const Nominee = z.object({ id, post: Post, personId: id, number: z.int(), name: z.string(), unit: z.string(), sex: z.string(), standing: z.enum(['proposed', 'candidate', 'dropped']), support: z.int(), job: z.string(), about: z.string(), picture: z.string().nullable() });
const Traits = { mainLeader: z.boolean().default(false), nearRelative: z.boolean().default(false), humanResources: z.boolean().default(false), foreignNational: z.boolean().default(false) };
const NomineeFull = Nominee.extend({ mainLeader: z.boolean(), nearRelative: z.boolean(), humanResources: z.boolean(), foreignNational: z.boolean(), bars: z.array(z.string()) });
const HallVote = z.object({ id: z.string().max(64).nullable(), name: z.string().trim().min(1).max(60), votes: count });
export const Contest = z.object({
  id, post: Post, electors: z.enum(['assembly', 'committee']), round: z.int(), method: z.enum(METHODS), heldOn: z.string(), place: z.string(), seats: z.int(), candidates: z.array(z.object({ id: z.string(), name: z.string() })), ballotId: z.string().nullable(),
  ballotState: z.string().nullable(), keysReady: z.boolean(), opensAt: time, closesAt: time, entitled: z.int(), given: z.int(), present: z.int().nullable(), issued: z.int().nullable(), returned: z.int().nullable(), invalid: z.int().nullable(), votes: z.array(HallVote), tellers: z.string(),
  outcome: z.enum(OUTCOMES).nullable(), result: Result.nullable(), may: z.array(z.string()),
});
const Plan = {
  kind: z.enum(KINDS).default('renewal'), post: Post.default('committee'), number: z.int().min(1).max(200).default(1), reason: text(500), plannedOn: day, termYears: z.union([z.literal(3), z.literal(5)]).default(5), assembly: z.enum(ASSEMBLIES).default('members'), method: z.enum(METHODS).default('online'),
  seats: z.int().min(0).max(99).default(0), auditSeats: z.int().min(0).max(30).default(0), viceSeats: z.int().min(0).max(10).default(0), chairBy: z.enum(CHAIR_BY).default('committee'), preparers: text(500), about: text(2000), party: text(100),
};
const Term = z.object({
  id: z.string(), unionId: z.string(), union: z.string(), above: z.string(), members: z.int(), chair: z.string(), termFrom: z.string().nullable(), termTo: z.string().nullable(), stands: z.enum(['running', 'prepare', 'delayed', 'overdue', 'none']), days: z.int().nullable(), vacantSince: z.string().nullable(), vacantDue: z.string().nullable(),
  electionId: z.string().nullable(), electionState: z.enum(STATES).nullable(), may: z.array(z.string()),
});
const TermFilter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), stands: z.enum(STANDS).optional() };
const Row = z.object({ id, number: z.string(), unionId: z.string(), union: z.string(), kind: z.enum(KINDS), post: Post, term: z.int(), timing: z.enum(['due', 'early', 'late']), state: z.enum(STATES), stateWord: z.string(), plannedOn: z.string(), endsOn: z.string().nullable(), electedOn: z.string().nullable(), due: time, method: z.enum(METHODS) });
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: z.enum(STATES).optional(), kind: z.enum(KINDS).optional() };
const Event = z.object({ id: z.string(), word: z.string(), by: z.string(), text: z.string(), at: z.iso.datetime() });
const Seat = z.object({ id, post: Post, name: z.string(), personId: z.string().nullable(), votes: z.int() });
const Full = Row.extend({
  reason: z.string(), termYears: z.int(), assembly: z.enum(ASSEMBLIES), seats: z.int(), auditSeats: z.int(), viceSeats: z.int(), chairBy: z.enum(CHAIR_BY), members: z.int(), women: z.int(), preparers: z.string(), about: z.string(), party: z.string(), partyReply: z.string(), partyOn: z.string().nullable(),
  planDocument: z.string(), candidatesDocument: z.string(), resultDocument: z.string(), publicityFrom: z.string().nullable(), publicityTo: z.string().nullable(), publicityPlace: z.string(), frozenAt: time, termFrom: z.string().nullable(), termTo: z.string().nullable(), above: z.string(), version: z.int(),
  places: z.array(z.string()), place: z.int(), findings: z.array(Finding), basis: z.array(z.string()), nominees: z.array(NomineeFull), contests: z.array(Contest), elected: z.array(Seat), events: z.array(Event), posts: z.array(z.object({ post: Post, seats: z.int(), electors: z.enum(['assembly', 'committee']), listed: z.boolean(), least: z.int() })), may: z.array(z.string()),
});
const When = { heldOn: day, opensAt: clock.default('09:00'), closesOn: day, closesAt: clock.default('18:00'), place: text(100), level: z.enum(['detached', 'blind']).default('blind'), tellers: text(200) };

/** The watch over terms: of the own union and of those below. */
export const terms = {
  list: endpoint({ method: 'GET', path: '/api/v1/election-terms', can: keep, about: w.aboutTerms, in: z.object({ ...TermFilter, ...Page }), out: z.object({ items: z.array(Term), total: z.int(), soon: z.int(), over: z.int(), vacant: z.int() }) }),
  exportTerms: endpoint({ method: 'POST', path: '/api/v1/election-terms/export', can: 'elections.export', about: w.aboutExportTerms, in: z.object({ ...TermFilter, ...Shown }), out: z.object({}), download: true }),
  remind: endpoint({ method: 'POST', path: '/api/v1/election-terms/reminders', can: keep, about: w.aboutRemind, in: z.object({ unionIds: z.array(id).min(1).max(200) }), out: z.object({ told: z.int() }) }),
};

/** Officers who hold elections, and those above who consent. */
export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/election-desk', can: 'elections.count', about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/election-desk/export', can: 'elections.count', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  look: endpoint({
    method: 'GET', path: '/api/v1/election-plans', can: keep, about: w.aboutLook, in: z.object({ unionId: id }),
    out: z.object({ unionId: z.string(), union: z.string(), above: z.string(), members: z.int(), women: z.int(), termTo: z.string().nullable(), latest: z.string().nullable(), least: z.int(), most: z.int().nullable(), number: z.int(), chair: z.string(), openId: z.string().nullable(), basis: z.array(z.string()) }),
  }),
  start: endpoint({ method: 'POST', path: '/api/v1/election-desk', can: keep, about: w.aboutStart, in: z.object({ unionId: id, ...Plan }), out: Done }),
  change: endpoint({ method: 'PUT', path: at(''), can: keep, about: w.aboutChange, in: z.object({ id, version: z.int().min(1).max(1_000_000), ...Plan }), out: Done }),
  one: endpoint({ method: 'GET', path: at(''), can: 'elections.count', about: w.aboutOne, in: z.object({ id }), out: Full }),
  reportPlan: endpoint({ method: 'POST', path: at('/plan-report'), can: keep, about: w.aboutReportPlan, in: z.object({ id, partyReply: said(100), partyOn: day }), out: Done }),
  answer: endpoint({ method: 'POST', path: at('/answer'), can: 'elections.approve', about: w.aboutAnswer, in: z.object({ id, agree: z.boolean(), document: text(100), text: text(1000) }), out: Done }),
  people: endpoint({ method: 'GET', path: at('/people'), can: keep, about: w.aboutPeople, in: z.object({ id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), job: z.string() })) }) }),
  nominate: endpoint({ method: 'POST', path: at('/nominees'), can: keep, about: w.aboutNominate, in: z.object({ id, post: Post, personId: id, job: text(60), about: text(500), ...Traits }), out: Done }),
  setNominee: endpoint({ method: 'PUT', path: '/api/v1/election-nominees/:id', can: keep, about: w.aboutSetNominee, in: z.object({ id, standing: z.enum(['proposed', 'candidate', 'dropped']), job: text(60), about: text(500), files: z.array(id).max(1).default([]), ...Traits }), out: Done }),
  reportCandidates: endpoint({ method: 'POST', path: at('/candidates-report'), can: keep, about: w.aboutReportCandidates, in: z.object({ id }), out: Done }),
  publish: endpoint({ method: 'POST', path: at('/publication'), can: keep, about: w.aboutPublish, in: z.object({ id, place: text(100) }), out: Done }),
  announceVote: endpoint({ method: 'POST', path: at('/votes'), can: keep, about: w.aboutAnnounceVote, in: z.object({ id, ...When }), out: Done }),
  chairVote: endpoint({ method: 'POST', path: at('/chair-votes'), can: keep, about: w.aboutChairVote, in: z.object({ id, chair: z.array(id).max(10).default([]), viceChair: z.array(id).max(20).default([]), method: z.enum(['online', 'hall']), ...When }), out: Done }),
  voters: endpoint({ method: 'GET', path: at('/voters'), can: 'elections.count', about: w.aboutVoters, in: z.object({ id, text: z.string().trim().max(20).default(''), ...Page }), out: z.object({ items: z.array(z.object({ personId: z.string(), name: z.string(), unit: z.string(), took: z.boolean(), online: z.boolean() })), total: z.int(), took: z.int() }) }),
  handOut: endpoint({ method: 'POST', path: at('/papers'), can: 'elections.count', about: w.aboutHandOut, in: z.object({ id, personId: id }), out: Done }),
  identify: endpoint({ method: 'POST', path: '/api/v1/election-seats/:id', can: keep, about: w.aboutIdentify, in: z.object({ id, personId: id }), out: Done }),
  reportResult: endpoint({ method: 'POST', path: at('/result-report'), can: keep, about: w.aboutReportResult, in: z.object({ id }), out: Done }),
  callOff: endpoint({ method: 'POST', path: at('/call-off'), can: keep, about: w.aboutCallOff, in: z.object({ id, text: said(300) }), out: Done }),
};

/** One vote of an election. */
export const contests = {
  open: endpoint({ method: 'POST', path: contestAt('/open'), can: 'elections.count', about: w.aboutOpen, in: z.object({ id }), out: Done }),
  close: endpoint({ method: 'POST', path: contestAt('/close'), can: 'elections.count', about: w.aboutClose, in: z.object({ id }), out: Done }),
  enter: endpoint({ method: 'PUT', path: contestAt('/figures'), can: 'elections.count', about: w.aboutEnter, in: z.object({ id, present: count, issued: count, returned: count, invalid: count, votes: z.array(HallVote).max(600), tellers: said(200) }), out: Done }),
  declare: endpoint({ method: 'POST', path: contestAt('/declare'), can: 'elections.count', about: w.aboutDeclare, in: z.object({ id }), out: z.object({ id: z.string(), outcome: z.enum(OUTCOMES), elected: z.int() }) }),
  again: endpoint({ method: 'POST', path: contestAt('/again'), can: keep, about: w.aboutAgain, in: z.object({ id, ...When }), out: Done }),
  leaveOpen: endpoint({ method: 'POST', path: contestAt('/leave-open'), can: keep, about: w.aboutLeaveOpen, in: z.object({ id }), out: Done }),
};

const MyContest = Contest.pick({ id: true, post: true, electors: true, round: true, method: true, heldOn: true, place: true, seats: true, ballotId: true, ballotState: true, opensAt: true, closesAt: true, entitled: true, outcome: true, result: true }).extend({ onRoll: z.boolean(), voted: z.boolean(), may: z.array(z.string()) });
const MyRow = z.object({ id, union: z.string(), kind: z.enum(KINDS), post: Post, term: z.int(), state: z.enum(STATES), stateWord: z.string(), plannedOn: z.string(), electedOn: z.string().nullable(), waits: z.enum(['nominate', 'vote', 'none']) });
/** Members of the union. */
export const mine = {
  list: endpoint({ method: 'GET', path: '/api/v1/elections', can: 'person', about: w.aboutMine, in: z.object({}), out: z.object({ items: z.array(MyRow) }) }),
  one: endpoint({
    method: 'GET', path: '/api/v1/elections/:id', can: 'person', about: w.aboutMyOne, in: z.object({ id }),
    out: MyRow.extend({
      about: z.string(), endsOn: z.string().nullable(), termYears: z.int(), reserved: z.boolean(), publicityTo: z.string().nullable(), publicityPlace: z.string(), termFrom: z.string().nullable(), termTo: z.string().nullable(), places: z.array(z.string()), place: z.int(),
      posts: z.array(z.object({ post: Post, seats: z.int(), left: z.int() })), nominees: z.array(Nominee.extend({ byMe: z.boolean() })), contests: z.array(MyContest), elected: z.array(Seat.omit({ personId: true })), may: z.array(z.string()),
    }),
  }),
  people: endpoint({ method: 'GET', path: '/api/v1/elections/:id/people', can: 'person', about: w.aboutPeople, in: z.object({ id, text: z.string().trim().min(2).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), job: z.string() })) }) }),
  propose: endpoint({ method: 'POST', path: '/api/v1/elections/:id/nominations', can: 'person', about: w.aboutPropose, in: z.object({ id, post: Post, personId: id, about: text(500) }), out: Done }),
  takeBack: endpoint({ method: 'POST', path: '/api/v1/elections/:id/nominations/withdrawal', can: 'person', about: w.aboutTakeBack, in: z.object({ id, nomineeId: id }), out: Done }),
};
