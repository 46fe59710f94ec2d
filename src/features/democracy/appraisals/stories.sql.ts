/** Who plays raters in the stories of the demonstration. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** Active members of a union itself, in a stable order. */
export async function listActive(tx: Tx, unionId: string, o: { readonly from: number; readonly n: number }): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT s.person_id AS id FROM membership s JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id WHERE s.federation_id = ${tx.federationId} AND s.union_id = ${unionId} AND s.state = 'active' ORDER BY p.staff_number, p.id LIMIT ${o.n} OFFSET ${o.from}`.execute(rows(tx));
  return r.rows.map((p) => p.id);
}
