import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { termOf } from '#engines/ballot';
import { changeUnion, renewOffices } from '#engines/org';
import { aboveOf, loadElection, take, tellOf, wrong } from './access.service.ts';
import * as con from './contests.sql.ts';
import type { desk } from './elections.contract.ts';
import { officesFor, seatsOf } from './elections.rules.ts';
import { type Election, noteElection } from './elections.sql.ts';
import { words } from './elections.words.ts';
import { listMembers } from './people.sql.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;

/** Files the result upward: every post filled, every name a person. */
export async function reportResult(tx: Tx, by: Actor, { id }: In<'reportResult'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['counted'] });
  const seats = await con.listSeats(tx, id);
  if (seats.some((s) => s.personId === null)) throw new Refused(words.nameUnknown);
  const open = seatsOf(e).find((s) => !seats.some((x) => x.post === s.post));
  if (open) throw new Refused(open.electors === 'committee' ? words.chairOpen : words.seatsOpen);
  await take(tx, by, e, 'reportResult', { unionId: aboveOf(e) });
  return { id };
}

/** Puts the elected into their offices from the day of the election and gives the union its new term. */
async function install(tx: Tx, e: Election, document: string): Promise<void> {
  const elected = officesFor((await con.listSeats(tx, e.id)).flatMap((s) => (s.personId === null ? [] : [{ post: s.post, personId: s.personId }])));
  const from = e.electedOn ?? e.plannedOn;
  const renewed = e.kind === 'renewal';
  const ends = renewed ? ['chair', 'viceChair', 'committeeMember', ...(e.auditSeats > 0 ? ['auditor'] : [])] : e.post === 'chair' ? ['chair'] : [];
  await renewOffices(tx, { unionId: e.unionId, from, ends, elected, toDate: null, basis: document });
  if (!renewed) return noteElection(tx, e.id, { resultDocument: document, closedAt: tx.now });
  const term = termOf(from, e.termYears, 0);
  await changeUnion(tx, e.unionId, { termYears: e.termYears, termFrom: term.from, termTo: term.lastDay });
  return noteElection(tx, e.id, { resultDocument: document, termFrom: term.from, termTo: term.lastDay, closedAt: tx.now });
}

async function confirm(tx: Tx, by: Actor, e: Election, document: string): Promise<void> {
  if ((await con.listSeats(tx, e.id)).some((s) => s.personId === by.personId)) throw new Refused(words.ownElection, { status: 403 });
  await take(tx, by, e, 'confirm', { text: document });
  await install(tx, e, document);
  await tellOf(tx, e, 'confirmed', { title: words.tellConfirmed, body: words.tellConfirmedBody }, (limit) => listMembers(tx, e.path, limit));
}

/** The union above answers what was reported: plan, candidates or result, with the number of its document; a refusal with its reason. */
export async function answer(tx: Tx, by: Actor, { id, agree, document, text }: In<'answer'>) {
  const e = await loadElection(tx, by, id, { permission: 'elections.approve', lock: true, states: ['planReported', 'candidatesReported', 'resultReported'] });
  if (agree && document.length < 2) wrong('document', words.documentMissing);
  if (!agree && text.length < 2) wrong('text', words.reasonMissing);
  if (!agree) {
    await take(tx, by, e, e.state === 'planReported' ? 'returnPlan' : e.state === 'candidatesReported' ? 'returnCandidates' : 'annul', { text });
    if (e.state === 'resultReported') await noteElection(tx, id, { closedAt: tx.now });
  } else if (e.state === 'resultReported') await confirm(tx, by, e, document);
  else if (e.state === 'candidatesReported') {
    await take(tx, by, e, 'approveCandidates', { text: document });
    await noteElection(tx, id, { candidatesDocument: document });
  } else {
    await take(tx, by, e, 'approvePlan', { text: document });
    await noteElection(tx, id, { planDocument: document });
    await tellOf(tx, e, 'nominate', { title: words.tellNominate, body: words.tellNominateBody }, (limit) => listMembers(tx, e.path, limit));
  }
  return { id };
}
