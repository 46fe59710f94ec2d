import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type HoldState = 'open' | 'confirmed' | 'cancelled' | 'expired';

export type HoldRow = {
  id: string;
  bookId: string;
  from: number;
  to: number;
  amount: bigint;
  key: string;
  bodyHash: string;
  summary: string;
  documentKind: string;
  documentId: string;
  state: HoldState;
  expiresAt: Date;
  journalId: string | null;
  madeBy: string | null;
};

const columns = sql`h.id, h.book_id AS "bookId", h.from_no AS "from", h.to_no AS "to", h.amount, h.key, encode(h.body_hash, 'hex') AS "bodyHash", h.summary,
  h.document_kind AS "documentKind", h.document_id AS "documentId", h.state, h.expires_at AS "expiresAt", h.journal_id AS "journalId", h.made_by AS "madeBy"`;

/** Adds reservations whose key is new, in the order given; answers the ids that were added. */
export async function insertHolds(tx: Tx, holds: readonly Omit<HoldRow, 'state' | 'journalId'>[]): Promise<Set<string>> {
  const data = JSON.stringify(holds.map((h) => ({ ...h, amount: String(h.amount) })));
  const found = await sql<{ id: string }>`
    INSERT INTO ledger_hold (federation_id, id, book_id, from_no, to_no, amount, key, body_hash, summary, document_kind, document_id, state, expires_at, made_by, made_at)
      SELECT ${tx.federationId}::uuid, r.id, r."bookId", r."from", r."to", r.amount, r.key, decode(r."bodyHash", 'hex'), r.summary, r."documentKind", r."documentId", 'open',
             r."expiresAt", r."madeBy", ${tx.now}::timestamptz
      FROM jsonb_to_recordset(${data}::jsonb) AS r(id uuid, "bookId" uuid, "from" int, "to" int, amount bigint, key text, "bodyHash" text, summary text,
        "documentKind" text, "documentId" text, "expiresAt" timestamptz, "madeBy" uuid)
      ON CONFLICT (federation_id, key) DO NOTHING
      RETURNING id`.execute(rows(tx));
  return new Set(found.rows.map((r) => r.id));
}

/** Reservations under these keys. */
export async function selectHoldsByKey(tx: Tx, keys: readonly string[]): Promise<HoldRow[]> {
  const found = await sql<HoldRow>`
    SELECT ${columns} FROM ledger_hold h WHERE h.federation_id = ${tx.federationId}::uuid AND h.key = ANY (${[...keys]}::text[])`.execute(rows(tx));
  return found.rows;
}

/** Reservations by id, locked in order. */
export async function lockHolds(tx: Tx, ids: readonly string[]): Promise<HoldRow[]> {
  const found = await sql<HoldRow>`
    SELECT ${columns} FROM ledger_hold h WHERE h.federation_id = ${tx.federationId}::uuid AND h.id = ANY (${[...ids]}::uuid[])
    ORDER BY h.id FOR UPDATE`.execute(rows(tx));
  return found.rows;
}

/** Open reservations whose time is over and that nobody else is working on, locked; oldest first. */
export async function lockExpired(tx: Tx, limit: number): Promise<HoldRow[]> {
  const found = await sql<HoldRow>`
    SELECT ${columns} FROM ledger_hold h WHERE h.federation_id = ${tx.federationId}::uuid AND h.state = 'open' AND h.expires_at <= ${tx.now}::timestamptz
    ORDER BY h.expires_at, h.id LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(rows(tx));
  return found.rows;
}

/** Ends open reservations; `journalIds` goes with `ids`. What they held is freed in the same transaction. */
export async function endHolds(tx: Tx, state: Exclude<HoldState, 'open'>, ids: readonly string[], journalIds: readonly (string | null)[]): Promise<void> {
  await sql`
    UPDATE ledger_hold h SET state = ${state}, ended_at = ${tx.now}::timestamptz, journal_id = e.journal_id
    FROM unnest(${[...ids]}::uuid[], ${[...journalIds]}::uuid[]) AS e(id, journal_id)
    WHERE h.federation_id = ${tx.federationId}::uuid AND h.id = e.id AND h.state = 'open'`.execute(rows(tx));
}

/** Federations with reservations whose time is over; outside any tenant. */
export async function selectFederationsWithExpired(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT DISTINCT h.federation_id::text AS id FROM ledger_hold h WHERE h.state = 'open' AND h.expires_at <= ${tx.now}::timestamptz LIMIT 10000`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}
