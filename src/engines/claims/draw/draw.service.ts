import type { Actor, Tx } from '#shared/call';
import type { DrawFile, EntryFile, NoticePart, RulesPart } from '#shared/draw-shape';
import { Refused } from '#shared/errors';
import { orderly } from '#shared/orderly';
import { maskName } from '#shared/person-name';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { findRows } from '../views.sql.ts';
import { findOffer } from '../offers.sql.ts';
import { close, type Keeper, open } from '../offers.service.ts';
import { remove } from '../people.service.ts';
import { entered, settle } from '../settle.service.ts';
import { drawWords as words } from './draw.words.ts';
import * as q from './draw.sql.ts';
import { documentHash, newSecret, randomnessOf, serverCommitment, timeOfRound, tokenOf, witnessSeal } from './hashes.ts';
import { freeze, type FrozenList, proofOf } from './list.ts';
import { draw, noticeOf } from './result.ts';

/** What is to be announced; the rest of the rules comes from the offer and from the engine. */
export type DrawWanted = {
  readonly offerId: string;
  readonly union: string;
  readonly who: string;
  readonly tickets: string;
  readonly prizes: RulesPart['prizes'];
  readonly terms: readonly string[];
  readonly source: { readonly kind: 'drand'; readonly chain: string; readonly genesis: number; readonly period: number; readonly after: number } | { readonly kind: 'witnesses'; readonly need: number; readonly hours: number; readonly witnesses: readonly { readonly personId: string; readonly name: string }[] };
  /** the draw that is held again, and why, in public */
  readonly replaces: { readonly draw: string; readonly reason: string } | null;
};

const subject = (id: string, unionId: string, slots: Readonly<Record<string, string | number>>) => ({ subject: { kind: 'offer', id }, unionId, slots });

/**
 * Fixes the rules and the secret of a prepared offer (mode `draw`) and opens it. From here on nothing of it can be changed.
 * @returns the hash of the rules
 * @throws Refused when witnesses are too few, twice, or the offer is not in preparation
 */
export async function announce(tx: Tx, by: Keeper, w: DrawWanted): Promise<string> {
  const offer = await findOffer(tx, w.offerId, true);
  if (offer === null) throw new Refused(words.unknown, { status: 404 });
  if (offer.state !== 'draft' || offer.mode !== 'draw') throw new Refused(words.announced);
  const witnesses = w.source.kind === 'witnesses' ? w.source.witnesses : [];
  if (w.source.kind === 'witnesses' && (w.source.need < 2 || witnesses.length < w.source.need)) throw new Refused(words.tooFewWitnesses);
  if (new Set(witnesses.map((x) => x.personId)).size < witnesses.length) throw new Refused(words.witnessTwice);
  const before = w.replaces === null ? null : await q.findDraw(tx, w.replaces.draw);
  const secret = newSecret();
  const rules: RulesPart = {
    format: 'niangjia-draw-rules/1', draw: offer.id, union: w.union, title: offer.title, who: w.who, tickets: w.tickets, opensAt: offer.opensAt.toISOString(), closesAt: offer.closesAt.toISOString(),
    prizes: w.prizes, terms: w.terms, commitment: serverCommitment(offer.id, secret), replaces: w.replaces === null ? null : { draw: w.replaces.draw, notice: before?.noticeHash ?? null, reason: w.replaces.reason },
    source: w.source.kind === 'drand' ? w.source : { kind: 'witnesses', need: w.source.need, hours: w.source.hours, names: witnesses.map((x) => x.name) },
  };
  const hash = documentHash(rules);
  await q.insertDraw(tx, { id: offer.id, rules: orderly(rules), rulesHash: hash, secret: secrets.seal(secret), salt: secrets.seal(newSecret()), need: w.source.kind === 'witnesses' ? w.source.need : 0, closesAt: offer.closesAt, againOf: w.replaces?.draw ?? null });
  if (witnesses.length > 0) await q.insertWitnesses(tx, offer.id, witnesses);
  await open(tx, by, offer.id);
  await audit.record(tx, by, words.auditAnnounced, subject(offer.id, offer.unionId, { title: offer.title, hash }));
  return hash;
}

const rulesIn = (d: q.DrawRow): RulesPart => JSON.parse(d.rules) as RulesPart;
const noticeIn = (d: q.DrawRow): NoticePart => JSON.parse(d.notice ?? 'null') as NoticePart;

async function lockedDraw(tx: Tx, id: string): Promise<{ d: q.DrawRow; offer: NonNullable<Awaited<ReturnType<typeof findOffer>>> }> {
  const offer = await findOffer(tx, id, true);
  const d = await q.findDraw(tx, id, true);
  if (offer === null || d === null) throw new Refused(words.unknown, { status: 404 });
  if (offer.state === 'cancelled') throw new Refused(words.calledOff);
  return { d, offer };
}

async function ownWitness(tx: Tx, by: Actor, drawId: string): Promise<q.WitnessRow> {
  const own = (await q.listWitnesses(tx, [drawId])).find((w) => w.personId === by.personId);
  if (own === undefined) throw new Refused(words.unknown, { status: 404 });
  return own;
}

/** A witness hands in what seals their secret, until the list is frozen, once. @throws Refused */
export async function commit(tx: Tx, by: Actor, drawId: string, commitment: string): Promise<void> {
  const own = await ownWitness(tx, by, drawId);
  const { d, offer } = await lockedDraw(tx, drawId);
  if (d.frozenAt !== null) throw new Refused(words.frozen);
  if (!(await q.setCommitment(tx, drawId, own.no, commitment))) throw new Refused(words.committed);
  await audit.record(tx, by, words.auditCommitted, subject(drawId, offer.unionId, { title: offer.title, no: own.no, commitment }));
}

/**
 * Freezes the list of those who entered and makes the notice. An offer that nobody entered is closed instead.
 * @param ticketsOf how many tickets a person has; one each unless told
 * @returns the notice's hash, null when nobody had entered
 * @throws Refused before the end of entries, a second time, or while too few witnesses have handed in theirs
 */
export async function freezeEntries(tx: Tx, by: Keeper, drawId: string, ticketsOf: (personId: string) => number = () => 1): Promise<string | null> {
  const { d, offer } = await lockedDraw(tx, drawId);
  if (d.frozenAt !== null) throw new Refused(words.frozen);
  if (tx.now < offer.closesAt) throw new Refused(words.tooEarly);
  const claims = await entered(tx, drawId);
  if (claims.length === 0) {
    if (offer.state === 'open') await close(tx, by, drawId);
    return null;
  }
  const witnesses = await q.listWitnesses(tx, [drawId]);
  if (witnesses.filter((w) => w.commitment !== null).length < d.need) throw new Refused(words.commitmentsMissing, { slots: { need: d.need } });
  const salt = secrets.open(d.salt);
  const entries = claims.map((c): q.EntryRow => ({ claimId: c.id, token: tokenOf(salt, c.personId), tickets: ticketsOf(c.personId) }));
  const rules = rulesIn(d);
  const notice = noticeOf(rules, freeze(drawId, entries), tx.now, witnesses.map((w) => w.commitment));
  const hash = documentHash(notice);
  const dueAt = notice.source.kind === 'drand' ? timeOfRound(rules.source as Extract<RulesPart['source'], { kind: 'drand' }>, notice.source.round) : new Date(notice.source.revealBy);
  await q.insertNotice(tx, drawId, { notice: orderly(notice), hash, dueAt });
  await q.insertEntries(tx, drawId, entries);
  await audit.record(tx, by, words.auditFrozen, subject(drawId, offer.unionId, { title: offer.title, n: entries.length, hash }));
  return hash;
}

/**
 * A witness opens their secret after the list was frozen.
 * @returns whether all who had sealed one have opened it, so that the draw can be held now
 * @throws Refused when it is not what was sealed, too early, or a second time
 */
export async function reveal(tx: Tx, by: Actor, drawId: string, secret: string): Promise<boolean> {
  const own = await ownWitness(tx, by, drawId);
  const { d, offer } = await lockedDraw(tx, drawId);
  if (d.frozenAt === null) throw new Refused(words.notFrozen);
  if (d.drawnAt !== null) throw new Refused(words.drawn);
  if (own.commitment === null) throw new Refused(words.neverCommitted);
  if (witnessSeal(drawId, own.no, secret) !== own.commitment) throw new Refused(words.otherSecret, { fields: [{ path: 'secret', why: words.otherSecret }] });
  if (!(await q.setSecret(tx, drawId, own.no, secret))) throw new Refused(words.revealed);
  await audit.record(tx, by, words.auditRevealed, subject(drawId, offer.unionId, { title: offer.title, no: own.no }));
  return (await q.listWitnesses(tx, [drawId])).every((w) => w.commitment === null || w.secret !== null);
}

/** What came from outside, or a refusal that says what is waited for. */
async function sourceFor(tx: Tx, d: q.DrawRow, signature: string | null): Promise<DrawFile['source']> {
  const notice = noticeIn(d);
  if (notice.source.kind === 'drand') {
    if (signature === null || (d.dueAt !== null && tx.now < d.dueAt)) throw new Refused(words.roundAwaited, { slots: { round: notice.source.round } });
    return { kind: 'drand', round: notice.source.round, signature, randomness: randomnessOf(signature) };
  }
  const reveals = (await q.listWitnesses(tx, [d.id])).map((w) => w.secret);
  const there = reveals.filter((s) => s !== null).length;
  const all = notice.source.commitments.filter((c) => c !== null).length;
  if (there < d.need || (there < all && d.dueAt !== null && tx.now < d.dueAt)) throw new Refused(words.revealsAwaited, { slots: { there, need: d.need, all } });
  return { kind: 'witnesses', reveals };
}

/**
 * Draws, once: keeps the result and gives the places out through the engine, which tells everybody. Who gave their entry back after the
 * list was frozen stays in the order, and their place goes to the next.
 * @param signature drand's, for a draw that waits for a round
 * @throws Refused when it was drawn, or what it needs is not there yet
 */
export async function drawNow(tx: Tx, by: Keeper, drawId: string, signature: string | null = null): Promise<DrawFile> {
  const { d, offer } = await lockedDraw(tx, drawId);
  if (d.frozenAt === null) throw new Refused(words.notFrozen);
  if (d.drawnAt !== null) throw new Refused(words.drawn);
  const source = await sourceFor(tx, d, signature);
  const entries = await q.listEntries(tx, drawId);
  const claimOf = new Map(entries.map((e) => [e.token, e.claimId]));
  const shape = { rules: rulesIn(d), notice: noticeIn(d), secret: secrets.open(d.secret), source, entrants: entries.map(({ token, tickets }) => ({ token, tickets })), drawnAt: tx.now };
  const unnamed = draw({ ...shape, nameOf: () => '' });
  const people = new Map((await findRows(tx, unnamed.winners.map((w) => claimOf.get(w.token) ?? ''))).map((c) => [c.id, c]));
  const file = draw({ ...shape, nameOf: (token) => { const c = people.get(claimOf.get(token) ?? ''); return c === undefined ? '' : `${maskName(c.name, 'ends')}（${c.unit}）`; } });
  await q.insertResult(tx, drawId, orderly(file), file);
  const live = new Set((await entered(tx, drawId)).map((c) => c.id));
  const order = file.order.flatMap((token) => { const id = claimOf.get(token); return id !== undefined && live.has(id) ? [id] : []; });
  // Whoever got in while the list was being frozen stands in no root.
  const listed = new Set(order);
  for (const late of live) if (!listed.has(late)) await remove(tx, null, late, words.cameLate.zh);
  await settle(tx, by, drawId, order);
  await audit.record(tx, by, words.auditDrawn, subject(drawId, offer.unionId, { title: offer.title, n: file.winners.length, hash: file.file }));
  return file;
}

/** The frozen list of a draw, as the root stands over it. */
async function frozenList(tx: Tx, drawId: string): Promise<FrozenList> {
  return freeze(drawId, await q.listEntries(tx, drawId));
}

/** What proves to whoever holds a claim that it stands under the root; null before the list was frozen. */
export async function entryOf(tx: Tx, drawId: string, claimId: string): Promise<EntryFile | null> {
  const [d, entry] = [await q.findDraw(tx, drawId), await q.findEntry(tx, drawId, claimId)];
  if (d === null || d.notice === null || entry === null) return null;
  return proofOf(await frozenList(tx, drawId), noticeIn(d), entry.token);
}
