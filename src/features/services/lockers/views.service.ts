import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { type FileFacts, files } from '#engines/files';
import { claims } from '#engines/claims';
import { cabinetFor, cabinetForKeeper, notFound } from './access.service.ts';
import { type Cabinet, type Compartment, listCompartments, listNear } from './cabinets.sql.ts';
import { wasOpenedFor } from './doors.sql.ts';
import { findLoan, listLive, listMine, type LoanRow } from './loans.sql.ts';
import type { api } from './lockers.contract.ts';
import { daysLate, doorStateAt, isOpenAt, loanStateAt } from './lockers.rules.ts';
import { countSwaps, listSwaps } from './swap.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** A file as screens show it. */
export const fileView = (f: FileFacts) => ({ id: f.id, name: f.name, image: f.thumbnail });
/** The files of owners of one kind as screens show them. */
export async function photosOf(tx: Tx, kind: string, ids: readonly string[]) {
  const found = await files.listOf(tx, kind, ids);
  return (id: string) => (found.get(id) ?? []).map(fileView);
}

function nearView(c: Cabinet, doors: readonly Compartment[], live: readonly LoanRow[], now: Date) {
  const own = doors.filter((d) => d.cabinetId === c.id);
  const free = own.filter((d) => d.kind === 'lend' && d.outOfOrder === '' && !live.some((l) => l.compartmentId === d.id)).length;
  return {
    id: c.id, number: c.number, place: c.place, union: c.union, open: c.state === 'active' && isOpenAt(c, now), paused: c.state === 'active' ? '' : c.why, opensMinute: c.opensMinute, closesMinute: c.closesMinute, free, doors: own.length,
    swap: own.some((d) => d.kind === 'swap'), items: [...new Set(own.flatMap((d) => (d.item === '' ? [] : [d.item])))],
  };
}

/** Cabinets of one's own union and those above it, the nearest first. */
export async function near(tx: Tx, by: Actor) {
  const cabinets = by.membership?.state === 'active' ? await listNear(tx, by.membership.path) : [];
  const ids = cabinets.map((c) => c.id);
  const [doors, live] = [await listCompartments(tx, ids), await listLive(tx, ids)];
  return { items: cabinets.map((c) => nearView(c, doors, live, tx.now)) };
}

/** What is in a cabinet, as whoever stands before it sees it. Who has what is not told. */
export async function cabinet(tx: Tx, by: Actor, { id }: In<'cabinet'>) {
  const c = await cabinetFor(tx, by, id);
  const [doors, live, swaps, counts, offer] = [await listCompartments(tx, [id]), await listLive(tx, [id]), await listSwaps(tx, id), await countSwaps(tx, id), await claims.findOffer(tx, id)];
  const photos = await photosOf(tx, 'lockerSwap', swaps.map((s) => s.id));
  const keeps = await cabinetForKeeper(tx, by, id).then(() => true, () => false);
  return {
    ...nearView(c, doors, live, tx.now), perPerson: offer?.perPerson ?? 1, swapPut: counts.put, swapTaken: counts.taken,
    compartments: doors.map((d) => {
      const loan = live.find((l) => l.compartmentId === d.id) ?? null;
      const [mine, state] = [loan?.personId === by.personId ? loan.id : null, doorStateAt({ ...d, loan }, tx.now)];
      return { no: d.no, kind: d.kind, item: d.item, label: d.label, lendHours: d.lendHours, stock: d.stock, state: mine === null && (state === 'overdue' || state === 'missing') ? 'out' as const : state, why: d.outOfOrder, backAt: loan?.dueAt && loan.dueAt > tx.now ? loan.dueAt.toISOString() : null, mine };
    }),
    swaps: swaps.map((s) => ({ id: s.id, no: doors.find((d) => d.id === s.compartmentId)?.no ?? 1, title: s.title, note: s.note, putOn: s.putOn, photos: photos(s.id) })),
    may: [...(by.membership?.state === 'active' && by.membership.path.startsWith(c.unionPath) && c.state === 'active' ? ['use'] : []), ...(keeps ? ['keep'] : [])],
  };
}

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What every reader of a loan sees. */
export const loanFacts = (l: LoanRow, now: Date) => ({
  id: l.id, cabinetId: l.cabinetId, cabinet: l.cabinetNumber, place: l.place, union: l.union, no: l.no, item: l.item, label: l.label, state: loanStateAt(l, now), askedAt: l.askedAt.toISOString(), lentAt: text(l.lentAt), dueAt: text(l.dueAt), endedAt: text(l.endedAt),
  daysLate: l.endedAt === null && l.dueAt !== null && l.dueAt < now ? daysLate(l.dueAt, now) : 0, note: l.note,
});

async function ownView(tx: Tx, l: LoanRow, photos: Awaited<ReturnType<typeof photosOf>>, doorOpened: boolean) {
  const out = l.endedAt === null && l.lentAt !== null;
  return { ...loanFacts(l, tx.now), doorOpened, photos: photos(l.id), may: out ? ['door', ...(doorOpened ? ['return'] : []), ...(l.missingAt === null ? ['lost'] : [])] : [] };
}

/** My loans: what is out first, soonest due. */
export async function mine(tx: Tx, by: Actor, d: In<'mine'>) {
  const { items, total } = await listMine(tx, by.personId, d);
  const photos = await photosOf(tx, 'lockerLoan', items.map((l) => l.id));
  return { items: await Promise.all(items.map((l) => ownView(tx, l, photos, false))), total };
}

/** One loan of mine; a keeper looks at loans at the desk. */
export async function loan(tx: Tx, by: Actor, { id }: In<'loan'>) {
  const found = await findLoan(tx, id);
  if (found?.personId !== by.personId) return notFound();
  return ownView(tx, found, await photosOf(tx, 'lockerLoan', [id]), await wasOpenedFor(tx, id));
}
