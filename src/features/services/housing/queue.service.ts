import type { Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { type Claim, claims, type Happening } from '#engines/claims';
import { notify } from '#engines/notify';
import { rulebook } from '#engines/rulebook';
import { takeNumber } from './allocations.sql.ts';
import * as a from './applications.sql.ts';
import { applicationProcess } from './housing.process.ts';
import { afterDecline } from './housing.rules.ts';
import { words } from './housing.words.ts';
import * as q from './queue.sql.ts';
import { endTenancies, insertTenancy } from './tenancies.sql.ts';

const KIND = 'housing';

/**
 * Enters an accepted application into the queue, at the place of its number.
 * @throws Refused when the applicant may not have a flat there any more
 */
export async function join(tx: Tx, h: a.Application): Promise<string> {
  if (h.submittedAt === null || h.order === null) throw new Error(`application ${h.id} was never submitted`);
  const key = `housing/${h.id}/${await q.countPlaces(tx, h.id)}`;
  const [answer] = await claims.decide(tx, h.allocationId, [{ personId: h.personId, key, places: 1, unitId: null, at: h.submittedAt }]);
  if (answer === undefined || 'no' in answer) throw answer === undefined ? new Error('no answer') : claims.refusalFor(answer.offer, answer.no);
  await q.insertPlaces(tx, [{ claimId: answer.claim.id, applicationId: h.id, number: h.order }]);
  await claims.rankWaiting(tx, h.allocationId, [{ claimId: answer.claim.id, rank: h.order }]);
  return answer.claim.id;
}

/** Those who declined a flat wait again once it is somebody else's (or nobody wanted it for a while); what is free is offered. @returns how many were offered one */
export async function turn(tx: Tx, allocationId: string, unionId: string): Promise<number> {
  const { values } = await rulebook.resolve(tx, { unionId }, ['housing.declines.restDays']);
  const again = await q.listAgain(tx, allocationId, instantAt(addDays(legalDateOf(tx.now), -values['housing.declines.restDays'])));
  for (const h of await a.findApplications(tx, again)) {
    try {
      await join(tx, h);
    } catch (why) {
      if (!(why instanceof Refused)) throw why;
      await a.endApplications(tx, [h.id], 'left');
    }
  }
  return claims.moveUp(tx, allocationId);
}

/** Nobody waits any more: what is not a tenancy is over. */
export async function closeAll(tx: Tx, allocationId: string): Promise<void> {
  await a.endApplications(tx, await q.endedWith(tx, allocationId), 'closed');
}

/** A flat that was declined or not answered: the place is kept, or lost as the rulebook says. */
async function declined(tx: Tx, h: a.Application, unitId: string): Promise<void> {
  const { values } = await rulebook.resolve(tx, { unionId: h.unionId }, ['housing.declines.atMost', 'housing.declines.out']);
  const next = afterDecline(h.declines + 1, { atMost: values['housing.declines.atMost'], out: values['housing.declines.out'] });
  const told = { keeps: words.tellKeeps, end: words.tellEnd, out: words.tellOut }[next];
  if (next === 'out') await a.endApplications(tx, [h.id], 'declined');
  else await a.markDeclined(tx, { id: h.id, declines: next === 'keeps' ? h.declines + 1 : 0, number: next === 'keeps' ? (h.order ?? 1) : await takeNumber(tx, h.allocationId), unitId });
  await notify.tell(tx, { key: `housing/${h.id}/declined/${tx.now.getTime()}`, kind: 'housing.declined', word: words.tellDeclined, body: told, slots: { title: h.allocation, most: String(values['housing.declines.atMost']) }, link: `/housing/applications/${h.id}`, to: [h.personId], unionId: h.unionId });
}

type Ended = { readonly claim: Claim; readonly h: a.Application };
const ENDS: Partial<Record<Happening['verb'], a.Ending>> = { cancelled: 'cancelled', ended: 'closed', returned: 'returned' };

async function withApplications(tx: Tx, list: readonly Claim[]): Promise<Ended[]> {
  const ids = await q.applicationsOf(tx, list.map((c) => c.id));
  const found = new Map((await a.findApplications(tx, [...ids.values()])).map((h) => [h.id, h]));
  return list.flatMap((claim) => {
    const h = found.get(ids.get(claim.id) ?? '');
    return h === undefined ? [] : [{ claim, h }];
  });
}

async function refusePastCheck(tx: Tx, { offer, claims: list }: Happening): Promise<void> {
  const may = await q.acceptedAmong(tx, offer.id, list.map((c) => c.personId));
  if (list.some((c) => !may.has(c.personId))) throw new Refused(words.applyFirst);
}

/** What happens to claims of flats: nobody enters past the check, a flat that is accepted becomes a tenancy, one that is declined goes on. */
export async function followClaims(tx: Tx, happening: Happening): Promise<void> {
  const { verb, claims: list } = happening;
  if (verb === 'claimed') return refusePastCheck(tx, happening);
  if (verb === 'accepted' || verb === 'promoted') {
    for (const { claim, h } of await withApplications(tx, list.filter((c) => c.state === 'taken' && c.unitId !== null))) await insertTenancy(tx, { claimId: claim.id, applicationId: h.id, allocationId: h.allocationId, personId: h.personId, unitId: claim.unitId ?? '' });
    return;
  }
  const over = await withApplications(tx, list);
  const ending = ENDS[verb];
  if (ending !== undefined) {
    await a.endApplications(tx, over.map((x) => x.h.id), ending);
    await endTenancies(tx, over.map((x) => x.claim.id), legalDateOf(tx.now));
    return;
  }
  if (verb !== 'declined' && verb !== 'expired') return;
  for (const { claim, h } of over) {
    if (claim.unitId === null) await a.endApplications(tx, [h.id], 'left');
    else await declined(tx, h, claim.unitId);
  }
}

/** Says once, when the part is loaded, what this part follows. */
export function declareQueue(): void {
  claims.useKind({ name: KIND, title: words.housing, handed: words.movedIn, states: { waiting: words.stateWaiting, taken: words.stateTaken, returned: words.stateMovedOut }, times: words.moveInTimes, returns: true, memberPath: '/housing/:id', consolePath: '/housing/:id', keep: 'housing.keep' });
  claims.follow(KIND, followClaims);
  cases.useProcess(applicationProcess);
  cases.follow(applicationProcess.name, async (tx, verb, held) => {
    if (verb === 'withdraw' || verb === 'lapse') await a.endApplications(tx, [held.file.id], 'withdrawn');
    if (verb === 'reject' || verb === 'uphold') await a.endApplications(tx, [held.file.id], 'rejected');
  });
}

/** Turns one allocation, as the clock asks for it; leaves a line when somebody was offered a flat. */
export async function turnBySystem(tx: Tx, o: { id: string; unionId: string; title: string }): Promise<number> {
  const n = await turn(tx, o.id, o.unionId);
  if (n > 0) await audit.record(tx, { system: 'housing' }, words.auditTurned, { subject: { kind: KIND, id: o.id }, unionId: o.unionId, slots: { title: o.title, n } });
  return n;
}
