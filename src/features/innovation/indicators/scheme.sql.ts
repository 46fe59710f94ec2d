// Reads suggestion_scheme and suggestion_campaign of part suggestions (decision 0013).
import { type Actor, scopesOf, type Tx } from '#shared/call';
import { inSubtrees, outermost } from '#engines/org';
import { type RawBuilder, rows, sql } from '#platform/db';

/** A union that runs a scheme; `whole`: the asker's offices lie at or above it, otherwise only in some of its units. */
export type SchemeRow = { id: string; name: string; path: string; workers: number; whole: boolean };

const MOST = 200;
const FROM = sql`suggestion_scheme k join union_unit u on u.federation_id = k.federation_id and u.id = k.union_id`;

async function listWhere(tx: Tx, whole: RawBuilder<boolean>, where: RawBuilder<boolean>): Promise<SchemeRow[]> {
  const r = await sql<SchemeRow>`select u.id, u.name, u.path, u.workers, ${whole} as whole from ${FROM}
    where k.federation_id = ${tx.federationId} and ${where} order by 5 desc, u.name, u.id limit ${MOST}`.execute(rows(tx));
  return r.rows;
}

/** Schemes over or under the subtrees in which the actor may read indicators; those that can be read whole come first. */
export function listSchemes(tx: Tx, by: Actor, permission: string): Promise<SchemeRow[]> {
  const paths = outermost(scopesOf(by, permission));
  const above = sql<boolean>`exists (select 1 from unnest(${paths}::text[]) g(path) where g.path like u.path || '%')`;
  return listWhere(tx, inSubtrees(paths), sql<boolean>`(${inSubtrees(paths)} or ${above})`);
}

/** Schemes of the unions on a way down the tree, the nearest last. */
export async function listSchemesAbove(tx: Tx, path: string): Promise<SchemeRow[]> {
  const list = await listWhere(tx, sql<boolean>`true`, sql<boolean>`${path} like u.path || '%'`);
  return list.sort((a, b) => a.path.length - b.path.length);
}

/** Paths of schemes that lie inside another: what they count is theirs. */
export async function listNested(tx: Tx, path: string): Promise<string[]> {
  const r = await sql<{ path: string }>`select u.path from ${FROM} where k.federation_id = ${tx.federationId} and u.path like ${`${path}%`} and u.path <> ${path} limit ${MOST}`.execute(rows(tx));
  return r.rows.map((x) => x.path);
}

export type CampaignRow = { id: string; title: string; fromDate: string; toDate: string };
/** Campaigns whose window touches a period, the newest first; at most 60. */
export async function listCampaigns(tx: Tx, schemeId: string, from: string, to: string): Promise<CampaignRow[]> {
  const r = await sql<CampaignRow>`select c.id, c.title, c.from_date as "fromDate", c.to_date as "toDate" from suggestion_campaign c
    where c.federation_id = ${tx.federationId} and c.scheme_union_id = ${schemeId} and c.from_date <= ${to}::date and c.to_date >= ${from}::date and c.state <> 'cancelled'
    order by c.from_date desc, c.id limit 60`.execute(rows(tx));
  return r.rows;
}
