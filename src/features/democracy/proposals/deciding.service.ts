import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say, type Word } from '#shared/words';
import { type Call, doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases, type Held } from '#engines/cases';
import { notify } from '#engines/notify';
import { listSubtree, officersOf, orgWords } from '#engines/org';
import { payments } from '#engines/payments';
import { similarity } from '#engines/similarity';
import type { desk } from './desk.contract.ts';
import { atVersion, take } from './moving.service.ts';
import * as people from './people.sql.ts';
import { proposalProcess } from './proposals.process.ts';
import * as q from './proposals.sql.ts';
import { words } from './proposals.words.ts';
import { keysOf } from './rewards.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const DECIDE = 'proposals.decide';
const UNITS_MOST = 500;
const OFFICERS_MOST = 400;
const ALIKE = { least: 0.3, most: 10 } as const;

const wrong = (path: string, why: Word): never => { throw new Refused(why, { status: 400, fields: [{ path, why }] }); };

/** A proposal over which this officer decides, or the refusal that hides it. */
async function loadFor(tx: Tx, by: Actor, id: string): Promise<q.ProposalRow & { held: Held }> {
  const held = await cases.loadSeen(tx, proposalProcess, by, id);
  const p = await q.findProposal(tx, by.personId, id);
  if (p === null || held.as !== 'officer' || !cases.mayOver(by, DECIDE, held.union)) throw new Refused(doorWords.notFound, { status: 404 });
  return { ...p, held };
}

/** Gives a proposal back to be completed, saying what is missing. */
export const giveBack = (tx: Tx, by: Actor, { id, version, text }: In<'giveBack'>) => take(tx, by, 'giveBack', id, { ...atVersion(version), text });

/** The proposal a merged one goes into is filed, of the same term, and stays held until the end. */
async function holdTarget(tx: Tx, id: string, intoId: string | undefined): Promise<void> {
  if (intoId === undefined || intoId === id) return wrong('intoId', words.intoMissing);
  const both = await q.holdProposals(tx, [id, intoId]);
  const [own, into] = [both.get(id), both.get(intoId)];
  if (own === undefined || into === undefined || into.termId !== own.termId) return wrong('intoId', words.intoMissing);
  if (!['filed', 'working'].includes(into.state)) wrong('intoId', words.intoNotFiled);
}

/** Movers and seconders of what was merged hear what becomes of the other one. */
async function carryFollowers(tx: Tx, p: q.ProposalRow, intoId: string): Promise<void> {
  const yes = (await people.listSeconders(tx, p.id)).filter((s) => s.answer === 'yes').map((s) => s.id);
  await people.insertFollowers(tx, intoId, [p.authorId, ...yes]);
}

/** What the proposals group decided: filed, merged with which, turned into a suggestion that is really made, or rejected with the reason. */
export async function decide(tx: Tx, by: Actor, { id, version, decision, intoId, text }: In<'decide'>) {
  const p = await loadFor(tx, by, id);
  if (decision !== 'filed' && text.length < 2) wrong('text', words.reasonMissing);
  const decided = { decision, decidedOn: legalDateOf(tx.now), decidedById: by.personId, decisionText: text } satisfies q.Change;
  const given = { ...atVersion(version), ...(text ? { text } : {}) };
  if (decision === 'filed') return take(tx, by, 'file', id, given, decided);
  if (decision === 'rejected') return take(tx, by, 'reject', id, given, decided);
  if (decision === 'merged') {
    const done = await take(tx, by, 'merge', id, { ...given, data: { intoId } }, { ...decided, mergedIntoId: intoId ?? null }, () => holdTarget(tx, id, intoId));
    await carryFollowers(tx, p, intoId ?? id);
    return done;
  }
  const done = await take(tx, by, 'convert', id, given, decided);
  // made by part suggestions, which follows this step in the same transaction
  const made = await q.findMadeSuggestion(tx, p.authorId, id);
  if (made === null) throw new Error(`proposal ${id} was turned into a suggestion, and nobody made one`);
  await q.changeProposal(tx, id, { suggestionId: made });
  return done;
}

/** Takes a decision back, with the reason, as long as no department works on it, nothing was merged into it and nothing of it is paid. */
export async function takeBack(tx: Tx, by: Actor, { id, version, text }: In<'takeBack'>) {
  const p = await loadFor(tx, by, id);
  const cleared = { decision: null, decidedOn: null, decidedById: null, decisionText: '', mergedIntoId: null, hotOn: null, hotById: null } satisfies q.Change;
  return take(tx, by, 'takeBack', id, { ...atVersion(version), text }, cleared, async () => {
    await q.holdProposals(tx, [id]);
    if ((await q.listMergedInto(tx, id)).length > 0) throw new Refused(words.othersMerged);
    const [place] = [...(await payments.findByKeys(tx, await keysOf(tx, p))).values()];
    if (place) throw new Refused(words.onList, { slots: { number: place.number } });
  });
}

/** Proposals of the session into which it may be merged, the likest marked. */
export async function targets(tx: Tx, by: Actor, { id }: In<'targets'>) {
  const p = await loadFor(tx, by, id);
  const hits = await similarity.search(tx, { collection: 'proposals', text: [p.title, p.reason, p.grounds, p.remedy].join('\n'), scopes: [p.path], limit: ALIKE.most, least: ALIKE.least, excludeIds: [id] });
  const items = await q.listTargets(tx, id, p.collectionId);
  const inside = new Set(items.map((x) => x.id));
  return { items, alike: hits.filter((h) => inside.has(h.id)).map((h) => ({ id: h.id, score: Math.min(99, Math.round(h.score * 100)) })) };
}

type Officer = { readonly id: string; readonly name: string; readonly department: string; readonly union: string };

/** Who may answer for a department: office-holders of the union and of those below, the mover left out. The department is called by the title of the office, by the office itself at the congress's union, by the union below it. */
async function listOfficers(tx: Tx, p: Pick<q.ProposalRow, 'path' | 'authorId' | 'unionId'>, locale: 'zh' | 'en'): Promise<Officer[]> {
  const below = (await listSubtree(tx, p.path)).slice(0, UNITS_MOST);
  const seen = new Set<string>();
  // who holds several offices answers for the department that has a name
  const all = (await officersOf(tx, below.map((u) => u.id), null)).sort((a, b) => Number(b.title !== '') - Number(a.title !== ''));
  return all.filter((o) => o.personId !== p.authorId && !seen.has(o.personId) && seen.add(o.personId)).slice(0, OFFICERS_MOST)
    .map((o) => { const office = say((orgWords as Record<string, Word>)[`office_${o.office}`] ?? words.office, locale); return { id: o.personId, name: o.personName, department: o.title || (o.unionId === p.unionId ? office : o.unionName), union: o.unionName }; });
}

/** The same for the form. */
export async function officers(tx: Tx, by: Actor, { id }: In<'officers'>, call: Call) {
  return { items: await listOfficers(tx, await loadFor(tx, by, id), call.locale) };
}

/** Days until which an answer may be asked for: tomorrow at the soonest, at the latest the rule's days after the first assignment. */
function refuseDay(p: q.ProposalRow, again: boolean, dueOn: string, today: string): void {
  const latest = addDays(again ? today : (p.assignedOn ?? today), p.answerDays);
  if (dueOn <= today || dueOn > latest) throw new Refused(words.dueBounds, { status: 400, slots: { n: p.answerDays, latest }, fields: [{ path: 'dueOn', why: words.dueBounds, slots: { n: p.answerDays, latest } }] });
}

async function tellHelpers(tx: Tx, by: Actor, p: q.ProposalRow, to: readonly string[], dueOn: string): Promise<void> {
  if (to.length === 0) return;
  await notify.tell(tx, { key: `proposals/${p.id}/help/${tx.now.getTime()}`, to: [...to], kind: 'proposal.help', word: words.tellHelp, body: words.tellHelpBody, slots: { by: by.name, title: p.title, day: dueOn }, link: `/proposals/${p.id}`, unionId: p.unionId });
}

/**
 * Gives a filed proposal to a department with a day, or one the mover was not satisfied with to another person.
 * @throws Refused outside the days of the rule, to whoever answered before, or to nobody's officer
 */
export async function assign(tx: Tx, by: Actor, { id, version, assigneeId, dueOn, helpers, text }: In<'assign'>, call: Call) {
  const p = await loadFor(tx, by, id);
  const again = p.state === 'disputed';
  refuseDay(p, again, dueOn, legalDateOf(tx.now));
  if (again && assigneeId === p.assigneeId) wrong('assigneeId', words.anotherPerson);
  const known = new Map((await listOfficers(tx, p, call.locale)).map((o) => [o.id, o]));
  const owner = known.get(assigneeId) ?? wrong('assigneeId', words.officerUnknown);
  const helping = [...new Set(helpers)].map((h) => ({ personId: h, department: h === assigneeId ? wrong('helpers', words.helperOwner) : (known.get(h)?.department ?? wrong('helpers', words.officerUnknown)) }));
  const given = { ...atVersion(version), assigneeId, ...(text ? { text } : {}), dues: { answer: instantAt(addDays(dueOn, 1)) }, data: { department: owner.department, dueOn } };
  const change: q.Change = again ? { departmentAgain: owner.department, dueAgainOn: dueOn } : { department: owner.department, dueOn, assignedOn: p.assignedOn ?? legalDateOf(tx.now) };
  const done = await take(tx, by, again ? 'reassign' : 'assign', id, given, change);
  await tellHelpers(tx, by, p, await people.setHelpers(tx, id, helping), dueOn);
  return done;
}

/** Names a filed proposal a hot topic of the workers, or takes that back; not by somebody who is paid for it. */
export async function hot(tx: Tx, by: Actor, { id, on }: In<'hot'>) {
  const p = await loadFor(tx, by, id);
  await q.holdProposals(tx, [id]);
  if (p.decision !== 'filed') throw new Refused(words.hotFiled);
  if (p.asked === 'yes') throw new Refused(words.hotOwn, { status: 403 });
  if (!on) {
    const [place] = [...(await payments.findByKeys(tx, (await keysOf(tx, p)).filter((key) => key.includes('/hot/')))).values()];
    if (place) throw new Refused(words.onList, { slots: { number: place.number } });
  }
  await q.changeProposal(tx, id, on ? { hotOn: p.hotOn ?? legalDateOf(tx.now), hotById: by.personId } : { hotOn: null, hotById: null });
  await audit.record(tx, by, on ? words.auditHot : words.auditNotHot, { subject: { kind: 'proposal', id }, unionId: p.unionId, slots: { number: p.number } });
  return { id, hot: on };
}
