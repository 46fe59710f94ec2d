import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './ballots.words.ts';
import { BASES, LEVELS, PAPERS, ROLLS, STATES } from './matters.rules.ts';

const id = z.uuid();
const day = z.iso.date().refine((d) => d >= '2000-01-01' && d <= '2199-12-31');
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const bytes = (most: number) => z.string().regex(/^[A-Za-z0-9_-]+$/).max(most);
const Page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const why = z.string().trim().min(2).max(300);
const Done = z.object({ id: z.string() });
const Level = z.enum(LEVELS);
const State = z.enum(STATES);
const time = z.iso.datetime().nullable();
const NOBODY = 'that somebody voted at a time is nobody’s business';
const Id = z.string().regex(/^[0-9A-Za-z][\w-]{0,63}$/);
const Ids = z.array(Id).max(1_000);

/** A paper as a screen draws it; what does not belong to its kind is empty. */
export const PaperOut = z.object({
  kind: z.enum([...PAPERS, 'appraisal', 'questions']), style: z.enum(['mark', 'pick']), seats: z.int(), writeIns: z.boolean(), atMost: z.int(), candidates: z.array(z.object({ id: z.string(), name: z.string(), group: z.string() })),
  options: z.array(z.object({ id: z.string(), text: z.string() })), persons: z.array(z.object({ id: z.string(), name: z.string(), title: z.string() })), grades: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
});
/** What a voter hands in. */
const Content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('motion'), choice: z.enum(['for', 'against', 'abstain']) }),
  z.object({ kind: z.literal('election'), for: Ids, against: Ids, writeIns: z.array(z.string().max(200)).max(500) }),
  z.object({ kind: z.literal('appraisal'), marks: z.array(z.object({ person: Id, grade: Id })).max(200) }),
  z.object({ kind: z.literal('poll'), picks: Ids }),
]);
const Standing = z.object({ name: z.string(), group: z.string(), for: z.int(), against: z.int(), abstain: z.int(), place: z.int(), elected: z.boolean(), worked: z.string() });
/** A result with all it rests on, in the reader's language. */
export const ResultOut = z.object({
  entitled: z.int(), present: z.int(), issued: z.int(), returned: z.int(), valid: z.int(), invalid: z.int(), missing: z.int(), fails: z.string(), void: z.boolean(), verdict: z.enum(['passed', 'failed', 'elected', 'short', 'tie', 'counted', 'void']),
  lines: z.array(z.object({ holds: z.boolean(), rule: z.string(), worked: z.string() })), motion: z.object({ for: z.int(), against: z.int(), abstain: z.int() }).nullable(),
  election: z.object({ seats: z.int(), elected: z.int(), surplus: z.boolean(), standings: z.array(Standing), next: z.object({ why: z.enum(['tie', 'tooFew']), seats: z.int(), names: z.array(z.string()) }).nullable() }).nullable(),
  poll: z.object({ options: z.array(z.object({ text: z.string(), votes: z.int() })), blank: z.int() }).nullable(),
});
const Booth = z.object({ id: z.string(), paperBytes: z.int(), contentKey: z.string(), sealKey: z.string(), tokenKeys: z.record(z.string(), z.string()) });
const Card = z.object({ id: z.string(), title: z.string(), union: z.string(), level: Level, state: State, paper: z.string(), opensAt: time, closesAt: time, endedAt: time, entitled: z.int(), given: z.int() });
/** `path`: the page of its kind on the phone. */
const Mine = Card.extend({ path: z.string(), voted: z.boolean(), may: z.array(z.string()) });
const Full = Card.extend({
  federationId: z.string(), about: z.string(), why: z.string(), sheet: PaperOut, decides: z.array(z.string()), basis: z.array(z.string()), fingerprint: z.string(), counted: z.boolean(), result: ResultOut.nullable(), board: z.boolean(),
});
const Seen = Full.extend({ class: z.string(), voted: z.boolean(), booth: Booth.nullable(), next: z.string().nullable(), againOf: z.string().nullable(), may: z.array(z.string()) });
const RollIn = z.object({ how: z.enum(ROLLS), people: z.array(id).max(5_000).default([]), unions: z.array(id).max(100).default([]) });
const Wanted = {
  unionId: id, title: z.string().trim().min(2).max(120), about: z.string().trim().max(4000).default(''), kind: z.enum(PAPERS), seats: z.int().min(1).max(200).default(1), style: z.enum(['mark', 'pick']).default('mark'), writeIns: z.boolean().default(false),
  candidates: z.array(z.object({ name: z.string().trim().min(1).max(60), group: z.string().trim().max(80).default('') })).max(400).default([]), options: z.array(z.string().trim().min(1).max(200)).max(100).default([]), atMost: z.int().min(1).max(100).default(1),
  level: Level, basis: z.enum(BASES), roll: RollIn, opensOn: day.nullable().default(null), opensAt: clock.default('09:00'), closesOn: day.nullable().default(null), closesAt: clock.default('18:00'), tellers: z.string().trim().max(200).default(''),
};
const Filter = { unionId: id.optional(), text: z.string().trim().max(60).optional(), state: State.optional(), paper: z.enum(PAPERS).optional() };
const Row = Card.extend({ verdict: z.string().nullable() });
const Kept = Full.extend({
  unionId: z.string(), basisCode: z.enum(BASES), roll: z.object({ how: z.enum(ROLLS), people: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })), unions: z.array(z.object({ id: z.string(), name: z.string() })), listed: z.int() }), keysReady: z.boolean(), tellers: z.string(), round: z.int(), next: z.string().nullable(), againOf: z.string().nullable(),
  units: z.array(z.object({ name: z.string(), entitled: z.int(), given: z.int() })), announcedAt: time, openedAt: time, closedAt: time, version: z.int(), may: z.array(z.string()),
});
const keep = 'ballots.keep';
const step = (verb: string) => ({ method: 'POST', path: `/api/v1/ballot-desk/:id/${verb}`, can: keep, in: z.object({ id }), out: Done }) as const;

/** The voter. Only `paper` carries the vote of a blind ballot, and it is sent without a session. */
export const api = {
  mine: endpoint({ method: 'GET', path: '/api/v1/ballots', can: 'person', about: w.aboutMine, in: z.object({}), out: z.object({ items: z.array(Mine) }) }),
  one: endpoint({ method: 'GET', path: '/api/v1/ballots/:id', can: 'person', about: w.aboutOne, in: z.object({ id }), out: Seen }),
  token: endpoint({ method: 'POST', path: '/api/v1/ballots/:id/token', can: 'person', about: w.aboutToken, in: z.object({ id, blinded: bytes(400) }), out: z.object({ class: z.string(), signature: z.string() }), unaudited: NOBODY }),
  cast: endpoint({ method: 'POST', path: '/api/v1/ballots/:id/vote', can: 'person', about: w.aboutCast, in: z.object({ id, content: Content }), out: z.object({ number: z.string().nullable() }), unaudited: NOBODY }),
  paper: endpoint({ method: 'POST', path: '/api/v1/ballot-papers', can: 'anyone', about: w.aboutPaper, in: z.object({ federationId: id, ballotId: id, body: bytes(90_000) }), out: z.object({ ballot: z.string(), paper: z.string(), signature: z.string() }), unaudited: NOBODY }),
};

/** Everybody: what was published, without a session. */
export const board = {
  result: endpoint({ method: 'GET', path: '/api/v1/ballot-boards/:federationId/:id', can: 'anyone', about: w.aboutBoard, in: z.object({ federationId: id, id }), out: Full.extend({ head: z.string() }) }),
  file: endpoint({ method: 'GET', path: '/api/v1/ballot-boards/:federationId/:id/file', can: 'anyone', about: w.aboutFile, in: z.object({ federationId: id, id }), out: z.object({}), download: true }),
  proof: endpoint({
    method: 'POST', path: '/api/v1/ballot-proofs', can: 'anyone', about: w.aboutProof, in: z.object({ federationId: id, ballotId: id, paper: bytes(64).optional(), number: bytes(64).optional() }), unaudited: 'a look',
    out: z.object({ no: z.int(), hash: z.string(), body: z.string(), root: z.string(), path: z.array(z.object({ side: z.enum(['left', 'right']), hash: z.string() })), head: z.string(), signature: z.string() }),
  }),
  verifier: endpoint({ method: 'GET', path: '/api/v1/ballot-verifier', can: 'anyone', about: w.aboutVerifier, in: z.object({}), out: z.object({}), download: true }),
  turnout: endpoint({ method: 'GET', path: '/api/v1/ballot-turnout/:id', can: 'person', about: w.aboutTurnout, in: z.object({ id }), out: z.object({ title: z.string(), union: z.string(), state: State, entitled: z.int(), given: z.int(), closesAt: time, fingerprint: z.string() }) }),
};

/** Officers who hold votes. */
export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/ballot-desk', can: keep, about: w.aboutRegister, in: z.object({ ...Filter, ...Page }), out: z.object({ items: z.array(Row), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/ballot-desk/export', can: keep, about: w.aboutExport, in: z.object({ ...Filter, ...Shown }), out: z.object({}), download: true }),
  kept: endpoint({ method: 'GET', path: '/api/v1/ballot-desk/:id', can: keep, about: w.aboutKept, in: z.object({ id }), out: Kept }),
  prepare: endpoint({ method: 'POST', path: '/api/v1/ballot-desk', can: keep, about: w.aboutPrepare, in: z.object(Wanted), out: Done }),
  change: endpoint({ method: 'PUT', path: '/api/v1/ballot-desk/:id', can: keep, about: w.aboutChange, in: z.object({ id, version: z.int().min(1).max(1_000_000), ...Wanted }), out: Done }),
  look: endpoint({ method: 'POST', path: '/api/v1/ballot-look', can: keep, about: w.aboutLook, in: z.object({ unionId: id, basis: z.enum(BASES), roll: RollIn }), out: z.object({ people: z.int(), decides: z.array(z.string()), basis: z.array(z.string()) }), unaudited: 'a look' }),
  people: endpoint({ method: 'GET', path: '/api/v1/ballot-people', can: keep, about: w.aboutPeople, in: z.object({ unionId: id, text: z.string().trim().min(1).max(20) }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })) }) }),
  units: endpoint({ method: 'GET', path: '/api/v1/ballot-units', can: keep, about: w.aboutUnits, in: z.object({ unionId: id }), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), people: z.int() })), total: z.int() }) }),
  readRoll: endpoint({
    method: 'POST', path: '/api/v1/ballot-rolls/read', can: keep, about: w.aboutReadRoll, in: z.object({ unionId: id, name: z.string().min(1).max(400) }), upload: { maxBytes: 5 * 1024 * 1024 }, unaudited: 'reads a sheet back to whoever sent it and keeps nothing',
    out: z.object({ items: z.array(z.object({ staffNumber: z.string(), name: z.string(), personId: z.string().nullable(), unit: z.string(), fault: z.string().nullable() })), faults: z.int() }),
  }),
  announce: endpoint({ ...step('announce'), about: w.aboutAnnounce }),
  raise: endpoint({ method: 'POST', path: '/api/v1/ballot-desk/:id/raise', can: keep, about: w.aboutRaise, in: z.object({ id, level: Level }), out: Done }),
  open: endpoint({ ...step('open'), about: w.aboutOpen }),
  close: endpoint({ ...step('close'), about: w.aboutClose }),
  declare: endpoint({ ...step('declare'), about: w.aboutDeclare }),
  again: endpoint({ ...step('again'), about: w.aboutAgain }),
  remind: endpoint({ ...step('remind'), about: w.aboutRemind }),
  callOff: endpoint({ method: 'POST', path: '/api/v1/ballot-desk/:id/call-off', can: keep, about: w.aboutCallOff, in: z.object({ id, why }), out: Done }),
  annul: endpoint({ method: 'POST', path: '/api/v1/ballot-desk/:id/annul', can: keep, about: w.aboutAnnul, in: z.object({ id, why }), out: Done }),
};
