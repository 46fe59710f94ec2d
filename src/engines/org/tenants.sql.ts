import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** Ids of all federations of this installation, oldest first; at most 1,000. Runs outside any tenant. */
export async function listTenants(tx: Tx): Promise<string[]> {
  const r = await sql<{ id: string }>`select federation_id as id from federation order by founded_at, federation_id limit 1000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** The federation a QR code belongs to. Runs outside any tenant. */
export async function findTenantByJoinCode(tx: Tx, joinCode: string): Promise<string | null> {
  const r = await sql<{ id: string }>`select federation_id as id from join_code_lookup where join_code = ${joinCode}`.execute(rows(tx));
  return r.rows[0]?.id ?? null;
}
