import type { Tx } from '#shared/call';
import type { Slots } from '#shared/words';
import { rows, sql } from '#platform/db';
import type { MailThread } from './adapters/mail.rules.ts';

export type ChannelKind = 'email' | 'sms' | 'wecom' | 'dingtalk' | 'webhook';

export type NewMessage = {
  id: string; key: string; contentHash: Buffer; kind: string; group: string; titleCode: string; titleZh: string; titleEn: string;
  bodyCode: string; bodyZh: string; bodyEn: string; slots: Slots; secretSealed: Buffer | null; link: string; urgent: boolean;
  unionId: string | null; calls: readonly string[]; thread: MailThread | null; toldAt: Date;
};

/** Writes a message unless its key is taken; whether it was written. Waits for another transaction that writes the same key. */
export async function insertMessage(tx: Tx, m: NewMessage): Promise<boolean> {
  const r = await sql`
    INSERT INTO notify_message (federation_id, id, key, content_hash, kind, kind_group, title_code, title_zh, title_en, body_code,
      body_zh, body_en, slots, secret_sealed, link, urgent, union_id, calls, thread, told_at)
    VALUES (${tx.federationId}, ${m.id}, ${m.key}, ${m.contentHash}, ${m.kind}, ${m.group}, ${m.titleCode}, ${m.titleZh}, ${m.titleEn},
      ${m.bodyCode}, ${m.bodyZh}, ${m.bodyEn}, ${JSON.stringify(m.slots)}, ${m.secretSealed}, ${m.link}, ${m.urgent}, ${m.unionId},
      ${[...m.calls]}::uuid[], ${m.thread === null ? null : JSON.stringify(m.thread)}, ${m.toldAt})
    ON CONFLICT (federation_id, key) DO NOTHING`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** The message of a key that is surely there. */
export async function findMessageByKey(tx: Tx, key: string): Promise<{ id: string; contentHash: Buffer }> {
  const r = await sql<{ id: string; contentHash: Buffer }>`
    SELECT id, content_hash AS "contentHash" FROM notify_message WHERE federation_id = ${tx.federationId} AND key = ${key}`.execute(rows(tx));
  const found = r.rows[0];
  if (!found) throw new Error('notify: a message vanished between two statements');
  return found;
}

/** Puts a message into inboxes; the people who had not had it. */
export async function insertInbox(tx: Tx, messageId: string, people: readonly string[]): Promise<string[]> {
  const r = await sql<{ person_id: string }>`
    INSERT INTO notify_inbox (federation_id, person_id, message_id, told_at)
    SELECT ${tx.federationId}::uuid, p, ${messageId}::uuid, m.told_at
    FROM unnest(${[...people]}::uuid[]) AS p, notify_message m
    WHERE m.federation_id = ${tx.federationId} AND m.id = ${messageId}
    ON CONFLICT (federation_id, person_id, message_id) DO NOTHING RETURNING person_id`.execute(rows(tx));
  return r.rows.map((row) => row.person_id);
}

/** Which of mail and SMS some union of the federation has set up. */
export async function listWays(tx: Tx): Promise<Set<string>> {
  const r = await sql<{ kind: string }>`
    SELECT DISTINCT kind FROM notify_channel WHERE federation_id = ${tx.federationId} AND enabled AND kind IN ('email', 'sms')`.execute(rows(tx));
  return new Set(r.rows.map((row) => row.kind));
}

type About = { readonly messageId: string; readonly group: string; readonly kind: string; readonly urgent: boolean };

/** One delivery for each person who has such an address and has not declined; `digest` where a digest was chosen. */
export async function insertPersonal(tx: Tx, way: 'email' | 'sms', a: About, people: readonly { id: string; person: string }[]): Promise<void> {
  if (people.length === 0) return;
  const has = way === 'email' ? sql`p.email_sealed IS NOT NULL` : sql`p.phone_sealed IS NOT NULL`;
  await sql`
    INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, person_id, urgent, digest, state, due_at, queued_at)
    SELECT ${tx.federationId}::uuid, x.id, ${a.messageId}::uuid, ${way}, x.person::text, x.person, ${a.urgent}::boolean,
           NOT ${a.urgent}::boolean AND coalesce(own.mode, rest.mode, 'now') = 'digest', 'waiting', ${tx.now}, ${tx.now}
    FROM unnest(${people.map((p) => p.id)}::uuid[], ${people.map((p) => p.person)}::uuid[]) AS x(id, person)
    JOIN person p ON p.federation_id = ${tx.federationId} AND p.id = x.person AND ${has}
    LEFT JOIN notify_choice own ON own.federation_id = ${tx.federationId} AND own.person_id = x.person AND own.kind_group = ${a.group} AND own.channel = ${way}
    LEFT JOIN notify_choice rest ON rest.federation_id = ${tx.federationId} AND rest.person_id = x.person AND rest.kind_group = '*' AND rest.channel = ${way}
    WHERE coalesce(own.mode, rest.mode, 'now') <> 'off'
    ON CONFLICT (federation_id, message_id, channel, target) DO NOTHING`.execute(rows(tx));
}

/** Paths of unions and of everything above them, on both lines. */
async function listPathsUp(tx: Tx, unionIds: readonly string[]): Promise<string[]> {
  const r = await sql<{ path: string; sectorPath: string | null }>`
    SELECT path, sector_path AS "sectorPath" FROM union_unit
    WHERE federation_id = ${tx.federationId} AND id = ANY(${[...unionIds]}::uuid[])`.execute(rows(tx));
  const up = (path: string): string[] => [...path.matchAll(/(?<=.)\//g)].map((m) => path.slice(0, m.index + 1));
  return [...new Set(r.rows.flatMap((u) => [...up(u.path), ...(u.sectorPath === null ? [] : up(u.sectorPath))]))];
}

/** Channels that speak for these unions about this kind: their robots and webhooks, and the webhooks of unions above. */
export async function listGroupChannels(tx: Tx, unionIds: readonly string[], kind: string): Promise<{ id: string; kind: ChannelKind }[]> {
  const paths = await listPathsUp(tx, unionIds);
  const r = await sql<{ id: string; kind: ChannelKind }>`
    SELECT c.id, c.kind FROM notify_channel c
    JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
    WHERE c.federation_id = ${tx.federationId} AND c.enabled
      AND ((c.kind = 'webhook' AND (u.path = ANY(${paths}::text[]) OR u.sector_path = ANY(${paths}::text[])))
        OR (c.kind IN ('wecom', 'dingtalk') AND c.union_id = ANY(${[...unionIds]}::uuid[])))
      AND (cardinality(c.kinds) = 0 OR c.kinds && ARRAY[${kind}, split_part(${kind}, '.', 1)]::text[])
    LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** One delivery for each channel. */
export async function insertGroup(tx: Tx, a: About, channels: readonly { id: string; channelId: string; kind: ChannelKind }[]): Promise<void> {
  if (channels.length === 0) return;
  await sql`
    INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, channel_id, urgent, digest, state, due_at, queued_at)
    SELECT ${tx.federationId}::uuid, x.id, ${a.messageId}::uuid, x.kind, x.channel_id::text, x.channel_id, ${a.urgent}, false, 'waiting', ${tx.now}, ${tx.now}
    FROM unnest(${channels.map((c) => c.id)}::uuid[], ${channels.map((c) => c.channelId)}::uuid[], ${channels.map((c) => c.kind)}::text[]) AS x(id, channel_id, kind)
    ON CONFLICT (federation_id, message_id, channel, target) DO NOTHING`.execute(rows(tx));
}

/** One delivery to an outside address; the id of the one that is there when the key was used before. */
export async function insertOutside(tx: Tx, d: { id: string; messageId: string; channel: 'email' | 'sms'; target: string; addressSealed: Buffer; locale: string; urgent: boolean }): Promise<string> {
  const r = await sql<{ id: string }>`
    INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, address_sealed, locale, urgent, digest, state, due_at, queued_at)
    VALUES (${tx.federationId}, ${d.id}, ${d.messageId}, ${d.channel}, ${d.target}, ${d.addressSealed}, ${d.locale}, ${d.urgent}, false, 'waiting', ${tx.now}, ${tx.now})
    ON CONFLICT (federation_id, message_id, channel, target) DO NOTHING RETURNING id`.execute(rows(tx));
  if (r.rows[0]) return r.rows[0].id;
  const there = await sql<{ id: string }>`
    SELECT id FROM notify_delivery WHERE federation_id = ${tx.federationId} AND message_id = ${d.messageId} AND channel = ${d.channel} AND target = ${d.target}`.execute(rows(tx));
  return there.rows[0]?.id ?? d.id;
}

/** A delivery bound to one channel (trials). */
export async function insertThrough(tx: Tx, d: { id: string; messageId: string; channel: ChannelKind; channelId: string; personId: string | null }): Promise<void> {
  await sql`
    INSERT INTO notify_delivery (federation_id, id, message_id, channel, target, person_id, channel_id, urgent, digest, state, due_at, queued_at)
    VALUES (${tx.federationId}, ${d.id}, ${d.messageId}, ${d.channel}, ${d.personId ?? d.channelId}, ${d.personId}, ${d.channelId}, true, false, 'waiting', ${tx.now}, ${tx.now})`.execute(rows(tx));
}
