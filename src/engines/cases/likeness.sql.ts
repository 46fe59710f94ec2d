import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** A case whose text cannot be found by its likes yet. */
export type Unlisted = { id: string; unionId: string; title: string; text: string; openedAt: Date };

/** Federations with cases of a process that are in no collection: those from before there was one. */
export async function listTenantsUnlisted(tx: Tx, process: string, collection: string): Promise<string[]> {
  const r = await sql<{ id: string }>`select f.federation_id as id from federation f where exists (select 1 from case_file c
    where c.federation_id = f.federation_id and c.process = ${process}
      and not exists (select 1 from similar_text t where t.federation_id = c.federation_id and t.collection = ${collection} and t.id = c.id)) limit 1000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Some of them, with their first text. */
export async function listUnlisted(tx: Tx, process: string, collection: string, limit: number): Promise<Unlisted[]> {
  const r = await sql<Unlisted>`select c.id, c.union_id as "unionId", c.title, e.text, c.opened_at as "openedAt" from case_file c
    join case_event e on e.federation_id = c.federation_id and e.case_id = c.id and e.position = 1
    where c.federation_id = ${tx.federationId} and c.process = ${process}
      and not exists (select 1 from similar_text t where t.federation_id = c.federation_id and t.collection = ${collection} and t.id = c.id)
    order by c.opened_at, c.id limit ${limit}`.execute(rows(tx));
  return r.rows;
}
