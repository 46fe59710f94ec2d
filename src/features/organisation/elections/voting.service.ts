import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { ballots, countRule, type Happening } from '#engines/ballot';
import { officersOf } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { loadElection, loadRunning, missing, noted, take, tellOf, wrong } from './access.service.ts';
import * as con from './contests.sql.ts';
import type { contests, desk } from './elections.contract.ts';
import { LEAST_SECRET, type Method, type Post, seatsOf } from './elections.rules.ts';
import { type Election, findElection, noteElection } from './elections.sql.ts';
import { words } from './elections.words.ts';
import * as q from './people.sql.ts';
import { type ElectionPaper, paperAfter, type Rule } from './tally.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Of<K extends keyof typeof contests> = z.output<(typeof contests)[K]['in']>;
type When = Omit<In<'announceVote'>, 'id'>;
export const KIND = 'committeeElection';
const KEYS = ['elections.majority', 'elections.quorum', 'elections.tooFew'] as const;
const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The rule of the union's place, with what it rests on. */
async function ruleOf(tx: Tx, unionId: string): Promise<{ rule: Rule; ruleSetId: string }> {
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, KEYS);
  const [zh, en] = [await rulebook.basisOf(tx, ruleSetId, 'zh'), await rulebook.basisOf(tx, ruleSetId, 'en')];
  const { num, den } = values['elections.quorum'];
  return {
    ruleSetId,
    rule: countRule({ majority: values['elections.majority'], quorum: { op: 'GE', num, den }, tooFew: values['elections.tooFew'] === 1 ? 'fewerSeats' : 'runOff', basis: zh.map((z, i) => ({ zh: z.slice(0, 400), en: (en[i] ?? z).slice(0, 600) })) }),
  };
}

/** At the devices nobody is checked in: who votes counts as present; of a mixed vote the tally decides over both parts. */
const ruleOnline = (rule: Rule, method: Method): Rule => { const { quorum: share, ...rest } = rule; return method === 'mixed' || share === undefined ? rest : { ...rest, turnout: share }; };

function checkWhen(d: When, today: string): { opensAt: Date; closesAt: Date } {
  const [opensAt, closesAt] = [instantAt(d.heldOn, minutes(d.opensAt)), instantAt(d.closesOn, minutes(d.closesAt))];
  if (d.heldOn < today) wrong('heldOn', words.heldPast);
  if (closesAt <= opensAt) wrong('closesOn', words.closesFirst);
  return { opensAt, closesAt };
}

type Asked = { readonly post: Post; readonly electors: 'assembly' | 'committee'; readonly round: number; readonly method: Method; readonly paper: ElectionPaper; readonly people: Readonly<Record<string, string | null>> };

/** Adds one vote: with a ballot of the engine unless it is held in the hall. */
async function addContest(tx: Tx, by: Actor, e: Election, a: Asked, when: When): Promise<void> {
  const { opensAt, closesAt } = checkWhen(when, legalDateOf(tx.now));
  const { rule, ruleSetId } = await ruleOf(tx, e.unionId);
  const roll = await q.listRoll(tx, e.id, a.electors, 200_000);
  if (a.method !== 'hall' && roll.length < LEAST_SECRET) throw new Refused(words.rollFew, { slots: { n: LEAST_SECRET } });
  const post = words[`post_${a.post}`];
  const title = say(a.round > 1 ? words.ballotAgain : words.ballotTitle, 'zh', { union: e.union, post: say(post, 'zh'), n: a.round });
  let ballotId: string | null = null;
  if (a.method !== 'hall') {
    ballotId = await ballots.prepare(tx, by, { unionId: e.unionId, kind: KIND, title: a.method === 'mixed' ? `${title}${say(words.onlinePart, 'zh')}` : title, level: when.level, paper: a.paper, rule: ruleOnline(rule, a.method), opensAt, closesAt, presentOnly: a.method === 'mixed', mixAtLeast: LEAST_SECRET });
    await ballots.setRoll(tx, by, ballotId, q.rollOfElection(tx, e.id, a.electors));
    if (a.method === 'mixed') await ballots.markPresent(tx, by, ballotId, roll);
    await ballots.announce(tx, by, ballotId);
  }
  await con.insertContest(tx, { id: newId(), electionId: e.id, post: a.post, electors: a.electors, round: a.round, method: a.method, heldOn: when.heldOn, place: when.place, paper: a.paper, people: a.people, rule, ruleSetId, ballotId, entitled: roll.length, tellers: when.tellers });
}

/** The paper for a post: candidates in the order of their strokes as listed, with their unit; names may be written in. */
function paperOf(seats: number, list: readonly { readonly personId: string; readonly name: string; readonly unit: string }[]): Pick<Asked, 'paper' | 'people'> {
  const candidates = list.map((n, i) => ({ id: `c${i + 1}`, name: n.name, ...(n.unit === '' ? {} : { group: n.unit.slice(0, 80) }) }));
  return { paper: { kind: 'election', style: 'mark', seats, candidates, writeIns: true }, people: Object.fromEntries(list.map((n, i) => [`c${i + 1}`, n.personId])) };
}

/** Announces the vote: the roll is frozen, papers and times are fixed; not before the candidates were public as long as the rule asks. */
export async function announceVote(tx: Tx, by: Actor, { id, ...when }: In<'announceVote'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['publicity'] });
  if (e.publicityTo === null) throw new Refused(words.notPublished);
  if (when.heldOn <= e.publicityTo) wrong('heldOn', words.publicityRuns, { day: e.publicityTo });
  const entitled = await q.freezeAssembly(tx, id, { id: e.unionId, path: e.path }, e.assembly);
  if (entitled === 0) throw new Refused(e.assembly === 'congress' ? words.noDelegates : words.noMembers);
  const stand = (await q.listNominees(tx, id)).filter((n) => n.standing === 'candidate');
  const held = seatsOf(e).filter((s) => s.electors === 'assembly' || e.kind === 'byElection');
  if (held.some((s) => s.electors === 'committee')) await q.freezeCommittee(tx, id, { id: e.unionId }, [...new Set((await officersOf(tx, [e.unionId], ['chair', 'viceChair', 'committeeMember'])).map((o) => o.personId))]);
  for (const { post, seats, electors } of held) await addContest(tx, by, e, { post, electors, round: 1, method: e.method, ...paperOf(seats, stand.filter((n) => n.post === post).toSorted((a, b) => a.number - b.number)) }, when);
  await noteElection(tx, id, { frozenAt: tx.now });
  await take(tx, by, e, 'announceVote');
  await tellOf(tx, e, 'vote', { title: words.tellVote, body: words.tellVoteBody, slots: { day: when.heldOn, place: when.place } }, (limit) => q.listRoll(tx, id, 'assembly', limit));
  return { id };
}

/** The new committee elects who leads it, from among itself. */
export async function chairVote(tx: Tx, by: Actor, { id, chair, viceChair, method, ...when }: In<'chairVote'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['counted'] });
  const seats = await con.listSeats(tx, id);
  if (e.kind !== 'renewal' || e.chairBy !== 'committee' || seats.some((s) => s.post === 'chair')) throw new Refused(words.chairElected);
  const committee = seats.filter((s) => s.post === 'committee');
  if (committee.some((s) => s.personId === null)) throw new Refused(words.nameUnknown);
  const listed = (path: string, ids: readonly string[]) => ids.map((p) => committee.find((s) => s.personId === p) ?? wrong(path, words.onlyCommittee));
  await q.freezeCommittee(tx, id, { id: e.unionId }, committee.flatMap((s) => s.personId ?? []));
  for (const { post, seats: n } of seatsOf(e).filter((s) => s.electors === 'committee')) {
    const of = listed(post === 'chair' ? 'chair' : 'viceChair', post === 'chair' ? chair : viceChair);
    if (of.length < n) wrong(post === 'chair' ? 'chair' : 'viceChair', words.chairFew, { n });
    await addContest(tx, by, e, { post, electors: 'committee', round: 1, method, ...paperOf(n, of.map((s) => ({ personId: s.personId ?? '', name: s.name, unit: '' }))) }, when);
  }
  await take(tx, by, e, 'chairVote');
  return { id };
}

/** Opens a vote at the devices before its time. */
export async function open(tx: Tx, by: Actor, { id }: Of<'open'>) {
  const { e, c } = await loadRunning(tx, by, id);
  if (c.ballotId === null) throw new Refused(words.inTheHall);
  await ballots.open(tx, by, c.ballotId);
  return { id: e.id };
}

/** Ends a vote at the devices; counting begins. */
export async function close(tx: Tx, by: Actor, { id }: Of<'close'>) {
  const { e, c } = await loadRunning(tx, by, id);
  if (c.ballotId === null) throw new Refused(words.inTheHall);
  await ballots.close(tx, by, c.ballotId);
  return { id: e.id };
}

/** Another round: among the tied, among those not elected, or the whole vote again when it was void. */
export async function again(tx: Tx, by: Actor, { id, ...when }: Of<'again'>) {
  const seen = (await con.findContest(tx, id)) ?? missing();
  const e = await loadElection(tx, by, seen.electionId, { lock: true, states: ['voting'] });
  const c = (await con.findContest(tx, id, true)) ?? missing();
  const all = await con.listContests(tx, e.id);
  if (c.result === null || c.outcome === 'elected' || all.some((x) => x.post === c.post && x.round > c.round)) throw new Refused(words.noNextRound);
  const paper = paperAfter(c.paper, c.result);
  if (paper === null) throw new Refused(words.noNextRound);
  const people = Object.fromEntries(paper.candidates.map((x) => [x.id, c.people[x.id] ?? null]));
  await addContest(tx, by, e, { post: c.post, electors: c.electors, round: c.round + 1, method: c.method, paper, people }, when);
  await noted(tx, by, words.auditAgain, e, { post: words[`post_${c.post}`], n: c.round + 1 });
  await tellOf(tx, e, `again-${c.post}-${c.round + 1}`, { title: words.tellAgain, body: words.tellVoteBody, slots: { day: when.heldOn, place: when.place } }, (limit) => q.listRoll(tx, e.id, c.electors, limit));
  return { id: e.id };
}

/** Ends what runs when an election is called off. */
export async function stopVotes(tx: Tx, by: Actor, e: Election): Promise<void> {
  for (const c of await con.listContests(tx, e.id)) {
    const b = c.ballotId === null ? null : await ballots.findBallot(tx, c.ballotId);
    if (b && ['prepared', 'announced', 'open'].includes(b.state)) await ballots.callOff(tx, by, b.id, say(words.electionOff, 'zh'));
    else if (b && b.result !== null && b.state !== 'void') await ballots.annul(tx, by, b.id, say(words.electionOff, 'zh'));
  }
}

/** Tells the roll that a vote at the devices is open. */
export async function follow(tx: Tx, { ballot, verb }: Happening): Promise<void> {
  if (verb !== 'opened') return;
  const c = await con.findByBallot(tx, ballot.id);
  const e = c === null ? null : await findElection(tx, c.electionId);
  if (c && e) await tellOf(tx, e, `open-${c.id}`, { title: words.tellOpen, body: words.tellOpenBody }, (limit) => q.listRoll(tx, e.id, c.electors, limit));
}
