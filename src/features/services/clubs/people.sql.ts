/** Who founds a club and who has a role in it. Reads claims of the engine `claims` for who belongs to it, never writes them. */
import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Role } from './clubs.rules.ts';

export type FounderRow = { readonly personId: string; readonly name: string; readonly unit: string; readonly state: 'invited' | 'confirmed' | 'declined' };
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Members of a union and of those below it by name, for asking them; at most ten. */
export async function listColleagues(tx: Tx, unionPath: string, text: string, except: string): Promise<{ id: string; name: string; unit: string }[]> {
  const r = await sql<{ id: string; name: string; unit: string }>`SELECT p.id, p.name, u.name AS unit FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND u.path LIKE ${`${unionPath}%`} AND p.name ILIKE ${like(text)} AND p.id <> ${except} ORDER BY length(p.name), p.name, p.id LIMIT 10`.execute(rows(tx));
  return r.rows;
}

/** Which of these people are members of the union or below it now. */
export async function listMembersAmong(tx: Tx, unionPath: string, ids: readonly string[]): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT DISTINCT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE m.federation_id = ${tx.federationId} AND m.person_id = ANY (${[...ids]}::uuid[]) AND m.state = 'active' AND u.path LIKE ${`${unionPath}%`}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** Asks people to found a club; who was asked stays as he or she is. @returns who was asked now */
export async function insertFounders(tx: Tx, clubId: string, ids: readonly string[], state: 'invited' | 'confirmed' = 'invited'): Promise<string[]> {
  const r = await sql<{ id: string }>`INSERT INTO club_founder (federation_id, club_id, person_id, state, invited_at, answered_at) SELECT ${tx.federationId}::uuid, ${clubId}::uuid, x.id, ${state}, ${tx.now}::timestamptz, ${state === 'invited' ? null : tx.now}::timestamptz
    FROM unnest(${[...ids]}::uuid[]) AS x(id) ON CONFLICT DO NOTHING RETURNING person_id AS id`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** A founder's answer. @returns false when the person was not asked */
export async function setAnswer(tx: Tx, clubId: string, personId: string, state: 'confirmed' | 'declined'): Promise<boolean> {
  const r = await sql`UPDATE club_founder SET state = ${state}, answered_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND club_id = ${clubId} AND person_id = ${personId} RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Takes a founder off. */
export async function dropFounder(tx: Tx, clubId: string, personId: string): Promise<boolean> {
  const r = await sql`DELETE FROM club_founder WHERE federation_id = ${tx.federationId} AND club_id = ${clubId} AND person_id = ${personId} RETURNING 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Founders of a club in the order they were asked, with the union they are in now. */
export async function listFounders(tx: Tx, clubId: string): Promise<FounderRow[]> {
  const r = await sql<FounderRow>`SELECT d.person_id AS "personId", p.name, coalesce(u.name, '') AS unit, d.state FROM club_founder d JOIN person p ON p.federation_id = d.federation_id AND p.id = d.person_id
    LEFT JOIN membership m ON m.federation_id = d.federation_id AND m.person_id = d.person_id AND m.state = 'active' LEFT JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id
    WHERE d.federation_id = ${tx.federationId} AND d.club_id = ${clubId} ORDER BY d.invited_at, (d.state = 'confirmed') DESC, p.name, p.id LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** Gives somebody a role, in place of whoever had it. */
export async function putRole(tx: Tx, clubId: string, role: Role, personId: string, on: string): Promise<void> {
  await sql`INSERT INTO club_role (federation_id, club_id, role, person_id, since) VALUES (${tx.federationId}, ${clubId}, ${role}, ${personId}, ${on}::date)
    ON CONFLICT (federation_id, club_id, role) DO UPDATE SET person_id = excluded.person_id, since = excluded.since`.execute(rows(tx));
}

/** Takes a role from whoever has it. */
export async function dropRole(tx: Tx, clubId: string, role: Role): Promise<void> {
  await sql`DELETE FROM club_role WHERE federation_id = ${tx.federationId} AND club_id = ${clubId} AND role = ${role}`.execute(rows(tx));
}

/** Takes all roles but the leader's from these people. */
export async function dropRolesOf(tx: Tx, clubId: string, personIds: readonly string[]): Promise<void> {
  await sql`DELETE FROM club_role WHERE federation_id = ${tx.federationId} AND club_id = ${clubId} AND person_id = ANY (${[...personIds]}::uuid[]) AND role <> 'leader'`.execute(rows(tx));
}

/** Who has which role. */
export async function listRoles(tx: Tx, clubId: string): Promise<{ role: Role; personId: string; name: string }[]> {
  const r = await sql<{ role: Role; personId: string; name: string }>`SELECT x.role, x.person_id AS "personId", p.name FROM club_role x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id
    WHERE x.federation_id = ${tx.federationId} AND x.club_id = ${clubId} ORDER BY array_position(ARRAY['leader','deputy','treasurer'], x.role)`.execute(rows(tx));
  return r.rows;
}

/** Which of these people belong to the club now; all when none is named. */
export async function listBelonging(tx: Tx, clubId: string, ids: readonly string[] | null = null): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT x.person_id AS id FROM claim x WHERE x.federation_id = ${tx.federationId} AND x.offer_id = ${clubId} AND x.state IN ('held','taken','handed')
    AND ${ids === null ? sql`true` : sql`x.person_id = ANY (${[...ids]}::uuid[])`} ORDER BY x.no LIMIT 20000`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

/** How often these people came in the last year, and of how many gatherings since they joined. */
export async function countAttended(tx: Tx, clubId: string, people: readonly { personId: string; since: Date }[], from: Date): Promise<Map<string, { attended: number; of: number }>> {
  const r = await sql<{ personId: string; attended: number; of: number }>`SELECT x.id AS "personId", count(a.person_id)::int AS attended, count(g.id)::int AS of FROM unnest(${people.map((p) => p.personId)}::uuid[], ${people.map((p) => p.since)}::timestamptz[]) AS x(id, since)
    LEFT JOIN club_gathering g ON g.federation_id = ${tx.federationId} AND g.club_id = ${clubId} AND g.dropped_at IS NULL AND g.starts_at <= ${tx.now} AND g.starts_at >= greatest(x.since, ${from}::timestamptz)
    LEFT JOIN club_attendance a ON a.federation_id = g.federation_id AND a.gathering_id = g.id AND a.person_id = x.id GROUP BY x.id`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.personId, x]));
}

/** Some members of a union and of those below it, always the same for the same word: demonstration. */
export async function listSome(tx: Tx, unionPath: string, word: string, n: number): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT m.person_id AS id FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND u.path LIKE ${`${unionPath}%`}
    ORDER BY md5(m.person_id::text || ${word}) LIMIT ${n}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
