import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** What a person has to do with a suggestion, and where it lies. Paths are of the union that has it now and of the unit it came from. */
export type Seat = { coauthor: boolean; reviewer: boolean; supports: boolean; barred: boolean; blind: boolean; deskPath: string; unitPath: string };

/** The seat of one person at one suggestion. */
export async function findSeat(tx: Tx, id: string, personId: string): Promise<Seat | null> {
  const r = await sql<Seat>`select d.path as "deskPath", n.path as "unitPath", k.blind,
      exists (select 1 from suggestion_author a where a.federation_id = s.federation_id and a.suggestion_id = s.id and a.person_id = ${personId}) as coauthor,
      exists (select 1 from suggestion_review v where v.federation_id = s.federation_id and v.suggestion_id = s.id and v.reviewer_id = ${personId}) as reviewer,
      exists (select 1 from suggestion_supporter f where f.federation_id = s.federation_id and f.suggestion_id = s.id and f.person_id = ${personId}) as supports,
      exists (select 1 from case_barred b where b.federation_id = s.federation_id and b.case_id = s.id and b.person_id = ${personId}) as barred
    from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id
    join union_unit d on d.federation_id = c.federation_id and d.id = c.union_id
    join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
    join suggestion_scheme k on k.federation_id = s.federation_id and k.union_id = s.scheme_union_id
    where s.federation_id = ${tx.federationId} and s.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
