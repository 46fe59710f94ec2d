import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { ledger } from '#engines/ledger';
import { type AccountRow, listAccountsOf, lockAccounts } from './accounts.sql.ts';
import { type Book, debtsOf, findBook, payDebts, summary } from './book.service.ts';
import { minuteOf, PASS_MINUTES, passText } from './pass.rules.ts';
import type { api } from './points.contract.ts';
import { PER_POINT, pointsText, standingOf } from './points.rules.ts';
import { words } from './points.words.ts';
import * as q from './reservations.sql.ts';
import * as r from './rounds.sql.ts';
import { prizeView, reservationView, roundView } from './views.service.ts';
import { hundredths, schemeOf, walletOf } from './wallet.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const CODE_TRIES = 5;
/** The hold outlives every round: the part itself ends it when the round is over. */
const HOLD_DAYS = 800;

function refuseMissing(): never {
  throw new Refused(doorWords.notFound, { status: 404 });
}

/** The code that the scanner takes for a reservation during some minutes. */
export const macOf = (tx: Tx, id: string, minute: number): string => secrets.lookup('points.pass', `${tx.federationId}/${id}/${minute}`).toString('base64url').slice(0, 22);

/** A round that the person may see: of the scheme over the own union, and not a draft. */
async function roundFor(tx: Tx, by: Actor, id: string | undefined): Promise<r.RoundRow | null> {
  const scheme = await schemeOf(tx, by);
  const rounds = scheme === null ? [] : await r.listShown(tx, scheme.unionId);
  return (id === undefined ? rounds[0] : rounds.find((x) => x.id === id)) ?? null;
}

/** The prizes of the round that is on (or of another), with what I can reach and what I have. */
export async function myRound(tx: Tx, by: Actor, f: In<'myRound'>) {
  const round = await roundFor(tx, by, f.id);
  if (round === null) {
    if (f.id !== undefined) refuseMissing();
    return { round: null, available: 0, debt: 0, taken: 0, items: [] };
  }
  const [wallet, live, prizes] = [await walletOf(tx, round.schemeId, by.personId), await q.listLive(tx, round.id, by.personId), await r.listPrizes(tx, round.id)];
  const pictures = await files.listOf(tx, 'prize', prizes.map((p) => p.id));
  const open = standingOf(round, legalDateOf(tx.now)) === 'open' && live.length < round.mostEach && by.membership?.state === 'active';
  return {
    round: roundView(round, legalDateOf(tx.now)), available: wallet.available, debt: wallet.debt, taken: live.length,
    items: prizes.filter((p) => p.state === 'shown' || live.some((v) => v.prizeId === p.id)).map((p) => {
      const mine = live.filter((v) => v.prizeId === p.id).length;
      const missing = Math.max(0, p.points * PER_POINT - wallet.available);
      return { ...prizeView(p, round, pictures.get(p.id) ?? []), mine, missing, may: open && p.state === 'shown' && p.left > 0 && missing === 0 && mine < p.perPerson ? ['reserve'] : [] };
    }),
  };
}

/** What I reserved and collected, latest first. */
export async function myReservations(tx: Tx, by: Actor) {
  return { items: (await q.listOwn(tx, by.personId)).map((v) => reservationView(v, v.state === 'reserved' ? ['cancel', 'pass'] : [])) };
}

function refuseDays(round: r.RoundAlone, today: string): void {
  const standing = standingOf(round, today);
  if (standing === 'coming') throw new Refused(words.notYetOpen, { slots: { date: round.from } });
  if (standing !== 'open') throw new Refused(words.noLongerOpen, { slots: { date: round.to } });
}

/** The lowest slot of this prize that the person has not taken. */
function slotFor(live: readonly { prizeId: string; slot: number }[], round: r.RoundAlone, prize: { id: string; perPerson: number }): number {
  if (live.length >= round.mostEach) throw new Refused(words.mostEachReached, { slots: { n: round.mostEach } });
  const own = live.filter((v) => v.prizeId === prize.id);
  if (own.length >= prize.perPerson) throw new Refused(words.perPersonReached, { slots: { n: prize.perPerson } });
  return [1, ...own.map((v) => v.slot + 1)].find((n) => !own.some((v) => v.slot === n)) ?? 1;
}

/** The account of whoever reserves, if it covers the prize; it is locked. */
async function payingAccount(tx: Tx, book: Book | null, account: AccountRow | undefined, price: bigint): Promise<{ book: Book; account: AccountRow }> {
  const short = (missing: bigint): never => { throw new Refused(words.tooFewPoints, { slots: { n: pointsText(Number(missing)) }, data: { missing: String(missing) } }); };
  if (book === null || !account) return short(price);
  const debt = (await debtsOf(tx, book, [account])).get(account.debtNo);
  if (debt !== undefined) throw new Refused(words.inDebt, { slots: { n: pointsText(Number(debt)) } });
  const free = (await ledger.available(tx, book.id, [account.walletNo])).get(account.walletNo) ?? 0n;
  return free < price ? short(price - free) : { book, account };
}

/** What the same request was answered before, if it was. */
async function answeredBefore(tx: Tx, by: Actor, d: In<'reserve'>): Promise<{ id: string; code: string } | null> {
  const v = await q.findReservation(tx, d.requestId);
  if (v === null) return null;
  if (v.personId !== by.personId || v.prizeId !== d.id) throw new Refused(words.requestTaken);
  await audit.record(tx, by, words.auditAskedAgain, { subject: { kind: 'prizeReservation', id: v.id }, unionId: v.unitUnionId, slots: { prize: v.prize } });
  return { id: v.id, code: v.code };
}

async function writeReservation(tx: Tx, v: Omit<q.NewReservation, 'code'>): Promise<string> {
  for (let i = 0; i < CODE_TRIES; i++) {
    const code = String(randomInt(100_000_000)).padStart(8, '0');
    if (await q.insertReservation(tx, { ...v, code })) return code;
  }
  throw new Error('no code for a reservation');
}

/**
 * Reserves a prize: one unit is taken and the points are kept back, or nothing happens. Under any crowd each unit goes to one person, nobody
 * spends twice, and the same request asked again answers the same.
 * @throws Refused with what is missing: days, points, stock, limit, or points owed
 */
export async function reserve(tx: Tx, by: Actor, d: In<'reserve'>) {
  const prize = await r.findPrizeAlone(tx, d.id);
  const scheme = prize === null ? null : await schemeOf(tx, by);
  // Closing a round takes its row alone; here it is shared.
  const round = prize === null ? null : await r.shareRound(tx, prize.roundId);
  if (prize === null || round === null || round.state === 'draft' || round.schemeId !== scheme?.unionId || by.membership === null) return refuseMissing();
  // From here on two requests of one person follow each other.
  const points = await findBook(tx, round.schemeId);
  const [own] = await lockAccounts(tx, round.schemeId, [by.personId]);
  const before = await answeredBefore(tx, by, d);
  if (before) return before;
  if (by.membership.state !== 'active') throw new Refused(words.membersOnly);
  refuseDays(round, legalDateOf(tx.now));
  if (prize.state !== 'shown') throw new Refused(words.isWithdrawn);
  const { book, account } = await payingAccount(tx, points, own, hundredths(prize.points));
  const slot = slotFor(await q.listLive(tx, round.id, by.personId), round, prize);
  const unit = await r.lockFreeUnit(tx, prize.id);
  if (unit === null) throw new Refused(words.allTaken, { slots: { prize: prize.title } });
  const [hold] = await ledger.reserve(tx, by.personId, [{
    bookId: book.id, key: `points/exchange/${d.requestId}`, from: account.walletNo, to: book.exchanged, amount: hundredths(prize.points), expiresAt: instantAt(addDays(round.collectTo, HOLD_DAYS)),
    summary: summary(words.summaryExchanged, { title: prize.title }), document: { kind: 'prizeReservation', id: d.requestId },
  }]);
  if (!hold) throw new Error('points: nothing was reserved');
  const code = await writeReservation(tx, { id: d.requestId, roundId: round.id, prizeId: prize.id, unit, personId: by.personId, unitUnionId: by.membership.unionId, slot, perPerson: prize.perPerson, points: prize.points, holdId: hold.id });
  await r.setUnit(tx, prize.id, unit, d.requestId);
  await audit.record(tx, by, words.auditReserved, { subject: { kind: 'prizeReservation', id: d.requestId }, unionId: by.membership.unionId, slots: { prize: prize.title, n: prize.points } });
  return { id: d.requestId, code };
}

/** Gives the units and the points of locked, open reservations of one scheme back; at most 1,000. */
export async function giveBack(tx: Tx, list: readonly q.ReservationRow[], o: { state: 'cancelled' | 'expired'; by: string | null; note?: string }): Promise<void> {
  const [first] = list;
  const book = first ? await findBook(tx, first.schemeId) : null;
  if (!first || book === null) return;
  const accounts = await lockAccounts(tx, first.schemeId, list.map((v) => v.personId));
  await ledger.cancel(tx, list.map((v) => v.holdId));
  await r.freeUnits(tx, list.map((v) => v.id));
  await q.endReservations(tx, list.map((v) => v.id), o);
  await payDebts(tx, book, accounts);
}

/** The word for a reservation that has ended in one way or another. */
export function refuseEnded(v: q.ReservationRow): void {
  if (v.state === 'collected') throw new Refused(words.alreadyCollected, { slots: { name: v.endedBy ?? '', date: legalDateOf(v.endedAt ?? v.reservedAt) } });
  if (v.state === 'cancelled') throw new Refused(words.alreadyCancelled);
  if (v.state === 'expired') throw new Refused(words.alreadyExpired, { slots: { date: v.collectTo } });
}

/** Gives an own reservation up: the prize and the points are free again. */
export async function cancel(tx: Tx, by: Actor, { id }: In<'cancel'>) {
  const v = await q.findReservation(tx, id, 'lock');
  if (v?.personId !== by.personId) return refuseMissing();
  refuseEnded(v);
  await giveBack(tx, [v], { state: 'cancelled', by: by.personId });
  await audit.record(tx, by, words.auditCancelled, { subject: { kind: 'prizeReservation', id }, unionId: v.unitUnionId, slots: { prize: v.prize } });
  return { id };
}

/** What a person shows at the counter: a code for the scanner that changes, and a short one to be typed. */
export async function pass(tx: Tx, by: Actor, { id }: In<'pass'>) {
  const v = await q.findReservation(tx, id);
  if (v?.personId !== by.personId) return refuseMissing();
  const today = legalDateOf(tx.now);
  const [book, accounts] = [await findBook(tx, v.schemeId), (await listAccountsOf(tx, by.personId)).filter((a) => a.schemeId === v.schemeId)];
  const debt = book === null ? 0 : Number([...(await debtsOf(tx, book, accounts)).values()][0] ?? 0n);
  const minute = minuteOf(tx.now);
  return {
    ...reservationView(v, v.state === 'reserved' ? ['cancel'] : []), token: v.state === 'reserved' ? passText(id, minute, macOf(tx, id, minute)) : null, seconds: (PASS_MINUTES - 1) * 60,
    ready: v.state === 'reserved' && today >= v.collectFrom && today <= v.collectTo && debt === 0, debt,
  };
}
