import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import { audit } from '#engines/audit';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { cabinetFor, cabinetForKeeper, doorOf, keepersOf, notFound, putOrder } from './access.service.ts';
import { type Cabinet, type Compartment, findCabinet, findCompartmentById } from './cabinets.sql.ts';
import { countOpenReports, findReport, insertReport, type Report, settleReports } from './care.sql.ts';
import type { desk } from './desk.contract.ts';
import { listLive } from './loans.sql.ts';
import type { api } from './lockers.contract.ts';
import { words } from './lockers.words.ts';

const MOST_OPEN = 10;

/** Declares once who may open pictures of reports and of what was given back: keepers, and whoever gave it back. */
export function declareFiles(loanOf: (tx: Tx, id: string) => Promise<{ cabinetId: string; personId: string } | null>): void {
  const kept = async (tx: Tx, by: Actor, cabinetId: string): Promise<boolean> => cabinetForKeeper(tx, by, cabinetId).then(() => true, (error: unknown) => { if (error instanceof Refused) return false; throw error; });
  files.declareOwner('lockerReport', { most: 4, mayOpen: async (tx, by, id) => { const r = await findReport(tx, id); return r !== null && kept(tx, by, r.cabinetId); } });
  files.declareOwner('lockerLoan', { most: 4, mayOpen: async (tx, by, id) => { const l = await loanOf(tx, id); return l !== null && (l.personId === by.personId || kept(tx, by, l.cabinetId)); } });
}

type Trouble = { readonly kind: Report['kind']; readonly text: string; readonly loanId: string | null; readonly byId: string | null };

/** Writes a report, takes the compartment out of use unless it is only dirty, and tells the keepers. */
export async function raise(tx: Tx, by: Parameters<typeof audit.record>[1], cabinet: Cabinet, door: Compartment, t: Trouble): Promise<string> {
  const id = newId();
  await insertReport(tx, { id, cabinetId: cabinet.id, compartmentId: door.id, ...t });
  if (t.kind !== 'dirty') await putOrder(tx, by, door, t.text.slice(0, 200));
  const to = await keepersOf(tx, cabinet.unionId);
  if (to.length > 0) await notify.tell(tx, { key: `lockers/report/${id}`, kind: 'lockers.report', word: words.tellReport, body: words.tellReportBody, slots: { place: cabinet.place, no: door.no, label: door.label, text: t.text }, link: `/console/lockers/${cabinet.id}`, to, unionId: cabinet.unionId });
  await audit.record(tx, by, words.auditReported, { subject: { kind: 'locker', id: cabinet.id }, unionId: cabinet.unionId, slots: { n: cabinet.number, no: door.no } });
  return id;
}

/** A jammed door is reported by the house itself, once until it is settled. */
export async function raiseJam(tx: Tx, cabinet: Cabinet, door: Compartment): Promise<void> {
  if ((await countOpenReports(tx, { compartmentId: door.id, kind: 'jammed' })) > 0) return;
  await raise(tx, { system: 'lockers' }, cabinet, door, { kind: 'jammed', text: say(words.jammedText, 'zh'), loanId: null, byId: null });
}

const PLAIN: Readonly<Record<'missing' | 'broken' | 'dirty', Word>> = { missing: words.missingText, broken: words.plainBroken, dirty: words.plainBroken };

/** Anybody whom the cabinet serves says that something is missing, broken or dirty. */
export async function report(tx: Tx, by: Actor, d: z.output<(typeof api)['report']['in']>) {
  const cabinet = await cabinetFor(tx, by, d.id);
  const door = await doorOf(tx, cabinet, d.no);
  const loan = (await listLive(tx, [cabinet.id])).find((l) => l.compartmentId === door.id);
  if (loan !== undefined && loan.personId !== by.personId) throw new Refused(words.isLent);
  const open = await countOpenReports(tx, { personId: by.personId });
  if (open >= MOST_OPEN) throw new Refused(words.manyReports, { slots: { n: open } });
  const id = await raise(tx, by, cabinet, door, { kind: d.kind, text: d.text || say(PLAIN[d.kind], 'zh'), loanId: loan?.id ?? null, byId: by.personId });
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'lockerReport', id });
  return { id };
}

/** A keeper settles all that is open about a compartment: it is in use again. */
export async function settle(tx: Tx, by: Actor, d: z.output<(typeof desk)['settle']['in']>) {
  const seen = await findReport(tx, d.id);
  if (seen === null) return notFound();
  await cabinetForKeeper(tx, by, seen.cabinetId);
  const door = await findCompartmentById(tx, seen.compartmentId);
  if (door === null) return notFound();
  if (seen.settledAt !== null) throw new Refused(words.wasSettled);
  await putOrder(tx, by, door, '');
  if ((await settleReports(tx, door.id, { how: d.how, note: d.text, byId: by.personId })) === 0) throw new Refused(words.wasSettled);
  const cabinet = await findCabinet(tx, seen.cabinetId);
  await audit.record(tx, by, words.auditSettled, { subject: { kind: 'locker', id: seen.cabinetId }, unionId: cabinet?.unionId ?? null, slots: { n: seen.cabinetNumber, no: seen.no } });
  return { id: d.id };
}
