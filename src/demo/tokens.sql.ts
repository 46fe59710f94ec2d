import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** Ids of people with an active membership after this one, in the order of ids. */
export async function listMemberIds(tx: Tx, after: string | null, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`select m.person_id as id from membership m where m.federation_id = ${tx.federationId} and m.state = 'active'
    and (${after}::uuid is null or m.person_id > ${after}::uuid) order by m.person_id limit ${limit}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
