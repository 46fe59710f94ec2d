import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { notify } from '#engines/notify';
import { officersOf, officesWith } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { chooseExperts } from './panel.rules.ts';
import type { reviews } from './review.contract.ts';
import { type ExpertRow, findHearing, type Hearing, insertReviews, deleteWaiting, listAsked, listExpertsFor, listReviews, lockHearing, type ReviewRow, settleReview } from './review.sql.ts';
import { words } from './review.words.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { type ExpertGroup, groupFor } from './suggestions.rules.ts';
import { words as suggestionWords } from './suggestions.words.ts';
import { loadSeen, type Seen } from './views.service.ts';

type In<K extends keyof typeof reviews> = z.output<(typeof reviews)[K]['in']>;
type Named = { readonly id: string; readonly name: string };

const isHeard = (h: Hearing): boolean => h.state === 'company' || h.state === 'appealed';
const groupWord = (group: ExpertGroup): Word => suggestionWords[`group_${group}`];
const readers = (): string[] => officesWith('suggestions.read').filter((o) => o !== 'platformAdmin');

async function loadHearing(tx: Tx, id: string): Promise<Hearing> {
  const hearing = await findHearing(tx, id, legalDateOf(tx.now));
  if (hearing === null) throw new Refused(suggestionWords.unknown, { status: 404 });
  return hearing;
}

/** How many opinions a decision of the company needs. */
export async function leastOf(tx: Tx, schemeUnionId: string): Promise<number> {
  const name = 'suggestions.reviewers.atLeast';
  return Number((await rulebook.look(tx, { unionId: schemeUnionId }, [name])).values[name]);
}

const decides = (by: Actor, seen: Seen): boolean => seen.as === 'officer' && mayIn(by, 'suggestions.decide', seen.seat.deskPath);

/** A suggestion of which the actor asks experts: the office of the company, while it decides. */
async function loadForAsking(tx: Tx, by: Actor, id: string): Promise<Hearing> {
  if (!decides(by, await loadSeen(tx, by, id))) throw new Refused(suggestionWords.unknown, { status: 404 });
  await lockHearing(tx, id);
  const hearing = await loadHearing(tx, id);
  if (!isHeard(hearing)) throw new Refused(words.notReviewed);
  return hearing;
}

async function expertsFor(tx: Tx, id: string, h: Hearing, group: ExpertGroup): Promise<{ list: ExpertRow[]; officers: ReadonlySet<string> }> {
  const list = await listExpertsFor(tx, { id, schemeUnionId: h.schemeUnionId, group, round: h.round, on: legalDateOf(tx.now) });
  const officers = h.blind ? await officersOf(tx, [h.schemeUnionId, h.unitUnionId], readers()) : [];
  return { list, officers: new Set(officers.map((o) => o.personId)) };
}

const groupOf = (h: Hearing, asked?: ExpertGroup): ExpertGroup => asked ?? h.expertGroup ?? groupFor(h.category);

async function tellAsked(tx: Tx, id: string, h: Hearing, group: ExpertGroup, to: readonly string[]): Promise<void> {
  const word = groupWord(group);
  const body: Word = { code: words.tellAskedBody.code, zh: say(words.tellAskedBody, 'zh', { title: h.title, group: word.zh }), en: say(words.tellAskedBody, 'en', { title: h.title, group: word.en }) };
  for (const person of to) await notify.tell(tx, { key: `suggestions/review/${id}/${h.round}/${person}`, to: [person], kind: 'suggestions.review', word: words.tellAsked, body, link: `/suggestions/reviews/${id}` });
}

async function tellOffice(tx: Tx, id: string, h: Hearing, said: { key: string; word: Word; body: Word; slots: Record<string, string | number> }): Promise<void> {
  const to = [...new Set((await officersOf(tx, [h.unionId], officesWith('suggestions.decide'))).map((o) => o.personId))];
  if (to.length > 0) await notify.tell(tx, { key: `suggestions/review/${id}/${h.round}/${said.key}`, to, kind: 'suggestions.office', word: said.word, body: said.body, slots: said.slots, link: `/console/suggestions/${id}` });
}

/** The experts the officer named, if each may be asked. */
function namedExperts(list: readonly ExpertRow[], ids: readonly string[], locale: Locale): string[] {
  for (const id of ids) {
    const one = list.find((e) => e.personId === id);
    const why = one === undefined ? words.notExpert : one.bar === null ? null : words[`bar_${one.bar}`];
    if (why) throw new Refused(words.cannotAsk, { status: 400, slots: { name: one?.name ?? '', why: say(why, locale) }, fields: [{ path: 'reviewerIds', why }] });
  }
  return [...new Set(ids)];
}

/**
 * Asks experts of the group for their opinions: those named, or as many as are missing, chosen by load.
 * @returns who was asked, and how many are still missing because the group has nobody else
 */
export async function ask(tx: Tx, by: Actor, d: In<'ask'>, call: Call): Promise<{ asked: Named[]; missing: number; version: number }> {
  const h = await loadForAsking(tx, by, d.id);
  const group = groupOf(h, d.expertGroup);
  const { list, officers } = await expertsFor(tx, d.id, h, group);
  const there = (await listReviews(tx, d.id)).filter((r) => r.round === h.round && r.conflict === '').length;
  const n = Math.max(1, (await leastOf(tx, h.schemeUnionId)) - there);
  const chosen = d.reviewerIds.length > 0 ? namedExperts(list, d.reviewerIds, call.locale) : chooseExperts(list.map((e) => ({ ...e, officer: officers.has(e.personId) })), n, { blind: h.blind });
  if (chosen.length === 0) throw new Refused(words.noneLeft, { slots: { group: say(groupWord(group), call.locale) } });
  const asked = chosen.map((id) => ({ id, name: list.find((e) => e.personId === id)?.name ?? '' }));
  const text = [asked.map((a) => a.name).join('、'), d.text].filter(Boolean).join('\n');
  const { file } = await cases.step(tx, suggestionProcess, 'askExperts', d.id, { kind: 'person', actor: by }, { text, ...(d.version === undefined ? {} : { version: d.version }) });
  await insertReviews(tx, { id: d.id, round: h.round, group, askedById: by.personId, reviewerIds: chosen });
  await tellAsked(tx, d.id, h, group, chosen);
  return { asked, missing: d.reviewerIds.length > 0 ? 0 : n - chosen.length, version: file.version };
}

/** Asks one more expert of the group on behalf of whoever asked before. @returns nobody when the group has nobody left */
async function askAnother(tx: Tx, id: string, h: Hearing, group: ExpertGroup, askedById: string): Promise<Named[]> {
  const { list, officers } = await expertsFor(tx, id, h, group);
  const chosen = chooseExperts(list.map((e) => ({ ...e, officer: officers.has(e.personId) })), 1, { blind: h.blind });
  if (chosen.length === 0) return [];
  await insertReviews(tx, { id, round: h.round, group, askedById, reviewerIds: chosen });
  await tellAsked(tx, id, h, group, chosen);
  return chosen.map((person) => ({ id: person, name: list.find((e) => e.personId === person)?.name ?? '' }));
}

/** Asks another expert instead of one who does not speak. */
export async function replace(tx: Tx, by: Actor, { id, reviewerId }: In<'replace'>, call: Call): Promise<{ asked: Named[] }> {
  const h = await loadForAsking(tx, by, id);
  const row = (await listReviews(tx, id)).find((r) => r.reviewerId === reviewerId && r.round === h.round && r.givenAt === null);
  if (row === undefined) throw new Refused(words.notWaiting);
  const asked = await askAnother(tx, id, h, row.expertGroup, by.personId);
  if (asked.length === 0) throw new Refused(words.noneLeft, { slots: { group: say(groupWord(row.expertGroup), call.locale) } });
  await deleteWaiting(tx, { id, round: h.round, reviewerId });
  await audit.record(tx, by, words.auditReplaced, { subject: { kind: 'suggestion', id }, unionId: h.unionId });
  return { asked };
}

/** The review that waits for the actor, held; whoever was not asked learns nothing. */
async function loadOwnReview(tx: Tx, by: Actor, id: string): Promise<{ h: Hearing; row: ReviewRow }> {
  const seen = await loadSeen(tx, by, id);
  if (!seen.seat.reviewer || seen.seat.barred) throw new Refused(suggestionWords.unknown, { status: 404 });
  await lockHearing(tx, id);
  const h = await loadHearing(tx, id);
  const row = (await listReviews(tx, id)).find((r) => r.reviewerId === by.personId && r.round === h.round);
  if (!isHeard(h) || row === undefined) throw new Refused(words.notWaiting);
  if (row.givenAt !== null) throw new Refused(words.gaveAlready);
  return { h, row };
}

/** Gives an opinion; it cannot be changed afterwards. The office hears when enough have spoken. */
export async function give(tx: Tx, by: Actor, { id, verdict, grade, text }: In<'give'>): Promise<{ given: number }> {
  const { h } = await loadOwnReview(tx, by, id);
  if (verdict === 'implement' && grade === undefined) throw new Refused(words.gradeNeeded, { status: 400, fields: [{ path: 'grade', why: words.gradeNeeded }] });
  await settleReview(tx, { id, round: h.round, reviewerId: by.personId, verdict, grade: verdict === 'reject' ? null : (grade ?? null), text, conflict: '' });
  await audit.record(tx, by, words.auditGave, { subject: { kind: 'suggestion', id }, unionId: h.unionId });
  const given = h.given + 1;
  if (given === (await leastOf(tx, h.schemeUnionId))) await tellOffice(tx, id, h, { key: 'enough', word: words.tellEnough, body: words.tellEnoughBody, slots: { title: h.title, n: given } });
  return { given };
}

/** Steps back for a conflict of interest: the suggestion is not there for this expert any more, and another is asked. */
export async function stepBack(tx: Tx, by: Actor, { id, text }: In<'stepBack'>): Promise<{ id: string }> {
  const { h, row } = await loadOwnReview(tx, by, id);
  await settleReview(tx, { id, round: h.round, reviewerId: by.personId, verdict: null, grade: null, text: '', conflict: text });
  await cases.bar(tx, id, by.personId, 'conflict');
  await audit.record(tx, by, words.auditSteppedBack, { subject: { kind: 'suggestion', id }, unionId: h.unionId });
  const asked = await askAnother(tx, id, h, row.expertGroup, row.askedById);
  if (asked.length === 0) await tellOffice(tx, id, h, { key: `short/${by.personId}`, word: words.tellShort, body: words.tellShortBody, slots: { title: h.title } });
  return { id };
}

/** What waits for my review, then what I reviewed. */
export async function waiting(tx: Tx, by: Actor, f: In<'waiting'>) {
  const { items, total } = await listAsked(tx, by.personId, f, f);
  return { items: items.map((r) => ({ ...r, askedAt: r.askedAt.toISOString(), givenAt: r.givenAt?.toISOString() ?? null })), total };
}

/** Who could be asked, with what waits for each and what speaks against it. */
export async function experts(tx: Tx, by: Actor, { id, expertGroup }: In<'experts'>, call: Call) {
  if (!decides(by, await loadSeen(tx, by, id))) throw new Refused(suggestionWords.unknown, { status: 404 });
  const h = await loadHearing(tx, id);
  const group = groupOf(h, expertGroup);
  const { list } = await expertsFor(tx, id, h, group);
  return { expertGroup: group, items: list.map((e) => ({ id: e.personId, name: e.name, unit: e.unit, leads: e.leads, near: e.near, open: e.open, why: e.bar === null ? '' : say(words[`bar_${e.bar}`], call.locale) })) };
}

const opinionView = (by: Actor) => (r: ReviewRow) => ({
  reviewer: { id: r.reviewerId, name: r.name, unit: r.unit }, mine: r.reviewerId === by.personId, round: r.round, expertGroup: r.expertGroup, verdict: r.verdict, grade: r.grade, text: r.text, conflict: r.conflict,
  askedAt: r.askedAt.toISOString(), givenAt: r.givenAt?.toISOString() ?? null,
});

/** What of the opinions this reader sees: the office all; an expert the others' only after giving an own one. */
function shownTo(by: Actor, office: boolean, all: readonly ReviewRow[], round: number): readonly ReviewRow[] {
  if (office) return all;
  const mine = all.filter((r) => r.reviewerId === by.personId);
  const gaveIn = new Set(mine.filter((r) => r.verdict !== null).map((r) => r.round));
  return all.filter((r) => r.reviewerId === by.personId || (gaveIn.has(r.round) && r.round <= round && r.verdict !== null));
}

/** Opinions on a suggestion, for the officers who decide and for the experts who were asked; nobody else. */
export async function opinions(tx: Tx, by: Actor, { id }: In<'opinions'>) {
  const seen = await loadSeen(tx, by, id);
  const office = seen.as === 'officer' && !seen.seat.reviewer;
  if (!office && (!seen.seat.reviewer || seen.seat.barred || seen.as === 'author' || seen.as === 'coauthor')) throw new Refused(suggestionWords.unknown, { status: 404 });
  const h = await loadHearing(tx, id);
  const all = await listReviews(tx, id);
  const shown = shownTo(by, office, all, h.round);
  const now = all.filter((r) => r.round === h.round);
  const spoken = shown.filter((r) => r.round === h.round && r.verdict !== null);
  const mayDecide = decides(by, seen) && isHeard(h);
  const waitsForMe = isHeard(h) && now.some((r) => r.reviewerId === by.personId && r.givenAt === null);
  const least = await leastOf(tx, h.schemeUnionId);
  return {
    items: shown.map(opinionView(by)), round: h.round, given: h.given, least, hidden: all.filter((r) => r.verdict !== null).length - shown.filter((r) => r.verdict !== null).length, needsWord: isHeard(h) && h.experts > 0 && h.given < least,
    agree: spoken.length < 2 ? null : spoken.every((r) => r.verdict === spoken[0]?.verdict && r.grade === spoken[0]?.grade),
    may: [...(mayDecide ? (['ask'] as const) : []), ...(mayDecide && now.some((r) => r.givenAt === null) ? (['replace'] as const) : []), ...(waitsForMe ? (['give', 'stepBack'] as const) : [])],
  };
}
