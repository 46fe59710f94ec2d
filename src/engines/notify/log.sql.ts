import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';

/** One try with how its delivery stands. */
export type LogRow = {
  id: string; deliveryId: string; channel: string; channelId: string | null; channelName: string | null; unionId: string | null; unionName: string | null;
  kind: string; titleCode: string; address: string; number: number; state: 'sending' | 'sent' | 'failed' | 'lost'; code: string; beganAt: Date; endedAt: Date | null;
  delivery: 'waiting' | 'sending' | 'sent' | 'skipped' | 'dead'; dueAt: Date;
  /** began_at to the microsecond, for the cursor */
  exact: string;
};

export type LogSearch = {
  /** condition on `union_unit u`; lines of no union are the top union's */
  readonly seen: RawBuilder<boolean>;
  readonly channel?: string | undefined;
  readonly channelId?: string | undefined;
  readonly deliveryId?: string | undefined;
  readonly state?: LogRow['state'] | undefined;
  readonly delivery?: LogRow['delivery'] | undefined;
};

function conditions(f: LogSearch, place: { at: string; id: string } | undefined): RawBuilder<unknown> {
  const all: RawBuilder<unknown>[] = [sql`true`];
  if (f.channel) all.push(sql`a.channel = ${f.channel}`);
  if (f.channelId) all.push(sql`a.channel_id = ${f.channelId}::uuid`);
  if (f.deliveryId) all.push(sql`a.delivery_id = ${f.deliveryId}::uuid`);
  if (f.state) all.push(sql`a.state = ${f.state}`);
  if (f.delivery) all.push(sql`d.state = ${f.delivery}`);
  if (place) all.push(sql`(a.began_at, a.id) < (${place.at}::timestamptz, ${place.id}::uuid)`);
  return sql.join(all, sql` AND `);
}

/** Lines of the delivery log, newest first. */
export async function listLines(tx: Tx, f: LogSearch, before: { at: string; id: string } | undefined, limit: number): Promise<LogRow[]> {
  const r = await sql<LogRow>`
    SELECT a.id, a.delivery_id AS "deliveryId", a.channel, a.channel_id AS "channelId", c.name AS "channelName", a.union_id AS "unionId", u.name AS "unionName", a.kind,
      m.title_code AS "titleCode", a.address_masked AS address, a.number::int AS number, a.state, a.code, a.began_at AS "beganAt", a.ended_at AS "endedAt",
      d.state AS delivery, d.due_at AS "dueAt", to_char(a.began_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS exact
    FROM notify_attempt a
    JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = coalesce(a.union_id, a.federation_id)
    JOIN notify_delivery d ON d.federation_id = a.federation_id AND d.id = a.delivery_id
    JOIN notify_message m ON m.federation_id = d.federation_id AND m.id = d.message_id
    LEFT JOIN notify_channel c ON c.federation_id = a.federation_id AND c.id = a.channel_id
    WHERE a.federation_id = ${tx.federationId} AND ${f.seen} AND ${conditions(f, before)}
    ORDER BY a.began_at DESC, a.id DESC LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Lets dead deliveries in scope be tried again from the beginning; how many. At most 1,000 in one call. */
export async function retry(tx: Tx, deliveryIds: readonly string[], seen: RawBuilder<boolean>): Promise<number> {
  const r = await sql`
    UPDATE notify_delivery d SET state = 'waiting', code = '', tries = 0, due_at = ${tx.now}, queued_at = ${tx.now}, ended_at = NULL, digest = false
    WHERE d.federation_id = ${tx.federationId} AND d.id = ANY(${deliveryIds.slice(0, 1_000)}::uuid[]) AND d.state = 'dead'
      AND (d.person_id IS NOT NULL OR d.channel_id IS NOT NULL OR d.address_sealed IS NOT NULL)
      AND EXISTS (SELECT FROM notify_attempt a JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = coalesce(a.union_id, a.federation_id)
        WHERE a.federation_id = d.federation_id AND a.delivery_id = d.id AND ${seen})`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** How deliveries in the federation stand. */
export async function countDeliveries(tx: Tx): Promise<{ waiting: number; dead: number }> {
  const r = await sql<{ waiting: number; dead: number }>`
    SELECT (SELECT count(*)::int FROM (SELECT FROM notify_delivery WHERE federation_id = ${tx.federationId} AND state IN ('waiting', 'sending') LIMIT 10000) AS w) AS waiting,
           (SELECT count(*)::int FROM (SELECT FROM notify_delivery WHERE federation_id = ${tx.federationId} AND state = 'dead' LIMIT 10000) AS x) AS dead`.execute(rows(tx));
  return r.rows[0] ?? { waiting: 0, dead: 0 };
}

/**
 * Takes away what is older than its keeping: tries and ended deliveries after a year (the law asks for 180 days), outside
 * addresses of undeliverable messages after 30 days, what the demonstration showed after a day. A batch for each; how many went.
 */
export async function sweep(tx: Tx, batch = 5_000): Promise<number> {
  const ago = (days: number): Date => new Date(tx.now.getTime() - days * 86_400_000);
  const gone = [
    sql`DELETE FROM notify_attempt WHERE federation_id = ${tx.federationId} AND id IN (
      SELECT id FROM notify_attempt WHERE federation_id = ${tx.federationId} AND began_at < ${ago(366)} LIMIT ${batch})`,
    sql`DELETE FROM notify_delivery WHERE federation_id = ${tx.federationId} AND id IN (
      SELECT d.id FROM notify_delivery d WHERE d.federation_id = ${tx.federationId} AND d.ended_at < ${ago(366)}
        AND NOT EXISTS (SELECT FROM notify_attempt a WHERE a.federation_id = d.federation_id AND a.delivery_id = d.id) LIMIT ${batch})`,
    sql`UPDATE notify_delivery SET address_sealed = NULL WHERE federation_id = ${tx.federationId} AND id IN (
      SELECT id FROM notify_delivery WHERE federation_id = ${tx.federationId} AND ended_at < ${ago(30)} AND address_sealed IS NOT NULL LIMIT ${batch})`,
    sql`DELETE FROM notify_visible WHERE federation_id = ${tx.federationId} AND sent_at < ${ago(1)}`,
  ];
  let all = 0;
  for (const statement of gone) all += Number((await statement.execute(rows(tx))).numAffectedRows ?? 0n);
  return all;
}
