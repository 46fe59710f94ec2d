import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './about.words.ts';
import { words as online } from './online.words.ts';
import { day, Finding, id, keep, said, termAt, text } from './congress.contract.ts';
import { Post } from './delegates.contract.ts';

export const Way = z.enum(['unit', 'joint', 'self', 'writeIn']);
const at = (rest: string) => `/api/v1/congress-elections/:id${rest}` as const;
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const count = z.int().min(0).max(1_000_000);

const Candidate = z.object({ personId: id, number: z.int(), name: z.string(), unit: z.string(), sex: z.string(), way: Way, post: Post, dispatched: z.boolean(), about: z.string(), votes: z.int().nullable(), elected: z.boolean() });
/** What the count says of the figures entered so far; `outcome` null while they are not complete. */
const Judged = z.object({ outcome: z.enum(['elected', 'short', 'void']).nullable(), findings: z.array(Finding), names: z.array(z.string()) });

export const ElectionOut = z.object({
  id, termId: id, term: z.string(), constituencyId: id, constituency: z.string(), purpose: z.enum(['term', 'byElection']), round: z.int(), seats: z.int(), heldOn: z.string(), place: z.string(), entitled: z.int(),
  present: z.int().nullable(), issued: z.int().nullable(), returned: z.int().nullable(), invalid: z.int().nullable(), tellers: z.string(), outcome: z.enum(['elected', 'short', 'void', 'dropped']).nullable(), closedAt: z.string().nullable(), closedBy: z.string(),
  candidates: z.array(Candidate), leastCandidates: z.int(), judged: Judged, ballot: z.object({ id, state: z.string(), keysReady: z.boolean(), counted: z.boolean(), given: z.int(), opensAt: z.string().nullable(), closesAt: z.string().nullable() }).nullable(), basis: z.array(z.string()), may: z.array(z.string()),
});
const Done = z.object({ id });

/** Elections of delegates, constituency by constituency; held in the hall, or by a ballot of the engine. */
export const elections = {
  list: endpoint({
    method: 'GET', path: termAt('/elections'), can: keep, about: w.aboutElections, in: z.object({ id }),
    out: z.object({ items: z.array(z.object({ id, constituencyId: id, constituency: z.string(), purpose: z.enum(['term', 'byElection']), round: z.int(), seats: z.int(), heldOn: z.string(), entitled: z.int(), present: z.int().nullable(), candidates: z.int(), elected: z.int(), outcome: z.string().nullable() })), total: z.int() }),
  }),
  call: endpoint({
    method: 'POST', path: '/api/v1/congress-constituencies/:id/elections', can: keep, about: w.aboutCall, in: z.object({ id, heldOn: day, place: text(100) }), out: Done,
  }),
  one: endpoint({ method: 'GET', path: at(''), can: keep, about: w.aboutElection, in: z.object({ id }), out: ElectionOut }),
  nominate: endpoint({ method: 'POST', path: at('/candidates'), can: keep, about: w.aboutNominate, in: z.object({ id, personId: id, way: Way, post: Post, dispatched: z.boolean().default(false), about: text(300) }), out: Done }),
  strike: endpoint({ method: 'POST', path: at('/candidates/remove'), can: keep, about: w.aboutStrike, in: z.object({ id, personId: id }), out: Done }),
  enter: endpoint({
    method: 'PUT', path: at('/figures'), can: keep, about: w.aboutEnter,
    in: z.object({ id, heldOn: day, place: text(100), present: count, issued: count, returned: count, invalid: count, tellers: said(200), votes: z.array(z.object({ personId: id, votes: count })).max(500) }), out: Done,
  }),
  declare: endpoint({ method: 'POST', path: at('/declare'), can: keep, about: w.aboutDeclare, in: z.object({ id }), out: z.object({ id, outcome: z.string(), elected: z.int() }) }),
  callOff: endpoint({ method: 'POST', path: at('/call-off'), can: keep, about: w.aboutCallOff, in: z.object({ id }), out: Done }),
  announceBallot: endpoint({
    method: 'POST', path: at('/ballot'), can: keep, about: online.aboutAnnounce, in: z.object({ id, opensOn: day, opensAt: clock.default('09:00'), closesOn: day, closesAt: clock.default('18:00'), level: z.enum(['detached', 'blind']).default('blind') }), out: Done,
  }),
  openBallot: endpoint({ method: 'POST', path: at('/ballot/open'), can: keep, about: online.aboutOpen, in: z.object({ id }), out: Done }),
  closeBallot: endpoint({ method: 'POST', path: at('/ballot/close'), can: keep, about: online.aboutClose, in: z.object({ id }), out: Done }),
  people: endpoint({
    method: 'GET', path: '/api/v1/congress-constituencies/:id/people', can: keep, about: w.aboutPeople, in: z.object({ id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id, name: z.string(), unit: z.string(), job: z.string() })) }),
  }),
};
