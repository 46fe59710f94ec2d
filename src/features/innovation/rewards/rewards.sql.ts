/** Reads the tables of part suggestions (decision 0013) and writes its own. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** One author's line of one suggestion that earned a reward, in the order of suggestion and author. */
export type EarnedRow = {
  readonly suggestionId: string; readonly number: string; readonly title: string; readonly unit: string; readonly grade: number; readonly startedOn: string; readonly personId: string; readonly name: string; readonly share: number;
};

const AUTHORED = sql`join case_file c on c.federation_id = s.federation_id and c.id = s.id
  join suggestion_author a on a.federation_id = s.federation_id and a.suggestion_id = s.id
  join person p on p.federation_id = a.federation_id and p.id = a.person_id
  join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id`;

/**
 * Suggestions that were adopted for implementation between two days and count still; what came from an older register earns nothing here.
 * @param o.unlisted only those of which nobody's line stands on a list yet
 */
export async function listEarned(tx: Tx, schemeUnionId: string, from: string, to: string, o: { unlisted: boolean } = { unlisted: false }): Promise<EarnedRow[]> {
  const r = await sql<EarnedRow>`select s.id as "suggestionId", c.number, c.title, n.name as unit, s.grade, s.started_on::text as "startedOn", a.person_id as "personId", p.name, a.share
    from suggestion s ${AUTHORED}
    where s.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeUnionId} and s.started_on between ${from}::date and ${to}::date
      and s.revoked_on is null and s.void_on is null and not s.from_register
      and ${o.unlisted ? sql`exists (select 1 from suggestion_author b where b.federation_id = s.federation_id and b.suggestion_id = s.id and b.share > 0 and not exists (select 1 from payment_line x
        where x.federation_id = b.federation_id and x.key = 'suggestion/' || s.id || '/reward/' || b.person_id and x.state in ('pending','paid')))` : sql`true`}
    order by s.started_on, s.id, a.position limit 20000`.execute(rows(tx));
  return r.rows;
}

/** One author's part of an award by level (条例) that pays something, as it was split when it was decided. */
export type AwardRow = { readonly suggestionId: string; readonly number: string; readonly level: number; readonly position: number; readonly paysFen: bigint; readonly personId: string };

/** Awards decided between two instants that stand. */
export async function listAwards(tx: Tx, schemeUnionId: string, from: Date, to: Date): Promise<AwardRow[]> {
  const r = await sql<AwardRow>`select s.id as "suggestionId", c.number, w.level, w.position, h.pays_fen as "paysFen", h.person_id as "personId"
    from suggestion_award w join suggestion s on s.federation_id = w.federation_id and s.id = w.suggestion_id
    join case_file c on c.federation_id = s.federation_id and c.id = s.id
    join suggestion_award_share h on h.federation_id = w.federation_id and h.award_id = w.id
    where w.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeUnionId} and w.decided_at >= ${from} and w.decided_at < ${to} and h.pays_fen > 0
      and w.taken_back_at is null and s.revoked_on is null
    order by w.decided_at, w.id, h.person_id limit 5000`.execute(rows(tx));
  return r.rows;
}

type TakenBack = { readonly suggestionId: string; readonly number: string; readonly key: string; readonly personId: string; readonly amountFen: bigint };

/** Paid lines of suggestions whose adoption was taken back, not yet set off. Asked in two steps: the planner cannot know how few were taken back. */
export async function listTakenBack(tx: Tx, schemeUnionId: string): Promise<TakenBack[]> {
  const revoked = await sql<{ id: string }>`select s.id from suggestion s where s.federation_id = ${tx.federationId} and s.scheme_union_id = ${schemeUnionId} and s.revoked_on is not null
    order by s.revoked_on desc, s.id limit 5000`.execute(rows(tx));
  const ids = revoked.rows.map((s) => s.id);
  if (ids.length === 0) return [];
  const r = await sql<TakenBack>`select x.document_id as "suggestionId", c.number, x.key, x.person_id as "personId", x.amount_fen as "amountFen"
    from payment_line x join case_file c on c.federation_id = x.federation_id and c.id = x.document_id::uuid
    where x.federation_id = ${tx.federationId} and x.document_id = any(${ids}::text[]) and x.document_kind = 'suggestion' and x.state = 'paid' and x.amount_fen > 0
      and not exists (select 1 from payment_line b where b.federation_id = x.federation_id and b.key = x.key || '/back' and b.state in ('pending','paid'))
    order by x.key limit 2000`.execute(rows(tx));
  return r.rows;
}

/** Living lines of one suggestion that are not paid yet, with the state of their lists. */
export async function listUnpaid(tx: Tx, suggestionId: string): Promise<{ lineId: string; listState: string }[]> {
  const r = await sql<{ lineId: string; listState: string }>`select x.id as "lineId", c.state as "listState" from payment_line x join case_file c on c.federation_id = x.federation_id and c.id = x.list_id
    where x.federation_id = ${tx.federationId} and x.document_kind = 'suggestion' and x.document_id = ${suggestionId} and x.state in ('pending','failed') and x.amount_fen > 0`.execute(rows(tx));
  return r.rows;
}

/** Lists of a union and purpose for a period, newest first. */
export async function listLists(tx: Tx, unionId: string, purpose: string, period: string): Promise<{ id: string; number: string; title: string; state: string; lines: number; totalFen: bigint }[]> {
  const r = await sql<{ id: string; number: string; title: string; state: string; lines: number; totalFen: bigint }>`select l.id, c.number, l.title, c.state, count(x.id)::int as lines, coalesce(sum(x.amount_fen), 0)::bigint as "totalFen"
    from payment_list l join case_file c on c.federation_id = l.federation_id and c.id = l.id
    left join payment_line x on x.federation_id = l.federation_id and x.list_id = l.id and x.state <> 'withdrawn'
    where l.federation_id = ${tx.federationId} and l.union_id = ${unionId} and l.purpose = ${purpose} and l.period = ${period}
    group by l.id, c.number, l.title, c.state, l.made_at order by l.made_at desc limit 50`.execute(rows(tx));
  return r.rows;
}

/** Whether a union runs a scheme. */
export async function runsScheme(tx: Tx, unionId: string): Promise<boolean> {
  const r = await sql`select 1 from suggestion_scheme where federation_id = ${tx.federationId} and union_id = ${unionId}`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Unions that run a scheme, among subtrees. */
export async function listSchemes(tx: Tx, paths: readonly string[]): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`select u.id, u.name from suggestion_scheme k join union_unit u on u.federation_id = k.federation_id and u.id = k.union_id
    where k.federation_id = ${tx.federationId} and u.path like any(${paths.map((p) => `${p}%`)}::text[]) order by u.path limit 200`.execute(rows(tx));
  return r.rows;
}
