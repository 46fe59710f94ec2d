import type { Tx } from '#shared/call';
import type { DrawFile } from '#shared/draw-shape';
import { rows, sql } from '#platform/db';

/** A draw with where it stands. Secret and salt are sealed. */
export type DrawRow = {
  readonly id: string; readonly rules: string; readonly rulesHash: string; readonly secret: Buffer; readonly salt: Buffer; readonly need: number; readonly closesAt: Date; readonly announcedAt: Date; readonly againOf: string | null;
  readonly notice: string | null; readonly noticeHash: string | null; readonly frozenAt: Date | null; readonly dueAt: Date | null; readonly fileHash: string | null; readonly drawnAt: Date | null;
};
export type WitnessRow = { readonly drawId: string; readonly no: number; readonly personId: string; readonly name: string; readonly commitment: string | null; readonly committedAt: Date | null; readonly secret: string | null; readonly revealedAt: Date | null };
export type EntryRow = { readonly claimId: string; readonly token: string; readonly tickets: number };

const DRAW = sql`d.id, d.rules, d.rules_hash AS "rulesHash", d.secret, d.salt, d.need, d.closes_at AS "closesAt", d.announced_at AS "announcedAt", d.again_of AS "againOf",
  n.notice, n.notice_hash AS "noticeHash", n.frozen_at AS "frozenAt", n.due_at AS "dueAt", r.file_hash AS "fileHash", r.drawn_at AS "drawnAt"`;
const FROM = sql`FROM draw d LEFT JOIN draw_notice n ON n.federation_id = d.federation_id AND n.draw_id = d.id LEFT JOIN draw_result r ON r.federation_id = d.federation_id AND r.draw_id = d.id`;
const WITNESS = sql`w.draw_id AS "drawId", w.no, w.person_id AS "personId", w.name, w.commitment, w.committed_at AS "committedAt", w.secret, w.revealed_at AS "revealedAt"`;

export async function insertDraw(tx: Tx, d: Pick<DrawRow, 'id' | 'rules' | 'rulesHash' | 'secret' | 'salt' | 'need' | 'closesAt' | 'againOf'>): Promise<void> {
  await sql`INSERT INTO draw (federation_id, id, rules, rules_hash, secret, salt, need, closes_at, announced_at, again_of)
    VALUES (${tx.federationId}, ${d.id}, ${d.rules}, ${d.rulesHash}, ${d.secret}, ${d.salt}, ${d.need}, ${d.closesAt}, ${tx.now}, ${d.againOf})`.execute(rows(tx));
}

export async function insertWitnesses(tx: Tx, drawId: string, witnesses: readonly { readonly personId: string; readonly name: string }[]): Promise<void> {
  await sql`INSERT INTO draw_witness (federation_id, draw_id, no, person_id, name)
    SELECT ${tx.federationId}::uuid, ${drawId}::uuid, x.no::smallint, x.person_id, x.name FROM unnest(${witnesses.map((w) => w.personId)}::uuid[], ${witnesses.map((w) => w.name)}::text[]) WITH ORDINALITY AS x (person_id, name, no)`.execute(rows(tx));
}

/** One draw. @param lock holds it against everybody else who would freeze, reveal or draw */
export async function findDraw(tx: Tx, id: string, lock = false): Promise<DrawRow | null> {
  if (lock) await sql`SELECT 1 FROM draw d WHERE d.federation_id = ${tx.federationId} AND d.id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<DrawRow>`SELECT ${DRAW} ${FROM} WHERE d.federation_id = ${tx.federationId} AND d.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** These draws, in no order. */
export async function findDraws(tx: Tx, ids: readonly string[]): Promise<DrawRow[]> {
  const r = await sql<DrawRow>`SELECT ${DRAW} ${FROM} WHERE d.federation_id = ${tx.federationId} AND d.id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return r.rows;
}

/** Witnesses of these draws, by number. */
export async function listWitnesses(tx: Tx, drawIds: readonly string[]): Promise<WitnessRow[]> {
  const r = await sql<WitnessRow>`SELECT ${WITNESS} FROM draw_witness w WHERE w.federation_id = ${tx.federationId} AND w.draw_id = ANY (${[...drawIds]}::uuid[]) ORDER BY w.draw_id, w.no`.execute(rows(tx));
  return r.rows;
}

/** Draws for which a person is a witness, latest first, at most 50. */
export async function listWitnessed(tx: Tx, personId: string): Promise<WitnessRow[]> {
  const r = await sql<WitnessRow>`SELECT ${WITNESS} FROM draw_witness w JOIN draw d ON d.federation_id = w.federation_id AND d.id = w.draw_id
    WHERE w.federation_id = ${tx.federationId} AND w.person_id = ${personId} ORDER BY d.closes_at DESC, d.id LIMIT 50`.execute(rows(tx));
  return r.rows;
}

/** Keeps a commitment that was not there. @returns whether it was kept */
export async function setCommitment(tx: Tx, drawId: string, no: number, commitment: string): Promise<boolean> {
  const r = await sql`UPDATE draw_witness SET commitment = ${commitment}, committed_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND draw_id = ${drawId} AND no = ${no} AND commitment IS NULL RETURNING no`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Keeps a secret that was not there. @returns whether it was kept */
export async function setSecret(tx: Tx, drawId: string, no: number, secret: string): Promise<boolean> {
  const r = await sql`UPDATE draw_witness SET secret = ${secret}, revealed_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND draw_id = ${drawId} AND no = ${no} AND secret IS NULL RETURNING no`.execute(rows(tx));
  return r.rows.length > 0;
}

export async function insertNotice(tx: Tx, drawId: string, n: { readonly notice: string; readonly hash: string; readonly dueAt: Date }): Promise<void> {
  await sql`INSERT INTO draw_notice (federation_id, draw_id, notice, notice_hash, frozen_at, due_at) VALUES (${tx.federationId}, ${drawId}, ${n.notice}, ${n.hash}, ${tx.now}, ${n.dueAt})`.execute(rows(tx));
}

export async function insertEntries(tx: Tx, drawId: string, entries: readonly EntryRow[]): Promise<void> {
  await sql`INSERT INTO draw_entry (federation_id, draw_id, claim_id, token, tickets)
    SELECT ${tx.federationId}::uuid, ${drawId}::uuid, x.* FROM unnest(${entries.map((e) => e.claimId)}::uuid[], ${entries.map((e) => e.token)}::text[], ${entries.map((e) => e.tickets)}::smallint[]) AS x`.execute(rows(tx));
}

/** All entries of a frozen draw; what the root stands over. */
export async function listEntries(tx: Tx, drawId: string): Promise<EntryRow[]> {
  const r = await sql<EntryRow>`SELECT e.claim_id AS "claimId", e.token, e.tickets FROM draw_entry e WHERE e.federation_id = ${tx.federationId} AND e.draw_id = ${drawId} ORDER BY e.token`.execute(rows(tx));
  return r.rows;
}

/** The entry of a claim, null before the list was frozen. */
export async function findEntry(tx: Tx, drawId: string, claimId: string): Promise<EntryRow | null> {
  const r = await sql<EntryRow>`SELECT e.claim_id AS "claimId", e.token, e.tickets FROM draw_entry e WHERE e.federation_id = ${tx.federationId} AND e.draw_id = ${drawId} AND e.claim_id = ${claimId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

export async function insertResult(tx: Tx, drawId: string, file: string, d: Pick<DrawFile, 'file' | 'winners'>): Promise<void> {
  await sql`INSERT INTO draw_result (federation_id, draw_id, file, file_hash, winners, drawn_at) VALUES (${tx.federationId}, ${drawId}, ${file}, ${d.file}, ${JSON.stringify(d.winners)}::jsonb, ${tx.now})`.execute(rows(tx));
}

/** The winners as the result names them, empty before the draw. */
export async function findWinners(tx: Tx, drawId: string): Promise<DrawFile['winners']> {
  const r = await sql<{ winners: DrawFile['winners'] }>`SELECT r.winners FROM draw_result r WHERE r.federation_id = ${tx.federationId} AND r.draw_id = ${drawId}`.execute(rows(tx));
  return r.rows[0]?.winners ?? [];
}

/** The result file as it was kept, null before the draw. */
export async function findFile(tx: Tx, drawId: string): Promise<string | null> {
  const r = await sql<{ file: string }>`SELECT r.file FROM draw_result r WHERE r.federation_id = ${tx.federationId} AND r.draw_id = ${drawId}`.execute(rows(tx));
  return r.rows[0]?.file ?? null;
}

/** Draws for which the clock asks something: to be frozen, or to be drawn; those called off are left out. At most 100. */
export async function listDue(tx: Tx): Promise<{ id: string; frozen: boolean }[]> {
  const r = await sql<{ id: string; frozen: boolean }>`SELECT d.id, n.draw_id IS NOT NULL AS frozen ${FROM} JOIN offer o ON o.federation_id = d.federation_id AND o.id = d.id
    WHERE d.federation_id = ${tx.federationId} AND r.draw_id IS NULL AND o.state = 'open' AND d.closes_at <= ${tx.now}
      AND (n.draw_id IS NULL OR n.due_at <= ${tx.now}) ORDER BY d.closes_at, d.id LIMIT 100`.execute(rows(tx));
  return r.rows;
}
