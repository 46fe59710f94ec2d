import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { COLUMNS, type CaseFile } from './cases.sql.ts';

/** Tenants in which some clock may have something to say, at most 1,000 a sweep: one working day ahead is up to twelve days over a long holiday. Runs outside any tenant. */
export async function listDueFederations(tx: Tx): Promise<string[]> {
  const r = await sql<{ id: string }>`select distinct federation_id as id from (
      (select federation_id from case_file where is_open and next_escalation <= ${tx.now} limit 5000)
      union all (select federation_id from case_file where is_open and warned_at is null and next_due <= ${tx.now}::timestamptz + interval '12 days' limit 5000)
      union all (select federation_id from case_file where lapse_due <= ${tx.now} limit 5000)
      union all (select federation_id from case_file where recheck_due <= ${tx.now} and facts->>'recheckAsked' is null limit 5000)) due limit 1000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Cases whose next clock ends within `until` and of which nobody was reminded yet: marks and answers them. */
export async function takeWarnings(tx: Tx, until: Date, limit: number): Promise<CaseFile[]> {
  const r = await sql<CaseFile>`update case_file c set warned_at = ${tx.now}, version = c.version + 1
    from (select federation_id, id from case_file where federation_id = ${tx.federationId} and is_open and warned_at is null
      and next_due <= ${until} order by next_due limit ${limit} for update skip locked) due
    where c.federation_id = due.federation_id and c.id = due.id returning ${COLUMNS}`.execute(rows(tx));
  return r.rows;
}

/** A case that went one level up, with the union that is told now (null = there is none above). */
export type Escalated = CaseFile & { upName: string | null };

/** Late cases whose next step up has come: each goes to the parent of where it stood, in one statement. */
export async function takeEscalations(tx: Tx, again: Date, process: string, limit: number): Promise<Escalated[]> {
  const r = await sql<Escalated>`update case_file c set late_level = c.late_level + 1, late_union_id = coalesce(up.id, c.late_union_id),
      next_escalation = ${again}, version = c.version + 1
    from (select f.federation_id, f.id, coalesce(f.late_union_id, f.union_id) as at_union from case_file f
      where f.federation_id = ${tx.federationId} and f.process = ${process} and f.is_open and f.next_escalation <= ${tx.now}
      order by f.next_escalation limit ${limit} for update skip locked) due
    join union_unit here on here.federation_id = due.federation_id and here.id = due.at_union
    left join union_unit up on up.federation_id = here.federation_id and up.id = here.parent_id
    where c.federation_id = due.federation_id and c.id = due.id returning ${COLUMNS}, up.name as "upName"`.execute(rows(tx));
  return r.rows;
}

/** Cases that waited long enough for their author; the caller takes the step. */
export async function listLapsed(tx: Tx, process: string, limit: number): Promise<{ id: string; state: string }[]> {
  const r = await sql<{ id: string; state: string }>`select id, state from case_file where federation_id = ${tx.federationId} and process = ${process}
    and lapse_due <= ${tx.now} order by lapse_due limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Cases whose author is to be asked again; marks and answers them. */
export async function takeRechecks(tx: Tx, limit: number): Promise<CaseFile[]> {
  const r = await sql<CaseFile>`update case_file c set facts = c.facts || '{"recheckAsked": true}'::jsonb, version = c.version + 1
    from (select federation_id, id from case_file where federation_id = ${tx.federationId} and recheck_due <= ${tx.now}
      and facts->>'recheckAsked' is null order by recheck_due limit ${limit} for update skip locked) due
    where c.federation_id = due.federation_id and c.id = due.id returning ${COLUMNS}`.execute(rows(tx));
  return r.rows;
}
