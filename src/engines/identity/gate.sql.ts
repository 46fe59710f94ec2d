import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type Reserved = { readonly tries: number } | { readonly lockedUntil: Date };

/**
 * Takes one of the tries of a gate before anything is compared. The row lock makes tries that arrive together queue
 * up here, so that no more than `most` of them ever get through, and the last one closes the gate.
 * Tries older than the lock time are forgotten.
 */
export async function reserveTry(tx: Tx, gate: Buffer, o: { most: number; stale: Date; lockUntil: Date }): Promise<Reserved> {
  const counted = sql`case when g.locked_until is not null or g.last_at < ${o.stale} then 1 else g.tries + 1 end`;
  const taken = await sql<{ tries: number }>`
    insert into sign_in_gate as g (gate, tries, last_at, locked_until)
    values (${gate}, 1, ${tx.now}, ${o.most <= 1 ? o.lockUntil : null})
    on conflict (gate) do update set
      tries = ${counted},
      last_at = excluded.last_at,
      locked_until = case when ${counted} >= ${o.most}::int then ${o.lockUntil}::timestamptz end
    where g.locked_until is null or g.locked_until <= excluded.last_at
    returning g.tries`.execute(rows(tx));
  const row = taken.rows[0];
  if (row) return row;
  const shut = await sql<{ locked_until: Date }>`select locked_until from sign_in_gate where gate = ${gate}`.execute(rows(tx));
  return { lockedUntil: shut.rows[0]?.locked_until ?? o.lockUntil };
}

/** Opens a gate: the right credential was shown, or an administrator lifts the lock. */
export async function clearGate(tx: Tx, gate: Buffer): Promise<void> {
  await sql`delete from sign_in_gate where gate = ${gate}`.execute(rows(tx));
}

/** Removes counters, codes and tickets that no longer mean anything. Bounded; returns how many went. */
export async function sweep(tx: Tx, before: Date, most: number): Promise<number> {
  const gates = await sql`delete from sign_in_gate where gate = any(array(select gate from sign_in_gate where last_at < ${before} limit ${most}))`.execute(rows(tx));
  const codes = await sql`delete from one_time_code where phone_lookup = any(array(select phone_lookup from one_time_code where sent_at < ${before} limit ${most}))`.execute(rows(tx));
  const tickets = await sql`delete from sign_in_ticket where token_hash = any(array(select token_hash from sign_in_ticket where expires_at < ${before} limit ${most}))`.execute(rows(tx));
  return [gates, codes, tickets].reduce((n, r) => n + Number(r.numAffectedRows ?? 0n), 0);
}
