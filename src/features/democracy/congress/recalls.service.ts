import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Call } from '#platform/http';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { rulebook } from '#engines/rulebook';
import { loadHeld, loadLiving, loadTerm, open, subject, wrong } from './access.service.ts';
import { judgePresidium, judgeRecall, recallRules } from './judging.service.ts';
import { listConstituencies } from './constituencies.sql.ts';
import { words } from './congress.words.ts';
import type { groups, recalls } from './delegates.contract.ts';
import { tellSeat } from './delegates.service.ts';
import { endDelegate, findDelegates, sumRoll } from './delegates.sql.ts';
import { type Found, sayFindings } from './findings.service.ts';
import * as q from './recalls.sql.ts';

type In<K extends keyof typeof recalls> = z.output<(typeof recalls)[K]['in']>;
type GroupIn<K extends keyof typeof groups> = z.output<(typeof groups)[K]['in']>;

/** Recalls of a term, open ones first. */
export async function list(tx: Tx, by: Actor, { id }: In<'list'>, call: Call) {
  const term = await loadTerm(tx, by, id);
  const all = await q.listRecalls(tx, id);
  const bases = new Map<string, string[]>();
  for (const set of new Set(all.map((r) => r.ruleSetId))) bases.set(set, await rulebook.basisOf(tx, set, call.locale));
  const may = term.stage === 'ended' ? [] : open(by, term.path, ['vote', 'withdraw']);
  return { items: all.map((r) => ({ ...r, findings: sayFindings((r.findings as Found[] | null) ?? [], call.locale), basis: bases.get(r.ruleSetId) ?? [], may: r.outcome === null ? may : [] })), total: all.length };
}

/** Workers of a constituency propose to recall the delegate they elected. */
export async function propose(tx: Tx, by: Actor, input: In<'propose'>) {
  const { term, delegate } = await loadHeld(tx, by, input.id);
  if (delegate.class !== 'delegate' || delegate.constituencyId === null) throw new Refused(words.recallDelegate);
  if (term.stage !== 'sitting') throw new Refused(words.recallSitting);
  if (input.on > legalDateOf(tx.now)) wrong('on', words.heldFuture);
  const [constituency] = await listConstituencies(tx, term.id, [delegate.constituencyId]);
  const entitled = (constituency?.counted ?? 0) + (constituency?.others ?? 0);
  if (input.proposers > entitled) wrong('proposers', words.presentMany, { n: entitled });
  const { ruleSetId } = await recallRules(tx, term);
  const id = newId();
  if (!(await q.insertRecall(tx, { id, termId: term.id, delegateId: input.id, constituencyId: delegate.constituencyId, proposedOn: input.on, proposers: input.proposers, reason: input.reason, entitled, ruleSetId }))) throw new Refused(words.recallOpen);
  await audit.record(tx, by, words.auditRecallProposed, subject(term, { name: delegate.name }));
  return { id };
}

async function loadRecall(tx: Tx, by: Actor, id: string) {
  const recall = await q.lockRecall(tx, id);
  if (recall === null) throw new Refused(doorWords.notFound, { status: 404 });
  const term = await loadLiving(tx, by, recall.termId);
  if (recall.outcome !== null) throw new Refused(words.recallClosed);
  return { recall, term };
}

/** Enters the vote of the constituency's workers: of all of them, not of those who came. Passed, the seat is vacant at once. */
export async function vote(tx: Tx, by: Actor, input: In<'vote'>) {
  const { recall, term } = await loadRecall(tx, by, input.id);
  if (input.on > legalDateOf(tx.now) || input.on < recall.proposedOn) wrong('on', words.recallDay);
  if (input.issued > recall.entitled) wrong('issued', words.presentMany, { n: recall.entitled });
  if (input.invalid > input.returned) wrong('invalid', words.invalidMany);
  if (input.approvals > input.returned - input.invalid) wrong('approvals', words.votesMany, { n: input.returned - input.invalid });
  const { outcome, findings } = await judgeRecall(tx, term, recall.entitled, input);
  await q.closeRecall(tx, recall.id, outcome, input, findings);
  if (outcome === 'passed') {
    const [delegate] = await findDelegates(tx, [recall.delegateId]);
    if (delegate?.until !== null) throw new Refused(words.delegateEnded);
    await endDelegate(tx, recall.delegateId, { reason: 'recalled', note: recall.reason.slice(0, 300), on: input.on < delegate.since ? delegate.since : input.on });
    if (delegate.personId !== null) await tellSeat(tx, term, delegate.id, delegate.personId, 'ended');
  }
  await audit.record(tx, by, outcome === 'passed' ? words.auditRecalled : words.auditNotRecalled, subject(term, { name: recall.name }));
  return { id: recall.id, outcome };
}

/** Withdraws a proposal that was not voted on. */
export async function withdraw(tx: Tx, by: Actor, { id }: In<'withdraw'>) {
  const { recall, term } = await loadRecall(tx, by, id);
  await q.closeRecall(tx, id, 'withdrawn', null, []);
  await audit.record(tx, by, words.auditRecallWithdrawn, subject(term, { name: recall.name }));
  return { id };
}

/** Standing groups of a term, and the presidium as it is proposed, with what the rule asks of it. */
export async function listGroups(tx: Tx, by: Actor, { id }: GroupIn<'list'>, call: Call) {
  const term = await loadTerm(tx, by, id);
  const all = await q.listGroups(tx, id);
  const sums = await sumRoll(tx, id, '9999-12-31');
  const items = [];
  for (const g of all) items.push({ ...g, people: [...g.people], findings: g.sort === 'presidium' ? sayFindings(await judgePresidium(tx, term, sums.delegates + sums.vacancies, g.people), call.locale) : [] });
  return { items, total: items.length };
}

/** Makes or changes a group of delegates: who sits in it, who leads it. Observers sit in groups that are not the presidium. */
export async function saveGroup(tx: Tx, by: Actor, input: GroupIn<'save'>) {
  const term = await loadLiving(tx, by, input.id);
  const seated = (await findDelegates(tx, input.delegateIds)).filter((d) => d.termId === term.id && d.until === null && (d.class === 'delegate' || (input.sort === 'standing' && d.class === 'observer')));
  if (seated.length < new Set(input.delegateIds).size) wrong('delegateIds', input.sort === 'presidium' ? words.presidiumDelegates : words.headOutside);
  if (input.leadId !== null && !input.delegateIds.includes(input.leadId)) wrong('leadId', words.leadInside);
  if (input.groupId !== null && (await q.termOfGroup(tx, input.groupId)) !== term.id) throw new Refused(doorWords.notFound, { status: 404 });
  const id = input.groupId ?? newId();
  if (!(await q.putGroup(tx, term.id, { id, sort: input.sort, name: input.name, duty: input.duty, delegateIds: input.delegateIds, leadId: input.leadId }))) wrong('name', words.groupTwice);
  await audit.record(tx, by, words.auditGroup, subject(term, { name: input.name, n: seated.length }));
  return { id };
}

/** Takes a group away. */
export async function removeGroup(tx: Tx, by: Actor, { id }: GroupIn<'remove'>) {
  const termId = await q.termOfGroup(tx, id);
  if (termId === null) throw new Refused(doorWords.notFound, { status: 404 });
  const term = await loadLiving(tx, by, termId);
  await q.deleteGroup(tx, id);
  await audit.record(tx, by, words.auditGroupRemoved, subject(term));
  return { id };
}
