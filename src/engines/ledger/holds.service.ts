import { hash } from 'node:crypto';
import type { Tx } from '#shared/call';
import { type LegalDate, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { endHolds, type HoldRow, type HoldState, insertHolds, lockExpired, lockHolds, selectHoldsByKey } from './holds.sql.ts';
import { words } from './ledger.words.ts';
import { assertBatch, bodyText, type DocumentRef, type Makers } from './posting.rules.ts';
import { changeBalances, type Standing } from './posting.sql.ts';
import { lockAccounts, post } from './posting.service.ts';

/** What is to be kept back: out of a floored account, to go to another when it is confirmed. */
export type Reservation = {
  readonly bookId: string;
  /** once in a federation */
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
  readonly expiresAt: Date;
  readonly summary: string;
  readonly document: DocumentRef;
};

/** A reservation as it stands; `journalId` once it is confirmed. */
export type Hold = { readonly id: string; readonly key: string; readonly state: HoldState; readonly amount: bigint; readonly expiresAt: Date; readonly journalId: string | null };

const heldOf = (h: HoldRow): Hold => ({ id: h.id, key: h.key, state: h.state, amount: h.amount, expiresAt: h.expiresAt, journalId: h.journalId });

const AT_ONCE = 1_000;

function rowOf(tx: Tx, r: Reservation, madeBy: string | null): Omit<HoldRow, 'state' | 'journalId'> {
  const move = { from: r.from, to: r.to, amount: r.amount };
  const posting = { bookId: r.bookId, key: r.key, on: legalDateOf(tx.now), summary: r.summary, document: r.document, moves: [move] };
  assertBatch([posting], { madeBy });
  if (r.key.length > 100) throw new Error(`ledger: the key ${r.key} is longer than 100 characters`);
  // The day of asking is not part of what is asked: a retry after midnight is the same reservation.
  const bodyHash = hash('sha256', bodyText({ ...posting, on: 'hold', reverses: null }), 'hex');
  return {
    id: newId(), bookId: r.bookId, from: r.from, to: r.to, amount: r.amount, key: r.key, bodyHash, summary: r.summary,
    documentKind: r.document.kind, documentId: r.document.id, expiresAt: r.expiresAt, madeBy,
  };
}

async function before(tx: Tx, wanted: ReadonlyMap<string, string>): Promise<Map<string, HoldRow>> {
  const found = new Map<string, HoldRow>();
  for (const h of await selectHoldsByKey(tx, [...wanted.keys()])) {
    if (wanted.get(h.key) !== h.bodyHash) throw new Refused(words.keyTaken, { slots: { key: h.key } });
    found.set(h.key, h);
  }
  return found;
}

function refuseShort(fresh: readonly Omit<HoldRow, 'state' | 'journalId'>[], standings: ReadonlyMap<string, Standing>): void {
  const wanted = new Map<string, bigint>();
  for (const h of fresh) wanted.set(`${h.bookId} ${h.from}`, (wanted.get(`${h.bookId} ${h.from}`) ?? 0n) + h.amount);
  for (const h of fresh) {
    for (const no of [h.from, h.to]) {
      const at = standings.get(`${h.bookId} ${no}`);
      if (!at) throw new Refused(words.accountMissing, { slots: { account: no }, status: 404 });
      const account = `${at.code} ${at.zh}`;
      if (at.closed) throw new Refused(words.accountClosed, { slots: { account } });
      if (at.heading) throw new Refused(words.accountHeading, { slots: { account } });
      if (no !== h.from) continue;
      if (at.amount === null || at.held === null) throw new Refused(words.noFloor, { slots: { account } });
      const available = at.amount - at.held;
      const asked = wanted.get(`${h.bookId} ${no}`) ?? 0n;
      const slots = { account, available: String(available), wanted: String(asked) };
      if (available < asked) throw new Refused(words.short, { slots, data: { bookId: h.bookId, no, available: slots.available, wanted: slots.wanted } });
    }
  }
}

/**
 * Keeps amounts back until they are confirmed, given up or expire; up to 1,000 at once, all or none. The same key with the
 * same contents answers how that reservation stands.
 * @throws Refused when an account has too little available, has no floor, is closed or a heading, or a key was used for other contents
 */
export async function reserve(tx: Tx, madeBy: string | null, reservations: readonly Reservation[]): Promise<Hold[]> {
  if (reservations.length > AT_ONCE) throw new Error('ledger: more than 1,000 reservations at once');
  const all = reservations.map((r) => rowOf(tx, r, madeBy));
  const wanted = new Map<string, string>();
  for (const h of all) {
    if ((wanted.get(h.key) ?? h.bodyHash) !== h.bodyHash) throw new Refused(words.keyTaken, { slots: { key: h.key } });
    wanted.set(h.key, h.bodyHash);
  }
  const standings = await standingsOf(tx, all);
  const there = await before(tx, wanted);
  const fresh = [...new Map(all.filter((h) => !there.has(h.key)).map((h) => [h.key, h])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  refuseShort(fresh, standings);
  if (fresh.length > 0) {
    const added = await insertHolds(tx, fresh);
    await changeHeld(tx, fresh.filter((h) => added.has(h.id)), 1n);
  }
  const stand = await before(tx, wanted);
  return reservations.map((r) => heldOf(stand.get(r.key) as HoldRow));
}

/** Locks reservations, then their books and the balances they touch, each in order. Missing ones are refused. */
async function lockAll(tx: Tx, ids: readonly string[]): Promise<Map<string, HoldRow>> {
  const found = new Map((await lockHolds(tx, [...new Set(ids)])).map((h) => [h.id, h]));
  if (ids.some((id) => !found.has(id))) throw new Refused(words.holdMissing, { status: 404 });
  await standingsOf(tx, [...found.values()]);
  return found;
}

/** Locks the books and the balances that reservations touch, and answers how the accounts stand. */
const standingsOf = (tx: Tx, holds: readonly Pick<HoldRow, 'bookId' | 'from' | 'to'>[]): Promise<Map<string, Standing>> =>
  lockAccounts(tx, holds.flatMap((h) => [{ bookId: h.bookId, no: h.from }, { bookId: h.bookId, no: h.to }]));

/** Keeps back what reservations hold, or frees it; their balances are locked. */
async function changeHeld(tx: Tx, holds: readonly Pick<HoldRow, 'bookId' | 'from' | 'amount'>[], sign: 1n | -1n): Promise<void> {
  for (const [bookId, own] of Map.groupBy(holds, (h) => h.bookId)) {
    const sums = new Map<number, bigint>();
    for (const h of own) sums.set(h.from, (sums.get(h.from) ?? 0n) + sign * h.amount);
    await changeBalances(tx, bookId, sums, 'held');
  }
}

/**
 * Turns open reservations into journals (key `hold/ID`), up to 1,000 at once; those confirmed before answer as they did.
 * One whose time is over but that was not swept yet is still taken.
 * @throws Refused when one is missing, given up or expired, or its month is closed
 */
export async function confirm(tx: Tx, makers: Makers, ids: readonly string[], o: { on?: LegalDate } = {}): Promise<{ holdId: string; journalId: string }[]> {
  const holds = await lockAll(tx, ids);
  if ([...holds.values()].some((h) => h.state === 'cancelled' || h.state === 'expired')) throw new Refused(words.holdEnded);
  const open = [...holds.values()].filter((h) => h.state === 'open');
  // What was held is free for the journals that follow; nobody else sees it in between.
  await changeHeld(tx, open, -1n);
  const posted = await post(tx, makers, open.map((h) => ({
    bookId: h.bookId, key: `hold/${h.id}`, on: o.on ?? legalDateOf(tx.now), summary: h.summary, document: { kind: h.documentKind, id: h.documentId },
    moves: [{ from: h.from, to: h.to, amount: h.amount }],
  })));
  await endHolds(tx, 'confirmed', open.map((h) => h.id), posted.map((p) => p.id));
  const journals = new Map(open.map((h, i) => [h.id, posted[i]?.id]));
  return ids.map((id) => ({ holdId: id, journalId: journals.get(id) ?? holds.get(id)?.journalId ?? '' }));
}

/**
 * Gives open reservations up (what was kept back is free again); those given up before stay so. Up to 1,000 at once.
 * @throws Refused when one is missing, confirmed or expired
 */
export async function cancel(tx: Tx, ids: readonly string[]): Promise<void> {
  const holds = [...(await lockAll(tx, ids)).values()];
  if (holds.some((h) => h.state === 'confirmed' || h.state === 'expired')) throw new Refused(words.holdEnded);
  await end(tx, 'cancelled', holds.filter((h) => h.state === 'open'));
}

async function end(tx: Tx, state: 'cancelled' | 'expired', holds: readonly HoldRow[]): Promise<void> {
  if (holds.length === 0) return;
  const ids = holds.map((h) => h.id);
  await changeHeld(tx, holds, -1n);
  await endHolds(tx, state, ids, ids.map(() => null));
}

/** Ends up to 1,000 reservations of the federation whose time is over and answers how many. */
export async function expireHolds(tx: Tx): Promise<number> {
  const holds = await lockExpired(tx, AT_ONCE);
  if (holds.length > 0) await standingsOf(tx, holds);
  await end(tx, 'expired', holds);
  return holds.length;
}

/** How a reservation stands. */
export async function loadHold(tx: Tx, key: string): Promise<Hold> {
  const [found] = await selectHoldsByKey(tx, [key]);
  if (!found) throw new Refused(words.holdMissing, { status: 404 });
  return heldOf(found);
}
