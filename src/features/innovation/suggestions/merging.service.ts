import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { judges, obstacleOf } from './duplicates.service.ts';
import { listLikenesses, settleLikeness } from './duplicates.sql.ts';
import type { merging } from './merging.contract.ts';
import { alikeShare, sharesAfter } from './merging.rules.ts';
import * as q from './merging.sql.ts';
import type { Comparable, Merger } from './merging.sql.ts';
import { words } from './merging.words.ts';
import { take } from './steps.service.ts';
import { words as suggestionWords } from './suggestions.words.ts';

type In<K extends keyof typeof merging> = z.output<(typeof merging)[K]['in']>;

const barOf = (suggestionId: string): string => `merged/${suggestionId}`;
const isSettled = (c: Comparable): boolean => c.adoptedOn !== null && c.revokedOn === null;

/** Reckons the authors of a suggestion anew from its own ones and what is merged into it; co-authors by merger may not judge it. */
async function shareAnew(tx: Tx, id: string): Promise<void> {
  const mergers = await q.listMergers(tx, id);
  const own = await q.listOwnShares(tx, id);
  if (own.length === 0) return;
  const shares = await q.listShares(tx, mergers.map((m) => m.suggestionId));
  const authors = sharesAfter(own, mergers.map((m) => ({ id: m.suggestionId, share: m.share, authors: shares.get(m.suggestionId) ?? [] })));
  await q.writeAuthors(tx, id, authors);
  for (const a of authors) if (a.mergedFromId !== null) await cases.bar(tx, id, a.personId, barOf(a.mergedFromId));
  if (!mergers.some((m) => m.share > 0)) await q.dropOwnShares(tx, id);
}

async function tellAuthors(tx: Tx, m: Merger, title: string, verb: 'joined' | 'parted'): Promise<void> {
  const to = ((await q.listShares(tx, [m.earlierId])).get(m.earlierId) ?? []).map((a) => a.personId);
  const [word, body] = verb === 'joined' ? [words.tellJoined, words.tellJoinedBody] : [words.tellParted, words.tellPartedBody];
  await notify.tell(tx, { key: `suggestions/merger/${m.id}/${verb}`, to, kind: `suggestions.${verb}`, word, body, slots: { title }, link: `/suggestions/${m.earlierId}` });
}

/** Both suggestions, held in one order whoever asks; the later one for its officer. */
async function holdPair(tx: Tx, by: Actor, id: string, otherId: string): Promise<{ own: Comparable; other: Comparable }> {
  await q.lockCases(tx, [id, otherId]);
  const pair = await q.findComparable(tx, [id, otherId], by.personId);
  const [own, other] = [pair.get(id), pair.get(otherId)];
  if (own === undefined || !judges(by, 'suggestions.review', own)) throw new Refused(suggestionWords.unknown, { status: 404 });
  if (other === undefined) throw new Refused(words.otherUnit, { status: 404 });
  return { own, other };
}

async function shareGiven(tx: Tx, sharing: In<'merge'>['sharing'], later: string, earlier: string): Promise<number> {
  if (sharing.way === 'supporters') return 0;
  if (sharing.way === 'share') return sharing.percent * 100;
  const shares = await q.listShares(tx, [later, earlier]);
  const there = new Set((shares.get(earlier) ?? []).map((a) => a.personId));
  const coming = (shares.get(later) ?? []).filter((a) => !there.has(a.personId)).length;
  return coming === 0 ? 0 : alikeShare(there.size, coming);
}

/**
 * Merges a suggestion into the one that was first: it is no longer valid, its supporters support the earlier one, its authors support it
 * or share in it. Shares sum to the whole; what is adopted keeps its shares.
 * @throws Refused when this one was first, the earlier one was merged or has ended, or lies outside the officer's units
 */
export async function merge(tx: Tx, by: Actor, { earlierId, sharing, ...d }: In<'merge'>) {
  const { own, other } = await holdPair(tx, by, d.id, earlierId);
  const why = obstacleOf(by, own, other);
  if (why) throw why;
  if (sharing.way !== 'supporters' && isSettled(other)) throw new Refused(words.sharesSettled, { slots: { title: other.title }, fields: [{ path: 'sharing', why: words.sharesSettled }] });
  const share = await shareGiven(tx, sharing, d.id, earlierId);
  const done = await take(tx, by, 'merge', d, { voidOn: legalDateOf(tx.now), voidWhy: 'merged', mergedIntoId: earlierId }, { data: { earlierId } });
  const merger = { id: newId(), suggestionId: d.id, earlierId, share };
  await q.insertMerger(tx, { ...merger, byId: by.personId });
  if (share > 0) await q.keepOwnShares(tx, earlierId);
  await shareAnew(tx, earlierId);
  await q.carrySupporters(tx, d.id, earlierId);
  await settleLikeness(tx, { suggestionId: d.id, earlierId, score: 0, state: 'merged', text: d.text, byId: by.personId });
  await audit.record(tx, by, words.auditMerged, { subject: { kind: 'suggestion', id: earlierId } });
  await tellAuthors(tx, merger, other.title, 'joined');
  return done;
}

/**
 * Undoes a merger: shares, supporters and the review are as they would be had it never been made.
 * @throws Refused when the earlier one was adopted with the shares of the merger, or was merged itself since
 */
export async function unmerge(tx: Tx, by: Actor, d: In<'unmerge'>) {
  const before = await q.findMerger(tx, d.id);
  const { other } = await holdPair(tx, by, d.id, before?.earlierId ?? d.id);
  const merger = await q.findMerger(tx, d.id);
  if (merger !== null && merger.earlierId === before?.earlierId) {
    if (other.state === 'merged') throw new Refused(words.undoOuter, { slots: { title: (await q.findComparable(tx, [(await q.findMerger(tx, other.id))?.earlierId ?? other.id], by.personId)).values().next().value?.title ?? other.title } });
    if (merger.share > 0 && isSettled(other)) throw new Refused(words.undoSettled, { slots: { title: other.title } });
  }
  const done = await take(tx, by, 'unmerge', d, { voidOn: null, voidWhy: null, mergedIntoId: null, level: 'unit', expertGroup: null });
  if (merger !== null) await giveBack(tx, by, merger, other.title);
  return done;
}

async function giveBack(tx: Tx, by: Actor, merger: Merger, title: string): Promise<void> {
  const { suggestionId, earlierId } = merger;
  await q.undoMerger(tx, merger.id, by.personId);
  await q.returnSupporters(tx, suggestionId, earlierId);
  await cases.unbar(tx, earlierId, barOf(suggestionId));
  await shareAnew(tx, earlierId);
  for (const other of await q.listMergers(tx, earlierId)) await q.carrySupporters(tx, other.suggestionId, earlierId);
  const likeness = (await listLikenesses(tx, suggestionId)).find((l) => l.earlierId === earlierId);
  await settleLikeness(tx, { suggestionId, earlierId, score: likeness?.score ?? 0, state: 'open', text: '', byId: by.personId });
  await audit.record(tx, by, words.auditParted, { subject: { kind: 'suggestion', id: earlierId } });
  await tellAuthors(tx, merger, title, 'parted');
}

