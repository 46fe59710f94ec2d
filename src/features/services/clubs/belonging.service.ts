import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { addMonths, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { type ClaimRow, claims, STATE_WORDS } from '#engines/claims';
import { notify } from '#engines/notify';
import { belongs, KEEP, loadClub, loadLed, refuseUnlessActive, subject } from './access.service.ts';
import type { api } from './clubs.contract.ts';
import type { Role } from './clubs.rules.ts';
import type { ClubRow } from './clubs.sql.ts';
import { words } from './clubs.words.ts';
import * as p from './people.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const MEMBER = ['held', 'taken', 'handed', 'waiting', 'offered'] as const;

/** Joins a club, or waits for a place when it is full. Sent again with the same key it answers the same. */
export async function join(tx: Tx, by: Actor, { id, key }: In<'join'>) {
  const c = await loadClub(tx, by, id);
  refuseUnlessActive(c);
  const [answer] = await claims.decide(tx, id, [{ personId: by.personId, key, places: 1, unitId: null, at: tx.now }]);
  if (answer === undefined) throw new Error(`club ${id} answered nothing`);
  if ('no' in answer) throw claims.refusalFor(answer.offer, answer.no);
  await audit.record(tx, by, words.auditJoined, subject(c));
  return { claimId: answer.claim.id, state: answer.claim.state };
}

/** Leaves a club or its waiting list; the next in the list moves up. */
export async function leave(tx: Tx, by: Actor, { id }: In<'leave'>) {
  const c = await loadClub(tx, by, id);
  const [mine] = await claims.listMine(tx, by.personId, [id]);
  if (mine === undefined || mine.endedAt !== null) throw new Refused(words.notMember);
  await claims.cancel(tx, by, mine.id);
  await audit.record(tx, by, words.auditLeft, subject(c));
  return { id };
}

async function rowsOf(tx: Tx, c: ClubRow, list: readonly ClaimRow[]) {
  const roles = new Map((await p.listRoles(tx, c.id)).toReversed().map((r) => [r.personId, r.role]));
  const attended = await p.countAttended(tx, c.id, list.map((x) => ({ personId: x.personId, since: x.at })), instantAt(addMonths(legalDateOf(tx.now), -12)));
  return list.map((x) => ({ claim: x, role: roles.get(x.personId) ?? null, attended: attended.get(x.personId)?.attended ?? 0, of: attended.get(x.personId)?.of ?? 0 }));
}

/** Members of a club and those who wait, for its members and officers. */
export async function members(tx: Tx, by: Actor, { id, text, limit, offset }: In<'members'>, { locale }: Call) {
  const c = await loadClub(tx, by, id);
  if (!belongs(by, c)) throw new Refused(words.notMember, { status: 404 });
  const page = await claims.listClaims(tx, id, { states: MEMBER, text, limit, offset });
  const list = await rowsOf(tx, c, page.items);
  return {
    total: page.total,
    items: list.map(({ claim: x, role, attended, of }) => ({ personId: x.personId, claimId: x.id, name: x.name, unit: x.unit, role, state: x.state, stateWord: say(x.state === 'waiting' ? words.columnWaiting : x.state === 'taken' ? words.columnMembers : STATE_WORDS[x.state], locale), since: x.at.toISOString(), attended, of })),
  };
}

/** Gives a role to a member, or takes it away; a club always has a leader. */
export async function appoint(tx: Tx, by: Actor, { id, role, personId }: In<'appoint'>) {
  const c = await loadLed(tx, by, id, ['leader']);
  refuseUnlessActive(c);
  await giveRole(tx, by, c, role, personId);
  return { id };
}

async function giveRole(tx: Tx, by: Actor, c: ClubRow, role: Role, personId: string | null): Promise<void> {
  if (personId === null) {
    if (role === 'leader') throw new Refused(words.leaderNeeded);
    await p.dropRole(tx, c.id, role);
  } else {
    if ((await p.listBelonging(tx, c.id, [personId])).length === 0) throw new Refused(words.roleOutside);
    await p.putRole(tx, c.id, role, personId, legalDateOf(tx.now));
    if (personId !== by.personId) {
      await notify.tell(tx, { key: `clubs/${c.id}/role/${role}/${tx.now.getTime()}`, kind: 'clubs.role', word: words[`tellRole_${role}`], body: words.tellRoleBody, slots: { title: c.name }, link: `/clubs/${c.id}`, unionId: c.unionId, to: [personId] });
    }
  }
  await audit.record(tx, by, words.auditRole, subject(c, { role: words[`role_${role}`] }));
}

/** Takes a member out, with a reason the person is told. */
export async function dismiss(tx: Tx, by: Actor, { id, personId, why }: In<'dismiss'>) {
  const c = await loadLed(tx, by, id, ['leader']);
  if (personId === by.personId && !mayIn(by, KEEP, c.path)) throw new Refused(words.leaderStays);
  const [theirs] = await claims.listMine(tx, personId, [id]);
  if (theirs === undefined || theirs.endedAt !== null) throw new Refused(words.memberUnknown, { status: 404 });
  await claims.remove(tx, by, theirs.id, why);
  return { id };
}
