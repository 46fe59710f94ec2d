import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { ballots } from '#engines/ballot';
import { cases } from '#engines/cases';
import { COUNT, KEEP, loadElection, loadRunning, missing, noted, wrong } from './access.service.ts';
import * as con from './contests.sql.ts';
import type { contests, desk } from './elections.contract.ts';
import { electionProcess } from './elections.process.ts';
import { type Election, noteElection } from './elections.sql.ts';
import { words } from './elections.words.ts';
import { refuseStranger } from './nominees.service.ts';
import * as q from './people.sql.ts';
import { type Hall, outcomeOf, type Tally, tally } from './tally.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Of<K extends keyof typeof contests> = z.output<(typeof contests)[K]['in']>;

/** The roll of the assembly by name, for those who hand out papers in the hall. */
export async function voters(tx: Tx, by: Actor, { id, text, limit, offset }: In<'voters'>) {
  await loadElection(tx, by, id, { permission: COUNT });
  return q.listVoters(tx, id, text, { limit, offset });
}

/**
 * Hands somebody of the roll a paper in the hall. From then on he or she votes at no device: the entry of the engine's roll is held to the end of the
 * transaction, as it is by whoever votes, so that one of the two comes first and the other is refused.
 */
export async function handOut(tx: Tx, by: Actor, { id, personId }: In<'handOut'>) {
  const e = await loadElection(tx, by, id, { permission: COUNT, lock: true, states: ['voting'] });
  if (e.method === 'online') throw new Refused(words.onlineOnly);
  const took = await q.markTook(tx, id, personId);
  if (took === null) {
    const there = (await q.findStandings(tx, e.path, [personId])).get(personId);
    throw new Refused(there?.state === 'reserved' ? words.reservedVote : words.notOnRoll);
  }
  if (!took) throw new Refused(words.tookAlready);
  for (const c of await con.listContests(tx, id)) {
    if (c.ballotId === null || c.electors !== 'assembly' || c.outcome !== null) continue;
    const entry = await ballots.findVoter(tx, c.ballotId, personId, true);
    if (entry?.given) throw new Refused(words.votedOnline);
    await ballots.markPresent(tx, by, c.ballotId, [personId], false);
  }
  await noted(tx, by, words.auditHandedOut, e);
  return { id };
}

function checkVotes(c: con.Contest, d: Of<'enter'>): void {
  const valid = d.returned - d.invalid;
  const known = new Map(c.paper.candidates.map((x) => [x.id, x.name]));
  const names = new Set<string>();
  for (const [i, v] of d.votes.entries()) {
    if (v.id !== null && !known.has(v.id)) wrong(`votes.${i}.id`, words.notStanding);
    if (v.id === null && [...known.values()].includes(v.name)) wrong(`votes.${i}.name`, words.stands, { name: v.name });
    if (names.has(v.id ?? v.name)) wrong(`votes.${i}.name`, words.nameTwice, { name: v.name });
    names.add(v.id ?? v.name);
    if (v.votes > valid) wrong(`votes.${i}.votes`, words.votesMany, { n: valid });
  }
  const left = c.paper.candidates.find((x) => !names.has(x.id));
  if (left) wrong('votes', words.votesMissing, { name: left.name });
  if (d.votes.reduce((sum, v) => sum + v.votes, 0) > valid * c.paper.seats) wrong('votes', words.votesTogether, { n: valid * c.paper.seats });
}

/** Writes what the tellers counted in the hall. Who stands does not count; papers returned over those issued are written as they are and void the vote. */
export async function enter(tx: Tx, by: Actor, d: Of<'enter'>) {
  const { e, c } = await loadRunning(tx, by, d.id);
  if (c.method === 'online') throw new Refused(words.onlineOnly);
  if (Object.values(c.people).includes(by.personId)) throw new Refused(words.candidateCounts, { status: 403 });
  if (c.heldOn > legalDateOf(tx.now)) throw new Refused(words.notHeldYet, { slots: { day: c.heldOn } });
  if (d.present > c.entitled) wrong('present', words.presentMany, { n: c.entitled });
  if (d.issued > d.present) wrong('issued', words.issuedMany, { n: d.present });
  const took = c.method === 'mixed' && c.electors === 'assembly' ? await q.countTook(tx, e.id) : null;
  if (took !== null && d.issued !== took) wrong('issued', words.issuedTook, { n: took });
  if (d.invalid > d.returned) wrong('invalid', words.invalidMany);
  checkVotes(c, d);
  await con.setFigures(tx, c.id, d, by.personId);
  await noted(tx, by, words.auditEntered, e, { post: words[`post_${c.post}`], present: d.present, returned: d.returned });
  return { id: e.id };
}

/** What a vote came to as it stands: null while figures or the count are missing. */
export async function tallyOf(tx: Tx, c: con.Contest): Promise<Tally | null> {
  if (c.result !== null) return c.result;
  const hall: Hall | null = c.present === null ? null : { present: c.present, issued: c.issued ?? 0, returned: c.returned ?? 0, invalid: c.invalid ?? 0, votes: c.votes ?? [] };
  const online = c.ballotId === null ? null : ((await ballots.findBallot(tx, c.ballotId))?.result ?? null);
  if ((c.method !== 'online' && hall === null) || (c.ballotId !== null && online === null)) return null;
  return tally(c.paper, c.entitled, c.rule, hall, online);
}

/** Ends the voting once nothing of it is open: each post's last round is decided. */
async function concludeIfDone(tx: Tx, e: Election): Promise<void> {
  const all = await con.listContests(tx, e.id);
  const last = all.filter((c) => !all.some((x) => x.post === c.post && x.round > c.round));
  if (last.some((c) => c.outcome !== 'elected')) return;
  const days = all.filter((c) => e.kind === 'byElection' || c.electors === 'assembly').map((c) => c.heldOn).sort();
  await noteElection(tx, e.id, { electedOn: days.at(-1) ?? legalDateOf(tx.now) });
  await cases.step(tx, electionProcess, 'conclude', e.id, { kind: 'system', job: 'elections' });
}

/** Declares what the kernel counted; the elected take their seats, and when nothing is open the voting is over. */
export async function declare(tx: Tx, by: Actor, { id }: Of<'declare'>) {
  const { e, c } = await loadRunning(tx, by, id);
  const t = await tallyOf(tx, c);
  if (t === null) throw new Refused(words.figuresMissing);
  const outcome = outcomeOf(t);
  const elected = t.elected.standings.filter((s) => s.elected);
  await con.closeContest(tx, c.id, outcome, t, by.personId);
  await con.insertSeats(tx, elected.map((s) => ({ id: newId(), electionId: e.id, contestId: c.id, post: c.post, name: s.name.slice(0, 60), personId: s.id === null ? null : (c.people[s.id] ?? null), votes: s.for })));
  const b = c.ballotId === null ? null : await ballots.findBallot(tx, c.ballotId);
  if (b?.state === 'closed') await ballots.declare(tx, by, b.id);
  await noted(tx, by, outcome === 'void' ? words.auditVoid : words.auditDeclared, e, { post: words[`post_${c.post}`], n: elected.length });
  await concludeIfDone(tx, e);
  return { id: e.id, outcome, elected: elected.length };
}

/** Leaves the seats open that nobody won: the rest stands, when anybody was elected. */
export async function leaveOpen(tx: Tx, by: Actor, { id }: Of<'leaveOpen'>) {
  const seen = (await con.findContest(tx, id)) ?? missing();
  const e = await loadElection(tx, by, seen.electionId, { permission: KEEP, lock: true, states: ['voting'] });
  const seats = (await con.listSeats(tx, e.id)).filter((s) => s.post === seen.post);
  if (seen.outcome !== 'short' || seats.length === 0 || seen.post === 'chair') throw new Refused(words.seatsStay);
  await con.settleContest(tx, id);
  await noted(tx, by, words.auditLeftOpen, e, { post: words[`post_${seen.post}`] });
  await concludeIfDone(tx, e);
  return { id: e.id };
}

/** Says who a name that was written in is: a member of that name. */
export async function identify(tx: Tx, by: Actor, { id, personId }: In<'identify'>) {
  const seat = (await con.findSeat(tx, id)) ?? missing();
  const e = await loadElection(tx, by, seat.electionId, { lock: true, states: ['voting', 'counted'] });
  if (seat.personId !== null) throw new Refused(words.nameKnown);
  const member = await refuseStranger(tx, e, personId);
  if (member.name !== seat.name) wrong('personId', words.nameDiffers, { name: seat.name });
  if ((await con.listSeats(tx, e.id)).some((s) => s.post === seat.post && s.personId === personId)) wrong('personId', words.nameTwice, { name: seat.name });
  await con.setSeatPerson(tx, id, personId);
  await noted(tx, by, words.auditIdentified, e, { name: seat.name });
  return { id: e.id };
}
