import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** One line of an inbox, in both languages. */
export type InboxRow = {
  id: string; kind: string; titleZh: string; titleEn: string; bodyZh: string; bodyEn: string; link: string; urgent: boolean; toldAt: Date; readAt: Date | null;
  /** told_at to the microsecond, for the cursor */
  toldExact: string;
};

const COLUMNS = sql`m.id, m.kind, m.title_zh AS "titleZh", m.title_en AS "titleEn", m.body_zh AS "bodyZh", m.body_en AS "bodyEn", m.link, m.urgent,
  i.told_at AS "toldAt", i.read_at AS "readAt", to_char(i.told_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "toldExact"`;

/** A person's messages, newest first. */
export async function listInbox(tx: Tx, personId: string, o: { before?: { at: string; id: string } | undefined; unreadOnly: boolean; limit: number }): Promise<InboxRow[]> {
  const earlier = o.before ? sql`AND (i.told_at, i.message_id) < (${o.before.at}::timestamptz, ${o.before.id}::uuid)` : sql``;
  const unread = o.unreadOnly ? sql`AND i.read_at IS NULL` : sql``;
  const r = await sql<InboxRow>`
    SELECT ${COLUMNS} FROM notify_inbox i
    JOIN notify_message m ON m.federation_id = i.federation_id AND m.id = i.message_id
    WHERE i.federation_id = ${tx.federationId} AND i.person_id = ${personId} ${earlier} ${unread}
    ORDER BY i.told_at DESC, i.message_id DESC LIMIT ${o.limit}`.execute(rows(tx));
  return r.rows;
}

/** A person's messages after one of them, oldest first: what a broken stream missed. */
export async function listAfter(tx: Tx, personId: string, after: { at: string; id: string }, limit: number): Promise<InboxRow[]> {
  const r = await sql<InboxRow>`
    SELECT ${COLUMNS} FROM notify_inbox i
    JOIN notify_message m ON m.federation_id = i.federation_id AND m.id = i.message_id
    WHERE i.federation_id = ${tx.federationId} AND i.person_id = ${personId} AND (i.told_at, i.message_id) > (${after.at}::timestamptz, ${after.id}::uuid)
    ORDER BY i.told_at, i.message_id LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}

/** One message as it stands in the inboxes of some people: who of them has it. */
export async function findToldTo(tx: Tx, messageId: string, people: readonly string[]): Promise<{ row: InboxRow; people: string[] } | null> {
  const r = await sql<InboxRow & { personId: string }>`
    SELECT i.person_id AS "personId", ${COLUMNS} FROM notify_inbox i
    JOIN notify_message m ON m.federation_id = i.federation_id AND m.id = i.message_id
    WHERE i.federation_id = ${tx.federationId} AND i.message_id = ${messageId} AND i.person_id = ANY(${[...people]}::uuid[])`.execute(rows(tx));
  const row = r.rows[0];
  return row ? { row, people: r.rows.map((one) => one.personId) } : null;
}

/** Unread messages, counted up to a limit. */
export async function countUnread(tx: Tx, personId: string, most: number): Promise<number> {
  const r = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM (SELECT FROM notify_inbox WHERE federation_id = ${tx.federationId} AND person_id = ${personId} AND read_at IS NULL
      LIMIT ${most}) AS few`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Marks messages as read; how many were not before. */
export async function markRead(tx: Tx, personId: string, ids: readonly string[]): Promise<number> {
  const r = await sql`
    UPDATE notify_inbox SET read_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND person_id = ${personId}
      AND message_id = ANY(${[...ids]}::uuid[]) AND read_at IS NULL`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Marks everything told up to a moment as read. */
export async function markAllRead(tx: Tx, personId: string, until: Date): Promise<number> {
  const r = await sql`
    UPDATE notify_inbox SET read_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND person_id = ${personId}
      AND told_at <= ${until} AND read_at IS NULL`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}
