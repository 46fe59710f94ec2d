/** Elections of delegates, recalls, standing groups. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Post } from './delegates.sql.ts';

export type Outcome = 'elected' | 'short' | 'void' | 'dropped';
export type Figures = { readonly present: number; readonly issued: number; readonly returned: number; readonly invalid: number };
export type ElectionRow = { readonly [K in keyof Figures]: number | null } & {
  readonly id: string; readonly termId: string; readonly constituencyId: string; readonly constituency: string; readonly purpose: 'term' | 'byElection'; readonly round: number; readonly seats: number; readonly method: 'hall' | 'ballot'; readonly ballotId: string | null; readonly heldOn: string; readonly place: string; readonly entitled: number;
  readonly tellers: string; readonly ruleSetId: string; readonly outcome: Outcome | null; readonly findings: unknown; readonly closedAt: Date | null; readonly closedBy: string; readonly candidates: number; readonly elected: number;
};
export type CandidateRow = { readonly personId: string; readonly number: number; readonly name: string; readonly unit: string; readonly sex: string; readonly way: 'unit' | 'joint' | 'self' | 'writeIn'; readonly post: Post; readonly dispatched: boolean; readonly about: string; readonly votes: number | null; readonly elected: boolean };

const ELECTION = sql`e.id, e.term_id AS "termId", e.constituency_id AS "constituencyId", c.name AS constituency, e.purpose, e.round, e.seats, e.method, e.ballot_id AS "ballotId", e.held_on::text AS "heldOn", e.place, e.entitled, e.present, e.issued, e.returned, e.invalid, e.tellers, e.rule_set_id AS "ruleSetId", e.outcome, e.findings, e.closed_at AS "closedAt", coalesce(p.name, '') AS "closedBy",
  (SELECT count(*)::int FROM congress_candidate k WHERE k.federation_id = e.federation_id AND k.election_id = e.id) AS candidates, (SELECT count(*)::int FROM congress_candidate k WHERE k.federation_id = e.federation_id AND k.election_id = e.id AND k.elected) AS elected`;
const FROM = sql`congress_election e JOIN congress_constituency c ON c.federation_id = e.federation_id AND c.id = e.constituency_id LEFT JOIN person p ON p.federation_id = e.federation_id AND p.id = e.closed_by`;

/** An election by its id, locked with `lock`. Scope: by its term. */
export async function findElection(tx: Tx, id: string, lock = false): Promise<ElectionRow | null> {
  if (lock) await sql`SELECT 1 FROM congress_election e WHERE e.federation_id = ${tx.federationId} AND e.id = ${id} FOR UPDATE`.execute(rows(tx));
  const r = await sql<ElectionRow>`SELECT ${ELECTION} FROM ${FROM} WHERE e.federation_id = ${tx.federationId} AND e.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Elections of a term, newest first; at most 5,000. */
export async function listElections(tx: Tx, termId: string): Promise<ElectionRow[]> {
  const r = await sql<ElectionRow>`SELECT ${ELECTION} FROM ${FROM} WHERE e.federation_id = ${tx.federationId} AND e.term_id = ${termId} ORDER BY (e.outcome IS NOT NULL), e.called_at DESC, c.number, e.id LIMIT 5000`.execute(rows(tx));
  return r.rows;
}

/** How many elections of a purpose a constituency has had. */
export async function countRounds(tx: Tx, constituencyId: string, purpose: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM congress_election e WHERE e.federation_id = ${tx.federationId} AND e.constituency_id = ${constituencyId} AND e.purpose = ${purpose}`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}

export type NewElection = { readonly id: string; readonly constituencyId: string; readonly purpose: 'term' | 'byElection'; readonly round: number; readonly seats: number; readonly method: 'hall' | 'ballot'; readonly heldOn: string; readonly place: string; readonly entitled: number; readonly ruleSetId: string };

/** Keeps elections. @returns how many: a constituency has one open at a time */
export async function insertElections(tx: Tx, termId: string, list: readonly NewElection[]): Promise<number> {
  const r = await sql`INSERT INTO congress_election (federation_id, id, term_id, constituency_id, purpose, round, seats, method, held_on, place, entitled, rule_set_id, called_at)
    SELECT ${tx.federationId}, x.id, ${termId}, x."constituencyId", x.purpose, x.round, x.seats, x.method, x."heldOn", x.place, x.entitled, x."ruleSetId", ${tx.now}
    FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS x(id uuid, "constituencyId" uuid, purpose text, round smallint, seats integer, method text, "heldOn" date, place text, entitled integer, "ruleSetId" text) ON CONFLICT DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length;
}

/** The election a ballot of the engine belongs to. */
export async function findByBallot(tx: Tx, ballotId: string): Promise<ElectionRow | null> {
  const r = await sql<ElectionRow>`SELECT ${ELECTION} FROM ${FROM} WHERE e.federation_id = ${tx.federationId} AND e.ballot_id = ${ballotId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Holds an election at the devices: its ballot, how many are on the roll, its day. */
export async function setBallot(tx: Tx, id: string, b: { ballotId: string; entitled: number; heldOn: string }): Promise<void> {
  await sql`UPDATE congress_election SET method = 'ballot', ballot_id = ${b.ballotId}, entitled = ${b.entitled}, held_on = ${b.heldOn} WHERE federation_id = ${tx.federationId} AND id = ${id} AND ballot_id IS NULL`.execute(rows(tx));
}

/** Who votes in a constituency: the workers of its units whom the register knows; as the engine takes a roll. */
export const rollOfConstituency = (tx: Tx, constituencyId: string): RawBuilder<unknown> =>
  sql`SELECT m.person_id, ''::text AS class, m.union_id FROM membership m JOIN congress_constituency_unit x ON x.federation_id = m.federation_id AND x.union_id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND x.constituency_id = ${constituencyId} AND m.state = 'active'`;

/** Writes what the tellers counted. */
export async function setFigures(tx: Tx, id: string, f: Figures & { heldOn: string; place: string; tellers: string }, byId: string | null): Promise<void> {
  await sql`UPDATE congress_election SET present = ${f.present}, issued = ${f.issued}, returned = ${f.returned}, invalid = ${f.invalid}, held_on = ${f.heldOn}, place = ${f.place}, tellers = ${f.tellers}, entered_by = ${byId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Closes an election with its outcome and what it rests on. */
export async function closeElection(tx: Tx, id: string, o: { outcome: Outcome; findings: unknown; byId: string | null }): Promise<void> {
  await sql`UPDATE congress_election SET outcome = ${o.outcome}, findings = ${JSON.stringify(o.findings)}::jsonb, closed_at = ${tx.now}, closed_by = ${o.byId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** Candidates of an election: by votes once there are some, else as they stand on the paper. */
export async function listCandidates(tx: Tx, electionId: string): Promise<CandidateRow[]> {
  const r = await sql<CandidateRow>`SELECT k.person_id AS "personId", k.number, p.name, coalesce(u.name, '') AS unit, coalesce(p.sex, '') AS sex, k.way, k.post, k.dispatched, k.about, k.votes, k.elected
    FROM congress_candidate k JOIN person p ON p.federation_id = k.federation_id AND p.id = k.person_id LEFT JOIN membership m ON m.federation_id = k.federation_id AND m.person_id = k.person_id AND m.state <> 'ended' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE k.federation_id = ${tx.federationId} AND k.election_id = ${electionId} ORDER BY k.votes DESC NULLS LAST, k.number, k.person_id LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

export type NewCandidate = { readonly electionId: string; readonly personId: string; readonly number: number; readonly way: CandidateRow['way']; readonly post: Post; readonly dispatched: boolean; readonly about: string; readonly votes?: number | null; readonly elected?: boolean };

/** Puts candidates on papers; who stands there already is left. @returns how many were put */
export async function insertCandidates(tx: Tx, list: readonly NewCandidate[]): Promise<number> {
  const r = await sql`INSERT INTO congress_candidate (federation_id, election_id, person_id, number, way, post, dispatched, about, votes, elected)
    SELECT ${tx.federationId}, x."electionId", x."personId", x.number, x.way, x.post, x.dispatched, x.about, x.votes, coalesce(x.elected, false) FROM jsonb_to_recordset(${JSON.stringify(list)}::jsonb) AS x("electionId" uuid, "personId" uuid, number smallint, way text, post text, dispatched boolean, about text, votes integer, elected boolean)
    ON CONFLICT (federation_id, election_id, person_id) DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length;
}

/** Takes a candidate off the paper. @returns false when it does not stand there */
export async function deleteCandidate(tx: Tx, electionId: string, personId: string): Promise<boolean> {
  const r = await sql`DELETE FROM congress_candidate WHERE federation_id = ${tx.federationId} AND election_id = ${electionId} AND person_id = ${personId} RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Writes the votes of candidates. */
export async function setVotes(tx: Tx, electionId: string, votes: readonly { personId: string; votes: number }[]): Promise<void> {
  await sql`UPDATE congress_candidate k SET votes = x.votes FROM unnest(${votes.map((v) => v.personId)}::uuid[], ${votes.map((v) => v.votes)}::int[]) AS x(id, votes) WHERE k.federation_id = ${tx.federationId} AND k.election_id = ${electionId} AND k.person_id = x.id`.execute(rows(tx));
}

/** Notes who is elected. */
export async function setElected(tx: Tx, electionId: string, personIds: readonly string[]): Promise<void> {
  await sql`UPDATE congress_candidate SET elected = (person_id = ANY (${[...personIds]}::uuid[])) WHERE federation_id = ${tx.federationId} AND election_id = ${electionId}`.execute(rows(tx));
}
