import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { type Call, doorWords, Limits } from '#platform/http';
import { audit } from '#engines/audit';
import { cases, type Given, type Held } from '#engines/cases';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { findUnion } from '#engines/org';
import { similarity } from '#engines/similarity';
import { findCollection, listForWorker, listOpen } from './collections.sql.ts';
import { collectionView } from './collecting.service.ts';
import { findDelegates, listDelegatesOf, listSeats, type Seat } from './delegates.sql.ts';
import * as people from './people.sql.ts';
import type { api } from './proposals.contract.ts';
import { proposalProcess } from './proposals.process.ts';
import { COMPARED_STATES, MOST, windowOf } from './proposals.rules.ts';
import * as q from './proposals.sql.ts';
import { words } from './proposals.words.ts';
import { cardOf } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Verb = keyof typeof proposalProcess.steps;
const COLLECTION = 'proposals';
const FOUND = 10;
/** Proposals are like each other from this score on, and asked about from that. */
const ALIKE = { shown: 0.35, strong: 0.6, most: 5, lookedAt: 40, compared: 400, passage: 4, passages: 4 } as const;
const ENOUGH = 12;

const wrong = (path: string, why: Word): never => { throw new Refused(why, { status: 400, fields: [{ path, why }] }); };
const wholeText = (d: { reason: string; grounds: string; remedy: string }): string => `${d.reason}\n${d.grounds}\n${d.remedy}`;
export const stepped = ({ file }: Held) => ({ id: file.id, state: file.state, version: file.version });

/** Takes a step as the person signed in, writes what it means into the row, keeps its files. */
export async function take(tx: Tx, by: Actor, verb: Verb, id: string, given: Given, change: q.Change = {}, alongside: (before: Held) => Promise<void> = async () => {}) {
  const held = await cases.step(tx, proposalProcess, verb, id, { kind: 'person', actor: by }, given, async (before) => { await alongside(before); await q.changeProposal(tx, id, change); });
  if (given.files && given.files.length > 0) await files.attach(tx, by, [...given.files], { kind: 'proposal', id });
  return stepped(held);
}

/** `version` as a step takes it. */
export const atVersion = (version: number | undefined): Given => (version === undefined ? {} : { version });

/** What I can do with proposals now: whether I am a delegate, what is being collected, what was collected before; what waits for my yes or to be handed in. */
export async function start(tx: Tx, by: Actor) {
  const today = legalDateOf(tx.now);
  const seats = await listSeats(tx, by.personId);
  const open = await listOpen(tx, seats.map((s) => s.termId), today);
  const all = by.membership === null ? [] : await listForWorker(tx, by.membership.path);
  const { items } = await q.listMine(tx, by, { limit: 100, offset: 0 });
  const waiting = items.filter((p) => p.state === 'gathering' && windowOf(p, today) === 'open' && (p.authorId === by.personId ? p.seconders >= p.least : p.asked === 'open')).length;
  return { delegate: seats.length > 0, body: seats[0]?.body ?? '', open: open.map((c) => collectionView(c, today)), collections: all.map((c) => collectionView(c, today)), waiting };
}

/** The seat with which this person moves or seconds in a collection that is open today. */
async function seatFor(tx: Tx, by: Actor, collectionId: string): Promise<{ seat: Seat; collection: NonNullable<Awaited<ReturnType<typeof findCollection>>> }> {
  const collection = await findCollection(tx, collectionId);
  const seat = (await listSeats(tx, by.personId)).find((s) => s.termId === collection?.termId);
  if (collection === null || seat === undefined) throw new Refused(words.notDelegate, { status: 404 });
  return { seat, collection };
}

function refuseClosed(c: { opensOn: string; closesOn: string; session: string }, today: string): void {
  if (windowOf(c, today) !== 'open') throw new Refused(words.windowClosed, { slots: { session: c.session, opens: c.opensOn, closes: c.closesOn } });
}

const searched = new Limits(60, 40);

/** Delegates of the same term who can be asked to second. */
export async function delegates(tx: Tx, by: Actor, { collectionId, text }: In<'delegates'>) {
  const { seat } = await seatFor(tx, by, collectionId);
  const wait = searched.take(by.personId, tx.now.getTime());
  if (wait > 0) throw new Refused(doorWords.tooMany, { status: 429, slots: { seconds: wait } });
  return { items: await findDelegates(tx, seat.termId, text, by.personId, FOUND) };
}

const asked = new Limits(90, 45);

/** Proposals handed in before, of any session, like what is being written. */
export async function lookAlikes(tx: Tx, by: Actor, { except, ...d }: In<'lookAlikes'>, call: Call) {
  const [seat] = await listSeats(tx, by.personId);
  const text = [d.title, d.reason, d.remedy].filter(Boolean).join('\n');
  const wait = asked.take(by.personId, tx.now.getTime());
  if (wait > 0) throw new Refused(doorWords.tooMany, { status: 429, slots: { seconds: wait } });
  if (seat === undefined || text.replace(/\s/g, '').length < ENOUGH) return { items: [] };
  const hits = await similarity.search(tx, { collection: COLLECTION, text, scopes: [seat.path], limit: ALIKE.lookedAt, least: ALIKE.shown, ...(except === undefined ? {} : { excludeIds: [except] }) });
  const found = new Map((await q.listNear(tx, by, hits.map((h) => h.id), COMPARED_STATES)).map((p) => [p.id, p]));
  return {
    items: hits.flatMap((h) => {
      const p = found.get(h.id);
      if (p === undefined) return [];
      const { passages } = similarity.explain(text.slice(0, ALIKE.compared), `${p.title}\n${wholeText(p)}`.slice(0, ALIKE.compared), ALIKE.passages);
      const shared = passages.filter(({ first: [from, to] }) => to - from >= ALIKE.passage).map(({ first: [from, to] }) => text.slice(from, to).trim());
      return [{ ...cardOf(p, by, tx.now, call.locale), score: Math.min(99, Math.round(h.score * 100)), strong: h.score >= ALIKE.strong, shared }];
    }).slice(0, ALIKE.most),
  };
}

async function askThem(tx: Tx, by: Actor, p: { id: string; title: string; termId: string; unionId: string }, wanted: readonly string[]): Promise<number> {
  const ids = [...new Set(wanted)];
  const known = new Set((await listDelegatesOf(tx, p.termId, ids)).map((d) => d.id));
  if (ids.includes(by.personId)) wrong('people', words.notOneself);
  if (ids.some((x) => !known.has(x))) wrong('people', words.seconderUnknown);
  const now = await people.insertSeconders(tx, p.id, ids);
  if (now.length > 0) await notify.tell(tx, { key: `proposals/${p.id}/second`, to: now, kind: 'proposal.second', word: words.tellSecond, body: words.tellSecondBody, slots: { mover: by.name, title: p.title }, link: `/proposals/${p.id}`, unionId: p.unionId });
  return now.length;
}

/**
 * A delegate moves a proposal: it gathers seconders first.
 * @throws Refused when the person is no delegate of the term with a vote, or nothing is collected today
 */
export async function move(tx: Tx, by: Actor, { seconders, files: added, ...d }: In<'move'>): Promise<{ id: string; number: string }> {
  const { seat, collection } = await seatFor(tx, by, d.collectionId);
  refuseClosed(collection, legalDateOf(tx.now));
  const home = by.membership === null ? null : await findUnion(tx, by.membership.unionId);
  const opened = await cases.open(tx, proposalProcess, { unionId: collection.unionId, title: d.title, text: wholeText(d), privacy: 'named', channel: 'congress', author: by, files: added, facts: { kind: d.kind } });
  await q.insertProposal(tx, { ...d, id: opened.id, moverId: seat.delegateId, unit: home?.name ?? '' });
  if (seconders.length > 0) await askThem(tx, by, { id: opened.id, title: d.title, termId: seat.termId, unionId: collection.unionId }, seconders);
  if (added.length > 0) await files.attach(tx, by, added, { kind: 'proposal', id: opened.id });
  return { id: opened.id, number: opened.number };
}

/** An own proposal, or the refusal that hides it. */
async function loadOwn(tx: Tx, by: Actor, id: string): Promise<q.ProposalRow> {
  const p = await q.findProposal(tx, by.personId, id);
  if (p === null || p.authorId !== by.personId) throw new Refused(doorWords.notFound, { status: 404 });
  return p;
}

/** Changes the text while seconders are gathered: whoever had said yes is asked anew. */
export async function amend(tx: Tx, by: Actor, { id, version, title, ...d }: In<'amend'>) {
  const p = await loadOwn(tx, by, id);
  refuseClosed(p, legalDateOf(tx.now));
  let anew: string[] = [];
  const done = await take(tx, by, 'amend', id, { ...atVersion(version), title }, d, async () => { await q.holdProposals(tx, [id]); anew = await people.askAgain(tx, id); });
  await similarity.put(tx, COLLECTION, [{ id, unionId: p.unionId, text: `${title}\n${wholeText(d)}`, at: p.openedAt }]);
  if (anew.length > 0) await notify.tell(tx, { key: `proposals/${id}/amended/${done.version.toString()}`, to: anew, kind: 'proposal.second', word: words.tellAmended, body: words.tellSecondBody, slots: { mover: by.name, title }, link: `/proposals/${id}`, unionId: p.unionId });
  return done;
}

/** Asks further delegates to second. */
export async function invite(tx: Tx, by: Actor, { id, people: wanted }: In<'invite'>) {
  const p = await loadOwn(tx, by, id);
  const state = (await q.holdProposals(tx, [id])).get(id)?.state;
  if (state !== 'gathering') throw new Refused(words.notGathering);
  refuseClosed(p, legalDateOf(tx.now));
  if ((await people.listSeconders(tx, id)).length + wanted.length > MOST.seconders) throw new Refused(words.secondersMost, { slots: { n: MOST.seconders } });
  const n = await askThem(tx, by, p, wanted);
  await audit.record(tx, by, words.auditInvited, { subject: { kind: 'proposal', id }, unionId: p.unionId, slots: { number: p.number, n } });
  return { asked: n };
}

/** Whoever was asked says yes or no, and may think better of it as long as it was not handed in. */
export async function second(tx: Tx, by: Actor, { id, answer, word }: In<'second'>) {
  const p = await q.findProposal(tx, by.personId, id);
  if (p === null || p.asked === 'none') throw new Refused(doorWords.notFound, { status: 404 });
  await seatFor(tx, by, p.collectionId);
  const state = (await q.holdProposals(tx, [id])).get(id)?.state;
  if (state !== 'gathering') throw new Refused(words.notGathering);
  refuseClosed(p, legalDateOf(tx.now));
  await people.answerSeconding(tx, id, by.personId, { answer, word });
  await audit.record(tx, by, answer === 'yes' ? words.auditSeconded : words.auditDeclined, { subject: { kind: 'proposal', id }, unionId: p.unionId, slots: { number: p.number } });
  const now = await q.findProposal(tx, by.personId, id);
  const n = now?.seconders ?? 0;
  await notify.tell(tx, { key: `proposals/${id}/seconded/${by.personId}/${p.version.toString()}/${answer}/${tx.now.getTime()}`, to: [p.authorId], kind: 'proposal.seconded', word: answer === 'yes' ? words.tellSeconded : words.tellDeclined, body: words.tellSecondedBody, slots: { name: by.name, title: p.title, n, least: p.least }, link: `/proposals/${id}`, unionId: p.unionId });
  return { seconders: n };
}

/**
 * Hands a proposal in.
 * @throws Refused with fewer seconders than the rule of its collection asks for, or after its last day
 */
export async function submit(tx: Tx, by: Actor, { id, version }: In<'submit'>) {
  const p = await loadOwn(tx, by, id);
  const today = legalDateOf(tx.now);
  refuseClosed(p, today);
  return take(tx, by, 'submit', id, atVersion(version), { submittedOn: today }, async () => {
    await q.holdProposals(tx, [id]);
    const yes = (await people.listSeconders(tx, id)).filter((s) => s.answer === 'yes').length;
    if (yes < p.least) throw new Refused(words.tooFew, { slots: { n: p.least - yes, least: p.least } });
  });
}

/** Hands in again what was given back, completed; those who seconded it hear of it. */
export async function complete(tx: Tx, by: Actor, { id, version, title, text, ...d }: In<'complete'>) {
  const p = await loadOwn(tx, by, id);
  const done = await take(tx, by, 'complete', id, { ...atVersion(version), title, ...(text ? { text } : {}) }, d);
  await similarity.put(tx, COLLECTION, [{ id, unionId: p.unionId, text: `${title}\n${wholeText(d)}`, at: p.openedAt }]);
  const yes = (await people.listSeconders(tx, id)).filter((s) => s.answer === 'yes').map((s) => s.id);
  if (yes.length > 0) await notify.tell(tx, { key: `proposals/${id}/completed/${done.version.toString()}`, to: yes, kind: 'proposal.completed', word: words.tellCompleted, body: words.tellCompletedBody, slots: { mover: by.name, title }, link: `/proposals/${id}`, unionId: p.unionId });
  return done;
}

/** Takes one's own proposal back, as long as it is not decided. */
export async function withdraw(tx: Tx, by: Actor, { id, version, text }: In<'withdraw'>) {
  await loadOwn(tx, by, id);
  return take(tx, by, 'withdraw', id, { ...atVersion(version), ...(text ? { text } : {}) });
}
