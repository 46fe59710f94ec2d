import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { ballots } from '#engines/ballot';
import { missing, noted, wrong } from './access.service.ts';
import * as con from './contests.sql.ts';
import type { mine } from './elections.contract.ts';
import { electionProcess } from './elections.process.ts';
import { listedPosts, seatsOf } from './elections.rules.ts';
import * as q from './elections.sql.ts';
import { words } from './elections.words.ts';
import { refuseStranger } from './nominees.service.ts';
import * as people from './people.sql.ts';
import { contestsOf, nomineesOf, placesOf } from './views.service.ts';

type In<K extends keyof typeof mine> = z.output<(typeof mine)[K]['in']>;
/** Shown to the members from the moment they are public. */
const PUBLIC = ['publicity', 'voting', 'counted', 'resultReported', 'confirmed', 'annulled'];

const lineOf = (e: q.Election, locale: 'zh' | 'en', waits: 'nominate' | 'vote' | 'none') => ({ id: e.id, union: e.union, kind: e.kind, post: e.post, term: e.number, state: e.state, stateWord: say(electionProcess.states[e.state].word, locale), plannedOn: e.plannedOn, electedOn: e.electedOn, waits });

async function waitsFor(tx: Tx, by: Actor, e: q.Election): Promise<'nominate' | 'vote' | 'none'> {
  if (by.membership?.state !== 'active') return 'none';
  if (e.state === 'nominating') return (await people.listProposedBy(tx, e.id, by.personId)).length === 0 && listedPosts(e).length > 0 ? 'nominate' : 'none';
  if (e.state !== 'voting') return 'none';
  for (const c of await con.listContests(tx, e.id)) {
    const b = c.ballotId === null || c.outcome !== null ? null : await ballots.findBallot(tx, c.ballotId);
    const entry = b?.state === 'open' ? await ballots.findVoter(tx, b.id, by.personId) : null;
    if (b && entry && !entry.given && (!b.presentOnly || entry.present)) return 'vote';
  }
  return 'none';
}

/** Elections of the unions a person belongs to. */
export async function list(tx: Tx, by: Actor, _: In<'list'>, { locale }: Call) {
  if (by.membership === null) return { items: [] };
  const all = await q.listOfMember(tx, by.membership.path);
  return { items: await Promise.all(all.map(async (e) => lineOf(e, locale, await waitsFor(tx, by, e)))) };
}

/** An election of a union the person belongs to; anything else is not there. */
async function loadMine(tx: Tx, by: Actor, id: string, lock = false): Promise<q.Election> {
  if (lock) await q.lockElection(tx, id);
  const e = await q.findElection(tx, id);
  if (e === null || by.membership === null || !by.membership.path.startsWith(e.path) || ['preparing', 'planReported'].includes(e.state)) return missing();
  return e;
}

/** One election as a member sees it: proposing, candidates, own votes, the result once it is declared. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const e = await loadMine(tx, by, id);
  const proposed = await people.listProposedBy(tx, id, by.personId);
  const rolls = await people.listOwnRolls(tx, id, by.personId);
  const reserved = by.membership?.state === 'reserved';
  const all = await nomineesOf(tx, e, locale);
  const shown = all.filter((n) => (PUBLIC.includes(e.state) ? n.standing === 'candidate' : n.standing !== 'dropped'));
  const contests = await Promise.all((await contestsOf(tx, by, e, locale)).map(async (c) => {
    const entry = c.ballotId === null ? null : await ballots.findVoter(tx, c.ballotId, by.personId);
    const votes = entry !== null && c.ballotState === 'open' && (c.method !== 'mixed' || entry.present);
    return { ...c, result: c.outcome === null ? null : c.result, onRoll: rolls.includes(c.electors), voted: entry?.given ?? false, may: votes ? ['vote'] : [] };
  }));
  const open = e.state === 'nominating' && !reserved;
  return {
    ...lineOf(e, locale, await waitsFor(tx, by, e)), ...placesOf(e.state, locale), about: e.about, endsOn: e.endsOn, termYears: e.termYears, reserved, publicityTo: e.publicityTo, publicityPlace: e.publicityPlace, termFrom: e.termFrom, termTo: e.termTo,
    posts: seatsOf(e).filter((s) => listedPosts(e).includes(s.post)).map((s) => ({ post: s.post, seats: s.seats, left: Math.max(0, s.seats - all.filter((n) => n.post === s.post && proposed.includes(n.id)).length) })),
    nominees: shown.map((n) => ({ ...n, byMe: proposed.includes(n.id) })), contests, elected: (await con.listSeats(tx, id)).map(({ id: seat, post, name, votes }) => ({ id: seat, post, name, votes })), may: open ? ['propose'] : [],
  };
}

/** Members of the union by the beginning of their name, for proposing them. */
export async function colleagues(tx: Tx, by: Actor, { id, text }: In<'people'>) {
  const e = await loadMine(tx, by, id);
  return { items: await people.listPeople(tx, e.path, text) };
}

function refuseReserved(by: Actor): void {
  if (by.membership?.state === 'reserved') throw new Refused(words.reservedVote, { status: 403 });
}

/** Proposes a member for a post: each member as many as there are seats, nobody twice. */
export async function propose(tx: Tx, by: Actor, { id, post, personId, about }: In<'propose'>) {
  const e = await loadMine(tx, by, id, true);
  refuseReserved(by);
  if (e.state !== 'nominating') throw new Refused(words.notNominating);
  const of = seatsOf(e).find((s) => s.post === post && listedPosts(e).includes(post)) ?? wrong('post', words.postUnlisted);
  const member = await refuseStranger(tx, e, personId);
  const before = new Set(await people.listProposedBy(tx, id, by.personId));
  const there = await people.listNominees(tx, id);
  if (there.filter((n) => n.post === post && before.has(n.id)).length >= of.seats) throw new Refused(words.proposedMost, { slots: { n: of.seats } });
  const known = there.find((n) => n.post === post && n.personId === personId);
  if (known?.standing === 'dropped') throw new Refused(words.droppedAlready, { slots: { name: member.name } });
  const nominee = await people.putNominee(tx, { id: newId(), electionId: id, post, personId, standing: 'proposed', mainLeader: false, nearRelative: false, humanResources: false, foreignNational: false, job: member.job, about });
  if (!(await people.insertNomination(tx, nominee, by.personId))) throw new Refused(words.proposedAlready, { slots: { name: member.name } });
  await noted(tx, by, words.auditProposed, e, { name: member.name, post: words[`post_${post}`] });
  return { id };
}

/** Takes a proposal back while proposing is open. */
export async function takeBack(tx: Tx, by: Actor, { id, nomineeId }: In<'takeBack'>) {
  const e = await loadMine(tx, by, id, true);
  if (e.state !== 'nominating') throw new Refused(words.notNominating);
  if (!(await people.deleteNomination(tx, nomineeId, by.personId))) return missing();
  await noted(tx, by, words.auditTookBack, e);
  return { id };
}
