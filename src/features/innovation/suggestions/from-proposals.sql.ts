/** Reads the tables of part democracy/proposals (decision 0013): what a proposal says that was turned into a suggestion, and who seconded it. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Category } from './suggestions.rules.ts';

/** Reason and grounds as the problem, cut at its length; the kind of a proposal as the nearest category. */
export async function findProposalText(tx: Tx, id: string): Promise<{ problem: string; remedy: string; category: Category } | null> {
  const r = await sql<{ problem: string; remedy: string; category: Category }>`select left(p.reason || chr(10) || p.grounds, 2000) as problem, p.remedy, case p.kind when 'production' then 'process' when 'safety' then 'safety' when 'management' then 'management' else 'other' end as category
    from proposal p where p.federation_id = ${tx.federationId} and p.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Those who seconded a proposal. */
export async function listProposalSeconders(tx: Tx, id: string): Promise<string[]> {
  const r = await sql<{ id: string }>`select person_id as id from proposal_seconder where federation_id = ${tx.federationId} and proposal_id = ${id} and answer = 'yes' order by answered_at, person_id limit 50`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
