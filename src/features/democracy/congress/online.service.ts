import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { audit } from '#engines/audit';
import { type Ballot, ballots, countRule, type Happening } from '#engines/ballot';
import { notify } from '#engines/notify';
import { rulebook } from '#engines/rulebook';
import { loadOpen, subject, wrong } from './access.service.ts';
import { words as congressWords } from './congress.words.ts';
import type { elections } from './elections.contract.ts';
import * as q from './elections.sql.ts';
import { electionRules, leastCandidates } from './judging.service.ts';
import { words } from './online.words.ts';
import { findAnyTerm, type TermRow } from './terms.sql.ts';

type In<K extends keyof typeof elections> = z.output<(typeof elections)[K]['in']>;
export const KIND = 'delegateElection';
const LEAST_SECRET = 5;
const MOST_TOLD = 100_000;
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** By what an election of delegates at the devices is counted: who hands in a paper counts as having come. */
async function ruleOf(tx: Tx, term: TermRow, ruleSetId: string) {
  const { share, majority } = await electionRules(tx, term);
  const [zh, en] = [await rulebook.basisOf(tx, ruleSetId, 'zh'), await rulebook.basisOf(tx, ruleSetId, 'en')];
  return countRule({ majority, turnout: { op: 'GE', num: share.num, den: share.den }, basis: zh.map((z, i) => ({ zh: z.slice(0, 400), en: (en[i] ?? z).slice(0, 600) })) });
}

/** Announces an election at the devices: candidates and roll are fixed, keys are made. */
export async function announceBallot(tx: Tx, by: Actor, d: In<'announceBallot'>) {
  const { term, election: e } = await loadOpen(tx, by, d.id);
  if (e.ballotId !== null || e.present !== null) throw new Refused(words.ballotThere);
  const [opensAt, closesAt] = [instantAt(d.opensOn, minutes(d.opensAt)), instantAt(d.closesOn, minutes(d.closesAt))];
  if (d.opensOn < legalDateOf(tx.now)) wrong('opensOn', words.opensPast);
  if (closesAt <= opensAt || closesAt <= tx.now) wrong('closesOn', words.closesFirst);
  const candidates = (await q.listCandidates(tx, e.id)).toSorted((a, b) => a.number - b.number);
  const least = await leastCandidates(tx, term, e.seats);
  if (candidates.length < least) throw new Refused(congressWords.candidatesFew, { slots: { least } });
  const id = await ballots.prepare(tx, by, {
    unionId: term.unionId, kind: KIND, title: say(words.ballotTitle, 'zh', { body: term.body, constituency: e.constituency }), level: d.level, opensAt, closesAt, mixAtLeast: LEAST_SECRET, rule: await ruleOf(tx, term, e.ruleSetId),
    paper: { kind: 'election', style: 'mark', seats: e.seats, writeIns: false, candidates: candidates.map((c) => ({ id: `c${c.number}`, name: c.name, ...(c.unit === '' ? {} : { group: c.unit.slice(0, 80) }) })) },
  });
  const entitled = await ballots.setRoll(tx, by, id, q.rollOfConstituency(tx, e.constituencyId));
  if (entitled < LEAST_SECRET) throw new Refused(words.rollFew, { slots: { n: LEAST_SECRET } });
  await ballots.announce(tx, by, id);
  await q.setBallot(tx, e.id, { ballotId: id, entitled, heldOn: d.opensOn });
  await audit.record(tx, by, words.auditAnnounced, subject(term, { constituency: e.constituency, n: entitled }));
  return { id: e.id };
}

async function loadBallot(tx: Tx, by: Actor, id: string): Promise<{ e: q.ElectionRow; ballotId: string }> {
  const { election: e } = await loadOpen(tx, by, id);
  if (e.ballotId === null) throw new Refused(words.noBallot);
  return { e, ballotId: e.ballotId };
}

/** Opens it before its time. */
export async function openBallot(tx: Tx, by: Actor, { id }: In<'openBallot'>) {
  const { e, ballotId } = await loadBallot(tx, by, id);
  await ballots.open(tx, by, ballotId);
  return { id: e.id };
}

/** Ends it; counting begins. */
export async function closeBallot(tx: Tx, by: Actor, { id }: In<'closeBallot'>) {
  const { e, ballotId } = await loadBallot(tx, by, id);
  await ballots.close(tx, by, ballotId);
  return { id: e.id };
}

/** The ballot of an election as the desk shows it. */
export async function ballotOf(tx: Tx, e: q.ElectionRow) {
  const b = e.ballotId === null ? null : await ballots.findBallot(tx, e.ballotId);
  if (b === null) return { ballot: null, steps: [] as string[] };
  const steps = b.state === 'announced' && b.keysReady ? ['openBallot'] : b.state === 'open' ? ['closeBallot'] : [];
  const { given } = await ballots.countTurnout(tx, b.id);
  return { ballot: { id: b.id, state: b.state, keysReady: b.keysReady, counted: b.result !== null, given, opensAt: b.opensAt?.toISOString() ?? null, closesAt: b.closesAt?.toISOString() ?? null }, steps };
}

/** Ends what the engine keeps of an election: declared with it, or called off. */
export async function settleBallot(tx: Tx, by: Actor, e: q.ElectionRow, how: 'declare' | 'callOff'): Promise<void> {
  const b = e.ballotId === null ? null : await ballots.findBallot(tx, e.ballotId);
  if (b === null || b.state === 'void' || b.state === 'declared') return;
  if (how === 'declare') await ballots.declare(tx, by, b.id);
  else if (b.result !== null) await ballots.annul(tx, by, b.id, say(words.off, 'zh'));
  else if (b.state !== 'closed') await ballots.callOff(tx, by, b.id, say(words.off, 'zh'));
  else throw new Refused(words.votesRun);
}

async function takeCount(tx: Tx, e: q.ElectionRow, b: Ballot): Promise<void> {
  if (b.result?.kind !== 'election' || e.outcome !== null) return;
  const { counts, invalid, standings } = b.result;
  const numbers = new Map((await q.listCandidates(tx, e.id)).map((c) => [`c${c.number}`, c.personId]));
  await q.setFigures(tx, e.id, { present: counts.ballotsIssued, issued: counts.ballotsIssued, returned: counts.ballotsReturned, invalid, heldOn: e.heldOn, place: e.place, tellers: e.tellers }, b.madeById);
  await q.setVotes(tx, e.id, standings.flatMap((s) => { const personId = s.id === null ? undefined : numbers.get(s.id); return personId === undefined ? [] : [{ personId, votes: s.for }]; }));
}

/** Takes the count over once it is there, and tells the constituency that the vote is open. */
export async function follow(tx: Tx, { ballot, verb }: Happening): Promise<void> {
  const e = await q.findByBallot(tx, ballot.id);
  if (e === null) return;
  if (verb === 'counted' || (verb === 'voided' && ballot.result !== null)) await takeCount(tx, e, ballot);
  if (verb !== 'opened') return;
  const term = await findAnyTerm(tx, e.termId);
  const to = await ballots.listMissing(tx, ballot.id, { after: null, limit: MOST_TOLD });
  if (term && to.length > 0) await notify.tell(tx, { key: `congress/elections/${e.id}/open`, kind: 'congress.election', to, word: words.tellOpen, body: words.tellOpenBody, slots: { body: term.body, constituency: e.constituency }, link: `/congress/elections/${e.id}`, unionId: term.unionId });
}
