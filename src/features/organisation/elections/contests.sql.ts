/** Votes of an election and who was elected in them. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Method, OUTCOMES, Post } from './elections.rules.ts';
import type { ElectionPaper, Hall, HallVote, Rule, Tally } from './tally.service.ts';

type Outcome = (typeof OUTCOMES)[number];
export type Contest = {
  readonly id: string; readonly electionId: string; readonly post: Post; readonly electors: 'assembly' | 'committee'; readonly round: number; readonly method: Method; readonly heldOn: string; readonly place: string; readonly paper: ElectionPaper;
  readonly people: Readonly<Record<string, string | null>>; readonly rule: Rule; readonly ruleSetId: string; readonly ballotId: string | null; readonly entitled: number; readonly present: number | null; readonly issued: number | null; readonly returned: number | null;
  readonly invalid: number | null; readonly votes: readonly HallVote[] | null; readonly tellers: string; readonly outcome: Outcome | null; readonly result: Tally | null; readonly declaredAt: Date | null;
};
const COLUMNS = sql`c.id, c.election_id AS "electionId", c.post, c.electors, c.round, c.method, c.held_on::text AS "heldOn", c.place, c.paper, c.people, c.rule, c.rule_set_id AS "ruleSetId", c.ballot_id AS "ballotId", c.entitled, c.present, c.issued, c.returned, c.invalid,
  c.votes, c.tellers, c.outcome, c.result, c.declared_at AS "declaredAt"`;

async function found(tx: Tx, where: RawBuilder<unknown>, lock = false): Promise<Contest[]> {
  const r = await sql<Contest>`SELECT ${COLUMNS} FROM election_contest c WHERE c.federation_id = ${tx.federationId} AND ${where}
    ORDER BY array_position(ARRAY['committee','audit','chair','viceChair'], c.post), c.round LIMIT 200 ${lock ? sql`FOR UPDATE` : sql``}`.execute(rows(tx));
  return r.rows;
}

/** Votes of an election, by post and round. */
export const listContests = (tx: Tx, electionId: string): Promise<Contest[]> => found(tx, sql`c.election_id = ${electionId}`);
/** One vote. */
export const findContest = async (tx: Tx, id: string, lock = false): Promise<Contest | null> => (await found(tx, sql`c.id = ${id}`, lock))[0] ?? null;
/** The vote that a ballot of the engine belongs to. */
export const findByBallot = async (tx: Tx, ballotId: string): Promise<Contest | null> => (await found(tx, sql`c.ballot_id = ${ballotId}`))[0] ?? null;

/** Adds a vote. */
export async function insertContest(tx: Tx, c: Pick<Contest, 'id' | 'electionId' | 'post' | 'electors' | 'round' | 'method' | 'heldOn' | 'place' | 'paper' | 'people' | 'rule' | 'ruleSetId' | 'ballotId' | 'entitled' | 'tellers'>): Promise<void> {
  await sql`INSERT INTO election_contest (federation_id, id, election_id, post, electors, round, method, held_on, place, paper, people, rule, rule_set_id, ballot_id, entitled, tellers)
    VALUES (${tx.federationId}, ${c.id}, ${c.electionId}, ${c.post}, ${c.electors}, ${c.round}, ${c.method}, ${c.heldOn}, ${c.place}, ${JSON.stringify(c.paper)}::jsonb, ${JSON.stringify(c.people)}::jsonb, ${JSON.stringify(c.rule)}::jsonb, ${c.ruleSetId}, ${c.ballotId},
      ${c.entitled}, ${c.tellers})`.execute(rows(tx));
}

/** Keeps what the tellers counted in the hall. */
export async function setFigures(tx: Tx, id: string, h: Hall & { readonly tellers: string }, byId: string): Promise<void> {
  await sql`UPDATE election_contest SET present = ${h.present}, issued = ${h.issued}, returned = ${h.returned}, invalid = ${h.invalid}, votes = ${JSON.stringify(h.votes)}::jsonb, tellers = ${h.tellers}, entered_by_id = ${byId}
    WHERE federation_id = ${tx.federationId} AND id = ${id} AND outcome IS NULL`.execute(rows(tx));
}

/** Keeps what a vote came to, for good. */
export async function closeContest(tx: Tx, id: string, outcome: Outcome, result: Tally, byId: string): Promise<void> {
  await sql`UPDATE election_contest SET outcome = ${outcome}, result = ${JSON.stringify(result)}::jsonb, declared_at = ${tx.now}, declared_by_id = ${byId} WHERE federation_id = ${tx.federationId} AND id = ${id} AND outcome IS NULL`.execute(rows(tx));
}

/** Leaves the seats open that nobody won. */
export async function settleContest(tx: Tx, id: string): Promise<void> {
  await sql`UPDATE election_contest SET outcome = 'elected' WHERE federation_id = ${tx.federationId} AND id = ${id} AND outcome = 'short'`.execute(rows(tx));
}

export type Seat = { readonly id: string; readonly electionId: string; readonly contestId: string; readonly post: Post; readonly name: string; readonly personId: string | null; readonly votes: number };

/** Puts the elected in their seats. */
export async function insertSeats(tx: Tx, seats: readonly Seat[]): Promise<void> {
  await sql`INSERT INTO election_seat (federation_id, id, election_id, contest_id, post, name, person_id, votes) SELECT ${tx.federationId}, x.id, x."electionId", x."contestId", x.post, x.name, x."personId", x.votes
    FROM jsonb_to_recordset(${JSON.stringify(seats)}::jsonb) AS x(id uuid, "electionId" uuid, "contestId" uuid, post text, name text, "personId" uuid, votes integer)`.execute(rows(tx));
}

/** Who was elected so far. */
export async function listSeats(tx: Tx, electionId: string): Promise<Seat[]> {
  const r = await sql<Seat>`SELECT s.id, s.election_id AS "electionId", s.contest_id AS "contestId", s.post, s.name, s.person_id AS "personId", s.votes FROM election_seat s WHERE s.federation_id = ${tx.federationId} AND s.election_id = ${electionId}
    ORDER BY array_position(ARRAY['chair','viceChair','committee','audit'], s.post), s.votes DESC, s.id LIMIT 300`.execute(rows(tx));
  return r.rows;
}

/** One seat. */
export async function findSeat(tx: Tx, id: string): Promise<Seat | null> {
  const r = await sql<Seat>`SELECT s.id, s.election_id AS "electionId", s.contest_id AS "contestId", s.post, s.name, s.person_id AS "personId", s.votes FROM election_seat s WHERE s.federation_id = ${tx.federationId} AND s.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Says who a name that was written in is. */
export async function setSeatPerson(tx: Tx, id: string, personId: string): Promise<void> {
  await sql`UPDATE election_seat SET person_id = ${personId} WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
