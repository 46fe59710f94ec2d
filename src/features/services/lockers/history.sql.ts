import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** Members whom cabinets serve, up to so many for each. */
export async function listServed(tx: Tx, cabinetIds: readonly string[], each: number): Promise<{ cabinetId: string; personId: string }[]> {
  const r = await sql<{ cabinetId: string; personId: string }>`SELECT k.id AS "cabinetId", p.person_id AS "personId" FROM locker_cabinet k JOIN union_unit u ON u.federation_id = k.federation_id AND u.id = k.union_id
    CROSS JOIN LATERAL (SELECT m.person_id FROM union_unit b JOIN membership m ON m.federation_id = b.federation_id AND m.union_id = b.id AND m.state = 'active' WHERE b.federation_id = k.federation_id AND b.path LIKE u.path || '%' ORDER BY m.person_id LIMIT ${each}) p
    WHERE k.federation_id = ${tx.federationId} AND k.id = ANY (${[...cabinetIds]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

/** A loan of an older register that is over. */
export type OldLoan = { readonly id: string; readonly compartmentId: string; readonly personId: string; readonly lentAt: Date; readonly endedAt: Date; readonly writtenOff: boolean };

/** Takes over loans that are over, all in one statement; time, item and label follow from the compartment. */
export async function insertOldLoans(tx: Tx, list: readonly OldLoan[]): Promise<void> {
  const each = <K extends keyof OldLoan>(field: K): OldLoan[K][] => list.map((l) => l[field]);
  await sql`INSERT INTO locker_loan (federation_id, id, cabinet_id, compartment_id, person_id, item, label, asked_at, lent_at, due_at, missing_at, ended_at, ending)
    SELECT ${tx.federationId}::uuid, x.id, d.cabinet_id, d.id, x.person, d.item, d.label, x.lent, x.lent, x.lent + d.lend_hours * interval '1 hour', CASE WHEN x.off THEN x.ended END, x.ended, CASE WHEN x.off THEN 'writtenOff' ELSE 'returned' END
    FROM unnest(${each('id')}::uuid[], ${each('compartmentId')}::uuid[], ${each('personId')}::uuid[], ${each('lentAt')}::timestamptz[], ${each('endedAt')}::timestamptz[], ${each('writtenOff')}::boolean[]) AS x(id, door, person, lent, ended, off)
    JOIN locker_compartment d ON d.federation_id = ${tx.federationId} AND d.id = x.door`.execute(rows(tx));
}

/** What was taken from a compartment of consumables, earlier. */
export type OldTaking = { readonly id: string; readonly compartmentId: string; readonly personId: string; readonly at: Date };

/** Takes over openings for consumables, all in one statement; stocks stay as they are. */
export async function insertOldTakings(tx: Tx, list: readonly OldTaking[]): Promise<void> {
  const each = <K extends keyof OldTaking>(field: K): OldTaking[K][] => list.map((l) => l[field]);
  await sql`INSERT INTO locker_opening (federation_id, id, cabinet_id, compartment_id, purpose, key, person_id, quantity, asked_at, outcome, ended_at)
    SELECT ${tx.federationId}::uuid, x.id, d.cabinet_id, d.id, 'take', 'older/' || x.id, x.person, 1, x.at, 'opened', x.at
    FROM unnest(${each('id')}::uuid[], ${each('compartmentId')}::uuid[], ${each('personId')}::uuid[], ${each('at')}::timestamptz[]) AS x(id, door, person, at) JOIN locker_compartment d ON d.federation_id = ${tx.federationId} AND d.id = x.door`.execute(rows(tx));
}
