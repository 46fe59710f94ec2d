import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { readFollowUpCode } from '#shared/tokens';
import { Limits } from '#platform/http';
import { type Held, hold, loadSeen, mayOver, openSteps } from './access.ts';
import * as q from './cases.sql.ts';
import type { CaseEvent } from './cases.sql.ts';
import { words } from './cases.words.ts';
import * as l from './lists.sql.ts';
import { codeLookup } from './open.service.ts';
import type { Process } from './process.rules.ts';
import { allProcesses } from './registry.ts';
import { findUnion } from '#engines/org';

/** A case as one person sees it. `may` = the steps open to that person now. */
export type SeenCase = Held & { as: 'officer' | 'author'; events: CaseEvent[]; may: string[] };

/** One case with its timeline, for one who may see it; authors do not see what is for officers only. */
export async function load(tx: Tx, p: Process, by: Actor, id: string): Promise<SeenCase> {
  const held = await loadSeen(tx, p, by, id);
  const events = await q.listEvents(tx, id, held.as === 'author');
  return { ...held, events, may: openSteps(p, { kind: 'person', actor: by }, held, false) };
}

/** A case with its timeline for a part that has decided itself who may see it. `onlyShown` leaves out what is for officers. */
export async function loadWhole(tx: Tx, p: Process, id: string, onlyShown: boolean): Promise<Held & { events: CaseEvent[] }> {
  return { ...(await hold(tx, p, await q.findCase(tx, id))), events: await q.listEvents(tx, id, onlyShown) };
}

const tries = new Limits(20, 20);

/**
 * The case a 16-digit follow-up code leads to, with its timeline. Wrong codes are slowed down by their first four digits,
 * never by address: 10^16 codes cannot be searched at 20 tries a minute for each.
 */
export async function loadByCode(tx: Tx, p: Process, text: string): Promise<SeenCase> {
  const read = readFollowUpCode(text);
  if (!read.ok) throw new Refused(read.why, { status: 400, fields: [{ path: 'code', why: read.why }] });
  const wait = tries.take(read.code.slice(0, 4), tx.now.getTime());
  if (wait > 0) throw new Refused(words.codeTries, { status: 429, slots: { minutes: Math.ceil(wait / 60) } });
  const id = await q.findByFollowUp(tx, codeLookup(read.code));
  const file = id === null ? null : await q.findCase(tx, id);
  const union = file === null ? null : await findUnion(tx, file.unionId);
  if (file === null || union === null || file.process !== p.name) throw new Refused(words.codeUnknown, { status: 404 });
  const held = { file, union };
  return { ...held, as: 'author', events: await q.listEvents(tx, file.id, true), may: openSteps(p, { kind: 'code' }, held, false) };
}

/** The federation a follow-up code belongs to; asked before a tenant is known. */
export const tenantOfCode = (tx: Tx, code: string): Promise<string | null> => q.findTenantByFollowUp(tx, codeLookup(code));

/** Unions where the actor holds an office that may act on some process, those processes, and states of them that wait for others only. */
function desk(by: Actor): l.Desk {
  const holds = new Set(by.grants.map((g) => g.permission));
  const processes = allProcesses().filter((p) => holds.has(p.readers));
  const readers = new Set(processes.map((p) => p.readers));
  return {
    unionIds: [...new Set(by.grants.filter((g) => readers.has(g.permission)).map((g) => g.unionId))], processes: processes.map((p) => p.name),
    others: processes.flatMap((p) => Object.entries(p.states).filter(([, s]) => s.for !== undefined && !holds.has(s.for)).map(([state]) => `${p.name}/${state}`)),
  };
}

/** The work list of one officer, most urgent first. */
export function listWaiting(tx: Tx, by: Actor, f: { process?: string; text?: string; unionPath?: string; late?: boolean }, page: { limit: number; offset: number }): Promise<l.ListedCase[]> {
  return l.listWaiting(tx, by, desk(by), f, page);
}

/** Counts for tiles and menu, by process. */
export function countWaiting(tx: Tx, by: Actor, f: { text?: string; unionPath?: string } = {}): Promise<{ process: string; waiting: number; today: number; late: number; reported: number }[]> {
  return l.countWaiting(tx, by, desk(by), instantAt(addDays(legalDateOf(tx.now), 1)), f);
}

/** What waits for a person as author: something to rate, or the question four weeks later. */
export function listForAuthor(tx: Tx, personId: string): Promise<l.ListedCase[]> {
  const waiting = allProcesses().flatMap((p) => Object.entries(p.states).filter(([, s]) => s.waits === 'author').map(([state]) => ({ process: p.name, state })));
  return l.listForAuthor(tx, personId, waiting);
}

/** Whether the officer may know the author's name: hidden names are for those who may answer, not for whom it was passed to. */
export const seesAuthor = (by: Actor, permission: string, held: Held): boolean =>
  held.file.privacy === 'named' || (held.file.privacy === 'hidden' && mayOver(by, permission, held.union));
