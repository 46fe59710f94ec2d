import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { ChannelKind } from './tell.sql.ts';

export type ChannelRow = {
  id: string; unionId: string; unionName: string; unionPath: string; kind: ChannelKind; name: string; settingsSealed: Buffer; shown: Record<string, unknown>;
  kinds: string[]; enabled: boolean; fault: string; faultAt: Date | null; pausedUntil: Date | null; changedAt: Date;
};

const COLUMNS = sql`c.id, c.union_id AS "unionId", u.name AS "unionName", u.path AS "unionPath", c.kind, c.name, c.settings_sealed AS "settingsSealed", c.shown, c.kinds, c.enabled,
  c.fault, c.fault_at AS "faultAt", c.paused_until AS "pausedUntil", c.changed_at AS "changedAt"`;

/** Channels in scope, by union and name; at most 500. `seen` is a condition on `union_unit u`. */
export async function listChannels(tx: Tx, seen: RawBuilder<boolean>): Promise<ChannelRow[]> {
  const r = await sql<ChannelRow>`
    SELECT ${COLUMNS} FROM notify_channel c JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
    WHERE c.federation_id = ${tx.federationId} AND ${seen} ORDER BY u.path, c.kind, c.name, c.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

export async function findChannel(tx: Tx, id: string, seen: RawBuilder<boolean>, lock = false): Promise<ChannelRow | null> {
  const r = await sql<ChannelRow>`
    SELECT ${COLUMNS} FROM notify_channel c JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
    WHERE c.federation_id = ${tx.federationId} AND c.id = ${id} AND ${seen} ${lock ? sql`FOR UPDATE OF c` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** How many channels a union has, with the union's row locked so that two additions count one after the other. */
export async function countChannels(tx: Tx, unionId: string): Promise<number> {
  await sql`SELECT FROM union_unit WHERE federation_id = ${tx.federationId} AND id = ${unionId} FOR NO KEY UPDATE`.execute(rows(tx));
  const r = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM notify_channel WHERE federation_id = ${tx.federationId} AND union_id = ${unionId}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

type Written = { id: string; unionId: string; kind: ChannelKind; name: string; settingsSealed: Buffer; shown: unknown; kinds: readonly string[]; enabled: boolean };

/** Writes a new channel; false when the union has its one channel of that kind already. */
export async function insertChannel(tx: Tx, c: Written): Promise<boolean> {
  const r = await sql`
    INSERT INTO notify_channel (federation_id, id, union_id, kind, name, settings_sealed, shown, kinds, enabled, created_at, changed_at)
    VALUES (${tx.federationId}, ${c.id}, ${c.unionId}, ${c.kind}, ${c.name}, ${c.settingsSealed}, ${JSON.stringify(c.shown)}, ${[...c.kinds]}::text[],
      ${c.enabled}, ${tx.now}, ${tx.now})
    ON CONFLICT DO NOTHING`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Changes a channel; an old fault or pause is forgotten. */
export async function updateChannel(tx: Tx, c: Omit<Written, 'unionId' | 'kind'>): Promise<void> {
  await sql`
    UPDATE notify_channel SET name = ${c.name}, settings_sealed = ${c.settingsSealed}, shown = ${JSON.stringify(c.shown)}::jsonb, kinds = ${[...c.kinds]}::text[],
      enabled = ${c.enabled}, fault = '', fault_at = NULL, paused_until = NULL, changed_at = ${tx.now}
    WHERE federation_id = ${tx.federationId} AND id = ${c.id}`.execute(rows(tx));
}

/** Removes a channel; what waits for it is left out. */
export async function deleteChannel(tx: Tx, id: string): Promise<void> {
  await sql`
    UPDATE notify_delivery SET state = 'skipped', code = 'channelGone', lease = NULL, ended_at = ${tx.now}
    WHERE federation_id = ${tx.federationId} AND channel_id = ${id} AND state = 'waiting'`.execute(rows(tx));
  await sql`DELETE FROM notify_channel WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** When a channel was last tried out, within the last hour. */
export async function lastTry(tx: Tx, id: string): Promise<Date | null> {
  const r = await sql<{ at: Date | null }>`
    SELECT max(at) AS at FROM (
      SELECT began_at AS at FROM notify_attempt
      WHERE federation_id = ${tx.federationId} AND channel_id = ${id} AND kind = 'notify.try' AND began_at > ${new Date(tx.now.getTime() - 3_600_000)}
      UNION ALL
      SELECT queued_at FROM notify_delivery
      WHERE federation_id = ${tx.federationId} AND channel_id = ${id} AND state IN ('waiting', 'sending') AND urgent) AS tries`.execute(rows(tx));
  return r.rows[0]?.at ?? null;
}

/** For each union, the mail server or gateway of its own or of the nearest union above it. */
export async function findWays(tx: Tx, unionIds: readonly string[]): Promise<{ forUnion: string; id: string; kind: 'email' | 'sms'; settingsSealed: Buffer }[]> {
  const r = await sql<{ forUnion: string; id: string; kind: 'email' | 'sms'; settingsSealed: Buffer }>`
    SELECT DISTINCT ON (g.id, c.kind) g.id AS "forUnion", c.id, c.kind, c.settings_sealed AS "settingsSealed"
    FROM notify_channel c
    JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
    JOIN union_unit g ON g.federation_id = u.federation_id AND g.id = ANY(${[...unionIds]}::uuid[]) AND starts_with(g.path, u.path)
    WHERE c.federation_id = ${tx.federationId} AND c.enabled AND c.kind IN ('email', 'sms')
    ORDER BY g.id, c.kind, length(u.path) DESC`.execute(rows(tx));
  return r.rows;
}

/** Settings of channels that are switched on. */
export async function findEnabled(tx: Tx, ids: readonly string[]): Promise<{ id: string; kind: ChannelKind; name: string; unionId: string; settingsSealed: Buffer }[]> {
  const r = await sql<{ id: string; kind: ChannelKind; name: string; unionId: string; settingsSealed: Buffer }>`
    SELECT id, kind, name, union_id AS "unionId", settings_sealed AS "settingsSealed" FROM notify_channel
    WHERE federation_id = ${tx.federationId} AND id = ANY(${[...ids]}::uuid[]) AND enabled`.execute(rows(tx));
  return r.rows;
}
