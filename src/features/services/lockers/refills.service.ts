import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { cabinetForKeeper, keepersOf } from './access.service.ts';
import { type Cabinet, type Compartment, lockStocks, setStocks } from './cabinets.sql.ts';
import { insertRefill } from './care.sql.ts';
import type { desk } from './desk.contract.ts';
import { stockAfter } from './lockers.rules.ts';
import { words } from './lockers.words.ts';

/** Tells the keepers, once a day and cabinet, when a stock has just come down to its mark. */
export async function tellShortage(tx: Tx, cabinet: Cabinet, door: Compartment, taken: number): Promise<void> {
  if (door.stock > door.threshold || door.stock + taken <= door.threshold) return;
  const to = await keepersOf(tx, cabinet.unionId);
  if (to.length > 0) await notify.tell(tx, { key: `lockers/${cabinet.id}/refill/${legalDateOf(tx.now)}`, kind: 'lockers.refill', word: words.tellRefill, body: words.tellRefillBody, slots: { place: cabinet.place }, link: '/console/lockers/refills', to, unionId: cabinet.unionId });
}

/** Logs a refill round: what was counted and what was added. What was taken since the list was read stays taken. */
export async function refill(tx: Tx, by: Actor, d: z.output<(typeof desk)['refill']['in']>) {
  const cabinet = await cabinetForKeeper(tx, by, d.id);
  const doors = new Map((await lockStocks(tx, cabinet.id)).map((x) => [x.no, x]));
  if (new Set(d.lines.map((l) => l.no)).size < d.lines.length) throw new Refused(words.twice, { slots: { no: d.lines[0]?.no ?? 0 } });
  const lines = d.lines.map((l) => {
    const door = doors.get(l.no);
    if (door === undefined) throw new Refused(words.notStock, { slots: { no: l.no } });
    return { ...l, compartmentId: door.id, label: door.label, stock: Math.min(10_000, stockAfter(door.stock, l)) };
  });
  await setStocks(tx, lines.map((l) => ({ id: l.compartmentId, stock: l.stock })));
  const id = newId();
  await insertRefill(tx, { id, cabinetId: cabinet.id, byId: by.personId, note: d.note, lines });
  await audit.record(tx, by, words.auditRefilled, { subject: { kind: 'locker', id: cabinet.id }, unionId: cabinet.unionId, slots: { n: cabinet.number, count: lines.reduce((n, l) => n + l.added, 0) } });
  return { id };
}
