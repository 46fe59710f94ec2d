import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** Two suggestions that were found alike; `said`: why the author contests it. */
export type Likeness = { suggestionId: string; earlierId: string; score: number; state: 'found' | 'contested' | 'cleared' | 'merged'; said: string; settledText: string };

/** Likenesses of a suggestion in both directions. */
export async function listLikenesses(tx: Tx, id: string): Promise<Likeness[]> {
  const r = await sql<Likeness>`select suggestion_id as "suggestionId", earlier_id as "earlierId", score_per_mille / 1000.0::float8 as score, state, text as said, settled_text as "settledText" from suggestion_likeness
    where federation_id = ${tx.federationId} and (suggestion_id = ${id} or earlier_id = ${id}) order by score_per_mille desc, suggestion_id, earlier_id limit 20`.execute(rows(tx));
  return r.rows;
}

/** Writes what an officer says about two suggestions; what the author said stays. Without an officer's word the likeness is as it was found or contested. */
export async function settleLikeness(tx: Tx, o: { suggestionId: string; earlierId: string; score: number; state: 'cleared' | 'merged' | 'open'; text: string; byId: string; /** why its author contests it */ said?: string }): Promise<void> {
  const [settledBy, settledAt] = o.state === 'open' ? [null, null] : [o.byId, tx.now];
  await sql`insert into suggestion_likeness as l (federation_id, suggestion_id, earlier_id, score_per_mille, state, text, settled_text, settled_by_id, settled_at)
    values (${tx.federationId}, ${o.suggestionId}, ${o.earlierId}, ${Math.round(o.score * 1000)}, ${o.state === 'open' ? (o.said ? 'contested' : 'found') : o.state}, ${o.said ?? ''}, ${o.text}, ${settledBy}, ${settledAt})
    on conflict (federation_id, suggestion_id, earlier_id) do update set settled_text = excluded.settled_text, settled_by_id = excluded.settled_by_id, settled_at = excluded.settled_at,
      state = case when ${o.state} <> 'open' then excluded.state when l.text <> '' then 'contested' else 'found' end`.execute(rows(tx));
}
