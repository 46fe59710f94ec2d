import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { chinaTime, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { plainYuan } from '#shared/money';
import { say, type Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { ledger } from '#engines/ledger';
import { notify } from '#engines/notify';
import { findUnion, findUnionFor, loadUnionFor } from '#engines/org';
import { lockAccounts, memberUnder } from './accounts.sql.ts';
import { debtsOf, findBook } from './book.service.ts';
import { giveBack, macOf, refuseEnded } from './exchange.service.ts';
import { minuteOf, PASS_MINUTES, readPass, readShortCode } from './pass.rules.ts';
import type { api } from './points.contract.ts';
import { pointsText } from './points.rules.ts';
import { words } from './points.words.ts';
import * as q from './reservations.sql.ts';
import { fileView, reservationView } from './views.service.ts';
import { walletOf } from './wallet.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 5_000;
const LIST_MOST = 2_000;

function refuseMissing(): never {
  throw new Refused(doorWords.notFound, { status: 404 });
}

async function reachedBy(tx: Tx, by: Actor, v: q.ReservationRow | null): Promise<q.ReservationRow> {
  if (v === null || (await findUnionFor(tx, by, 'points.handOut', v.unitUnionId)) === null) return refuseMissing();
  return v;
}

/** The reservation behind what was scanned or typed. @throws Refused for a code that is old, wrong, or of somebody out of reach */
async function behind(tx: Tx, by: Actor, code: string): Promise<q.ReservationRow> {
  const scanned = readPass(code);
  const typed = scanned === null ? readShortCode(code) : null;
  const found = scanned ? await q.findReservation(tx, scanned.id) : typed === null ? null : await q.findByCode(tx, typed);
  if (found === null || (await findUnionFor(tx, by, 'points.handOut', found.unitUnionId)) === null) throw new Refused(words.codeUnknown, { status: 404 });
  if (scanned) {
    if (scanned.mac !== macOf(tx, found.id, scanned.minute)) throw new Refused(words.codeUnknown, { status: 404 });
    if (Math.abs(minuteOf(tx.now) - scanned.minute) > PASS_MINUTES) throw new Refused(words.codeOld);
  }
  return found;
}

/** Why a reservation cannot be handed out now, if so. */
function whyNot(v: q.ReservationRow, by: Actor, debt: number, today: string): { word: Word; slots: Record<string, string> } | null {
  if (v.personId === by.personId) return { word: words.ownPrize, slots: {} };
  if (today < v.collectFrom) return { word: words.tooEarly, slots: { date: v.collectFrom } };
  if (today > v.collectTo) return { word: words.tooLate, slots: { date: v.collectTo } };
  return debt > 0 ? { word: words.holderInDebt, slots: { n: pointsText(debt) } } : null;
}

/** What a scanned or typed code stands for, in whatever state it is. */
export async function look(tx: Tx, by: Actor, { code }: In<'look'>, call: Call) {
  const v = await behind(tx, by, code);
  const [debt, pictures] = [(await walletOf(tx, v.schemeId, v.personId)).debt, (await files.listOf(tx, 'prize', [v.prizeId])).get(v.prizeId) ?? []];
  const not = v.state === 'reserved' ? whyNot(v, by, debt, legalDateOf(tx.now)) : null;
  return { ...reservationView(v, v.state === 'reserved' ? [...(not ? [] : ['handOut']), 'release'] : []), files: pictures.map(fileView).reverse(), schemeId: v.schemeId, debt, why: not ? say(not.word, call.locale, not.slots) : null };
}

/**
 * Hands a prize out: the points that were kept back are spent. Only with the code of the person, only once; a colleague may take it along,
 * which is noted.
 */
export async function handOut(tx: Tx, by: Actor, d: In<'handOut'>) {
  const v = await reachedBy(tx, by, await q.findReservation(tx, d.id, 'lock'));
  if ((await behind(tx, by, d.code)).id !== v.id) throw new Refused(words.codeOther);
  refuseEnded(v);
  const accounts = await lockAccounts(tx, v.schemeId, [v.personId]);
  const book = await findBook(tx, v.schemeId);
  const debt = book === null ? 0 : Number([...(await debtsOf(tx, book, accounts)).values()][0] ?? 0n);
  const not = whyNot(v, by, debt, legalDateOf(tx.now));
  if (not) throw new Refused(not.word, { slots: not.slots });
  if (d.collectorId !== undefined) {
    const scheme = await findUnion(tx, v.schemeId);
    if (d.collectorId === v.personId || scheme === null || (await memberUnder(tx, scheme.path, d.collectorId)) === null) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'collectorId', why: words.notColleague }] });
    if (d.note.length < 2) throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path: 'note', why: words.noteNeeded }] });
  }
  await ledger.confirm(tx, { madeBy: by.personId }, [v.holdId]);
  if (!(await q.collectReservation(tx, v.id, { by: by.personId, collectorId: d.collectorId ?? null, note: d.note }))) throw new Error('points: a locked reservation was not open');
  await audit.record(tx, by, words.auditHandedOut, { subject: { kind: 'prizeReservation', id: v.id }, unionId: v.unitUnionId, slots: { prize: v.prize, name: v.name } });
  await notify.tell(tx, {
    key: `points/collected/${v.id}`, kind: 'points.collected', word: words.tellCollected, body: words.tellCollectedBody, slots: { prize: v.prize, time: chinaTime(tx.now), name: by.name }, link: '/points/reservations', unionId: v.schemeId, to: [v.personId],
  });
  return { id: v.id, at: tx.now.toISOString() };
}

/** Takes a reservation back at the desk, with a reason that the person is told. */
export async function release(tx: Tx, by: Actor, { id, text }: In<'release'>) {
  const v = await reachedBy(tx, by, await q.findReservation(tx, id, 'lock'));
  refuseEnded(v);
  await giveBack(tx, [v], { state: 'cancelled', by: by.personId, note: text });
  await audit.record(tx, by, words.auditReleased, { subject: { kind: 'prizeReservation', id }, unionId: v.unitUnionId, slots: { prize: v.prize, name: v.name, reason: text } });
  await notify.tell(tx, { key: `points/released/${id}`, kind: 'points.released', word: words.tellReleased, body: words.tellReleasedBody, slots: { prize: v.prize, n: v.points, reason: text }, link: '/points/reservations', unionId: v.schemeId, to: [v.personId] });
  return { id };
}

async function filterOf(tx: Tx, by: Actor, { unionId, ...f }: In<'exportReservations'>): Promise<q.Filter> {
  return { ...f, unionPath: unionId ? (await loadUnionFor(tx, by, 'points.handOut', unionId)).path : undefined };
}

/** Reservations over the unions of the officer, latest first. */
export async function reservations(tx: Tx, by: Actor, f: In<'reservations'>) {
  const { items, total } = await q.listReservations(tx, by, await filterOf(tx, by, f), f);
  return { items: items.map((v) => reservationView(v, v.state === 'reserved' ? ['release'] : [])), total };
}

/** What is to be handed out in a round, by unit and name, for paper with lines to sign. */
export async function handOutList(tx: Tx, by: Actor, { roundId, unionId }: In<'handOutList'>) {
  const { items, total } = await q.listReservations(tx, by, { ...(await filterOf(tx, by, { unionId })), roundId, state: 'reserved' }, { limit: LIST_MOST, offset: 0, byName: true });
  return { round: items[0]?.round ?? '', place: items[0]?.place ?? '', items: items.map((v) => reservationView(v, [])), total };
}

/** Reservations as a spreadsheet, at most 5,000; the export is in the log. */
export async function exportReservations(tx: Tx, by: Actor, f: In<'exportReservations'>, call: Call): Promise<Download> {
  const { items } = await q.listReservations(tx, by, await filterOf(tx, by, f), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExportedReservations, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  return exportSheet({
    name: words.exportReservationsName, now: tx.now, locale: call.locale, rows: items, shown: f.columns,
    columns: [
      { heading: words.columnName, under: ['name'], cell: (v) => v.name }, { heading: words.columnUnit, under: ['unit'], cell: (v) => v.unitUnion }, { heading: words.columnPrize, under: ['prize'], cell: (v) => v.prize }, { heading: words.columnPoints, under: ['points'], cell: (v) => v.points },
      { heading: words.columnWorth, under: ['points'], cell: (v) => plainYuan(BigInt(v.worthFen)) }, { heading: words.columnYear, under: ['prize'], cell: (v) => v.year }, { heading: words.columnState, under: ['state'], cell: (v) => say(words[`state_${v.state}`], call.locale) },
      { heading: words.columnReservedAt, under: ['reserved'], cell: (v) => chinaTime(v.reservedAt) }, { heading: words.columnEndedAt, under: ['ended'], cell: (v) => (v.endedAt ? chinaTime(v.endedAt) : '') }, { heading: words.columnEndedBy, under: ['ended'], cell: (v) => v.endedBy ?? '' },
      { heading: words.columnCollector, under: ['ended'], cell: (v) => v.collector ?? '' }, { heading: words.columnNote, under: ['ended'], cell: (v) => v.note },
    ],
  });
}
