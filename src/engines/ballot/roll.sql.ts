import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Turnout, UnitTurnout } from './ballot.rules.ts';

/** Rows `person_id, class, union_id` of who may vote: a SELECT that a part's `*.sql.ts` makes. */
export type RollSelect = RawBuilder<unknown>;
/** One entry of a roll that is given row by row. */
export type RollEntry = { readonly personId: string; readonly class?: string; readonly unionId: string };

/** Sets the roll anew from a SELECT, in one statement. @returns how many are on it */
export async function replaceRoll(tx: Tx, ballotId: string, select: RollSelect): Promise<number> {
  await sql`DELETE FROM ballot_voter WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId}`.execute(rows(tx));
  const r = await sql`INSERT INTO ballot_voter (federation_id, ballot_id, person_id, class, union_id, present, given)
    SELECT ${tx.federationId}::uuid, ${ballotId}::uuid, x.person_id, coalesce(x.class, ''), x.union_id, false, false FROM (${select}) AS x(person_id, class, union_id)
    ORDER BY x.person_id ON CONFLICT (federation_id, ballot_id, person_id) DO NOTHING`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** A roll of these people as a SELECT. */
export const rollOf = (entries: readonly RollEntry[]): RollSelect =>
  sql`SELECT x.person, x.class, x.union_id FROM unnest(${entries.map((e) => e.personId)}::uuid[], ${entries.map((e) => e.class ?? '')}::text[], ${entries.map((e) => e.unionId)}::uuid[]) AS x(person, class, union_id)`;

/** The classes of voters of a ballot and how many belong to each. */
export async function listClasses(tx: Tx, ballotId: string): Promise<{ class: string; entitled: number; given: number }[]> {
  const r = await sql<{ class: string; entitled: number; given: number }>`SELECT v.class, count(*)::int AS entitled, count(*) FILTER (WHERE v.given)::int AS given FROM ballot_voter v
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId} GROUP BY v.class ORDER BY v.class COLLATE "C" LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** A fingerprint of the roll: SHA-256 over its lines `person class`, in the order of their ids. */
export async function hashRoll(tx: Tx, ballotId: string): Promise<string> {
  const r = await sql<{ hash: string | null }>`SELECT encode(sha256(convert_to(string_agg(v.person_id::text || ' ' || v.class, E'\n' ORDER BY v.person_id), 'UTF8')), 'hex') AS hash FROM ballot_voter v
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId}`.execute(rows(tx));
  return r.rows[0]?.hash ?? '';
}

/** Marks who is there. @returns how many entries of the roll that concerned */
export async function markPresent(tx: Tx, ballotId: string, personIds: readonly string[], present: boolean): Promise<number> {
  const r = await sql`UPDATE ballot_voter SET present = ${present} WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId} AND person_id = ANY (${[...personIds]}::uuid[]) AND present <> ${present}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** One entry of the roll, locked: who gives a vote holds it to the end. */
export async function findVoter(tx: Tx, ballotId: string, personId: string, lock = false): Promise<{ class: string; unionId: string; present: boolean; given: boolean; asked: Buffer | null } | null> {
  const r = await sql<{ class: string; unionId: string; present: boolean; given: boolean; asked: Buffer | null }>`SELECT v.class, v.union_id AS "unionId", v.present, v.given, v.asked FROM ballot_voter v
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId} AND v.person_id = ${personId} ${lock ? sql`FOR UPDATE` : sql``}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Notes that a token, an envelope or an open vote was given; `asked` for a token: the hash of what was signed. */
export async function markGiven(tx: Tx, ballotId: string, personId: string, asked: Buffer | null): Promise<void> {
  await sql`UPDATE ballot_voter SET given = true, asked = ${asked} WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId} AND person_id = ${personId}`.execute(rows(tx));
}

/** Gives people their vote back, where what they gave was lost (a restored backup holds no keys of envelopes). */
export async function unmarkGiven(tx: Tx, ballotId: string, personIds: readonly string[]): Promise<void> {
  await sql`UPDATE ballot_voter SET given = false WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId} AND person_id = ANY (${[...personIds]}::uuid[])`.execute(rows(tx));
}

/** How many may vote, are there, and have taken part. */
export async function countTurnout(tx: Tx, ballotId: string): Promise<Turnout> {
  const r = await sql<Turnout>`SELECT count(*)::int AS entitled, count(*) FILTER (WHERE v.present)::int AS present, count(*) FILTER (WHERE v.given)::int AS given FROM ballot_voter v
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId}`.execute(rows(tx));
  return r.rows[0] ?? { entitled: 0, present: 0, given: 0 };
}

/** The same by unit. */
export async function listTurnout(tx: Tx, ballotId: string): Promise<UnitTurnout[]> {
  const r = await sql<UnitTurnout>`SELECT v.union_id AS "unionId", count(*)::int AS entitled, count(*) FILTER (WHERE v.present)::int AS present, count(*) FILTER (WHERE v.given)::int AS given FROM ballot_voter v
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId} GROUP BY v.union_id LIMIT 20000`.execute(rows(tx));
  return r.rows;
}

/** Who of the roll has not taken part, for reminders; in the order of their ids. */
export async function listMissing(tx: Tx, ballotId: string, o: { readonly after: string | null; readonly limit: number }): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${ballotId} AND NOT v.given
    AND (${o.after}::uuid IS NULL OR v.person_id > ${o.after}::uuid) ORDER BY v.person_id LIMIT ${Math.min(o.limit, 5_000)}`.execute(rows(tx));
  return r.rows.map((v) => v.id);
}

/** Running and past ballots in which a person may vote, newest first. */
export async function listOwn(tx: Tx, personId: string, o: { readonly states: readonly string[]; readonly kinds?: readonly string[]; readonly limit: number }): Promise<{ id: string; class: string; given: boolean }[]> {
  const r = await sql<{ id: string; class: string; given: boolean }>`SELECT b.id, v.class, v.given FROM ballot_voter v JOIN ballot b ON b.federation_id = v.federation_id AND b.id = v.ballot_id
    WHERE v.federation_id = ${tx.federationId} AND v.person_id = ${personId} AND b.state = ANY (${[...o.states]}::text[]) AND (${o.kinds === undefined} OR b.kind = ANY (${[...(o.kinds ?? [])]}::text[]))
    ORDER BY b.made_at DESC, b.id LIMIT ${Math.min(o.limit, 100)}`.execute(rows(tx));
  return r.rows;
}

/** Writes the roll anew in the order of ids, so that neither place nor transaction of a row tells when somebody voted. */
export async function rewriteRoll(tx: Tx, ballotId: string): Promise<void> {
  await sql`WITH gone AS (DELETE FROM ballot_voter WHERE federation_id = ${tx.federationId} AND ballot_id = ${ballotId} RETURNING person_id, class, union_id, present, given)
    INSERT INTO ballot_voter (federation_id, ballot_id, person_id, class, union_id, present, given)
    SELECT ${tx.federationId}::uuid, ${ballotId}::uuid, g.person_id, g.class, g.union_id, g.present, g.given FROM gone g ORDER BY g.person_id`.execute(rows(tx));
}
