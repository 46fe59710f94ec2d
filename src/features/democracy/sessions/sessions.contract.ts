import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './about.words.ts';
import { ACTS, CALLERS, ITEM_STATES, LEVELS, MATTER_NAMES, MODES, SESSION_STATES, SORTS } from './sessions.rules.ts';

export const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const moment = z.iso.datetime({ offset: true }).refine((at) => at >= '2000' && at < '2200');
export const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
export const said = (most: number) => z.string().trim().min(2).max(most);
const text = (most: number) => z.string().trim().max(most).default('');
export const [keep, decide] = ['sessions.keep', 'sessions.decide'] as const;
export const at = (rest: string) => `/api/v1/sessions/:id${rest}` as const;
export const ofItem = (rest: string) => `/api/v1/session-items/:id${rest}` as const;
export const Done = z.object({ id });
const State = z.enum(SESSION_STATES);

const Planned = { sort: z.enum(SORTS), number: z.int().min(1).max(200), mode: z.enum(MODES), title: said(80), about: text(3000), place: z.string().trim().min(1).max(200), calledBy: z.enum(CALLERS), heldAt: moment, endsAt: moment };
/** A session in a list. */
export const SessionCard = z.object({ id, title: z.string(), body: z.string(), union: z.string(), unionId: id, sort: z.enum(SORTS), mode: z.enum(MODES), number: z.int(), place: z.string(), heldAt: z.string(), endsAt: z.string(), state: State, entitled: z.int(), present: z.int(), items: z.int(), passed: z.int(), failed: z.int(), openTasks: z.int(), reportBy: z.string().nullable() });
export const PaperOut = z.object({ id, name: z.string(), at: z.string(), late: z.boolean(), fresh: z.boolean() });
/** What a vote came to. */
export const CountOut = z.object({ for: z.int(), against: z.int(), abstain: z.int(), entitled: z.int(), present: z.int(), returned: z.int(), sum: z.string(), elected: z.array(z.string()) });
export const ItemOut = z.object({
  id, number: z.int(), matter: z.enum(MATTER_NAMES), act: z.enum(ACTS), title: z.string(), body: z.string(), reporter: z.string(), level: z.enum(LEVELS), state: z.enum(ITEM_STATES), candidates: z.array(z.string()), seats: z.int(), amends: z.string(), ratifies: z.string(), resolution: z.string(),
  execBy: z.string(), execDue: z.string().nullable(), execNote: z.string(), execDoneAt: z.string().nullable(), papers: z.array(PaperOut), opinions: z.int(), given: z.int(), voters: z.int(), counted: z.boolean(), count: CountOut.nullable(), ratified: z.enum(['', 'waits', 'ratified', 'refused']), version: z.int(), may: z.array(z.string()),
});
/** One sentence of a quorum: how many are there, how many have to be. */
export const QuorumOut = z.object({ entitled: z.int(), present: z.int(), least: z.int(), holds: z.boolean(), sentence: z.string() });
export const Speaker = z.object({ id, name: z.string(), delegation: z.string(), about: z.string(), item: z.string(), state: z.enum(['asked', 'speaking', 'spoke', 'withdrawn']), minutes: z.int(), askedAt: z.string(), beganAt: z.string().nullable() });
const Finding = z.object({ key: z.string(), text: z.string(), state: z.enum(['ok', 'warn', 'short']) });
const Carried = z.object({ id, title: z.string(), session: z.string(), execBy: z.string(), execDue: z.string().nullable(), execNote: z.string(), overdue: z.boolean(), waits: z.enum(['execution', 'ratification']) });

/** A session at the desk. */
const Desk = SessionCard.extend({
  federationId: id, about: z.string(), calledBy: z.enum(CALLERS), papersBy: z.string(), agreedEmployer: z.string(), agreedUnion: z.string(), openedAt: z.string().nullable(), closedAt: z.string().nullable(), hands: z.object({ present: z.int(), for: z.int(), against: z.int() }).nullable(), minutes: z.string(), publishBy: z.string().nullable(), publishedAt: z.string().nullable(),
  report: z.string(), reportedAt: z.string().nullable(), version: z.int(), agenda: z.array(ItemOut), papers: z.array(PaperOut), delegations: z.array(z.object({ id: id.nullable(), name: z.string(), seats: z.int(), present: z.int() })), presidium: z.array(z.object({ id, name: z.string(), post: z.string(), chair: z.boolean() })),
  observers: z.int(), quorum: QuorumOut, findings: z.array(Finding), carried: z.array(Carried), speakers: z.array(Speaker), why: z.string(), basis: z.array(z.string()), may: z.array(z.string()),
});
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: State.optional(), sort: z.enum(SORTS).optional(), year: z.coerce.number().int().min(2000).max(2100).optional() };
const Body = z.object({ id, name: z.string(), union: z.string(), termId: id, term: z.int(), kind: z.enum(['workers', 'members']), entitled: z.int(), nextNumber: z.int(), nextJoint: z.int() });
const Item = { matter: z.enum(MATTER_NAMES), act: z.enum(ACTS), title: said(120), body: text(20_000), reporter: text(60), level: z.enum(LEVELS), candidates: z.array(z.string().trim().min(1).max(60)).max(200).default([]), seats: z.int().min(0).max(200).default(0) };
const step = (verb: string, can: string = keep) => ({ method: 'POST', path: at(`/${verb}`), can, in: z.object({ id, version: z.int().min(1).max(1_000_000).optional() }), out: Done }) as const;
const itemStep = (verb: string, can: string = keep) => ({ method: 'POST', path: ofItem(`/${verb}`), can, in: z.object({ id }), out: Done }) as const;

/** The office: preparing a session and what comes after it. */
export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/session-register', can: keep, about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(SessionCard), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/session-register/export', can: 'sessions.export', about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  start: endpoint({ method: 'GET', path: '/api/v1/session-start', can: keep, about: w.aboutStart, in: z.object({ unionId: id.optional() }), out: z.object({ bodies: z.array(Body) }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/session-desk/:id', can: keep, about: w.aboutDesk, in: z.object({ id }), out: Desk }),
  plan: endpoint({ method: 'POST', path: '/api/v1/sessions', can: keep, about: w.aboutPlan, in: z.object({ bodyId: id, ...Planned }), out: Done }),
  change: endpoint({ method: 'PUT', path: at(''), can: keep, about: w.aboutChange, in: z.object({ id, ...Planned }), out: Done }),
  agree: endpoint({ method: 'POST', path: at('/agree'), can: keep, about: w.aboutAgree, in: z.object({ id, side: z.enum(['employer', 'union']), by: said(60) }), out: Done }),
  confirm: endpoint({ ...step('confirm'), about: w.aboutStep }),
  notice: endpoint({ ...step('notice'), about: w.aboutStep }),
  discuss: endpoint({ ...step('discuss'), about: w.aboutStep }),
  open: endpoint({ ...step('open'), about: w.aboutOpen }),
  preside: endpoint({ method: 'POST', path: at('/preside'), can: keep, about: w.aboutPreside, in: z.object({ id, seats: z.array(id).min(1).max(60), chair: id, for: z.int().min(0).max(5000), against: z.int().min(0).max(5000) }), out: Done }),
  adjourn: endpoint({ method: 'POST', path: at('/adjourn'), can: keep, about: w.aboutStep, in: z.object({ id, text: said(300) }), out: Done }),
  resume: endpoint({ ...step('resume'), about: w.aboutStep }),
  close: endpoint({ ...step('close'), about: w.aboutStep }),
  callOff: endpoint({ method: 'POST', path: at('/call-off'), can: decide, about: w.aboutStep, in: z.object({ id, text: said(300) }), out: Done }),
  publish: endpoint({ method: 'POST', path: at('/publish'), can: decide, about: w.aboutPublish, in: z.object({ id, minutes: z.string().trim().min(10).max(20_000) }), out: Done }),
  report: endpoint({ method: 'POST', path: at('/report'), can: decide, about: w.aboutReport, in: z.object({ id, text: z.string().trim().min(10).max(5000) }), out: Done }),
  putPapers: endpoint({ method: 'POST', path: at('/papers'), can: keep, about: w.aboutPapers, in: z.object({ id, itemId: id.nullable().default(null), files: z.array(id).min(1).max(20) }), out: Done }),
};

/** Items of the agenda and their votes. */
export const items = {
  where: endpoint({ method: 'GET', path: ofItem('/session'), can: keep, about: w.aboutWhere, in: z.object({ id }), out: z.object({ sessionId: id }) }),
  add: endpoint({ method: 'POST', path: at('/items'), can: keep, about: w.aboutAdd, in: z.object({ id, ...Item, ratifiesId: id.nullable().default(null) }), out: Done }),
  change: endpoint({ method: 'PUT', path: ofItem(''), can: keep, about: w.aboutChangeItem, in: z.object({ id, version: z.int().min(1).max(1_000_000), ...Item }), out: Done }),
  move: endpoint({ method: 'POST', path: ofItem('/move'), can: keep, about: w.aboutMove, in: z.object({ id, up: z.boolean() }), out: Done }),
  amend: endpoint({ method: 'POST', path: ofItem('/amend'), can: keep, about: w.aboutAmend, in: z.object({ id, title: said(120), body: said(20_000) }), out: Done }),
  present: endpoint({ ...itemStep('present'), about: w.aboutItemStep }),
  note: endpoint({ ...itemStep('note'), about: w.aboutItemStep }),
  withdraw: endpoint({ method: 'POST', path: ofItem('/withdraw'), can: keep, about: w.aboutItemStep, in: z.object({ id, why: said(300) }), out: Done }),
  openVote: endpoint({ ...itemStep('open-vote'), about: w.aboutOpenVote }),
  closeVote: endpoint({ ...itemStep('close-vote'), about: w.aboutItemStep }),
  declare: endpoint({ ...itemStep('declare', decide), about: w.aboutDeclare }),
  resolve: endpoint({ method: 'POST', path: ofItem('/resolution'), can: keep, about: w.aboutResolve, in: z.object({ id, resolution: said(10_000), execBy: text(80), execDue: day.nullable().default(null) }), out: Done }),
  track: endpoint({ method: 'POST', path: ofItem('/track'), can: keep, about: w.aboutTrack, in: z.object({ id, note: said(1000), done: z.boolean() }), out: Done }),
};
