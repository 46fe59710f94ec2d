import type { Actor, Tx } from '#shared/call';
import { inSubtrees, visibleTo } from '#engines/org';
import { rows, sql } from '#platform/db';

/** A member found by staff number. */
export type Found = { readonly staffNumber: string; readonly personId: string; readonly name: string; readonly unit: string };

/** Members with these staff numbers in the union or below it; a number that several share comes several times. */
export async function findByStaff(tx: Tx, unionPath: string, numbers: readonly string[]): Promise<Found[]> {
  const r = await sql<Found>`select p.staff_number as "staffNumber", p.id as "personId", p.name, u.name as unit from person p
    join membership m on m.federation_id = p.federation_id and m.person_id = p.id and m.state <> 'ended'
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where p.federation_id = ${tx.federationId} and p.staff_number = any(${[...numbers]}::text[]) and p.staff_number <> '' and ${inSubtrees([unionPath])} order by p.staff_number, p.id limit 10000`.execute(rows(tx));
  return r.rows;
}

/** Unions whose lists the actor may prepare, by name; at most 20. */
export async function listUnions(tx: Tx, by: Actor, text: string): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`select u.id, u.name from union_unit u where u.federation_id = ${tx.federationId} and ${visibleTo(by, 'paymentLists.prepare')} and u.state = 'active'
    and ${text === '' ? sql`true` : sql`u.name ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`} order by length(u.path), u.name limit 20`.execute(rows(tx));
  return r.rows;
}
