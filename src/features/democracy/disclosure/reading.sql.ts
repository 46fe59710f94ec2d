/** Who has read what: receipts, audiences and how many of them know. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { type Page, peopleOf } from './audience.sql.ts';

export type Reading = { readonly version: number; readonly understood: boolean | null };

/** What this person has read of some items. */
export async function findReadings(tx: Tx, personId: string, itemIds: readonly string[]): Promise<Map<string, Reading>> {
  const r = await sql<Reading & { id: string }>`SELECT item_id AS id, version::int AS version, understood FROM disclosure_reading WHERE federation_id = ${tx.federationId} AND person_id = ${personId} AND item_id = ANY (${[...itemIds]}::uuid[])`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.id, x]));
}

/** Notes that people have read a version; a later version is read anew. */
export async function putReadings(tx: Tx, itemId: string, version: number, personIds: readonly string[]): Promise<void> {
  await sql`INSERT INTO disclosure_reading (federation_id, item_id, person_id, version, read_at) SELECT ${tx.federationId}::uuid, ${itemId}::uuid, x.id, ${version}, ${tx.now} FROM unnest(${[...personIds]}::uuid[]) AS x(id)
    ON CONFLICT (federation_id, item_id, person_id) DO UPDATE SET version = excluded.version, understood = CASE WHEN disclosure_reading.version = excluded.version THEN disclosure_reading.understood END`.execute(rows(tx));
}

/** Says whether it was understood. */
export async function setUnderstood(tx: Tx, itemId: string, personIds: readonly string[], understood: boolean): Promise<void> {
  await sql`UPDATE disclosure_reading SET understood = ${understood} WHERE federation_id = ${tx.federationId} AND item_id = ${itemId} AND person_id = ANY (${[...personIds]}::uuid[])`.execute(rows(tx));
}

/** People of an item's audience; `unread` leaves out those who have read its last version. */
export async function listPeople(tx: Tx, itemId: string, o: { readonly unread: boolean }): Promise<string[]> {
  const missing: RawBuilder<unknown> = o.unread ? sql`NOT EXISTS (SELECT 1 FROM disclosure_reading x JOIN disclosure_item i ON i.federation_id = x.federation_id AND i.id = x.item_id WHERE x.federation_id = m.federation_id AND x.item_id = ${itemId} AND x.person_id = m.person_id AND x.version = i.versions)` : sql`true`;
  const r = await sql<{ id: string }>`SELECT m.person_id AS id FROM ${peopleOf(tx, itemId)} AND ${missing} ORDER BY m.person_id LIMIT 1000000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Counts the audience anew and keeps the number: at publication and each night. @returns how many they are */
export async function countAudience(tx: Tx, itemId: string): Promise<number> {
  const r = await sql<{ n: number }>`UPDATE disclosure_item i SET audience_n = x.n FROM (SELECT count(*)::int AS n FROM ${peopleOf(tx, itemId)}) x WHERE i.federation_id = ${tx.federationId} AND i.id = ${itemId} RETURNING i.audience_n AS n`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Items whose audience is counted again: what is public. */
export async function listPublic(tx: Tx): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT i.id FROM disclosure_item i JOIN case_file c ON c.federation_id = i.federation_id AND c.id = i.id WHERE i.federation_id = ${tx.federationId} AND c.state IN ('published','feedback','rectifying','rechecking') ORDER BY i.id LIMIT 10000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** When those who had not read it were last reminded. */
export async function setReminded(tx: Tx, itemId: string): Promise<void> {
  await sql`UPDATE disclosure_item SET reminded_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${itemId}`.execute(rows(tx));
}

export type UnitRow = { readonly id: string; readonly name: string; readonly people: number; readonly reads: number; readonly understood: number; readonly unclear: number };

/** Awareness by the union in which people are members, least aware first. */
export async function listUnits(tx: Tx, itemId: string, page: Page): Promise<{ items: UnitRow[]; total: number }> {
  const r = await sql<UnitRow & { n: number }>`SELECT mu.id, mu.name, count(*)::int AS people, count(x.person_id)::int AS reads, (count(*) FILTER (WHERE x.understood))::int AS understood, (count(*) FILTER (WHERE x.understood = false))::int AS unclear, (count(*) OVER ())::int AS n
    FROM (SELECT m.person_id, m.union_id FROM ${peopleOf(tx, itemId)}) a JOIN union_unit mu ON mu.federation_id = ${tx.federationId} AND mu.id = a.union_id LEFT JOIN disclosure_reading x ON x.federation_id = ${tx.federationId} AND x.item_id = ${itemId} AND x.person_id = a.person_id
    GROUP BY mu.id, mu.name, mu.path ORDER BY count(x.person_id)::float8 / count(*), mu.path LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}
