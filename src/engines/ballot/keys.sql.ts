import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';

export type Purpose = 'token' | 'content' | 'seal';
export type KeyRow = { readonly purpose: Purpose; readonly class: string; readonly public: Buffer; readonly secret: Buffer | null };

/** The keys of a ballot, but for the one of the envelopes that wait. */
export async function listKeys(tx: Tx, ballotId: string): Promise<KeyRow[]> {
  const r = await sql<KeyRow>`SELECT k.purpose, k.class, k.public, k.secret FROM ballot_key k WHERE k.federation_id = ${tx.federationId} AND k.ballot_id = ${ballotId} LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** Whether this transaction may mix: one at a time, whoever comes second leaves it to the first. */
export async function holdMixing(tx: Tx, ballotId: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM ballot_key k WHERE k.federation_id = ${tx.federationId} AND k.ballot_id = ${ballotId} AND k.purpose = 'content' AND k.class = '' FOR UPDATE SKIP LOCKED`.execute(rows(tx));
  return r.rows.length === 1;
}

/** Writes keys; those that are there stay. */
export async function insertKeys(tx: Tx, ballotId: string, keys: readonly KeyRow[]): Promise<void> {
  for (const k of keys) {
    await sql`INSERT INTO ballot_key (federation_id, ballot_id, purpose, class, public, secret) VALUES (${tx.federationId}, ${ballotId}, ${k.purpose}, ${k.class}, ${k.public}, ${k.secret})
      ON CONFLICT (federation_id, ballot_id, purpose, class) DO NOTHING`.execute(rows(tx));
  }
}

/**
 * The sealed key of the envelopes that wait, locked: shared by whoever puts one in, alone by whoever mixes. Null when there is none (any more).
 * @param lock with `mix` it is kept from everybody until it is deleted with the envelopes
 */
export async function findEnvelopeKey(tx: Tx, ballotId: string, lock: 'put' | 'mix'): Promise<Buffer | null> {
  const r = await sql<{ secret: Buffer }>`SELECT k.secret FROM ballot_envelope_key k WHERE k.federation_id = ${tx.federationId} AND k.ballot_id = ${ballotId} ${lock === 'put' ? sql`FOR SHARE` : sql`FOR UPDATE`}`.execute(rows(tx));
  return r.rows[0]?.secret ?? null;
}

/** Writes a key for envelopes where there is none. */
export async function insertEnvelopeKey(tx: Tx, ballotId: string, secret: Buffer): Promise<void> {
  await sql`INSERT INTO ballot_envelope_key (federation_id, ballot_id, secret) VALUES (${tx.federationId}, ${ballotId}, ${secret}) ON CONFLICT (federation_id, ballot_id) DO NOTHING`.execute(rows(tx));
}

/** Takes the key of the envelopes away: what was closed under it opens nowhere any more. */
export async function deleteEnvelopeKey(tx: Tx, ballotId: string): Promise<void> {
  await sql`DELETE FROM ballot_envelope_key WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
}

/** Takes all secrets of a ballot away, at its end. */
export async function deleteSecrets(tx: Tx, ballotId: string): Promise<void> {
  await deleteEnvelopeKey(tx, ballotId);
  await sql`UPDATE ballot_key SET secret = NULL WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
}
