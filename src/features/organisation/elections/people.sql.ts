/** Who is proposed, who stands, who may vote, who was elected. */
import type { Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import type { Post } from './elections.rules.ts';

export type Nominee = {
  readonly id: string; readonly electionId: string; readonly post: Post; readonly personId: string; readonly number: number; readonly standing: 'proposed' | 'candidate' | 'dropped'; readonly mainLeader: boolean; readonly nearRelative: boolean; readonly humanResources: boolean; readonly foreignNational: boolean;
  readonly job: string; readonly about: string; readonly name: string; readonly unit: string; readonly sex: string; readonly membership: 'active' | 'reserved' | null; readonly support: number;
};
const NOMINEE = sql`n.id, n.election_id AS "electionId", n.post, n.person_id AS "personId", n.number, n.standing, n.main_leader AS "mainLeader", n.near_relative AS "nearRelative", n.human_resources AS "humanResources", n.foreign_national AS "foreignNational", n.job, n.about,
  p.name, coalesce(h.name, '') AS unit, coalesce(p.sex, '') AS sex, s.state AS membership, (SELECT count(*)::int FROM election_nomination x WHERE x.federation_id = n.federation_id AND x.nominee_id = n.id) AS support`;
const FROM = sql`FROM election_nominee n JOIN person p ON p.federation_id = n.federation_id AND p.id = n.person_id LEFT JOIN membership s ON s.federation_id = n.federation_id AND s.person_id = n.person_id AND s.state <> 'ended' LEFT JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id`;

/** Everybody proposed for an election, candidates first, then by support. */
export async function listNominees(tx: Tx, electionId: string): Promise<Nominee[]> {
  const r = await sql<Nominee>`SELECT ${NOMINEE} ${FROM} WHERE n.federation_id = ${tx.federationId} AND n.election_id = ${electionId}
    ORDER BY array_position(ARRAY['committee','audit','chair','viceChair'], n.post), array_position(ARRAY['candidate','proposed','dropped'], n.standing), support DESC, n.number LIMIT 2000`.execute(rows(tx));
  return r.rows;
}

/** One nominee. */
export async function findNominee(tx: Tx, id: string): Promise<Nominee | null> {
  const r = await sql<Nominee>`SELECT ${NOMINEE} ${FROM} WHERE n.federation_id = ${tx.federationId} AND n.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

type Fresh = Pick<Nominee, 'id' | 'electionId' | 'post' | 'personId' | 'standing' | 'mainLeader' | 'nearRelative' | 'humanResources' | 'foreignNational' | 'job' | 'about'>;

/** Adds somebody; who is there stays as he or she is. @returns the id of the row that stands */
export async function putNominee(tx: Tx, n: Fresh): Promise<string> {
  await sql`INSERT INTO election_nominee (federation_id, id, election_id, post, person_id, number, standing, main_leader, near_relative, human_resources, foreign_national, job, about)
    SELECT ${tx.federationId}, ${n.id}, ${n.electionId}, ${n.post}, ${n.personId}, coalesce(max(o.number), 0) + 1, ${n.standing}, ${n.mainLeader}, ${n.nearRelative}, ${n.humanResources}, ${n.foreignNational}, ${n.job}, ${n.about}
    FROM election_nominee o WHERE o.federation_id = ${tx.federationId} AND o.election_id = ${n.electionId} AND o.post = ${n.post}
    ON CONFLICT (federation_id, election_id, post, person_id) DO NOTHING`.execute(rows(tx));
  const r = await sql<{ id: string }>`SELECT id FROM election_nominee WHERE federation_id = ${tx.federationId} AND election_id = ${n.electionId} AND post = ${n.post} AND person_id = ${n.personId}`.execute(rows(tx));
  return r.rows[0]?.id ?? n.id;
}

/** Writes what is said of a nominee. */
export async function updateNominee(tx: Tx, n: Omit<Fresh, 'electionId' | 'post' | 'personId'>): Promise<void> {
  await sql`UPDATE election_nominee SET standing = ${n.standing}, main_leader = ${n.mainLeader}, near_relative = ${n.nearRelative}, human_resources = ${n.humanResources}, foreign_national = ${n.foreignNational}, job = ${n.job}, about = ${n.about}
    WHERE federation_id = ${tx.federationId} AND id = ${n.id}`.execute(rows(tx));
}

/** Notes that a member proposes somebody. @returns false when it stands already */
export async function insertNomination(tx: Tx, nomineeId: string, byPersonId: string): Promise<boolean> {
  const r = await sql`INSERT INTO election_nomination (federation_id, nominee_id, by_person_id) VALUES (${tx.federationId}, ${nomineeId}, ${byPersonId}) ON CONFLICT DO NOTHING RETURNING 1`.execute(rows(tx));
  return r.rows.length === 1;
}

/** Takes it back. */
export async function deleteNomination(tx: Tx, nomineeId: string, byPersonId: string): Promise<boolean> {
  const r = await sql`DELETE FROM election_nomination WHERE federation_id = ${tx.federationId} AND nominee_id = ${nomineeId} AND by_person_id = ${byPersonId}`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Whom a member proposed. */
export async function listProposedBy(tx: Tx, electionId: string, personId: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT n.id FROM election_nomination x JOIN election_nominee n ON n.federation_id = x.federation_id AND n.id = x.nominee_id
    WHERE x.federation_id = ${tx.federationId} AND x.by_person_id = ${personId} AND n.election_id = ${electionId} LIMIT 200`.execute(rows(tx));
  return r.rows.map((n) => n.id);
}

type Found = { readonly id: string; readonly name: string; readonly unit: string; readonly job: string };
const like = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`;
const MEMBERS = sql`FROM membership s JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id`;

/** Members below a union by the beginning of their name, or by staff number. */
export async function listPeople(tx: Tx, path: string, text: string): Promise<Found[]> {
  const r = await sql<Found>`SELECT p.id, p.name, h.name AS unit, s.job ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND starts_with(h.path, ${path}) AND (p.name LIKE ${like(text)} OR p.staff_number = ${text}) ORDER BY p.name, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}

/** How people belong to a union and those below it: active, reserved, or not at all. */
export async function findStandings(tx: Tx, path: string, ids: readonly string[]): Promise<Map<string, { name: string; state: 'active' | 'reserved'; unionId: string; job: string }>> {
  const r = await sql<{ id: string; name: string; state: 'active' | 'reserved'; unionId: string; job: string }>`SELECT p.id, p.name, s.state, s.union_id AS "unionId", s.job ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state <> 'ended' AND starts_with(h.path, ${path}) AND p.id = ANY (${[...ids]}::uuid[]) LIMIT 2000`.execute(rows(tx));
  return new Map(r.rows.map((m) => [m.id, m]));
}

/** Active members of a union and those below it, for telling them. */
export async function listMembers(tx: Tx, path: string, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT s.person_id AS id ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND starts_with(h.path, ${path}) ORDER BY s.person_id LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((m) => m.id);
}

/** Freezes the roll of the assembly: active members (reserved ones have no vote), or the delegates of the members' congress in office. @returns how many */
export async function freezeAssembly(tx: Tx, electionId: string, union: { readonly id: string; readonly path: string }, assembly: 'members' | 'congress'): Promise<number> {
  const members = sql`SELECT s.person_id, s.union_id ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND starts_with(h.path, ${union.path})`;
  const delegates = sql`SELECT DISTINCT d.person_id, s.union_id FROM congress_delegate d JOIN congress_term t ON t.federation_id = d.federation_id AND t.id = d.term_id JOIN congress_body y ON y.federation_id = t.federation_id AND y.id = t.body_id
    JOIN membership s ON s.federation_id = d.federation_id AND s.person_id = d.person_id AND s.state = 'active'
    WHERE d.federation_id = ${tx.federationId} AND y.union_id = ${union.id} AND y.kind = 'members' AND t.confirmed_at IS NOT NULL AND t.ended_on IS NULL AND d.class = 'delegate' AND d.checked = 'passed' AND d.until IS NULL AND d.person_id IS NOT NULL`;
  return freeze(tx, electionId, 'assembly', assembly === 'members' ? members : delegates);
}

async function freeze(tx: Tx, electionId: string, electors: 'assembly' | 'committee', select: RawBuilder<unknown>): Promise<number> {
  await sql`DELETE FROM election_voter WHERE federation_id = ${tx.federationId} AND election_id = ${electionId} AND electors = ${electors}`.execute(rows(tx));
  const r = await sql`INSERT INTO election_voter (federation_id, election_id, electors, person_id, union_id, took) SELECT ${tx.federationId}::uuid, ${electionId}::uuid, ${electors}, x.person_id, x.union_id, false FROM (${select}) AS x(person_id, union_id)
    ON CONFLICT (federation_id, election_id, electors, person_id) DO NOTHING`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Freezes the roll of the committee: those elected to it, or those who hold its offices (by-election). */
export function freezeCommittee(tx: Tx, electionId: string, union: { readonly id: string }, people: readonly string[]): Promise<number> {
  return freeze(tx, electionId, 'committee', sql`SELECT x.id, ${union.id}::uuid FROM unnest(${[...people]}::uuid[]) AS x(id)`);
}

/** The frozen roll as the engine takes it. */
export const rollOfElection = (tx: Tx, electionId: string, electors: string): RawBuilder<unknown> =>
  sql`SELECT v.person_id, ''::text AS class, v.union_id FROM election_voter v WHERE v.federation_id = ${tx.federationId} AND v.election_id = ${electionId} AND v.electors = ${electors}`;

/** Everybody on a frozen roll, in the order of their ids. */
export async function listRoll(tx: Tx, electionId: string, electors: string, limit: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT v.person_id AS id FROM election_voter v WHERE v.federation_id = ${tx.federationId} AND v.election_id = ${electionId} AND v.electors = ${electors} ORDER BY v.person_id LIMIT ${limit}`.execute(rows(tx));
  return r.rows.map((v) => v.id);
}

/** On which rolls of an election a person is. */
export async function listOwnRolls(tx: Tx, electionId: string, personId: string): Promise<string[]> {
  const r = await sql<{ electors: string }>`SELECT v.electors FROM election_voter v WHERE v.federation_id = ${tx.federationId} AND v.election_id = ${electionId} AND v.person_id = ${personId}`.execute(rows(tx));
  return r.rows.map((v) => v.electors);
}

export type VoterRow = { readonly personId: string; readonly name: string; readonly unit: string; readonly took: boolean; readonly online: boolean };

/** The roll of the assembly by name: who took a paper in the hall, who votes at a device. */
export async function listVoters(tx: Tx, electionId: string, text: string, page: { limit: number; offset: number }): Promise<{ items: VoterRow[]; total: number; took: number }> {
  const from = sql`FROM election_voter v JOIN person p ON p.federation_id = v.federation_id AND p.id = v.person_id JOIN union_unit h ON h.federation_id = v.federation_id AND h.id = v.union_id
    WHERE v.federation_id = ${tx.federationId} AND v.election_id = ${electionId} AND v.electors = 'assembly'`;
  const online = sql`EXISTS (SELECT 1 FROM election_contest c JOIN ballot_voter b ON b.federation_id = c.federation_id AND b.ballot_id = c.ballot_id WHERE c.federation_id = v.federation_id AND c.election_id = v.election_id AND c.electors = 'assembly' AND b.person_id = v.person_id AND b.given)`;
  const r = await sql<VoterRow>`SELECT v.person_id AS "personId", p.name, h.name AS unit, v.took, ${online} AS online ${from} AND p.name LIKE ${like(text)} ORDER BY p.name, p.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  const n = await sql<{ total: number; took: number }>`SELECT count(*) FILTER (WHERE p.name LIKE ${like(text)})::int AS total, count(*) FILTER (WHERE v.took)::int AS took ${from}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.total ?? 0, took: n.rows[0]?.took ?? 0 };
}

/** Notes that somebody took a paper in the hall. @returns false when that stands already, null when not on the roll */
export async function markTook(tx: Tx, electionId: string, personId: string): Promise<boolean | null> {
  const r = await sql<{ took: boolean }>`SELECT v.took FROM election_voter v WHERE v.federation_id = ${tx.federationId} AND v.election_id = ${electionId} AND v.electors = 'assembly' AND v.person_id = ${personId} FOR UPDATE`.execute(rows(tx));
  const [there] = r.rows;
  if (there === undefined) return null;
  if (there.took) return false;
  await sql`UPDATE election_voter SET took = true WHERE federation_id = ${tx.federationId} AND election_id = ${electionId} AND electors = 'assembly' AND person_id = ${personId}`.execute(rows(tx));
  return true;
}

/** How many took a paper in the hall. */
export async function countTook(tx: Tx, electionId: string): Promise<number> {
  const r = await sql<{ n: number }>`SELECT count(*)::int AS n FROM election_voter v WHERE v.federation_id = ${tx.federationId} AND v.election_id = ${electionId} AND v.electors = 'assembly' AND v.took`.execute(rows(tx));
  return r.rows[0]?.n ?? 0;
}
