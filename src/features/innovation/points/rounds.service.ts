import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { plainYuan } from '#shared/money';
import type { Word } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { findUnion, findUnionFor, loadUnionFor, type Union } from '#engines/org';
import { listAble } from './accounts.sql.ts';
import { findScheme, listSchemes } from './credits.sql.ts';
import { giveBack } from './exchange.service.ts';
import type { api } from './points.contract.ts';
import { bandOf, inOrder, PER_POINT, standingOf } from './points.rules.ts';
import { words } from './points.words.ts';
import { lockOpen } from './reservations.sql.ts';
import * as q from './rounds.sql.ts';
import { prizeView, roundView } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const AT_ONCE = 1_000;

/** A round for an officer over its scheme, or the refusal that hides it. */
export async function roundFor(tx: Tx, by: Actor, permission: string, id: string, lock?: 'lock'): Promise<{ round: q.RoundRow; union: Union }> {
  const round = await q.findRound(tx, id, lock);
  const union = round === null ? null : await findUnionFor(tx, by, permission, round.schemeId);
  if (round === null || union === null) throw new Refused(doorWords.notFound, { status: 404 });
  return { round, union };
}

const noted = (tx: Tx, by: Actor | { system: string }, word: Word, round: Pick<q.RoundRow, 'id' | 'schemeId' | 'title'>, slots: Record<string, string | number> = {}): Promise<void> =>
  audit.record(tx, by, word, { subject: { kind: 'prizeRound', id: round.id }, unionId: round.schemeId, slots: { round: round.title, ...slots } });

function refuseAt(path: string, why: Word): never {
  throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why }] });
}

function checkRound(d: q.RoundFields): void {
  if (d.to < d.from) refuseAt('to', words.endsBefore);
  if (d.collectFrom < d.from) refuseAt('collectFrom', words.collectBefore);
  if (d.collectTo < d.to || d.collectTo < d.collectFrom) refuseAt('collectTo', words.collectTooShort);
  if (!inOrder(d.bands)) refuseAt('bands', words.bandsOverlap);
}

const rowView = (r: q.RoundRow, today: string) => ({ ...roundView(r, today), prizes: r.prizes, stock: r.stock, reserved: r.reserved, collected: r.collected });

/** Rounds of the schemes of the officer. */
export async function rounds(tx: Tx, by: Actor, f: In<'rounds'>) {
  const unionPath = f.unionId ? (await loadUnionFor(tx, by, 'points.view', f.unionId)).path : undefined;
  const { items, total } = await q.listRounds(tx, by, 'points.view', { unionPath, limit: f.limit, offset: f.offset });
  const keeps = by.grants.some((g) => g.permission === 'points.keep');
  return { items: items.map((r) => rowView(r, legalDateOf(tx.now))), total, may: keeps ? ['plan'] : [] };
}

/** Schemes of the officer, for planning a round. */
export async function schemes(tx: Tx, by: Actor, f: In<'schemes'>) {
  const paths = f.unionId ? [(await loadUnionFor(tx, by, 'points.keep', f.unionId)).path] : by.grants.filter((g) => g.permission === 'points.keep').map((g) => g.path);
  const found = new Map<string, string>();
  for (const path of paths) for (const s of await listSchemes(tx, path, 'below')) found.set(s.unionId, s.name);
  return { items: [...found].map(([id, name]) => ({ id, name })) };
}

function stepsOf(r: q.RoundRow, today: string, keeps: boolean): string[] {
  if (!keeps || r.state === 'closed') return [];
  const closable = r.state === 'open' && today > r.to && (r.reserved === 0 || today > r.collectTo);
  return ['amend', 'addPrize', ...(r.state === 'draft' ? ['open'] : []), ...(closable ? ['close'] : [])];
}

/** One round with its prizes and what became of them: the report once it is closed. */
export async function round(tx: Tx, by: Actor, { id }: In<'round'>) {
  const { round: r, union } = await roundFor(tx, by, 'points.view', id);
  const prizes = await q.listPrizes(tx, id);
  const pictures = await files.listOf(tx, 'prize', prizes.map((p) => p.id));
  const today = legalDateOf(tx.now);
  return {
    ...rowView(r, today), closedAt: r.closedAt?.toISOString() ?? null, ...(await q.sumCollected(tx, id)),
    list: prizes.map((p) => ({ ...prizeView(p, r, pictures.get(p.id) ?? []), state: p.state, version: p.version, reserved: p.reserved, collected: p.collected, cancelled: p.cancelled, expired: p.expired })),
    may: stepsOf(r, today, cases.mayOver(by, 'points.keep', union)),
  };
}

/** Plans the round of a year; members see it once it is opened. */
export async function plan(tx: Tx, by: Actor, d: In<'plan'>) {
  await loadUnionFor(tx, by, 'points.keep', d.schemeId);
  if ((await findScheme(tx, d.schemeId)) === null) throw new Refused(words.noScheme);
  checkRound(d);
  const id = newId();
  if (!(await q.insertRound(tx, id, d.schemeId, d))) throw new Refused(words.yearTaken, { slots: { year: d.year } });
  await noted(tx, by, words.auditPlanned, { id, schemeId: d.schemeId, title: d.title });
  return { id };
}

/** Changes a round: days, place, limit, bands. Prizes have to stay inside a band, and days of an open round only move later. */
export async function amend(tx: Tx, by: Actor, d: In<'amend'>) {
  const { round: r } = await roundFor(tx, by, 'points.keep', d.id, 'lock');
  if (r.state === 'closed') throw new Refused(words.isClosed);
  if (r.version !== d.version) throw new Refused(words.changedMeanwhile);
  checkRound({ ...d, year: r.year });
  if (r.state === 'open' && d.collectTo < r.collectTo && r.reserved > 0) refuseAt('collectTo', words.onlyLater);
  const outside = (await q.listPrizes(tx, d.id)).find((p) => p.state === 'shown' && !bandOf(d.bands, p.points));
  if (outside) throw new Refused(words.prizeOutside, { slots: { prize: outside.title, n: outside.points } });
  await q.updateRound(tx, d.id, { ...d, year: r.year });
  await noted(tx, by, words.auditAmended, { ...r, title: d.title });
  return { id: d.id };
}

/** Opens a round: members see it, those who have enough for the cheapest prize are told. */
export async function open(tx: Tx, by: Actor, { id }: In<'open'>) {
  const { round: r } = await roundFor(tx, by, 'points.keep', id, 'lock');
  if (r.state !== 'draft') throw new Refused(words.isOpen);
  if (legalDateOf(tx.now) > r.to) throw new Refused(words.daysOver);
  const prizes = (await q.listPrizes(tx, id)).filter((p) => p.state === 'shown' && p.stock > 0);
  const cheapest = prizes[0];
  if (!cheapest) throw new Refused(words.noPrizes);
  await q.setRoundState(tx, id, 'open', by.personId);
  const able = await listAble(tx, r.schemeId, cheapest.points * PER_POINT);
  await notify.tell(tx, {
    key: `points/round/${id}/open`, kind: 'points.roundOpen', word: words.tellOpen, body: words.tellOpenBody, slots: { round: r.title, from: r.from, to: r.to, n: prizes.length, place: r.place }, link: '/points/round',
    unionId: r.schemeId, to: { people: able, groups: [r.schemeId] },
  });
  await noted(tx, by, words.auditOpened, r);
  return { id };
}

/**
 * Closes a round for ever: what was not collected goes back, points and prizes. While people may still collect it stays open.
 * @returns how many reservations expired
 */
export async function close(tx: Tx, by: Actor, { id }: In<'close'>) {
  const { round: r } = await roundFor(tx, by, 'points.keep', id, 'lock');
  const today = legalDateOf(tx.now);
  if (r.state !== 'open') throw new Refused(r.state === 'closed' ? words.isClosed : words.notOpened);
  if (today <= r.to) throw new Refused(words.stillOpen, { slots: { date: r.to } });
  if (r.reserved > 0 && today <= r.collectTo) throw new Refused(words.stillCollecting, { slots: { n: r.reserved, date: r.collectTo } });
  let expired = 0;
  for (let n = AT_ONCE; n === AT_ONCE; expired += n) n = await expireOf(tx, id);
  await q.setRoundState(tx, id, 'closed', by.personId);
  await noted(tx, by, words.auditClosed, r, { n: expired });
  return { id, expired };
}

/** Lets up to 1,000 open reservations of a round expire: units and points go back. @returns how many */
export async function expireOf(tx: Tx, roundId: string): Promise<number> {
  const list = await lockOpen(tx, roundId, AT_ONCE);
  await giveBack(tx, list, { state: 'expired', by: null });
  return list.length;
}

/** Lets what was not collected in time go back, in one round. @returns how many expired; each page leaves a line in the log */
export async function expireOver(tx: Tx, roundId: string): Promise<number> {
  const r = await q.findRound(tx, roundId);
  if (r === null || standingOf(r, legalDateOf(tx.now)) !== 'ended') return 0;
  const n = await expireOf(tx, roundId);
  if (n > 0) await noted(tx, { system: 'points' }, words.auditExpired, r, { n });
  return n;
}

/** The report of a round as a spreadsheet: every prize with what became of it. */
export async function exportRound(tx: Tx, by: Actor, { id }: In<'exportRound'>, call: Call): Promise<Download> {
  const { round: r } = await roundFor(tx, by, 'points.view', id);
  const prizes = await q.listPrizes(tx, id);
  await noted(tx, by, words.auditExportedRound, r);
  return exportSheet({
    name: words.exportRoundName, now: tx.now, locale: call.locale, rows: prizes,
    columns: [
      { heading: words.columnBand, cell: (p) => bandOf(r.bands, p.points)?.title ?? '' }, { heading: words.columnPrize, cell: (p) => p.title }, { heading: words.columnPoints, cell: (p) => p.points }, { heading: words.columnWorth, cell: (p) => plainYuan(BigInt(p.worthFen)) },
      { heading: words.columnStock, cell: (p) => p.stock }, { heading: words.columnCollected, cell: (p) => p.collected }, { heading: words.columnReserved, cell: (p) => p.reserved }, { heading: words.columnCancelled, cell: (p) => p.cancelled },
      { heading: words.columnExpired, cell: (p) => p.expired }, { heading: words.columnLeft, cell: (p) => p.left }, { heading: words.columnSpent, cell: (p) => plainYuan(BigInt(p.worthFen) * BigInt(p.collected)) },
    ],
  });
}

/** Says once, when the part is loaded, who may open pictures of prizes: whom the round is for, and the officers. */
export function declareFiles(): void {
  files.declareOwner('prize', {
    most: 8,
    mayOpen: async (tx, by, prizeId) => {
      const prize = await q.findPrizeAlone(tx, prizeId);
      const r = prize === null ? null : await q.findRound(tx, prize.roundId);
      if (r === null) return false;
      if (r.state !== 'draft' && by.membership?.path.startsWith(r.unionPath)) return true;
      const union = await findUnion(tx, r.schemeId);
      return union !== null && ['points.view', 'points.handOut'].some((p) => by.grants.some((g) => g.permission === p && (union.path.startsWith(g.path) || g.path.startsWith(union.path))));
    },
  });
}
