import { type Actor, scopesOf, type Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, outermost } from '#engines/org';
import type { Verdict } from './agreement.rules.ts';
import type { ExpertGroup } from './suggestions.rules.ts';

/** One given opinion, with the suggestion it is about. */
export type GivenOpinion = { id: string; number: string; title: string; round: number; expertGroup: ExpertGroup; reviewerId: string; name: string; verdict: Verdict; grade: number | null };

/** Opinions of one reading: what is more is cut, and the reader is told. */
export const MOST_OPINIONS = 20_000;

/** Opinions given in a period on suggestions of the schemes in which the actor decides, suggestion by suggestion. */
export async function listGiven(tx: Tx, by: Actor, f: { from: Date | null; to: Date | null; unionPath: string | null; group: ExpertGroup | null }): Promise<GivenOpinion[]> {
  const r = await sql<GivenOpinion>`select v.suggestion_id as id, c.number, c.title, v.round, v.expert_group as "expertGroup", v.reviewer_id as "reviewerId", p.name, v.verdict, v.grade
    from suggestion_review v join suggestion s on s.federation_id = v.federation_id and s.id = v.suggestion_id join case_file c on c.federation_id = s.federation_id and c.id = s.id
    join union_unit u on u.federation_id = s.federation_id and u.id = s.scheme_union_id
    join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
    join person p on p.federation_id = v.federation_id and p.id = v.reviewer_id
    where v.federation_id = ${tx.federationId} and v.verdict is not null and ${inSubtrees(outermost(scopesOf(by, 'suggestions.decide')))}
      and (${f.from}::timestamptz is null or v.given_at >= ${f.from}) and (${f.to}::timestamptz is null or v.given_at < ${f.to}) and (${f.unionPath}::text is null or n.path like ${f.unionPath} || '%')
      and (${f.group}::text is null or v.expert_group = ${f.group})
      and not exists (select 1 from case_barred b where b.federation_id = c.federation_id and b.case_id = c.id and b.person_id = ${by.personId}) and c.author_id is distinct from ${by.personId}
    order by v.given_at desc, v.suggestion_id, v.reviewer_id limit ${MOST_OPINIONS}`.execute(rows(tx));
  return r.rows;
}
