import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { FROM, LISTED, type ListedSuggestion } from './suggestions.sql.ts';

/** A suggestion with what one person has to do with it. */
export type Near = ListedSuggestion & { mine: boolean; joined: boolean };

const mine = (personId: string) => sql<boolean>`exists (select 1 from suggestion_author a where a.federation_id = s.federation_id and a.suggestion_id = s.id and a.person_id = ${personId})`;
const joined = (personId: string) => sql<boolean>`exists (select 1 from suggestion_supporter f where f.federation_id = s.federation_id and f.suggestion_id = s.id and f.person_id = ${personId})`;

/** Of these suggestions those of one scheme that are not void, with what this person has to do with them. */
export async function listNear(tx: Tx, schemeUnionId: string, personId: string, ids: readonly string[]): Promise<Near[]> {
  const r = await sql<Near>`select ${LISTED}, ${mine(personId)} as mine, ${joined(personId)} as joined from ${FROM}
    where s.federation_id = ${tx.federationId} and s.id = any(${[...ids]}::uuid[]) and s.scheme_union_id = ${schemeUnionId} and s.void_on is null`.execute(rows(tx));
  return r.rows;
}

/** What was found like a suggestion; `text` = why its author says that it differs. What is known already stays. */
export async function keepLikenesses(tx: Tx, id: string, byId: string, found: readonly { earlierId: string; score: number; text: string }[]): Promise<void> {
  if (found.length === 0) return;
  await sql`insert into suggestion_likeness (federation_id, suggestion_id, earlier_id, score_per_mille, state, text, said_by_id, said_at)
    select ${tx.federationId}, ${id}, x.earlier, x.score, case when x.text = '' then 'found' else 'contested' end, x.text,
      case when x.text = '' then null else ${byId}::uuid end, case when x.text = '' then null else ${tx.now}::timestamptz end
    from unnest(${found.map((f) => f.earlierId)}::uuid[], ${found.map((f) => Math.round(f.score * 1000))}::int[], ${found.map((f) => f.text)}::text[]) as x(earlier, score, text)
    on conflict (federation_id, suggestion_id, earlier_id) do nothing`.execute(rows(tx));
}

export type LikenessRow = { earlierId: string; score: number; standing: 'found' | 'contested' | 'cleared' | 'merged'; text: string; saidAt: Date | null };

/** What was found like a suggestion, the likest first. */
export async function listLikenesses(tx: Tx, id: string): Promise<LikenessRow[]> {
  const r = await sql<LikenessRow>`select earlier_id as "earlierId", score_per_mille::float8 / 1000 as score, state as standing, text, said_at as "saidAt" from suggestion_likeness
    where federation_id = ${tx.federationId} and suggestion_id = ${id} order by score_per_mille desc, earlier_id limit 40`.execute(rows(tx));
  return r.rows;
}

/** The author says why it differs. @returns null when there is no such likeness, false when it is settled */
export async function contestLikeness(tx: Tx, id: string, earlierId: string, byId: string, text: string): Promise<boolean | null> {
  const r = await sql<{ state: string }>`select state from suggestion_likeness where federation_id = ${tx.federationId} and suggestion_id = ${id} and earlier_id = ${earlierId} for update`.execute(rows(tx));
  if (r.rows[0] === undefined) return null;
  if (r.rows[0].state !== 'found' && r.rows[0].state !== 'contested') return false;
  await sql`update suggestion_likeness set state = 'contested', text = ${text}, said_by_id = ${byId}, said_at = ${tx.now}
    where federation_id = ${tx.federationId} and suggestion_id = ${id} and earlier_id = ${earlierId}`.execute(rows(tx));
  return true;
}

/** Keeps the row of a suggestion as it is until the end of the transaction: nobody merges it while somebody joins. */
export const holdRow = (tx: Tx, id: string): Promise<unknown> => sql`select 1 from suggestion where federation_id = ${tx.federationId} and id = ${id} for update`.execute(rows(tx));

/** @returns false when this person joined it already */
export async function insertSupporter(tx: Tx, id: string, personId: string, text: string): Promise<boolean> {
  const r = await sql`insert into suggestion_supporter (federation_id, suggestion_id, person_id, text, at) values (${tx.federationId}, ${id}, ${personId}, ${text}, ${tx.now})
    on conflict (federation_id, suggestion_id, person_id) do nothing`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0) === 1;
}

/** @returns false when this person had not joined it */
export async function deleteSupporter(tx: Tx, id: string, personId: string): Promise<boolean> {
  const r = await sql`delete from suggestion_supporter where federation_id = ${tx.federationId} and suggestion_id = ${id} and person_id = ${personId}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0) === 1;
}

/** Those who joined a suggestion, the latest first, with the union of each. */
export async function listSupporters(tx: Tx, id: string, page: { limit: number; offset: number }): Promise<{ id: string; name: string; unit: string; text: string; at: Date }[]> {
  const r = await sql<{ id: string; name: string; unit: string; text: string; at: Date }>`select p.id, p.name, coalesce(u.name, '') as unit, f.text, f.at from suggestion_supporter f
    join person p on p.federation_id = f.federation_id and p.id = f.person_id
    left join membership m on m.federation_id = f.federation_id and m.person_id = f.person_id and m.state <> 'ended'
    left join union_unit u on u.federation_id = m.federation_id and u.id = m.union_id
    where f.federation_id = ${tx.federationId} and f.suggestion_id = ${id} order by f.at desc, p.id limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return r.rows;
}
