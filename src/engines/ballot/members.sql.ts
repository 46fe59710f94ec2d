import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { RollSelect } from './roll.sql.ts';

/** Whom a roll of members is drawn from: those of the unions with these paths and below, or of them these people only. */
export type Drawn = { readonly paths: readonly string[]; readonly people?: readonly string[] };

/** Active members as a roll, each with the union it belongs to. */
export function membersSelect(tx: Tx, of: Drawn, name = ''): RollSelect {
  const below = of.paths.map((p) => `${p}%`);
  return sql`SELECT s.person_id, ${name}::text AS class, s.union_id FROM membership s JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id
    WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND h.path LIKE ANY (${below}::text[]) ${of.people === undefined ? sql`` : sql`AND s.person_id = ANY (${[...of.people]}::uuid[])`}`;
}

/** A member as a sheet names one. */
export type Found = { readonly id: string; readonly name: string; readonly staffNumber: string; readonly unionId: string; readonly unit: string };

/** Active members below a union by their staff numbers. */
export async function findByStaff(tx: Tx, path: string, staff: readonly string[]): Promise<Found[]> {
  const r = await sql<Found>`SELECT p.id, p.name, p.staff_number AS "staffNumber", s.union_id AS "unionId", h.name AS unit FROM person p JOIN membership s ON s.federation_id = p.federation_id AND s.person_id = p.id AND s.state = 'active'
      JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id
    WHERE p.federation_id = ${tx.federationId} AND h.path LIKE ${`${path}%`} AND p.staff_number = ANY (${[...staff]}::text[]) AND p.staff_number <> '' ORDER BY p.staff_number, p.id LIMIT 10000`.execute(rows(tx));
  return r.rows;
}

/** A union from whose members a roll may be drawn; `people` counts those of the unions below as well. */
export type Unit = { readonly id: string; readonly name: string; readonly path: string; readonly people: number };

const UNIT = sql`u.id, u.name, u.path, (SELECT count(*)::int FROM membership s JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id WHERE s.federation_id = u.federation_id AND s.state = 'active' AND starts_with(h.path, u.path)) AS people`;

/** A union and those below it, itself first; at most 200. */
export async function listUnits(tx: Tx, path: string): Promise<Unit[]> {
  const r = await sql<Unit>`SELECT ${UNIT} FROM union_unit u WHERE u.federation_id = ${tx.federationId} AND starts_with(u.path, ${path}) AND u.state NOT IN ('merged','dissolved') ORDER BY u.path LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** These unions, where they lie in the subtree. */
export async function findUnits(tx: Tx, path: string, ids: readonly string[]): Promise<Unit[]> {
  const r = await sql<Unit>`SELECT ${UNIT} FROM union_unit u WHERE u.federation_id = ${tx.federationId} AND u.id = ANY (${[...ids]}::uuid[]) AND starts_with(u.path, ${path}) ORDER BY u.path LIMIT 300`.execute(rows(tx));
  return r.rows;
}
