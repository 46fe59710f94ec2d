/** Who votes where in a term, for the stories of the demonstration. Reads memberships and people of the engine `org`. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type Elector = { readonly constituencyId: string; readonly personId: string; readonly job: string; readonly dispatched: boolean };

/** Workers of each constituency in an order of its own that is always the same, women and men mixed; at most 60 each, and these people in any case. */
export async function listElectors(tx: Tx, termId: string, always: readonly string[]): Promise<Elector[]> {
  const r = await sql<Elector>`SELECT z."constituencyId", z."personId", z.job, z.dispatched FROM (SELECT x.constituency_id AS "constituencyId", m.person_id AS "personId", m.job, m.employment_form = 'dispatched' AS dispatched,
        row_number() OVER (PARTITION BY x.constituency_id ORDER BY (p.sex = 'female' AND md5(p.staff_number) < '05') DESC, md5(p.name || p.staff_number)) AS n
      FROM congress_constituency_unit x JOIN membership m ON m.federation_id = x.federation_id AND m.union_id = x.union_id AND m.state = 'active' JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id
      WHERE x.federation_id = ${tx.federationId} AND x.term_id = ${termId}) z WHERE z.n <= 60 OR z."personId" = ANY (${[...always]}::uuid[]) ORDER BY z.n LIMIT 20000`.execute(rows(tx));
  return r.rows;
}
