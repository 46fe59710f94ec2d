import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { daysBetween, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import { ledger } from '#engines/ledger';
import { findUnion, findUnions, listAncestors, listSubtree, loadUnionFor, officersOf, officesWith, type Union } from '#engines/org';
import type { api } from './activities.contract.ts';
import { activityProcess } from './activities.process.ts';
import { movedBy, sameDay } from './activities.rules.ts';
import * as q from './activities.sql.ts';
import { words } from './activities.words.ts';
import { listPaying, type PayingClub } from './paying-clubs.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Draft = Omit<In<'draft'>, 'unionId'>;
export const KEEP = 'activities.keep';
/** The book of points that people have; its wallets and the account that takes what is spent (part innovation/points). */
const POINTS = { purpose: 'suggestions.points', wallets: '1', sold: '5' } as const;
const UNITS = 100;

/** The union and those above it, nearest first. */
async function upwards(tx: Tx, unionId: string): Promise<Union[]> {
  const own = await findUnion(tx, unionId);
  return own === null ? [] : [own, ...(await listAncestors(tx, own))];
}

/** The book whose points pay for activities of this union: its own or the nearest above. */
export async function pointsOf(tx: Tx, unionId: string): Promise<{ bookId: string; wallets: string; sold: string } | null> {
  for (const union of await upwards(tx, unionId)) {
    const book = await ledger.findBook(tx, union.id, POINTS.purpose);
    if (book) return { bookId: book.id, wallets: POINTS.wallets, sold: POINTS.sold };
  }
  return null;
}

/** Clubs whose grant this person may say pays: all of a union that one keeps, else those whose money one spends, of one's own union and those above. */
async function payingClubs(tx: Tx, by: Actor, o: { union: Union; publishes: boolean }): Promise<PayingClub[]> {
  if (o.publishes) return listPaying(tx, [o.union.id], null);
  return by.membership === null ? [] : listPaying(tx, (await upwards(tx, by.membership.unionId)).map((u) => u.id), by.personId);
}

/** Says no to a club whose grant this person cannot give, or that belongs to another union than the one that organises. */
async function refuseClub(tx: Tx, by: Actor, union: Union, clubId: string): Promise<void> {
  const may = await listPaying(tx, [union.id], mayIn(by, KEEP, union.path) ? null : by.personId);
  if (!may.some((c) => c.id === clubId)) wrong('clubId', words.clubNotYours);
}

/**
 * The union that will organise what this person drafts: a named one that the person keeps, or the nearest up with somebody else who can approve;
 * that of the club whose grant pays, if one is chosen.
 */
async function organiser(tx: Tx, by: Actor, unionId: string | undefined, clubId?: string | null): Promise<{ union: Union; publishes: boolean }> {
  if (unionId !== undefined && by.grants.some((g) => g.permission === KEEP)) return { union: await loadUnionFor(tx, by, KEEP, unionId), publishes: true };
  if (unionId !== undefined && unionId !== by.membership?.unionId) throw new Refused(words.unionNotYours, { status: 404 });
  if (by.membership === null) throw new Refused(words.noUnion);
  const chain = await upwards(tx, by.membership.unionId);
  const own = chain[0];
  if (own && mayIn(by, KEEP, own.path)) return { union: own, publishes: true };
  const officers = await officersOf(tx, chain.map((u) => u.id), officesWith(KEEP).filter((o) => o !== 'platformAdmin'));
  const able = new Set(officers.filter((o) => o.personId !== by.personId).map((o) => o.unionId));
  const of = clubId ? (await listPaying(tx, chain.map((u) => u.id), by.personId)).find((c) => c.id === clubId)?.unionId : undefined;
  const union = chain.find((u) => able.has(u.id) && (of === undefined || u.id === of));
  if (union === undefined) throw new Refused(words.noApprover);
  return { union, publishes: false };
}

/** What the form starts with: who would organise it, whether it is published at once, how it may be paid, unions it may be for. */
export async function start(tx: Tx, by: Actor, o: In<'start'>) {
  const nothing = { union: null, publishes: false, online: false, points: false, units: [], own: by.membership?.unionId ?? null, clubs: [] };
  const found = await organiser(tx, by, o.unionId).catch((why: unknown) => { if (why instanceof Refused && why.status !== 404) return null; throw why; });
  if (found === null) return nothing;
  const below = (await listSubtree(tx, found.union.path)).slice(0, UNITS);
  return { union: { id: found.union.id, name: found.union.name }, publishes: found.publishes, online: claims.hasGate(), points: (await pointsOf(tx, found.union.id)) !== null, units: below.map((u) => ({ id: u.id, name: u.name })), own: by.membership?.unionId ?? null, clubs: await payingClubs(tx, by, found) };
}

const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };

function refuseTimes(d: Pick<Draft, 'kind'>, t: { startsAt: Date; endsAt: Date; opensAt: Date | null; closesAt: Date; cancelUntil: Date | null }): void {
  if (t.endsAt <= t.startsAt) wrong('endsAt', words.endsBefore);
  if (t.closesAt > t.endsAt) wrong('closesAt', words.closesAfter);
  if (t.opensAt !== null && t.opensAt >= t.closesAt) wrong('opensAt', words.opensAfter);
  if (t.cancelUntil !== null && t.cancelUntil > t.startsAt) wrong('cancelUntil', words.cancelAfter);
  if (d.kind === 'outing' && !sameDay(t.startsAt, t.endsAt)) wrong('endsAt', words.outingOvernight);
}

const dateOr = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** What was sent as it is kept, looked at by itself and against the union. */
async function wantedFrom(tx: Tx, by: Actor, union: Union, d: Draft, before: string | null): Promise<{ wanted: q.Wanted; audience: string[] }> {
  const clubId = d.clubId === undefined ? before : d.clubId;
  if (clubId !== null && clubId !== before) await refuseClub(tx, by, union, clubId);
  const times = { startsAt: new Date(d.startsAt), endsAt: new Date(d.endsAt), opensAt: dateOr(d.opensAt), closesAt: new Date(d.closesAt), cancelUntil: dateOr(d.cancelUntil) };
  refuseTimes(d, times);
  if ((d.pays === 'free') !== (d.price === 0)) wrong('price', words.priceMissing);
  if (d.pays === 'online' && !claims.hasGate()) wrong('pays', words.onlineUnknown);
  if (d.pays === 'points' && (await pointsOf(tx, union.id)) === null) wrong('pays', words.pointsUnknown);
  d.questions.forEach((one, i) => { if (one.ask === 'choice' && new Set(one.options).size < 2) wrong(`questions.${i}.options`, words.optionsMissing); });
  if (d.quotas.reduce((n, x) => n + x.places, 0) > d.places) wrong('quotas', words.quotasTooMany, { places: d.places });
  const audience = [...new Set(d.audience.length > 0 ? d.audience : [union.id])];
  const named = await findUnions(tx, [...audience, ...d.quotas.map((x) => x.unionId)]);
  const inside = (unionId: string): boolean => named.get(unionId)?.path.startsWith(union.path) ?? false;
  if (!audience.every(inside)) wrong('audience', words.audienceOutside);
  if (!d.quotas.every((x) => inside(x.unionId)) || new Set(d.quotas.map((x) => x.unionId)).size < d.quotas.length) wrong('quotas', words.audienceOutside);
  const plannedFen = BigInt(d.plan.reduce((sum, x) => sum + x.fen, 0));
  const questions = d.questions.map((one) => ({ ...one, options: one.ask === 'choice' ? [...new Set(one.options)] : [] }));
  return { audience, wanted: { ...d, ...times, price: BigInt(d.price), questions, plannedFen, clubId, seriesId: null } };
}

type New = { readonly union: Union; readonly publishes: boolean; readonly wanted: q.Wanted; readonly audience: readonly string[] };

/** Opens the case and keeps what is said. What an officer drafts for a union of his or hers has no author who would wait for somebody else. */
async function openDraft(tx: Tx, by: Actor, n: New): Promise<{ id: string; number: string }> {
  const whose = n.publishes ? { authorId: null, filedBy: by } : { author: by };
  const opened = await cases.open(tx, activityProcess, { unionId: n.union.id, ...(by.membership ? { originUnionId: by.membership.unionId } : {}), title: n.wanted.title, text: n.wanted.about, privacy: 'named', channel: n.publishes ? 'desk' : 'phone', ...whose });
  await q.insertActivity(tx, { id: opened.id, unionId: n.union.id, organiserId: by.personId }, n.wanted, n.audience);
  await audit.record(tx, by, words.auditDrafted, { subject: { kind: 'activity', id: opened.id }, unionId: n.union.id, slots: { title: n.wanted.title } });
  return { id: opened.id, number: opened.number };
}

/** Drafts an activity. A worker's goes to the nearest union that can approve it once it is sent; an officer's is published by the officer. */
export async function draft(tx: Tx, by: Actor, { unionId, ...d }: In<'draft'>) {
  const { union, publishes } = await organiser(tx, by, unionId, d.clubId);
  const opened = await openDraft(tx, by, { union, publishes, ...(await wantedFrom(tx, by, union, d, null)) });
  await files.attach(tx, by, d.cover, { kind: 'activityCover', id: opened.id });
  return { ...opened, may: [publishes ? 'publish' : 'submit'] };
}

/** An activity that this person drafted or keeps, in a state in which what is said may be changed. */
export async function loadDraft(tx: Tx, by: Actor, id: string): Promise<q.ActivityRow> {
  const a = await q.findActivity(tx, by, id);
  if (a === null) throw new Refused(doorWords.notFound, { status: 404 });
  if (a.authorId === by.personId ? !['drafted', 'returned'].includes(a.state) : !(mayIn(by, KEEP, a.path) && ['drafted', 'submitted'].includes(a.state))) {
    throw new Refused(a.organiserId === by.personId || mayIn(by, KEEP, a.path) ? words.notDraft : doorWords.notFound, { status: a.organiserId === by.personId || mayIn(by, KEEP, a.path) ? 409 : 404 });
  }
  return a;
}

/** Changes a draft; whoever approves it may set right what was sent, and the author sees what was changed. */
export async function save(tx: Tx, by: Actor, { id, version, ...d }: In<'save'>) {
  const a = await loadDraft(tx, by, id);
  if (version !== undefined && version !== a.version) throw new Refused(words.notDraft);
  const union = (await findUnions(tx, [a.unionId])).get(a.unionId);
  if (union === undefined) throw new Error(`activity ${id} belongs to no union`);
  const { wanted, audience } = await wantedFrom(tx, by, union, d, a.clubId);
  await q.updateActivity(tx, id, { ...wanted, seriesId: a.seriesId });
  await q.setAudience(tx, id, audience);
  if (d.cover.length > 0) await replaceCover(tx, by, id, d.cover);
  await cases.note(tx, activityProcess, id, { kind: 'person', actor: by }, {}, words.auditSavedStep);
  await audit.record(tx, by, words.auditSaved, { subject: { kind: 'activity', id }, unionId: a.unionId, slots: { title: wanted.title } });
  return { id, state: a.state };
}

async function replaceCover(tx: Tx, by: Actor, id: string, cover: readonly string[]): Promise<void> {
  const there = (await files.listOf(tx, 'activityCover', [id])).get(id) ?? [];
  const fresh = cover.filter((f) => !there.some((x) => x.id === f));
  await files.attach(tx, by, fresh, { kind: 'activityCover', id });
}

/** Sends a draft to be approved. */
export async function submit(tx: Tx, by: Actor, { id, version }: In<'submit'>) {
  const a = await loadOwn(tx, by, id);
  if (a.startsAt <= tx.now) throw new Refused(words.startsPast, { fields: [{ path: 'startsAt', why: words.startsPast }] });
  if (a.closesAt <= tx.now) throw new Refused(words.closesPast, { fields: [{ path: 'closesAt', why: words.closesPast }] });
  const held = await cases.step(tx, activityProcess, 'submit', id, { kind: 'person', actor: by }, version === undefined ? {} : { version });
  return { id, state: held.file.state };
}

/** Takes a draft back before it is decided. */
export async function withdraw(tx: Tx, by: Actor, { id, version }: In<'withdraw'>) {
  await loadOwn(tx, by, id);
  const held = await cases.step(tx, activityProcess, 'withdraw', id, { kind: 'person', actor: by }, version === undefined ? {} : { version });
  return { id, state: held.file.state };
}

async function loadOwn(tx: Tx, by: Actor, id: string): Promise<q.ActivityRow> {
  const a = await q.findActivity(tx, by, id);
  if (a === null) throw new Refused(doorWords.notFound, { status: 404 });
  return a;
}

/** The same activity on another day: all its times move along, nobody is signed up. */
export function movedTo(a: q.ActivityRow, startsOn: string, seriesId: string | null): q.Wanted {
  const days = daysBetween(legalDateOf(a.startsAt), startsOn);
  const move = (at: Date | null): Date | null => (at === null ? null : movedBy(at, days));
  return {
    ...a, startsAt: movedBy(a.startsAt, days), endsAt: movedBy(a.endsAt, days), closesAt: movedBy(a.closesAt, days), opensAt: null, cancelUntil: move(a.cancelUntil), seriesId,
    quotas: a.quotas.map((x) => ({ ...x, rollsUpAt: x.rollsUpAt === null ? null : movedBy(new Date(x.rollsUpAt), days).toISOString() })),
  };
}

/** Makes a new draft of an activity that one drafted or keeps, on another day. */
export async function copy(tx: Tx, by: Actor, { id, startsOn }: In<'copy'>) {
  const a = await loadOwn(tx, by, id);
  if (a.organiserId !== by.personId && !mayIn(by, KEEP, a.path)) throw new Refused(doorWords.notFound, { status: 404 });
  return copyOf(tx, by, a, movedTo(a, startsOn, null));
}

/** A new draft with what is said about another activity. */
export async function copyOf(tx: Tx, by: Actor, a: q.ActivityRow, wanted: q.Wanted): Promise<{ id: string; number: string }> {
  const { union, publishes } = await organiser(tx, by, mayIn(by, KEEP, a.path) ? a.unionId : undefined);
  const audience = union.id === a.unionId ? (await q.listAudience(tx, a.id)).map((u) => u.id) : [union.id];
  const here = union.id === a.unionId;
  return openDraft(tx, by, { union, publishes, wanted: { ...wanted, quotas: here ? wanted.quotas : [], clubId: here ? wanted.clubId : null }, audience });
}

/** A mark that several activities share. */
export const newSeries = newId;
