import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** A club whose grant may pay for an activity of its union. */
export type PayingClub = { readonly id: string; readonly name: string; readonly unionId: string; readonly union: string };

/** Active clubs of these unions, by name; with `spentBy` those whose money this person spends. At most 200. */
export async function listPaying(tx: Tx, unionIds: readonly string[], spentBy: string | null): Promise<PayingClub[]> {
  const r = await sql<PayingClub>`SELECT c.id, c.name, c.union_id AS "unionId", u.name AS union FROM club c JOIN case_file f ON f.federation_id = c.federation_id AND f.id = c.id AND f.state = 'active' JOIN union_unit u ON u.federation_id = c.federation_id AND u.id = c.union_id
    WHERE c.federation_id = ${tx.federationId} AND c.union_id = ANY (${[...unionIds]}::uuid[])
      AND ${spentBy === null ? sql`true` : sql`EXISTS (SELECT 1 FROM club_role x WHERE x.federation_id = c.federation_id AND x.club_id = c.id AND x.person_id = ${spentBy} AND x.role IN ('leader','deputy','treasurer'))`}
    ORDER BY c.name, c.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** The name of a club, or null where there is none any more. */
export async function nameOfClub(tx: Tx, clubId: string): Promise<string | null> {
  const r = await sql<{ name: string }>`SELECT c.name FROM club c WHERE c.federation_id = ${tx.federationId} AND c.id = ${clubId}`.execute(rows(tx));
  return r.rows[0]?.name ?? null;
}
