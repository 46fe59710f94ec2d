import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** The union of a ballot of whatever kind, with its path: by it and the kind's permission it is decided who keeps the hall. */
export async function findPlace(tx: Tx, ballotId: string): Promise<{ union: string; path: string; about: string } | null> {
  const r = await sql<{ union: string; path: string; about: string }>`SELECT u.name AS union, u.path, coalesce(m.about, '') AS about FROM ballot b JOIN union_unit u ON u.federation_id = b.federation_id AND u.id = b.union_id
    LEFT JOIN ballot_matter m ON m.federation_id = b.federation_id AND m.id = b.id WHERE b.federation_id = ${tx.federationId} AND b.id = ${ballotId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Voters of a roll by the beginning of their name or by their staff number; whether they have voted is nobody's business. */
export async function findVoters(tx: Tx, ballotId: string, text: string): Promise<{ id: string; name: string; staffNumber: string; unit: string; class: string }[]> {
  const r = await sql<{ id: string; name: string; staffNumber: string; unit: string; class: string }>`SELECT p.id, p.name, coalesce(p.staff_number, '') AS "staffNumber", u.name AS unit, v.class FROM ballot_voter v JOIN person p ON p.federation_id = v.federation_id AND p.id = v.person_id JOIN union_unit u ON u.federation_id = v.federation_id AND u.id = v.union_id
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId} AND (starts_with(p.name, ${text}) OR p.staff_number = ${text}) ORDER BY p.name, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}
