import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

const PAIRS = (ids: readonly string[]) => sql`(select a.id as a, b.id as b from unnest(${[...ids]}::uuid[]) a(id) join unnest(${[...ids]}::uuid[]) b(id) on a.id < b.id)`;

/** Pairs among these letters that were said not to be on the same matter. */
export async function listApart(tx: Tx, ids: readonly string[]): Promise<{ letterId: string; otherId: string }[]> {
  const r = await sql<{ letterId: string; otherId: string }>`select letter_id as "letterId", other_id as "otherId" from topic_apart
    where federation_id = ${tx.federationId} and letter_id = any(${[...ids]}::uuid[]) and other_id = any(${[...ids]}::uuid[]) limit 20000`.execute(rows(tx));
  return r.rows;
}

/** Remembers that none of these letters is on the same matter as another of them. */
export async function insertApart(tx: Tx, ids: readonly string[], by: string): Promise<void> {
  await sql`insert into topic_apart (federation_id, letter_id, other_id, said_by, said_at)
    select ${tx.federationId}, x.a, x.b, ${by}, ${tx.now} from ${PAIRS(ids)} x on conflict do nothing`.execute(rows(tx));
}

/** Forgets it again; how many pairs were forgotten. */
export async function deleteApart(tx: Tx, ids: readonly string[]): Promise<number> {
  const r = await sql`delete from topic_apart t using ${PAIRS(ids)} x
    where t.federation_id = ${tx.federationId} and t.letter_id = x.a and t.other_id = x.b`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}
