import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type Decided = { office: string; permission: string; allowed: boolean };

/** What the federation decided differently from what is usual. */
export async function selectDecided(tx: Tx): Promise<Decided[]> {
  const found = await sql<Decided>`
    SELECT p.office, p.permission, p.allowed FROM office_permission p
    WHERE p.federation_id = ${tx.federationId}::uuid ORDER BY p.office, p.permission LIMIT 5000`.execute(rows(tx));
  return found.rows;
}

/** Keeps a decision. */
export async function upsertDecided(tx: Tx, d: Decided): Promise<void> {
  await sql`
    INSERT INTO office_permission (federation_id, office, permission, allowed) VALUES (${tx.federationId}::uuid, ${d.office}, ${d.permission}, ${d.allowed})
    ON CONFLICT (federation_id, office, permission) DO UPDATE SET allowed = excluded.allowed`.execute(rows(tx));
}

/** Forgets a decision: what is usual holds again. */
export async function deleteDecided(tx: Tx, office: string, permission: string): Promise<void> {
  await sql`
    DELETE FROM office_permission WHERE federation_id = ${tx.federationId}::uuid AND office = ${office} AND permission = ${permission}`.execute(rows(tx));
}
