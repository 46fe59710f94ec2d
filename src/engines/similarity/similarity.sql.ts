import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** A text as it rests: sealed, or nothing when it was taken out. Positions of a collection follow the order of commits. */
export type StoredText = { id: string; unionId: string; writtenAt: Date; position: string; sealed: Buffer | null };

/**
 * Takes the next positions of a collection and keeps its row locked until the end of the transaction: whoever sees a position sees all
 * before it. @returns the last of them
 */
export async function takePositions(tx: Tx, collection: string, n: number): Promise<bigint> {
  const r = await sql<{ last: string }>`insert into similar_collection (federation_id, collection, last) values (${tx.federationId}, ${collection}, ${n})
    on conflict (federation_id, collection) do update set last = similar_collection.last + ${n} returning last`.execute(rows(tx));
  return BigInt(r.rows[0]?.last ?? n);
}

/** Writes texts, or writes them anew, at positions that begin with `from`. */
export async function saveTexts(tx: Tx, collection: string, from: bigint, texts: readonly { id: string; unionId: string; writtenAt: Date; sealed: Buffer }[]): Promise<void> {
  await sql`insert into similar_text (federation_id, collection, id, union_id, written_at, position, sealed)
    select ${tx.federationId}, ${collection}, x.id, x.union_id, x.written_at, ${from.toString()}::bigint + x.n - 1, x.sealed
    from unnest(${texts.map((t) => t.id)}::uuid[], ${texts.map((t) => t.unionId)}::uuid[], ${texts.map((t) => t.writtenAt)}::timestamptz[], ${texts.map((t) => t.sealed)}::bytea[])
      with ordinality as x(id, union_id, written_at, sealed, n)
    on conflict (federation_id, collection, id) do update set union_id = excluded.union_id, written_at = excluded.written_at, position = excluded.position, sealed = excluded.sealed`.execute(rows(tx));
}

/** Takes the content out of texts; their rows stay as news for other processes. */
export async function clearTexts(tx: Tx, collection: string, from: bigint, ids: readonly string[]): Promise<void> {
  await sql`update similar_text t set sealed = null, position = ${from.toString()}::bigint + x.n - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as x(id, n)
    where t.federation_id = ${tx.federationId} and t.collection = ${collection} and t.id = x.id`.execute(rows(tx));
}

/** Gives texts to another union. */
export async function moveTexts(tx: Tx, collection: string, from: bigint, ids: readonly string[], unionId: string): Promise<void> {
  await sql`update similar_text t set union_id = ${unionId}, position = ${from.toString()}::bigint + x.n - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as x(id, n)
    where t.federation_id = ${tx.federationId} and t.collection = ${collection} and t.id = x.id`.execute(rows(tx));
}

/** What changed in a collection behind a position, in order; `before` leaves out what this transaction wrote itself. */
export async function listChanges(tx: Tx, collection: string, after: bigint, before: bigint | null, limit: number): Promise<StoredText[]> {
  const r = await sql<StoredText>`select id, union_id as "unionId", written_at as "writtenAt", position, sealed from similar_text
    where federation_id = ${tx.federationId} and collection = ${collection} and position > ${after.toString()}::bigint
      and (${before === null ? null : before.toString()}::bigint is null or position < ${before === null ? null : before.toString()}::bigint)
    order by position limit ${limit}`.execute(rows(tx));
  return r.rows;
}
