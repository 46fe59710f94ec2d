/** Decisions of several congresses. */
import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { ItemState } from './sessions.rules.ts';

export type Part = { readonly id: string; readonly title: string; readonly union: string; readonly session: string; readonly sessionId: string; readonly state: ItemState; readonly weight: number; readonly veto: boolean };
export type DecisionRow = { readonly id: string; readonly unionId: string; readonly union: string; readonly title: string; readonly about: string; readonly round: number; readonly op: 'GE' | 'GT'; readonly num: number; readonly den: number; readonly madeAt: Date; readonly votes: readonly Part[] };
const COLUMNS = sql`d.id, d.union_id AS "unionId", u.name AS union, d.title, d.about, d.round, d.op, d.num, d.den, d.made_at AS "madeAt", (SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'union', v.name, 'session', z.title, 'sessionId', z.id, 'state', i.state, 'weight', p.weight, 'veto', p.veto) ORDER BY p.place), '[]'::jsonb)
    FROM congress_joint_part p JOIN congress_session_item i ON i.federation_id = p.federation_id AND i.id = p.item_id JOIN congress_session z ON z.federation_id = i.federation_id AND z.id = i.session_id JOIN union_unit v ON v.federation_id = z.federation_id AND v.id = z.union_id WHERE p.federation_id = d.federation_id AND p.decision_id = d.id) AS votes`;
const FROM = sql`congress_joint_decision d JOIN union_unit u ON u.federation_id = d.federation_id AND u.id = d.union_id`;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
const kept = (tx: Tx, by: Actor): RawBuilder<boolean> => sql<boolean>`d.federation_id = ${tx.federationId} AND ${visibleTo(by, 'sessions.keep')}`;

/** Decisions over the unions of an officer, latest first. */
export async function listDecisions(tx: Tx, by: Actor, f: { readonly unionPath?: string | undefined; readonly text?: string | undefined }, page: { readonly limit: number; readonly offset: number }): Promise<{ items: DecisionRow[]; total: number }> {
  const r = await sql<DecisionRow & { n: number }>`SELECT ${COLUMNS}, (count(*) OVER ())::int AS n FROM ${FROM} WHERE ${kept(tx, by)} ${f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``} ${f.text ? sql`AND (d.title ILIKE ${like(f.text)} OR u.name ILIKE ${like(f.text)})` : sql``} ORDER BY d.made_at DESC, d.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return { items: r.rows, total: r.rows[0]?.n ?? 0 };
}

/** One decision within the scope of an officer. */
export async function findDecision(tx: Tx, by: Actor, id: string): Promise<DecisionRow | null> {
  const r = await sql<DecisionRow>`SELECT ${COLUMNS} FROM ${FROM} WHERE ${kept(tx, by)} AND d.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export type Votable = { readonly id: string; readonly title: string; readonly union: string; readonly session: string; readonly delegates: number };

/** Items with a vote in sessions that an officer keeps: by words of their title, or by ids. */
export async function listVotable(tx: Tx, by: Actor, f: { readonly text?: string | undefined; readonly ids?: readonly string[] }): Promise<Votable[]> {
  const r = await sql<Votable>`SELECT i.id, i.title, u.name AS union, z.title AS session, (SELECT count(*)::int FROM congress_session_seat s WHERE s.federation_id = z.federation_id AND s.session_id = z.id AND s.class = 'delegate') AS delegates
    FROM congress_session_item i JOIN congress_session z ON z.federation_id = i.federation_id AND z.id = i.session_id JOIN union_unit u ON u.federation_id = z.federation_id AND u.id = z.union_id
    WHERE i.federation_id = ${tx.federationId} AND ${visibleTo(by, 'sessions.keep')} AND i.level <> 'none' AND i.state <> 'withdrawn' ${f.ids ? sql`AND i.id = ANY (${[...f.ids]}::uuid[])` : sql``} ${f.text ? sql`AND (i.title ILIKE ${like(f.text)} OR z.title ILIKE ${like(f.text)})` : sql``} ORDER BY z.held_at DESC, i.number LIMIT 80`.execute(rows(tx));
  return r.rows;
}

export async function insertDecision(tx: Tx, d: Pick<DecisionRow, 'id' | 'unionId' | 'title' | 'about' | 'round' | 'op' | 'num' | 'den'> & { readonly byId: string }, parts: readonly { readonly id: string; readonly weight: number; readonly veto: boolean }[]): Promise<void> {
  await sql`INSERT INTO congress_joint_decision (federation_id, id, union_id, title, about, round, op, num, den, made_at, by_id) VALUES (${tx.federationId}, ${d.id}, ${d.unionId}, ${d.title}, ${d.about}, ${d.round}, ${d.op}, ${d.num}, ${d.den}, ${tx.now}, ${d.byId})`.execute(rows(tx));
  await sql`INSERT INTO congress_joint_part (federation_id, decision_id, item_id, place, weight, veto) SELECT ${tx.federationId}::uuid, ${d.id}::uuid, x.id, x.place, x.weight, x.veto FROM unnest(${parts.map((p) => p.id)}::uuid[], ${parts.map((_, n) => n + 1)}::int[], ${parts.map((p) => p.weight)}::int[], ${parts.map((p) => p.veto)}::boolean[]) AS x(id, place, weight, veto)`.execute(rows(tx));
}
