import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { MailThread } from './adapters/mail.rules.ts';
import type { ChannelKind } from './tell.sql.ts';

/** A delivery this round has taken. */
export type Claimed = {
  id: string; messageId: string; channel: ChannelKind; personId: string | null; channelId: string | null; addressSealed: Buffer | null; locale: 'zh' | 'en';
  urgent: boolean; digest: boolean; tries: number; queuedAt: Date;
};

export type MessageRow = {
  id: string; kind: string; group: string; titleCode: string; titleZh: string; titleEn: string; bodyZh: string; bodyEn: string; secretSealed: Buffer | null; link: string;
  unionId: string | null; calls: string[]; thread: MailThread | null; toldAt: Date;
};

/** Which round it is and until when nobody else may take what it took. */
export type Lease = { readonly id: string; readonly until: Date };

const TAKEN = sql`d.id, d.message_id AS "messageId", d.channel, d.person_id AS "personId", d.channel_id AS "channelId", d.address_sealed AS "addressSealed",
  d.locale, d.urgent, d.digest, d.tries::int AS tries, d.queued_at AS "queuedAt"`;

/** Federations with something due; at most 1,000. Looks across tenants, so it runs outside of any; one probe of an index for each kind of work. */
export async function listDueFederations(tx: Tx): Promise<string[]> {
  const mine = sql`d.federation_id = f.federation_id AND d.state IN ('waiting', 'sending') AND d.due_at <= ${tx.now}`;
  const r = await sql<{ id: string }>`
    SELECT f.federation_id AS id FROM federation f
    WHERE EXISTS (SELECT FROM notify_delivery d WHERE ${mine} AND NOT d.digest AND d.channel IN ('email', 'sms') AND d.urgent = true)
      OR EXISTS (SELECT FROM notify_delivery d WHERE ${mine} AND NOT d.digest AND d.channel IN ('email', 'sms') AND d.urgent = false)
      OR EXISTS (SELECT FROM notify_delivery d WHERE ${mine} AND d.channel_id IS NOT NULL)
      OR EXISTS (SELECT FROM notify_person p WHERE p.federation_id = f.federation_id AND p.next_digest_at <= ${tx.now})
    LIMIT 1000`.execute(rows(tx));
  return r.rows.map((row) => row.id);
}

/** Takes mail and short messages that are due; rows that another round holds are passed over. */
export async function claimPersonal(tx: Tx, lease: Lease, urgent: boolean, limit: number): Promise<Claimed[]> {
  const r = await sql<Claimed>`
    WITH due AS (
      SELECT id FROM notify_delivery
      WHERE federation_id = ${tx.federationId} AND state IN ('waiting', 'sending') AND NOT digest AND channel IN ('email', 'sms')
        AND urgent = ${urgent} AND due_at <= ${tx.now}
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE notify_delivery d SET state = 'sending', lease = ${lease.id}, due_at = ${lease.until}, tries = d.tries + 1
    FROM due WHERE d.federation_id = ${tx.federationId} AND d.id = due.id AND d.state IN ('waiting', 'sending') AND d.due_at <= ${tx.now} RETURNING ${TAKEN}`.execute(rows(tx));
  return r.rows;
}

/** Locks group channels that have something due and are not resting; others pass them over. How much each sent in the last minute. */
export async function lockGroupChannels(tx: Tx, limit: number): Promise<{ id: string; kind: ChannelKind }[]> {
  const r = await sql<{ id: string; kind: ChannelKind }>`
    SELECT c.id, c.kind FROM notify_channel c
    WHERE c.federation_id = ${tx.federationId} AND c.kind IN ('wecom', 'dingtalk', 'webhook') AND (c.paused_until IS NULL OR c.paused_until <= ${tx.now})
      AND EXISTS (SELECT FROM notify_delivery d WHERE d.federation_id = c.federation_id AND d.channel_id = c.id AND d.state IN ('waiting', 'sending') AND d.due_at <= ${tx.now})
    ORDER BY c.id LIMIT ${limit} FOR UPDATE OF c SKIP LOCKED`.execute(rows(tx));
  return r.rows;
}

/** Tries that channels have begun since a moment. */
export async function countTries(tx: Tx, channelIds: readonly string[], since: Date): Promise<Map<string, number>> {
  const r = await sql<{ id: string; n: number }>`
    SELECT channel_id AS id, count(*)::int AS n FROM notify_attempt
    WHERE federation_id = ${tx.federationId} AND channel_id = ANY(${[...channelIds]}::uuid[]) AND began_at > ${since} GROUP BY channel_id`.execute(rows(tx));
  return new Map(r.rows.map((row) => [row.id, row.n]));
}

/** Takes what is due on locked channels, as many for each as it may still say. */
export async function claimGroup(tx: Tx, lease: Lease, room: readonly { id: string; n: number }[]): Promise<Claimed[]> {
  const r = await sql<Claimed>`
    WITH due AS (
      SELECT picked.id FROM unnest(${room.map((c) => c.id)}::uuid[], ${room.map((c) => c.n)}::int[]) AS c(id, n)
      CROSS JOIN LATERAL (
        SELECT d.id FROM notify_delivery d WHERE d.federation_id = ${tx.federationId} AND d.channel_id = c.id AND d.state IN ('waiting', 'sending')
          AND d.channel IN ('wecom', 'dingtalk', 'webhook') AND d.due_at <= ${tx.now} ORDER BY d.due_at, d.id LIMIT c.n FOR UPDATE SKIP LOCKED) AS picked)
    UPDATE notify_delivery d SET state = 'sending', lease = ${lease.id}, due_at = ${lease.until}, tries = d.tries + 1
    FROM due WHERE d.federation_id = ${tx.federationId} AND d.id = due.id AND d.state IN ('waiting', 'sending') AND d.due_at <= ${tx.now} RETURNING ${TAKEN}`.execute(rows(tx));
  return r.rows;
}

/** Takes what waits for left-out group channels (gone or switched off), so that it can be laid aside. */
export async function claimOrphans(tx: Tx, lease: Lease, limit: number): Promise<Claimed[]> {
  const r = await sql<Claimed>`
    WITH due AS (
      SELECT d.id FROM notify_delivery d
      WHERE d.federation_id = ${tx.federationId} AND d.channel_id IS NOT NULL AND d.channel IN ('wecom', 'dingtalk', 'webhook') AND d.state IN ('waiting', 'sending')
        AND d.due_at <= ${tx.now} AND NOT EXISTS (SELECT FROM notify_channel c WHERE c.federation_id = d.federation_id AND c.id = d.channel_id)
      LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE notify_delivery d SET state = 'sending', lease = ${lease.id}, due_at = ${lease.until}, tries = d.tries + 1
    FROM due WHERE d.federation_id = ${tx.federationId} AND d.id = due.id AND d.state IN ('waiting', 'sending') AND d.due_at <= ${tx.now} RETURNING ${TAKEN}`.execute(rows(tx));
  return r.rows;
}

/** Locks people whose digest is due and moves their next one behind the lease: a crash brings it back then. */
export async function lockDigestPeople(tx: Tx, lease: Lease, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`
    WITH due AS (
      SELECT person_id FROM notify_person WHERE federation_id = ${tx.federationId} AND next_digest_at <= ${tx.now}
      ORDER BY person_id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE notify_person p SET next_digest_at = ${lease.until} FROM due
    WHERE p.federation_id = ${tx.federationId} AND p.person_id = due.person_id RETURNING p.person_id AS id`.execute(rows(tx));
  return r.rows.map((row) => row.id);
}

/** Takes all digest mail of locked people. */
export async function claimDigest(tx: Tx, lease: Lease, people: readonly string[]): Promise<Claimed[]> {
  const r = await sql<Claimed>`
    UPDATE notify_delivery d SET state = 'sending', lease = ${lease.id}, due_at = ${lease.until}, tries = d.tries + 1
    WHERE d.federation_id = ${tx.federationId} AND d.person_id = ANY(${[...people]}::uuid[]) AND d.digest AND d.state IN ('waiting', 'sending')
      AND d.due_at <= ${tx.now} RETURNING ${TAKEN}`.execute(rows(tx));
  return r.rows;
}

/** Sets when people's next digest is due, each at the own hour; `null` in the list of hours never occurs. */
export async function setNextDigest(tx: Tx, next: readonly { personId: string; at: Date }[]): Promise<void> {
  await sql`
    UPDATE notify_person p SET next_digest_at = x.at FROM unnest(${next.map((n) => n.personId)}::uuid[], ${next.map((n) => n.at)}::timestamptz[]) AS x(id, at)
    WHERE p.federation_id = ${tx.federationId} AND p.person_id = x.id AND p.next_digest_at IS NOT NULL`.execute(rows(tx));
}

export async function loadMessages(tx: Tx, ids: readonly string[]): Promise<Map<string, MessageRow>> {
  const r = await sql<MessageRow>`
    SELECT id, kind, kind_group AS "group", title_code AS "titleCode", title_zh AS "titleZh", title_en AS "titleEn", body_zh AS "bodyZh", body_en AS "bodyEn",
      secret_sealed AS "secretSealed", link, union_id AS "unionId", calls, thread, told_at AS "toldAt"
    FROM notify_message WHERE federation_id = ${tx.federationId} AND id = ANY(${[...new Set(ids)]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((m) => [m.id, m]));
}

/** Tries of these deliveries that never came to an end: their round died. */
export async function loseTries(tx: Tx, deliveryIds: readonly string[]): Promise<void> {
  await sql`
    UPDATE notify_attempt SET state = 'lost', ended_at = ${tx.now}
    WHERE federation_id = ${tx.federationId} AND delivery_id = ANY(${[...deliveryIds]}::uuid[]) AND state = 'sending'`.execute(rows(tx));
}

export type NewAttempt = { id: string; deliveryId: string; channel: string; channelId: string | null; unionId: string | null; kind: string; address: string; number: number;
  /** what was decided without a try: why it was left out or laid down */
  left?: string };

/** Begins tries in the log, and says there why something was not even tried. */
export async function insertAttempts(tx: Tx, list: readonly NewAttempt[]): Promise<void> {
  await sql`
    INSERT INTO notify_attempt (federation_id, id, delivery_id, channel, channel_id, union_id, kind, address_masked, number, state, code, began_at, ended_at)
    SELECT ${tx.federationId}::uuid, x.id, x."deliveryId", x.channel, x."channelId", x."unionId", x.kind, x.address, x.number,
      CASE WHEN x.left_out IS NULL THEN 'sending' ELSE 'failed' END, coalesce(x.left_out, ''), ${tx.now}, CASE WHEN x.left_out IS NULL THEN NULL ELSE ${tx.now}::timestamptz END
    FROM jsonb_to_recordset(${JSON.stringify(list.map(({ left, ...a }) => ({ ...a, left_out: left ?? null })))}::jsonb) AS x(id uuid, "deliveryId" uuid, channel text, "channelId" uuid, "unionId" uuid, kind text, address text, number smallint, left_out text)`.execute(rows(tx));
}
