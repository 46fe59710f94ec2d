import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Decision } from './decide.rules.ts';

/** Lays aside deliveries that are not sent now; a wait does not count as a try. */
export async function settle(tx: Tx, list: readonly { id: string; decision: Exclude<Decision, { do: 'send' }> }[]): Promise<void> {
  if (list.length === 0) return;
  const state = list.map(({ decision: d }) => (d.do === 'wait' ? 'waiting' : d.do === 'skip' ? 'skipped' : 'dead'));
  const code = list.map(({ decision: d }) => (d.do === 'wait' ? 'quiet' : d.code));
  const due = list.map(({ decision: d }) => (d.do === 'wait' ? d.until : tx.now));
  await sql`
    UPDATE notify_delivery d SET state = x.state, code = x.code, due_at = x.due, lease = NULL, tries = greatest(0, d.tries - 1),
      ended_at = CASE WHEN x.state = 'waiting' THEN NULL ELSE ${tx.now}::timestamptz END,
      address_sealed = CASE WHEN x.state = 'skipped' THEN NULL ELSE d.address_sealed END
    FROM unnest(${list.map((one) => one.id)}::uuid[], ${state}::text[], ${code}::text[], ${due}::timestamptz[]) AS x(id, state, code, due)
    WHERE d.federation_id = ${tx.federationId} AND d.id = x.id`.execute(rows(tx));
}

/** How one delivery of a round ended. */
export type Ended = {
  readonly deliveryId: string;
  readonly attemptId: string;
  readonly state: 'sent' | 'waiting' | 'dead';
  readonly code: string;
  readonly due: Date;
  /** the provider asked for a rest: the try does not count */
  readonly uncounted: boolean;
};

/** Writes down how deliveries ended, unless another round has taken them over meanwhile; how many were still ours. */
export async function finish(tx: Tx, lease: string, list: readonly Ended[]): Promise<number> {
  await sql`
    UPDATE notify_attempt a SET state = CASE WHEN x.state = 'sent' THEN 'sent' ELSE 'failed' END, code = x.code, ended_at = ${tx.now}
    FROM unnest(${list.map((e) => e.attemptId)}::uuid[], ${list.map((e) => e.state)}::text[], ${list.map((e) => e.code)}::text[]) AS x(id, state, code)
    WHERE a.federation_id = ${tx.federationId} AND a.id = x.id`.execute(rows(tx));
  const r = await sql`
    UPDATE notify_delivery d SET state = x.state, code = x.code, due_at = x.due, lease = NULL, tries = d.tries - x.uncounted::int,
      ended_at = CASE WHEN x.state = 'waiting' THEN NULL ELSE ${tx.now}::timestamptz END,
      address_sealed = CASE WHEN x.state = 'sent' THEN NULL ELSE d.address_sealed END
    FROM unnest(${list.map((e) => e.deliveryId)}::uuid[], ${list.map((e) => e.state)}::text[], ${list.map((e) => e.code)}::text[],
      ${list.map((e) => e.due)}::timestamptz[], ${list.map((e) => e.uncounted)}::boolean[]) AS x(id, state, code, due, uncounted)
    WHERE d.federation_id = ${tx.federationId} AND d.id = x.id AND d.lease = ${lease}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Secret values of messages that were sent are forgotten. */
export async function forgetSecrets(tx: Tx, messageIds: readonly string[]): Promise<void> {
  await sql`
    UPDATE notify_message SET secret_sealed = NULL WHERE federation_id = ${tx.federationId} AND id = ANY(${[...messageIds]}::uuid[])`.execute(rows(tx));
}

/** Notes what providers said about channels: a fault, that all is well again, or a rest they ask for. */
export async function noteChannels(tx: Tx, list: readonly { id: string; fault: string; pausedUntil: Date | null }[]): Promise<void> {
  await sql`
    UPDATE notify_channel c SET fault = x.fault, fault_at = CASE WHEN x.fault = '' THEN NULL ELSE ${tx.now}::timestamptz END,
      paused_until = coalesce(x.paused, c.paused_until)
    FROM unnest(${list.map((c) => c.id)}::uuid[], ${list.map((c) => c.fault)}::text[], ${list.map((c) => c.pausedUntil)}::timestamptz[]) AS x(id, fault, paused)
    WHERE c.federation_id = ${tx.federationId} AND c.id = x.id AND (c.fault <> x.fault OR x.paused IS NOT NULL)`.execute(rows(tx));
}

/** Gives back what a round took and could not send in its time. */
export async function giveBack(tx: Tx, lease: string, list: readonly { deliveryId: string; attemptId: string }[]): Promise<void> {
  await sql`
    UPDATE notify_delivery SET state = 'waiting', lease = NULL, due_at = ${tx.now}, tries = greatest(0, tries - 1)
    WHERE federation_id = ${tx.federationId} AND id = ANY(${list.map((d) => d.deliveryId)}::uuid[]) AND lease = ${lease}`.execute(rows(tx));
  await sql`
    DELETE FROM notify_attempt WHERE federation_id = ${tx.federationId} AND id = ANY(${list.map((d) => d.attemptId)}::uuid[]) AND state = 'sending'`.execute(rows(tx));
}

const MOST_VISIBLE = 200;

/** Puts a short message where the demonstration shows it; the newest 200 stay. */
export async function showSms(tx: Tx, v: { id: string; masked: string; text: string }): Promise<void> {
  await sql`
    INSERT INTO notify_visible (federation_id, id, address_masked, body, sent_at)
    VALUES (${tx.federationId}, ${v.id}, ${v.masked}, ${v.text}, ${tx.now})`.execute(rows(tx));
  await sql`
    DELETE FROM notify_visible WHERE federation_id = ${tx.federationId} AND id IN (
      SELECT id FROM notify_visible WHERE federation_id = ${tx.federationId} ORDER BY sent_at DESC, id DESC OFFSET ${MOST_VISIBLE})`.execute(rows(tx));
}

/** Short messages of the demonstration, newest first. */
export async function listVisible(tx: Tx, limit: number): Promise<{ id: string; phone: string; text: string; sentAt: Date }[]> {
  const r = await sql<{ id: string; phone: string; text: string; sentAt: Date }>`
    SELECT id, address_masked AS phone, body AS text, sent_at AS "sentAt" FROM notify_visible
    WHERE federation_id = ${tx.federationId} ORDER BY sent_at DESC, id DESC LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}
