import { type Actor, mayIn, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { rulebook } from '#engines/rulebook';
import type { Role } from './clubs.rules.ts';
import * as q from './clubs.sql.ts';
import { words } from './clubs.words.ts';
import { listFounders, listMembersAmong } from './people.sql.ts';

export const KEEP = 'clubs.keep';
export const GRANT = 'clubs.grant';

/** Refuses one field with a sentence. */
export const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };

/** What the log says of a club. */
export const subject = (c: q.ClubRow, slots: Record<string, string | number | Word> = {}) => ({ subject: { kind: 'club', id: c.id }, unionId: c.unionId, slots: { title: c.name, ...slots } });

/** Yuan with two places, for sentences. */
export const yuan = (fen: number | bigint): string => { const n = BigInt(fen); return `${n / 100n}.${String(n % 100n).padStart(2, '0')}`; };

/** A club as this person may see it. @param lock to the end of the transaction */
export async function loadClub(tx: Tx, by: Actor, id: string, lock = false): Promise<q.ClubRow> {
  if (lock) await q.lockClub(tx, id);
  const c = await q.findClub(tx, by, id);
  if (c === null) throw new Refused(doorWords.notFound, { status: 404 });
  return c;
}

/** A club for those who keep it, locked. */
export async function loadKept(tx: Tx, by: Actor, id: string, permission: string = KEEP): Promise<q.ClubRow> {
  const c = await loadClub(tx, by, id, true);
  if (!mayIn(by, permission, c.path)) throw new Refused(doorWords.notFound, { status: 404 });
  return c;
}

/** Whether the person has one of these roles in the club, or keeps it. */
export const leads = (by: Actor, c: q.ClubRow, roles: readonly Role[] = ['leader', 'deputy']): boolean => (c.role !== null && roles.includes(c.role)) || mayIn(by, KEEP, c.path);

/** Whether the person belongs to the club or keeps it. */
export const belongs = (by: Actor, c: q.ClubRow): boolean => c.mine === 'taken' || c.mine === 'held' || mayIn(by, KEEP, c.path);

/** A club that one leads, or keeps. @param roles who may besides its officers */
export async function loadLed(tx: Tx, by: Actor, id: string, roles: readonly Role[] = ['leader', 'deputy']): Promise<q.ClubRow> {
  const c = await loadClub(tx, by, id, true);
  if (!leads(by, c, roles)) throw new Refused(doorWords.notFound, { status: 404 });
  return c;
}

/** Refuses what only an active club can do. */
export function refuseUnlessActive(c: q.ClubRow): void {
  if (c.state !== 'active') throw new Refused(words.notActive);
}

/** Founders that a club of this union needs today. */
export const neededIn = async (tx: Tx, unionId: string): Promise<number> => (await rulebook.look(tx, { unionId }, ['clubs.founders.least'])).values['clubs.founders.least'];

/** Founders who confirmed and still are members of the union. */
export async function confirmedOf(tx: Tx, c: q.ClubRow): Promise<string[]> {
  const confirmed = (await listFounders(tx, c.id)).filter((f) => f.state === 'confirmed').map((f) => f.personId);
  const there = new Set(await listMembersAmong(tx, c.path, confirmed));
  return confirmed.filter((id) => there.has(id));
}
