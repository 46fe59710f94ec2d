/** Recalls of delegates, and the groups in which delegates work. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Post } from './delegates.sql.ts';

export type RecallRow = {
  readonly id: string; readonly termId: string; readonly delegateId: string; readonly name: string; readonly constituencyId: string; readonly constituency: string; readonly proposedOn: string; readonly proposers: number; readonly reason: string; readonly statement: string; readonly entitled: number; readonly votedOn: string | null;
  readonly issued: number | null; readonly returned: number | null; readonly approvals: number | null; readonly invalid: number | null; readonly outcome: 'passed' | 'failed' | 'void' | 'withdrawn' | null; readonly findings: unknown; readonly ruleSetId: string;
};
const RECALL = sql`r.id, r.term_id AS "termId", r.delegate_id AS "delegateId", coalesce(p.name, d.name) AS name, r.constituency_id AS "constituencyId", c.name AS constituency, r.proposed_on::text AS "proposedOn", r.proposers, r.reason, r.statement, r.entitled, r.voted_on::text AS "votedOn", r.issued, r.returned, r.approvals, r.invalid, r.outcome, r.findings, r.rule_set_id AS "ruleSetId"`;
const FROM = sql`congress_recall r JOIN congress_delegate d ON d.federation_id = r.federation_id AND d.id = r.delegate_id LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id JOIN congress_constituency c ON c.federation_id = r.federation_id AND c.id = r.constituency_id`;

/** Recalls of a term, open ones first; at most 500. */
export async function listRecalls(tx: Tx, termId: string): Promise<RecallRow[]> {
  const r = await sql<RecallRow>`SELECT ${RECALL} FROM ${FROM} WHERE r.federation_id = ${tx.federationId} AND r.term_id = ${termId} ORDER BY (r.outcome IS NOT NULL), r.proposed_on DESC, r.id LIMIT 500`.execute(rows(tx));
  return r.rows;
}

/** A recall, locked to the end of the transaction. Scope: by its term. */
export async function lockRecall(tx: Tx, id: string): Promise<RecallRow | null> {
  await sql`SELECT 1 FROM congress_recall r WHERE r.federation_id = ${tx.federationId} AND r.id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<RecallRow>`SELECT ${RECALL} FROM ${FROM} WHERE r.federation_id = ${tx.federationId} AND r.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Keeps a recall. @returns false when one is open for the delegate */
export async function insertRecall(tx: Tx, r: Pick<RecallRow, 'id' | 'termId' | 'delegateId' | 'constituencyId' | 'proposedOn' | 'proposers' | 'reason' | 'entitled' | 'ruleSetId'>): Promise<boolean> {
  const put = await sql`INSERT INTO congress_recall (federation_id, id, term_id, delegate_id, constituency_id, proposed_on, proposers, reason, entitled, rule_set_id)
    VALUES (${tx.federationId}, ${r.id}, ${r.termId}, ${r.delegateId}, ${r.constituencyId}, ${r.proposedOn}, ${r.proposers}, ${r.reason}, ${r.entitled}, ${r.ruleSetId}) ON CONFLICT (federation_id, delegate_id) WHERE outcome IS NULL DO NOTHING RETURNING 1`.execute(rows(tx));
  return put.rows.length > 0;
}

export type RecallVote = { readonly on: string; readonly statement: string; readonly issued: number; readonly returned: number; readonly approvals: number; readonly invalid: number };

/** Closes a recall: with its vote, or as withdrawn. */
export async function closeRecall(tx: Tx, id: string, outcome: NonNullable<RecallRow['outcome']>, vote: RecallVote | null, findings: unknown): Promise<void> {
  await sql`UPDATE congress_recall SET outcome = ${outcome}, closed_at = ${tx.now}, findings = ${JSON.stringify(findings)}::jsonb, voted_on = ${vote?.on ?? null}::date, statement = ${vote?.statement ?? ''}, issued = ${vote?.issued ?? null}, returned = ${vote?.returned ?? null}, approvals = ${vote?.approvals ?? null}, invalid = ${vote?.invalid ?? null}
    WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

export type GroupRow = { readonly id: string; readonly termId: string; readonly sort: 'standing' | 'presidium'; readonly name: string; readonly duty: string; readonly people: readonly { delegateId: string; name: string; leads: boolean; post: Post; sex: string }[] };

/** Groups of a term with who sits in them: the presidium first. */
export async function listGroups(tx: Tx, termId: string): Promise<GroupRow[]> {
  const r = await sql<GroupRow>`SELECT g.id, g.term_id AS "termId", g.sort, g.name, g.duty, (SELECT coalesce(jsonb_agg(jsonb_build_object('delegateId', d.id, 'name', coalesce(p.name, d.name), 'leads', s.leads, 'post', d.post, 'sex', coalesce(p.sex, '')) ORDER BY s.leads DESC, d.card_number), '[]'::jsonb)
      FROM congress_group_seat s JOIN congress_delegate d ON d.federation_id = s.federation_id AND d.id = s.delegate_id LEFT JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id WHERE s.federation_id = g.federation_id AND s.group_id = g.id) AS people
    FROM congress_group g WHERE g.federation_id = ${tx.federationId} AND g.term_id = ${termId} ORDER BY g.sort, g.name, g.id LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** The term of a group. */
export async function termOfGroup(tx: Tx, id: string): Promise<string | null> {
  const r = await sql<{ termId: string }>`SELECT term_id AS "termId" FROM congress_group WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
  return r.rows[0]?.termId ?? null;
}

/** Keeps a group with its seats, new or changed. @returns false when the term has another of this name, or a presidium */
export async function putGroup(tx: Tx, termId: string, g: { id: string; sort: 'standing' | 'presidium'; name: string; duty: string; delegateIds: readonly string[]; leadId: string | null }): Promise<boolean> {
  const other = await sql`SELECT 1 FROM congress_group WHERE federation_id = ${tx.federationId} AND term_id = ${termId} AND id <> ${g.id} AND (name = ${g.name} OR (sort = 'presidium' AND ${g.sort}::text = 'presidium'))`.execute(rows(tx));
  if (other.rows.length > 0) return false;
  await sql`INSERT INTO congress_group (federation_id, id, term_id, sort, name, duty) VALUES (${tx.federationId}, ${g.id}, ${termId}, ${g.sort}, ${g.name}, ${g.duty}) ON CONFLICT (federation_id, id) DO UPDATE SET name = excluded.name, duty = excluded.duty`.execute(rows(tx));
  await clearGroup(tx, g.id);
  await sql`INSERT INTO congress_group_seat (federation_id, group_id, delegate_id, leads) SELECT ${tx.federationId}, ${g.id}, x.id, coalesce(x.id = ${g.leadId}::uuid, false) FROM (SELECT DISTINCT id FROM unnest(${[...g.delegateIds]}::uuid[]) AS y(id)) x`.execute(rows(tx));
  return true;
}

/** Empties a group. */
export async function clearGroup(tx: Tx, id: string): Promise<void> {
  await sql`DELETE FROM congress_group_seat WHERE federation_id = ${tx.federationId} AND group_id = ${id}`.execute(rows(tx));
}

/** Removes a group. */
export async function deleteGroup(tx: Tx, id: string): Promise<void> {
  await clearGroup(tx, id);
  await sql`DELETE FROM congress_group WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
