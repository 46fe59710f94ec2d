import type { Tx } from '#shared/call';
import type { Database } from '#platform/db';
import { clock } from '#platform/clock';
import { jobs } from '#platform/jobs';
import { log } from '#platform/log';
import { audit } from '#engines/audit';
import { listTenants } from '#engines/org';
import { listByState, listMiscounted, listOverdue } from './claims.sql.ts';
import { words } from './claims.words.ts';
import { change, end, fill, tellOf } from './moves.service.ts';
import { findOffer, listDue } from './offers.sql.ts';

const OFFERS_AT_ONCE = 200;

/** What the clock does to one offer: places kept too long go on, quotas roll up, who did not come is noted, who still waits is let go. */
export async function sweepOffer(tx: Tx, offerId: string): Promise<void> {
  const offer = await findOffer(tx, offerId, true);
  if (offer === null || offer.state === 'draft' || offer.state === 'cancelled') return;
  const late = await listOverdue(tx, offerId);
  if (late.length > 0) await tellOf(tx, offer, await end(tx, null, offer, late, { to: 'expired', verb: 'expired' }), words.tellExpired, words.tellExpiredBody, { verb: 'expired' });
  else await fill(tx, offer);
  if (offer.handOverTo === null || offer.handOverTo > tx.now) return;
  const absent = await listByState(tx, offerId, ['taken'], 1_000);
  const missed = await change(tx, null, offer, 'missed', absent.map((c) => ({ id: c.id, from: 'taken', to: 'missed', verb: 'missed' })));
  await tellOf(tx, offer, missed, words.tellMissed, words.tellMissedBody, { verb: 'missed' });
  if (missed.length > 0) await audit.record(tx, { system: 'claims' }, words.auditMissed, { subject: { kind: 'offer', id: offer.id }, unionId: offer.unionId, slots: { title: offer.title, n: missed.length } });
  const waiting = await listByState(tx, offerId, ['waiting'], 1_000);
  await change(tx, null, offer, 'expired', waiting.map((c) => ({ id: c.id, from: 'waiting', to: 'expired', verb: 'expired' })));
}

/** Does what the clock asks for, offer by offer, each in its own transaction. @returns how many offers were looked at */
export async function sweep(database: Database, now: Date): Promise<number> {
  let seen = 0;
  for (const id of await database.read(null, now, listTenants)) {
    const due = await database.read(id, now, (tx) => listDue(tx, OFFERS_AT_ONCE));
    for (const offerId of due) await database.transaction(id, now, (tx) => sweepOffer(tx, offerId), { retry: true });
    seen += due.length;
  }
  return seen;
}

/** Recounts all pools from the claims; a difference is our bug and is logged as an error. @returns how many differ */
export async function recount(database: Database, now: Date): Promise<number> {
  let wrong = 0;
  for (const id of await database.read(null, now, listTenants)) {
    const found = await database.read(id, now, listMiscounted);
    for (const f of found) log.error({ federation: id, ...f }, 'a pool says other than its claims');
    wrong += found.length;
  }
  return wrong;
}

/** Background work of the engine. */
export function declareJobs(): void {
  jobs.define('claims.sweep', { every: '* * * * *', run: async ({ database }) => { await sweep(database, clock.now()); } });
  jobs.define('claims.recount', { every: '40 3 * * *', minutes: 30, run: async ({ database }) => { await recount(database, clock.now()); } });
}
