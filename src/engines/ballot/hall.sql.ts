import type { Tx } from '#shared/call';
import { bytesOf, rows, sql } from '#platform/db';

/** A card by the hash of its code, held: who uses it holds it to the end. `asked`: what was signed for it; null while it is unused. */
export type Card = { readonly class: string; readonly asked: Buffer | null };

/** Writes cards by the hashes of their codes, in the order of those. */
export async function insertCards(tx: Tx, ballotId: string, name: string, hashes: readonly Buffer[]): Promise<void> {
  const all = bytesOf(hashes.toSorted(Buffer.compare));
  await sql`INSERT INTO ballot_card (federation_id, ballot_id, hash, class)
    SELECT ${tx.federationId}::uuid, ${ballotId}::uuid, ${all.at(sql`x.hf`, sql`x.hn`)}, ${name} FROM unnest(${all.from}::int[], ${all.length}::int[]) AS x(hf, hn)`.execute(rows(tx));
}

/** Finds a card and holds it. */
export async function findCard(tx: Tx, ballotId: string, hash: Buffer): Promise<Card | null> {
  const r = await sql<Card>`SELECT c.class, c.asked FROM ballot_card c WHERE c.federation_id = ${tx.federationId} AND c.ballot_id = ${ballotId} AND c.hash = ${hash} FOR UPDATE`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Notes what was signed for a card. */
export async function useCard(tx: Tx, ballotId: string, hash: Buffer, asked: Buffer): Promise<void> {
  await sql`UPDATE ballot_card SET asked = ${asked} WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId} AND hash = ${hash}`.execute(rows(tx));
}

/** Takes an unused card out of the stack. @returns whether it was there, unused */
export async function dropCard(tx: Tx, ballotId: string, hash: Buffer): Promise<boolean> {
  const r = await sql`DELETE FROM ballot_card WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId} AND hash = ${hash} AND asked IS NULL`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Of a class: people on the roll, cards printed, handed out, used. A voter whose vote was given without a blinded message was handed a card. */
export type HallClass = { readonly class: string; readonly entitled: number; readonly printed: number; readonly handed: number; readonly used: number };

/** The hall of a blind ballot, class by class. */
export async function listHall(tx: Tx, ballotId: string): Promise<HallClass[]> {
  const r = await sql<HallClass>`SELECT v.class, count(*)::int AS entitled, count(*) FILTER (WHERE v.given AND v.asked IS NULL)::int AS handed,
      (SELECT count(*)::int FROM ballot_card c WHERE c.federation_id = ${tx.federationId} AND c.ballot_id = ${ballotId} AND c.class = v.class) AS printed,
      (SELECT count(*)::int FROM ballot_card c WHERE c.federation_id = ${tx.federationId} AND c.ballot_id = ${ballotId} AND c.class = v.class AND c.asked IS NOT NULL) AS used
    FROM ballot_voter v WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId} GROUP BY v.class ORDER BY v.class COLLATE "C" LIMIT 100`.execute(rows(tx));
  return r.rows;
}

/** How many times the terminals were unlocked; with `lock` held to the end, and made where there was none. */
export async function findUnlocked(tx: Tx, ballotId: string, lock = false): Promise<number> {
  if (lock) await sql`INSERT INTO ballot_terminal (federation_id, ballot_id, unlocked) VALUES (${tx.federationId}, ${ballotId}, 0) ON CONFLICT (federation_id, ballot_id) DO NOTHING`.execute(rows(tx));
  const r = await sql<{ unlocked: number }>`SELECT t.unlocked FROM ballot_terminal t WHERE t.federation_id = ${tx.federationId} AND t.ballot_id = ${ballotId} ${lock ? sql`FOR UPDATE` : sql``}`.execute(rows(tx));
  return r.rows[0]?.unlocked ?? 0;
}

/** Says how many times they are unlocked. The row is held. */
export async function setUnlocked(tx: Tx, ballotId: string, unlocked: number): Promise<void> {
  await sql`UPDATE ballot_terminal SET unlocked = ${unlocked} WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
}

/** Takes the cards of a ballot away, at its end. */
export async function deleteCards(tx: Tx, ballotId: string): Promise<void> {
  await sql`DELETE FROM ballot_card WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
  await sql`DELETE FROM ballot_terminal WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
}
