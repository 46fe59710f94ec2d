import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import type { Locale } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { rulebook } from '#engines/rulebook';
import { loadConstituency, loadElection, loadOpen, loadTerm, open, subject, wrong } from './access.service.ts';
import { electionRules, type Judged, judgeElection, leastCandidates } from './judging.service.ts';
import * as con from './constituencies.sql.ts';
import { words } from './congress.words.ts';
import { nextCards, tellSeat } from './delegates.service.ts';
import * as d from './delegates.sql.ts';
import type { elections } from './elections.contract.ts';
import * as q from './elections.sql.ts';
import { sayFindings } from './findings.service.ts';
import { ballotOf, settleBallot } from './online.service.ts';
import { words as online } from './online.words.ts';
import type { TermRow } from './terms.sql.ts';

type In<K extends keyof typeof elections> = z.output<(typeof elections)[K]['in']>;

/** Elections of a term, open ones first. */
export async function list(tx: Tx, by: Actor, { id }: In<'list'>) {
  await loadTerm(tx, by, id);
  const items = await q.listElections(tx, id);
  return { items, total: items.length };
}

/** Workers of the units of a constituency today, with those whom the register does not know. */
async function electorsOf(tx: Tx, term: TermRow, c: con.Constituency): Promise<number> {
  const units = new Map((await con.countUnits(tx, term.path, legalDateOf(tx.now))).map((u) => [u.id, u.people]));
  return Math.max(0, c.units.reduce((sum, u) => sum + (units.get(u.id) ?? 0), 0) + c.others);
}

/** Who has to stand again after a round that came short or was tied. */
const againOf = (e: q.ElectionRow | undefined): readonly string[] => (e?.outcome === 'short' ? ((e.findings as Judged | null)?.next ?? []) : []);

/** Calls an election for the free seats of a constituency: of a term that is prepared, or for what became vacant. After a round that came short those stand who were left. */
export async function call(tx: Tx, by: Actor, input: In<'call'>) {
  const { term, constituency } = await loadConstituency(tx, by, input.id);
  const purpose = term.stage === 'sitting' ? 'byElection' : 'term';
  const seats = purpose === 'byElection' ? (await d.listVacant(tx, input.id)).length : constituency.seats - constituency.filled;
  if (seats <= 0) throw new Refused(words.noFreeSeats, { slots: { name: constituency.name } });
  const entitled = await electorsOf(tx, term, constituency);
  if (entitled === 0) throw new Refused(words.nobodyVotes, { slots: { name: constituency.name } });
  const before = (await q.listElections(tx, term.id)).find((e) => e.constituencyId === input.id && e.purpose === purpose && e.outcome !== 'dropped');
  const { ruleSetId } = await electionRules(tx, term, { keep: true });
  const id = newId();
  const round = (await q.countRounds(tx, input.id, purpose)) + 1;
  if ((await q.insertElections(tx, term.id, [{ id, constituencyId: input.id, purpose, round, seats, method: 'hall', heldOn: input.heldOn, place: input.place, entitled, ruleSetId }])) === 0) throw new Refused(words.electionOpen, { slots: { name: constituency.name } });
  const again = new Set(againOf(before));
  if (before && again.size > 0) await q.insertCandidates(tx, (await q.listCandidates(tx, before.id)).filter((c) => again.has(c.personId)).map((c, i) => ({ ...c, electionId: id, number: i + 1, votes: null, elected: false })));
  await audit.record(tx, by, words.auditCalled, subject(term, { name: constituency.name, seats }));
  return { id };
}

const judgedNow = async (tx: Tx, term: TermRow, e: q.ElectionRow, candidates: readonly q.CandidateRow[]): Promise<Judged | null> =>
  e.outcome === null ? judgeElection(tx, term, e, candidates) : (e.findings as Judged | null);

function view(judged: Judged | null, candidates: readonly q.CandidateRow[], locale: Locale) {
  const names = new Map(candidates.map((c) => [c.personId, c.name]));
  return { outcome: judged?.outcome ?? null, findings: sayFindings(judged?.findings ?? [], locale), names: (judged?.elected ?? []).map((p) => names.get(p) ?? '') };
}

/** One election: candidates, figures, and what the count says of them as they stand. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, call: Call) {
  const { term, election: e } = await loadElection(tx, by, id, { look: true });
  const candidates = await q.listCandidates(tx, id);
  const judged = await judgedNow(tx, term, e, candidates);
  const isOpen = e.outcome === null && term.stage !== 'ended';
  const { ballot, steps } = await ballotOf(tx, e);
  const way = ballot === null ? ['nominate', 'enter', e.present === null && candidates.length > 0 && 'announceBallot'] : steps;
  return {
    ...e, term: words.termOf[call.locale].replace('{n}', String(term.number)), closedAt: e.closedAt?.toISOString() ?? null, candidates, leastCandidates: await leastCandidates(tx, term, e.seats), judged: view(judged, candidates, call.locale),
    basis: await rulebook.basisOf(tx, e.ruleSetId, call.locale), ballot, may: isOpen ? open(by, term.path, [...way, e.present !== null && 'declare', 'callOff']) : [],
  };
}

/** Members of the units of a constituency, for nominating them. */
export async function people(tx: Tx, by: Actor, { id, text }: In<'people'>) {
  await loadTerm(tx, by, (await con.termOfConstituency(tx, id)) ?? id);
  return { items: await d.listColleagues(tx, { constituencyId: id }, text) };
}

const refuseFixed = (e: q.ElectionRow): void => { if (e.ballotId !== null) throw new Refused(online.ballotThere); };

/** Puts somebody of the constituency on the paper. */
export async function nominate(tx: Tx, by: Actor, input: In<'nominate'>) {
  const { term, election } = await loadOpen(tx, by, input.id);
  refuseFixed(election);
  const [worker] = await d.findWorkers(tx, term.id, term.path, { ids: [input.personId] });
  if (worker === undefined) return wrong('personId', words.personOutside);
  if (worker.constituencyId !== election.constituencyId) wrong('personId', words.worksElsewhere, { name: worker.name });
  if (election.present !== null && input.way !== 'writeIn') wrong('way', words.onlyWriteIn);
  const there = await q.listCandidates(tx, election.id);
  const put = await q.insertCandidates(tx, [{ electionId: election.id, personId: input.personId, number: Math.max(0, ...there.map((c) => c.number)) + 1, way: input.way, post: input.post, dispatched: input.dispatched || worker.dispatched, about: input.about }]);
  if (put === 0) wrong('personId', words.standsAlready);
  await audit.record(tx, by, words.auditNominated, subject(term, { name: worker.name, constituency: election.constituency }));
  return { id: election.id };
}

/** Takes a candidate off the paper before figures are entered. */
export async function strike(tx: Tx, by: Actor, { id, personId }: In<'strike'>) {
  const { term, election } = await loadOpen(tx, by, id);
  refuseFixed(election);
  if (election.present !== null) throw new Refused(words.figuresThere);
  if (!(await q.deleteCandidate(tx, id, personId))) throw new Refused(words.notStanding);
  await audit.record(tx, by, words.auditStruck, subject(term, { constituency: election.constituency }));
  return { id };
}

/** Writes what the tellers counted in the hall; papers issued never outnumber who was there, votes for one never the valid papers. */
export async function enter(tx: Tx, by: Actor, input: In<'enter'>) {
  const { term, election: e } = await loadOpen(tx, by, input.id);
  refuseFixed(e);
  if (input.heldOn > legalDateOf(tx.now)) wrong('heldOn', words.heldFuture);
  if (input.present > e.entitled) wrong('present', words.presentMany, { n: e.entitled });
  if (input.issued > input.present) wrong('issued', words.issuedMany, { n: input.present });
  if (input.invalid > input.returned) wrong('invalid', words.invalidMany);
  const candidates = await q.listCandidates(tx, e.id);
  if (candidates.length < (await leastCandidates(tx, term, e.seats))) throw new Refused(words.candidatesFew, { slots: { least: await leastCandidates(tx, term, e.seats) } });
  const given = new Map(input.votes.map((v) => [v.personId, v.votes]));
  const valid = input.returned - input.invalid;
  for (const [i, v] of input.votes.entries()) {
    if (!candidates.some((c) => c.personId === v.personId)) wrong(`votes.${i}.personId`, words.notStanding);
    if (v.votes > valid) wrong(`votes.${i}.votes`, words.votesMany, { n: valid });
  }
  const missing = candidates.find((c) => !given.has(c.personId));
  if (missing) wrong('votes', words.votesMissing, { name: missing.name });
  if (input.votes.reduce((sum, v) => sum + v.votes, 0) > valid * e.seats) wrong('votes', words.votesTogether, { n: valid * e.seats });
  await q.setFigures(tx, e.id, input, by.personId);
  await q.setVotes(tx, e.id, input.votes);
  await audit.record(tx, by, words.auditEntered, subject(term, { constituency: e.constituency, present: input.present, returned: input.returned }));
  return { id: e.id };
}

/** Puts those who were elected on the roll; for a by-election in the vacant seats, the oldest first. */
async function seat(tx: Tx, term: TermRow, e: q.ElectionRow, elected: readonly q.CandidateRow[]): Promise<void> {
  const cards = await nextCards(tx, term, 'delegate', elected.length);
  const vacant = e.purpose === 'byElection' ? await d.listVacant(tx, e.constituencyId) : [];
  const list = elected.map((c, i): d.NewDelegate => ({
    id: newId(), personId: c.personId, name: '', class: 'delegate', constituencyId: e.constituencyId, delegationId: null, electionId: e.id, replacesId: vacant[i] ?? null, post: c.post, dispatched: c.dispatched, unit: '',
    cardNumber: cards[i]?.cardNumber ?? '', cardCode: cards[i]?.cardCode ?? newSecretId(), since: e.heldOn > term.beganOn || term.stage === 'sitting' ? e.heldOn : term.beganOn, checked: 'waiting',
  }));
  const kept = await d.insertDelegates(tx, term.id, list);
  const twice = list.find((x) => !kept.has(x.id));
  if (twice) throw new Refused(words.electedOnRoll, { slots: { name: elected.find((c) => c.personId === twice.personId)?.name ?? '' } });
  for (const x of list) if (x.personId !== null) await tellSeat(tx, term, x.id, x.personId, 'elected');
}

/** Declares the result as it was counted: by the kernel, with the rule of the place; what came short goes to another round. */
export async function declare(tx: Tx, by: Actor, { id }: In<'declare'>) {
  const { term, election: e } = await loadOpen(tx, by, id);
  if (e.present === null) throw new Refused(words.figuresMissing);
  const candidates = await q.listCandidates(tx, id);
  const judged = await judgeElection(tx, term, e, candidates);
  if (judged?.outcome == null) throw new Refused(words.figuresMissing);
  const elected = candidates.filter((c) => judged.elected.includes(c.personId));
  if (e.purpose === 'byElection' && elected.length > (await d.listVacant(tx, e.constituencyId)).length) throw new Refused(words.seatGone);
  await q.setElected(tx, id, judged.elected);
  await q.closeElection(tx, id, { outcome: judged.outcome, findings: judged, byId: by.personId });
  await settleBallot(tx, by, e, 'declare');
  await seat(tx, term, e, elected);
  await audit.record(tx, by, judged.outcome === 'void' ? words.auditVoid : words.auditDeclared, subject(term, { constituency: e.constituency, n: elected.length }));
  return { id, outcome: judged.outcome, elected: elected.length };
}

/** Calls an election off that was not declared. */
export async function callOff(tx: Tx, by: Actor, { id }: In<'callOff'>) {
  const { term, election } = await loadOpen(tx, by, id);
  await settleBallot(tx, by, election, 'callOff');
  await q.closeElection(tx, id, { outcome: 'dropped', findings: null, byId: by.personId });
  await audit.record(tx, by, words.auditCalledOff, subject(term, { constituency: election.constituency }));
  return { id };
}
