import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import { inSubtrees, outermost } from '#engines/org';

/** Which of these unions lie in the given subtrees, by either parent line, as the tree stands now. */
export async function unionsWithin(tx: Tx, unionIds: readonly string[], scopes: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ id: string }>`select u.id from union_unit u where u.federation_id = ${tx.federationId} and u.id = any(${[...unionIds]}::uuid[])
    and ${inSubtrees(outermost(scopes))}`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}
