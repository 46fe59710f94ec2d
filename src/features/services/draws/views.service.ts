import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { lineIn } from '#shared/both-languages';
import { addMonths, instantAt, legalDateOf } from '#shared/dates';
import type { RulesPart } from '#shared/draw-shape';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import { type Call, Download, doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { claims, draws, type DrawRow, HOLDING, type OwnClaim, standingAt, VERIFIER, type WitnessRow } from '#engines/claims';
import { rulebook } from '#engines/rulebook';
import { whoText } from './campaigns.service.ts';
import type { api } from './draws.contract.ts';
import { type Prize, prizeOf, prizesGiven, stageAt, taxOn } from './draws.rules.ts';
import * as q from './draws.sql.ts';
import { words } from './draws.words.ts';
import { findWish } from './schedules.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
export type PrizeShown = Prize & { readonly photo: string | null; readonly taxFen: number };

/** Prizes with the tax on one of each. */
export async function prizesShown(tx: Tx, unionId: string, prizes: readonly Prize[]): Promise<PrizeShown[]> {
  const { values } = await rulebook.look(tx, { unionId }, ['tax.prize.share']);
  return prizes.map((p) => ({ ...p, photo: p.photo ?? null, taxFen: taxOn(p, values['tax.prize.share']) }));
}

/** Who holds which prize now, by claim. */
export async function givenNow(tx: Tx, c: q.CampaignRow): Promise<Map<string, Prize>> {
  if (c.drawnAt === null) return new Map();
  const holders = await claims.listByState(tx, c.id, ['offered', 'held', 'taken', 'handed', 'missed'], 100_000);
  return prizesGiven(c.prizes, holders.map((h) => ({ id: h.id, rank: h.rank ?? 1_000_000 })));
}

/** The prize of one claim; only of those who moved up all others have to be known. */
async function prizeHeld(tx: Tx, c: q.CampaignRow, own: OwnClaim): Promise<Prize | null> {
  if (c.drawnAt === null || own.rank === null || !HOLDING.includes(own.state)) return null;
  return prizeOf(c.prizes, own.rank) ?? (await givenNow(tx, c)).get(own.id) ?? null;
}

async function mineIn(tx: Tx, c: q.CampaignRow, own: OwnClaim | undefined) {
  if (own === undefined || own.state === 'cancelled') return null;
  return { claimId: own.id, state: own.state, rank: own.rank, prize: (await prizeHeld(tx, c, own))?.name ?? null };
}

const mayOf = (c: q.CampaignRow, mine: { state: string } | null, bar: string | null, now: Date): string[] => {
  const stage = stageAt(c, now);
  if (mine !== null) return mine.state === 'entered' && (stage === 'on' || stage === 'closing') ? ['leave'] : [];
  return stage === 'on' && bar === null ? ['enter'] : [];
};

async function cardOf(tx: Tx, c: q.CampaignRow, own: OwnClaim | undefined, bar: string | null) {
  const mine = await mineIn(tx, c, own);
  return {
    id: c.id, title: c.title, union: c.union, stage: stageAt(c, tx.now), opensAt: c.opensAt.toISOString(), closesAt: c.closesAt.toISOString(), prizes: await prizesShown(tx, c.unionId, c.prizes), entrants: c.entrants, source: c.source, mine, may: mayOf(c, mine, bar, tx.now),
  };
}

const ownOf = async (tx: Tx, by: Actor, ids: readonly string[]): Promise<Map<string, OwnClaim>> => {
  const own = new Map<string, OwnClaim>();
  for (const claim of await claims.listMine(tx, by.personId, ids)) if (!own.has(claim.offerId)) own.set(claim.offerId, claim);
  return own;
};

async function barOf(tx: Tx, by: Actor, id: string): Promise<string | null> {
  const offer = await claims.findOffer(tx, id);
  return offer === null || standingAt(offer, tx.now) === 'cancelled' ? 'notMember' : claims.barFor(tx, offer, by.personId);
}

/** Draws of the last twelve months that a person may see, latest first. */
export async function list(tx: Tx, by: Actor, page: In<'list'>) {
  const since = instantAt(addMonths(legalDateOf(tx.now), -12));
  const { items, total } = await q.listSeen(tx, by.personId, { ...page, since });
  const own = await ownOf(tx, by, items.map((c) => c.id));
  const cards = [];
  for (const c of items) cards.push(await cardOf(tx, c, own.get(c.id), stageAt(c, tx.now) === 'on' ? await barOf(tx, by, c.id) : null));
  const due = (await draws.listWitnessed(tx, by.personId)).filter((w) => w.secret === null);
  return { items: cards, total, birthday: await findWish(tx, by.personId), witnessing: due.length };
}

export async function loadSeen(tx: Tx, by: Actor, id: string): Promise<q.CampaignRow> {
  const c = await q.findSeen(tx, by.personId, id);
  if (c === null) throw new Refused(doorWords.notFound, { status: 404 });
  return c;
}

export const marksOf = (c: q.CampaignRow) => ({ rules: c.rulesHash, notice: c.noticeHash, file: c.fileHash });
export const witnessView = (w: WitnessRow) => ({ no: w.no, name: w.name, committed: w.commitment !== null, revealed: w.secret !== null });
const rulesIn = (d: DrawRow): RulesPart => JSON.parse(d.rules) as RulesPart;
export const termsIn = (d: DrawRow | null, locale: Locale): string[] => (d === null ? [] : rulesIn(d).terms.map((t) => lineIn(t, locale)));
/** Who may take part: as it was published, before that as it stands now. */
export const whoIn = (d: DrawRow | null, c: q.CampaignRow, locale: Locale): string => lineIn(d === null ? whoText(c, c.union) : rulesIn(d).who, locale);
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

async function winnersOf(tx: Tx, c: q.CampaignRow, token: string | null) {
  const winners = c.drawnAt === null ? [] : await draws.findWinners(tx, c.id);
  return winners.slice(0, 1_000).map((w) => ({ rank: w.rank, prize: c.prizes[w.prize - 1]?.name ?? '', name: w.name, mine: w.token === token }));
}

/** One draw with everything that anybody may know of it, and the own entry. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const c = await loadSeen(tx, by, id);
  const own = (await ownOf(tx, by, [id])).get(id);
  const stage = stageAt(c, tx.now);
  const bar = own === undefined && (stage === 'on' || stage === 'coming') ? await barOf(tx, by, id) : null;
  const [d, witnesses] = [await draws.findDraw(tx, id), await draws.listWitnesses(tx, [id])];
  const token = own === undefined || c.frozenAt === null ? null : ((await draws.findEntry(tx, id, own.id))?.token ?? null);
  const self = witnesses.find((w) => w.personId === by.personId);
  return {
    ...(await cardOf(tx, c, own, bar)), about: c.about, who: whoIn(d, c, locale), place: c.place, handOverFrom: iso(c.handOverFrom), handOverTo: iso(c.handOverTo), terms: termsIn(d, locale), rules: d?.rules ?? null, marks: marksOf(c), frozenAt: iso(c.frozenAt), dueAt: iso(c.dueAt), drawnAt: iso(c.drawnAt),
    need: c.need, witnesses: witnesses.map(witnessView), winners: await winnersOf(tx, c, token), token, bar, offWhy: c.offWhy, againOf: c.againOf, next: c.next, why: c.why,
    witness: self === undefined ? null : { no: self.no, commitment: self.commitment, revealed: self.secret !== null },
  };
}

/** Enters the person who asks. @throws Refused with the engine's reason */
export async function enter(tx: Tx, by: Actor, { id }: In<'enter'>) {
  const c = await loadSeen(tx, by, id);
  const own = (await ownOf(tx, by, [id])).get(id);
  const [answer] = await claims.decide(tx, id, [{ personId: by.personId, key: `enter/${own?.no ?? 0}`, places: 1, unitId: null, at: tx.now }]);
  if (answer === undefined || 'no' in answer) {
    const offer = await claims.findOffer(tx, id);
    throw offer === null || answer === undefined ? new Refused(doorWords.notFound, { status: 404 }) : claims.refusalFor(offer, answer.no);
  }
  await audit.record(tx, by, words.auditEntered, { subject: { kind: 'offer', id }, unionId: c.unionId, slots: { title: c.title } });
  return { id };
}

/** Gives the own entry back, until the list is frozen. */
export async function leave(tx: Tx, by: Actor, { id }: In<'leave'>) {
  const c = await loadSeen(tx, by, id);
  if (c.frozenAt !== null) throw new Refused(words.listFrozen);
  const own = (await ownOf(tx, by, [id])).get(id);
  if (own?.state !== 'entered') throw new Refused(words.notEntered);
  await claims.cancel(tx, by, own.id);
  return { id };
}

const json = (name: string, content: string): Download => new Download({ name, type: 'application/json; charset=utf-8', content });

/** The proof that the own entry stands in the frozen list. */
export async function entry(tx: Tx, by: Actor, { id }: In<'entry'>, call: Call): Promise<Download> {
  const c = await loadSeen(tx, by, id);
  const own = (await ownOf(tx, by, [id])).get(id);
  const file = own === undefined ? null : await draws.entryOf(tx, id, own.id);
  if (file === null) throw new Refused(words.noProof);
  return json(`${say(words.entryFile, call.locale, { title: c.title })}.json`, JSON.stringify(file));
}

/** The result as it was kept, byte for byte. */
export async function result(tx: Tx, by: Actor, { id }: In<'result'>, call: Call): Promise<Download> {
  const c = await loadSeen(tx, by, id);
  const file = await draws.findFile(tx, id);
  if (file === null) throw new Refused(words.noResult);
  return json(`${say(words.resultFile, call.locale, { title: c.title })}.json`, file);
}

/** The verifier: one HTML file that works without a network. */
export async function verifier(_tx: Tx, _by: Actor, _in: In<'verifier'>, call: Call): Promise<Download> {
  return new Download({ name: `${say(words.verifierFile, call.locale)}.html`, type: 'text/html; charset=utf-8', content: await readFile(VERIFIER, 'utf8') });
}
