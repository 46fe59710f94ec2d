import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type Scheme = { unionId: string; openedOn: string; blind: boolean };
export type Campaign = { id: string; schemeUnionId: string; title: string; theme: string; fromDate: string; toDate: string; state: 'open' | 'cancelled' | 'awarded' };

/** Schemes of these unions that are open on a day. */
export async function findSchemes(tx: Tx, unionIds: readonly string[], on: string): Promise<Map<string, Scheme>> {
  const r = await sql<Scheme>`select union_id as "unionId", opened_on::text as "openedOn", blind from suggestion_scheme
    where federation_id = ${tx.federationId} and union_id = any(${[...unionIds]}::uuid[]) and opened_on <= ${on}::date and (closed_on is null or closed_on >= ${on}::date)`.execute(rows(tx));
  return new Map(r.rows.map((s) => [s.unionId, s]));
}

/** Opens the scheme of a union, or changes it. */
export async function saveScheme(tx: Tx, s: Scheme): Promise<void> {
  await sql`insert into suggestion_scheme (federation_id, union_id, opened_on, blind) values (${tx.federationId}, ${s.unionId}, ${s.openedOn}, ${s.blind})
    on conflict (federation_id, union_id) do update set blind = excluded.blind, closed_on = null`.execute(rows(tx));
}

/** A campaign of a scheme. */
export async function findCampaign(tx: Tx, id: string): Promise<Campaign | null> {
  const r = await sql<Campaign>`select id, scheme_union_id as "schemeUnionId", title, theme, from_date::text as "fromDate", to_date::text as "toDate", state
    from suggestion_campaign where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Active members among these people, within a subtree, with the union of each. */
export async function findMembersWithin(tx: Tx, personIds: readonly string[], path: string): Promise<Map<string, { unionId: string; path: string }>> {
  const r = await sql<{ personId: string; unionId: string; path: string }>`select m.person_id as "personId", m.union_id as "unionId", u.path from membership m
    join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where m.federation_id = ${tx.federationId} and m.person_id = any(${[...personIds]}::uuid[]) and m.state = 'active' and u.path like ${`${path}%`}`.execute(rows(tx));
  return new Map(r.rows.map((m) => [m.personId, m]));
}
