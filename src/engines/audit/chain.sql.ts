import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { BlockForm, SealedForm } from './chain.rules.ts';

const at = (column: string) => sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const form = sql`e.federation_id AS "federationId", e.id, ${at('e.at')} AS at, e.act, e.by_kind AS "byKind", e.by_name AS "byName",
  e.person_id AS "personId", e.session_id AS "sessionId", e.union_id AS "unionId", e.subject_kind AS "subjectKind",
  e.subject_id AS "subjectId", e.word, e.zh, e.en, e.slots, e.basis, e.fields, e.purpose`;

/** One sealer at a time per federation; the key of audit_seal stays the last line where advisory locks do not reach. */
export async function lockChain(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`audit_seal ${tx.federationId}`}, 0))`.execute(rows(tx));
}

/** Committed entries that no block names yet, in the order of their ids (which follows time), straight off the queue's key. */
export async function selectUnsealed(tx: Tx, limit: number): Promise<SealedForm[]> {
  const found = await sql<SealedForm>`
    SELECT ${form} FROM (
      SELECT q.federation_id, q.entry_id FROM audit_unsealed q
      WHERE q.federation_id = ${tx.federationId}::uuid ORDER BY q.entry_id LIMIT ${limit}) AS next
    JOIN audit_entry e ON e.federation_id = next.federation_id AND e.id = next.entry_id
    ORDER BY e.id`.execute(rows(tx));
  return found.rows;
}

/** Entries by id, for recomputing their hashes. */
export async function selectForms(tx: Tx, ids: readonly string[]): Promise<SealedForm[]> {
  const found = await sql<SealedForm>`
    SELECT ${form} FROM audit_entry e
    WHERE e.federation_id = ${tx.federationId}::uuid AND e.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return found.rows;
}

export type Block = BlockForm & { readonly hash: string };

const block = sql`s.federation_id AS "federationId", s.block::text AS block, encode(s.prev_hash, 'hex') AS "prevHash",
  s.entry_ids::text[] AS "entryIds", ARRAY(SELECT encode(h, 'hex') FROM unnest(s.entry_hashes) WITH ORDINALITY AS t(h, n) ORDER BY n) AS "entryHashes",
  ${at('s.sealed_at')} AS "sealedAt", encode(s.hash, 'hex') AS hash`;

/** Blocks after a number, in order. */
export async function selectBlocks(tx: Tx, after: string, limit: number): Promise<Block[]> {
  const found = await sql<Block>`
    SELECT ${block} FROM audit_seal s
    WHERE s.federation_id = ${tx.federationId}::uuid AND s.block > ${after}::bigint
    ORDER BY s.block LIMIT ${limit}`.execute(rows(tx));
  return found.rows;
}

/** The newest block's number, hash and time; undefined before the first. */
export async function selectHead(tx: Tx): Promise<{ block: string; hash: string; sealedAt: string } | undefined> {
  const found = await sql<{ block: string; hash: string; sealedAt: string }>`
    SELECT s.block::text AS block, encode(s.hash, 'hex') AS hash, ${at('s.sealed_at')} AS "sealedAt"
    FROM audit_seal s WHERE s.federation_id = ${tx.federationId}::uuid ORDER BY s.block DESC LIMIT 1`.execute(rows(tx));
  return found.rows[0];
}

/** Adds a block and takes its entries off the queue. */
export async function insertBlock(tx: Tx, b: Block): Promise<void> {
  await sql`
    WITH sealed AS (
      DELETE FROM audit_unsealed WHERE federation_id = ${b.federationId}::uuid AND entry_id = ANY (${[...b.entryIds]}::uuid[]))
    INSERT INTO audit_seal (federation_id, block, prev_hash, entry_ids, entry_hashes, hash, sealed_at)
    VALUES (${b.federationId}::uuid, ${b.block}::bigint, decode(${b.prevHash}, 'hex'), ${[...b.entryIds]}::uuid[],
            ARRAY(SELECT decode(h, 'hex') FROM unnest(${[...b.entryHashes]}::text[]) WITH ORDINALITY AS t(h, n) ORDER BY n),
            decode(${b.hash}, 'hex'), ${b.sealedAt}::timestamptz)`.execute(rows(tx));
}

/** Entries that stand in no block and in no queue: put in by another way than `record`. */
export async function selectInserted(tx: Tx, limit: number): Promise<{ id: string }[]> {
  const found = await sql<{ id: string }>`
    SELECT e.id FROM audit_entry e
    WHERE e.federation_id = ${tx.federationId}::uuid
      AND NOT EXISTS (SELECT 1 FROM audit_unsealed q WHERE q.federation_id = e.federation_id AND q.entry_id = e.id)
      AND NOT EXISTS (SELECT 1 FROM (SELECT unnest(s.entry_ids) AS id FROM audit_seal s WHERE s.federation_id = ${tx.federationId}::uuid) AS named
                      WHERE named.id = e.id)
    ORDER BY e.id LIMIT ${limit}`.execute(rows(tx));
  return found.rows;
}

/** Queued entries whose row is gone. */
export async function selectQueuedMissing(tx: Tx, limit: number): Promise<{ id: string }[]> {
  const found = await sql<{ id: string }>`
    SELECT q.entry_id AS id FROM audit_unsealed q
    WHERE q.federation_id = ${tx.federationId}::uuid
      AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.federation_id = q.federation_id AND e.id = q.entry_id)
    ORDER BY q.entry_id LIMIT ${limit}`.execute(rows(tx));
  return found.rows;
}

/** How many entries wait for the sealer. */
export async function countUnsealed(tx: Tx): Promise<number> {
  const found = await sql<{ n: string }>`
    SELECT count(*)::text AS n FROM audit_unsealed q WHERE q.federation_id = ${tx.federationId}::uuid`.execute(rows(tx));
  return Number(found.rows[0]?.n ?? 0);
}

/** Federations with lines that wait for the sealer. */
export async function selectWaitingFederations(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`SELECT DISTINCT q.federation_id::text AS id FROM audit_unsealed q LIMIT 10000`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

/** Federations that have a chain, or lines that wait for one. */
export async function selectLoggedFederations(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT q.federation_id::text AS id FROM audit_unsealed q
    UNION SELECT s.federation_id::text FROM audit_seal s WHERE s.block = 1 LIMIT 10000`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}
