import type { Tx } from '#shared/call';
import { bytesOf, rows, sql } from '#platform/db';

/** A paper as it lies in the box. `token`: the voter's one-time key, or the receipt number. */
export type PaperRow = { readonly hash: Buffer; readonly token: Buffer; readonly turn: number; readonly body: Buffer };

/** Writes a vote by name, or changes it. */
export async function putOpenPaper(tx: Tx, ballotId: string, personId: string, content: unknown): Promise<void> {
  await sql`INSERT INTO ballot_open_paper (federation_id, ballot_id, person_id, content) VALUES (${tx.federationId}, ${ballotId}, ${personId}, ${JSON.stringify(content)}::jsonb)
    ON CONFLICT (federation_id, ballot_id, person_id) DO UPDATE SET content = excluded.content`.execute(rows(tx));
}

/** Votes by name, in the order of the voters' ids. */
export async function listOpenPapers(tx: Tx, ballotId: string, after: string | null, limit: number): Promise<{ personId: string; class: string; content: unknown }[]> {
  const r = await sql<{ personId: string; class: string; content: unknown }>`SELECT p.person_id AS "personId", v.class, p.content FROM ballot_open_paper p
    JOIN ballot_voter v ON v.federation_id = p.federation_id AND v.ballot_id = p.ballot_id AND v.person_id = p.person_id
    WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND (${after}::uuid IS NULL OR p.person_id > ${after}::uuid) ORDER BY p.person_id LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}

/** Puts an envelope in. @param replaces there was one before: it must still be there. @returns whether it was put */
export async function putEnvelope(tx: Tx, ballotId: string, personId: string, sealed: Buffer, replaces: boolean): Promise<boolean> {
  const r = replaces
    ? await sql`UPDATE ballot_envelope SET sealed = ${sealed} WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId} AND person_id = ${personId}`.execute(rows(tx))
    : await sql`INSERT INTO ballot_envelope (federation_id, ballot_id, person_id, sealed) VALUES (${tx.federationId}, ${ballotId}, ${personId}, ${sealed})`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Takes the next envelopes out. */
export async function takeEnvelopes(tx: Tx, ballotId: string, limit: number): Promise<{ personId: string; sealed: Buffer }[]> {
  const r = await sql<{ personId: string; sealed: Buffer }>`DELETE FROM ballot_envelope e WHERE e.federation_id = ${tx.federationId} AND e.ballot_id = ${ballotId} AND e.person_id IN
      (SELECT w.person_id FROM ballot_envelope w WHERE w.federation_id = ${tx.federationId} AND w.ballot_id = ${ballotId} ORDER BY w.person_id LIMIT ${limit})
    RETURNING e.person_id AS "personId", e.sealed`.execute(rows(tx));
  return r.rows;
}

/** How many envelopes or papers wait to be mixed. */
export async function countWaiting(tx: Tx, ballotId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT ((SELECT count(*) FROM ballot_envelope e WHERE e.federation_id = ${tx.federationId} AND e.ballot_id = ${ballotId})
    + (SELECT count(*) FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND NOT p.mixed))::int AS n`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Writes mixed papers in the order in which they are given: that of their hashes. */
export async function insertMixed(tx: Tx, ballotId: string, papers: readonly PaperRow[]): Promise<void> {
  const [hashes, tokens, bodies] = [bytesOf(papers.map((p) => p.hash)), bytesOf(papers.map((p) => p.token)), bytesOf(papers.map((p) => p.body))];
  await sql`INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed)
    SELECT ${tx.federationId}::uuid, ${ballotId}::uuid, ${hashes.at(sql`x.hf`, sql`x.hn`)}, ${tokens.at(sql`x.tf`, sql`x.tn`)}, x.turn, ${bodies.at(sql`x.bf`, sql`x.bn`)}, true
    FROM unnest(${hashes.from}::int[], ${hashes.length}::int[], ${tokens.from}::int[], ${tokens.length}::int[], ${bodies.from}::int[], ${bodies.length}::int[], ${papers.map((p) => p.turn)}::int[]) AS x(hf, hn, tf, tn, bf, bn, turn)`.execute(rows(tx));
}

/** Puts a paper into the box, behind the one of the turn before. @returns false when the turn is taken or not due */
export async function insertWaiting(tx: Tx, ballotId: string, p: PaperRow): Promise<boolean> {
  const r = await sql`INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed)
    SELECT ${tx.federationId}::uuid, ${ballotId}::uuid, ${p.hash}, ${p.token}, ${p.turn}::int, ${p.body}, false
    WHERE ${p.turn === 1} OR EXISTS (SELECT 1 FROM ballot_paper b WHERE b.federation_id = ${tx.federationId} AND b.ballot_id = ${ballotId} AND b.token = ${p.token} AND b.turn = ${p.turn - 1})
    ON CONFLICT DO NOTHING`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Mixes papers that wait: one statement takes them out and writes them again in the order of their hashes. @returns how many */
export async function mixWaiting(tx: Tx, ballotId: string, limit: number): Promise<number> {
  const r = await sql`WITH gone AS (DELETE FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND p.hash IN
        (SELECT w.hash FROM ballot_paper w WHERE w.federation_id = ${tx.federationId} AND w.ballot_id = ${ballotId} AND NOT w.mixed ORDER BY w.hash LIMIT ${limit})
      RETURNING p.hash, p.token, p.turn, p.body)
    INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed)
    SELECT ${tx.federationId}::uuid, ${ballotId}::uuid, g.hash, g.token, g.turn, g.body, true FROM gone g ORDER BY g.hash`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Takes all papers out and writes them as the board: numbered in the order of their hashes, in one statement. @returns how many */
export async function writeBoard(tx: Tx, ballotId: string): Promise<number> {
  const r = await sql`WITH gone AS (DELETE FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} RETURNING p.hash, p.token, p.turn, p.body)
    INSERT INTO ballot_paper (federation_id, ballot_id, hash, token, turn, body, mixed, no)
    SELECT ${tx.federationId}::uuid, ${ballotId}::uuid, g.hash, g.token, g.turn, g.body, true, row_number() OVER (ORDER BY g.hash) FROM gone g ORDER BY g.hash`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** An entry of the board; `last`: no later paper of its token is there. */
export type EntryRow = PaperRow & { readonly no: number; readonly last: boolean };

/** Entries behind a number. */
export async function listBoard(tx: Tx, ballotId: string, after: number, limit: number): Promise<EntryRow[]> {
  const r = await sql<EntryRow>`SELECT p.no, p.hash, p.token, p.turn, p.body, NOT EXISTS (SELECT 1 FROM ballot_paper l WHERE l.federation_id = p.federation_id AND l.ballot_id = p.ballot_id AND l.token = p.token AND l.turn = p.turn + 1) AS last
    FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND p.no > ${after} ORDER BY p.no LIMIT ${limit}`.execute(rows(tx));
  return r.rows;
}

/** A paper by its hash; `no` is null while it is not on the board. */
export async function findPaper(tx: Tx, ballotId: string, hash: Buffer): Promise<{ no: number | null; turn: number; body: Buffer; token: Buffer } | null> {
  const r = await sql<{ no: number | null; turn: number; body: Buffer; token: Buffer }>`SELECT p.no, p.turn, p.body, p.token FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND p.hash = ${hash}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The hash of the last paper of a token or receipt number. */
export async function findByToken(tx: Tx, ballotId: string, token: Buffer): Promise<Buffer | null> {
  const r = await sql<{ hash: Buffer }>`SELECT p.hash FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND p.token = ${token} ORDER BY p.turn DESC LIMIT 1`.execute(rows(tx));
  return r.rows[0]?.hash ?? null;
}

/** Hashes of entries in the order of the board, from a number on. */
export async function listHashes(tx: Tx, ballotId: string, from: number, limit: number): Promise<Buffer[]> {
  const r = await sql<{ hash: Buffer }>`SELECT p.hash FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND p.no >= ${from} ORDER BY p.no LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((p) => p.hash);
}

/** How many tokens or envelopes have a paper in the box by now. */
export async function countPapers(tx: Tx, ballotId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT ((SELECT count(*) FROM ballot_paper p WHERE p.federation_id = ${tx.federationId} AND p.ballot_id = ${ballotId} AND p.turn = 1)
    + (SELECT count(*) FROM ballot_envelope e WHERE e.federation_id = ${tx.federationId} AND e.ballot_id = ${ballotId})
    + (SELECT count(*) FROM ballot_open_paper o WHERE o.federation_id = ${tx.federationId} AND o.ballot_id = ${ballotId}))::int AS n`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

/** Takes every paper and envelope of a ballot away that is called off. */
export async function deletePapers(tx: Tx, ballotId: string): Promise<void> {
  await sql`DELETE FROM ballot_envelope WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
  await sql`DELETE FROM ballot_paper WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
  await sql`DELETE FROM ballot_open_paper WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
}
