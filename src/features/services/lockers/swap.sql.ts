import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

/** A thing of the swap box. Nothing here leads to whoever put it in or takes it out. */
export type Swap = { readonly id: string; readonly cabinetId: string; readonly compartmentId: string; readonly title: string; readonly note: string; readonly state: 'putting' | 'in' | 'taking' | 'taken' | 'removed'; readonly keyHash: Buffer; readonly putOn: string };

const SWAP = sql`s.id, s.cabinet_id AS "cabinetId", s.compartment_id AS "compartmentId", s.title, s.note, s.state, s.key_hash AS "keyHash", s.put_on AS "putOn"`;

/** Notes that something is to be put in, if the request is new. @returns whether it was */
export async function insertSwap(tx: Tx, s: Pick<Swap, 'id' | 'cabinetId' | 'compartmentId' | 'title' | 'note' | 'keyHash' | 'putOn'>): Promise<boolean> {
  const r = await sql`INSERT INTO locker_swap (federation_id, id, cabinet_id, compartment_id, title, note, state, key_hash, waiting_since, put_on)
    VALUES (${tx.federationId}, ${s.id}, ${s.cabinetId}, ${s.compartmentId}, ${s.title}, ${s.note}, 'putting', ${s.keyHash}, ${tx.now}, ${s.putOn}) ON CONFLICT (federation_id, key_hash) DO NOTHING`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** One thing. @param lock held to the end of the transaction */
export async function findSwap(tx: Tx, id: string, lock = false): Promise<Swap | null> {
  const r = await sql<Swap>`SELECT ${SWAP} FROM locker_swap s WHERE s.federation_id = ${tx.federationId} AND s.id = ${id} ${lock ? sql`FOR UPDATE` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The thing of this request. */
export async function findSwapOfKey(tx: Tx, keyHash: Buffer): Promise<Swap | null> {
  const r = await sql<Swap>`SELECT ${SWAP} FROM locker_swap s WHERE s.federation_id = ${tx.federationId} AND s.key_hash = ${keyHash}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Keeps a thing for whoever is before the door, if nobody else does. @returns whether */
export async function reserveSwap(tx: Tx, id: string, keyHash: Buffer): Promise<boolean> {
  const r = await sql`UPDATE locker_swap SET state = 'taking', key_hash = ${keyHash}, waiting_since = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = 'in'
    AND NOT EXISTS (SELECT 1 FROM locker_swap x WHERE x.federation_id = ${tx.federationId} AND x.key_hash = ${keyHash})`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** What became of a thing after the door answered; the moment goes. @returns whether it was still waiting */
export async function settleSwap(tx: Tx, id: string, o: { readonly from: 'putting' | 'taking'; readonly to: 'in' | 'taken'; readonly on: string }): Promise<boolean> {
  const r = await sql`UPDATE locker_swap SET state = ${o.to}, waiting_since = NULL, ended_on = ${o.to === 'taken' ? o.on : null}::date WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = ${o.from}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Takes a thing away that was never put in: the door did not open. */
export async function dropSwap(tx: Tx, id: string): Promise<void> {
  await sql`DELETE FROM locker_swap WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = 'putting'`.execute(rows(tx));
}

/** A keeper takes a thing out, with a reason. @returns whether it was there */
export async function removeSwap(tx: Tx, id: string, why: string, on: string): Promise<boolean> {
  const r = await sql`UPDATE locker_swap SET state = 'removed', why = ${why}, ended_on = ${on} WHERE federation_id = ${tx.federationId} AND id = ${id} AND state = 'in'`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** What is in the swap box of a cabinet, latest day first; at most 100. */
export async function listSwaps(tx: Tx, cabinetId: string): Promise<Swap[]> {
  const r = await sql<Swap>`SELECT ${SWAP} FROM locker_swap s WHERE s.federation_id = ${tx.federationId} AND s.cabinet_id = ${cabinetId} AND s.state = 'in' ORDER BY s.put_on DESC, s.id LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** How much went in and out of a cabinet's swap box, ever. */
export async function countSwaps(tx: Tx, cabinetId: string): Promise<{ put: number; taken: number }> {
  const r = await sql<{ put: number; taken: number }>`SELECT count(*) FILTER (WHERE s.state <> 'putting')::int AS put, count(*) FILTER (WHERE s.state = 'taken')::int AS taken FROM locker_swap s
    WHERE s.federation_id = ${tx.federationId} AND s.cabinet_id = ${cabinetId}`.execute(rows(tx));
  return r.rows[0] ?? { put: 0, taken: 0 };
}

/** Undoes what has waited for a door since before a moment. @returns what was never put in, and how much is in again */
export async function sweepSwaps(tx: Tx, before: Date): Promise<{ dropped: string[]; back: number }> {
  const a = await sql<{ id: string }>`DELETE FROM locker_swap WHERE federation_id = ${tx.federationId} AND state = 'putting' AND waiting_since < ${before} RETURNING id`.execute(rows(tx));
  const b = await sql`UPDATE locker_swap SET state = 'in', waiting_since = NULL WHERE federation_id = ${tx.federationId} AND state = 'taking' AND waiting_since < ${before}`.execute(rows(tx));
  return { dropped: a.rows.map((s) => s.id), back: Number(b.numAffectedRows ?? 0n) };
}
