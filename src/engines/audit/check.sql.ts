import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type CheckRow = {
  checkedAt: Date;
  blocks: string;
  entries: string;
  unsealed: string;
  faultCount: string;
  faults: { what: 'changed' | 'missing' | 'inserted' | 'chain' | 'head'; id: string }[];
  headBlock: string;
  headHash: string;
};

type Found = {
  readonly blocks: number;
  readonly entries: number;
  readonly unsealed: number;
  readonly faultCount: number;
  readonly faults: CheckRow['faults'] | readonly CheckRow['faults'][number][];
  readonly head: { readonly block: string; readonly hash: string };
};

/** Keeps what a verification found. */
export async function insertCheck(tx: Tx, id: string, f: Found): Promise<void> {
  await sql`
    INSERT INTO audit_check (federation_id, id, checked_at, blocks, entries, unsealed, fault_count, faults, head_block, head_hash)
    VALUES (${tx.federationId}::uuid, ${id}::uuid, ${tx.now}::timestamptz, ${f.blocks}, ${f.entries}, ${f.unsealed}, ${f.faultCount},
            ${JSON.stringify(f.faults)}::jsonb, ${f.head.block}::bigint, decode(${f.head.hash}, 'hex'))`.execute(rows(tx));
}

/** The newest kept verification. */
export async function selectLastCheck(tx: Tx): Promise<CheckRow | undefined> {
  const found = await sql<CheckRow>`
    SELECT c.checked_at AS "checkedAt", c.blocks::text AS blocks, c.entries::text AS entries, c.unsealed::text AS unsealed,
           c.fault_count::text AS "faultCount", c.faults, c.head_block::text AS "headBlock", encode(c.head_hash, 'hex') AS "headHash"
    FROM audit_check c WHERE c.federation_id = ${tx.federationId}::uuid ORDER BY c.checked_at DESC LIMIT 1`.execute(rows(tx));
  return found.rows[0];
}
