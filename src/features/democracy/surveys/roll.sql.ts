import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { Unit } from './surveys.sql.ts';

/** Somebody who may be asked, with what groups are made of. `unit`: the union right below the survey's in which they are, or that one itself. */
export type Reached = { readonly id: string; readonly name: string; readonly unionId: string; readonly unit: string; readonly unitName: string; readonly sex: string | null; readonly birthDate: string | null; readonly newForm: string; readonly migrant: boolean };

const MOST = 300_000;
const UNIT = sql`coalesce(k.id, s.id) AS unit, coalesce(k.name, s.name) AS "unitName"`;
const MEMBER = sql`FROM membership m JOIN person p ON p.federation_id = m.federation_id AND p.id = m.person_id JOIN union_unit h ON h.federation_id = m.federation_id AND h.id = m.union_id
  JOIN union_unit s ON s.federation_id = m.federation_id LEFT JOIN union_unit k ON k.federation_id = m.federation_id AND k.parent_id = s.id AND starts_with(h.path, k.path)`;

/** Members below a union, or below some of those below it; `offices`: only who holds one. */
export async function listReach(tx: Tx, o: { readonly unionId: string; readonly path: string; readonly unions: readonly string[]; readonly offices: boolean; readonly today: string }): Promise<Reached[]> {
  const r = await sql<Reached>`SELECT p.id, p.name, h.id AS "unionId", ${UNIT}, p.sex, p.birth_date::text AS "birthDate", p.new_form AS "newForm", p.migrant ${MEMBER}
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND s.id = ${o.unionId} AND starts_with(h.path, ${o.path})
    ${o.unions.length > 0 ? sql`AND EXISTS (SELECT 1 FROM union_unit c WHERE c.federation_id = m.federation_id AND c.id = ANY (${[...o.unions]}::uuid[]) AND starts_with(h.path, c.path))` : sql``}
    ${o.offices ? sql`AND EXISTS (SELECT 1 FROM office_holding f WHERE f.federation_id = m.federation_id AND f.person_id = p.id AND f.from_date <= ${o.today}::date AND (f.to_date IS NULL OR f.to_date >= ${o.today}::date))` : sql``}
    ORDER BY p.id LIMIT ${MOST}`.execute(rows(tx));
  return r.rows;
}

/** One person as a survey of this union sees them; null when not a member below it. */
export async function findReached(tx: Tx, unionId: string, personId: string): Promise<Reached | null> {
  const r = await sql<Reached>`SELECT p.id, p.name, h.id AS "unionId", ${UNIT}, p.sex, p.birth_date::text AS "birthDate", p.new_form AS "newForm", p.migrant ${MEMBER}
    WHERE m.federation_id = ${tx.federationId} AND m.state = 'active' AND s.id = ${unionId} AND p.id = ${personId} AND starts_with(h.path, s.path) LIMIT 1`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** The union itself and those right below it, by name; at most 60. */
export async function listUnits(tx: Tx, unionId: string): Promise<Unit[]> {
  const r = await sql<Unit>`SELECT id, name FROM union_unit WHERE federation_id = ${tx.federationId} AND (id = ${unionId} OR (parent_id = ${unionId} AND state <> 'ended')) ORDER BY (id = ${unionId}), name, id LIMIT 60`.execute(rows(tx));
  return r.rows;
}

/** How many took part by which way: a link, an interview, the own telephone. */
export async function countChannels(tx: Tx, id: string): Promise<{ own: number; link: number; telephone: number }> {
  const r = await sql<{ own: number; link: number; telephone: number }>`SELECT count(*) FILTER (WHERE v.given AND l.no IS NULL AND i.person_id IS NULL)::int AS own, count(*) FILTER (WHERE v.given AND l.no IS NOT NULL)::int AS link, count(*) FILTER (WHERE v.given AND i.person_id IS NOT NULL)::int AS telephone
    FROM ballot_voter v LEFT JOIN survey_link l ON l.federation_id = v.federation_id AND l.survey_id = v.ballot_id AND l.voter_id = v.person_id LEFT JOIN survey_interview i ON i.federation_id = v.federation_id AND i.survey_id = v.ballot_id AND i.person_id = v.person_id
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? { own: 0, link: 0, telephone: 0 };
}

/** Those who have not answered, for a reminder and for nothing else: never shown to anybody. Links have no inbox. */
export async function listSilent(tx: Tx, id: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${id} AND NOT v.given
    AND NOT EXISTS (SELECT 1 FROM survey_link l WHERE l.federation_id = v.federation_id AND l.survey_id = v.ballot_id AND l.voter_id = v.person_id) LIMIT ${MOST}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}
/** Everybody asked who has an inbox. */
export async function listAskedPeople(tx: Tx, id: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${id}
    AND NOT EXISTS (SELECT 1 FROM survey_link l WHERE l.federation_id = v.federation_id AND l.survey_id = v.ballot_id AND l.voter_id = v.person_id) LIMIT ${MOST}`.execute(rows(tx));
  return r.rows.map((x) => x.id);
}

export async function insertLinks(tx: Tx, surveyId: string, voters: readonly string[]): Promise<void> {
  await sql`INSERT INTO survey_link (federation_id, survey_id, no, voter_id) SELECT ${tx.federationId}, ${surveyId}, x.no, x.id FROM unnest(${[...voters]}::uuid[]) WITH ORDINALITY AS x(id, no)`.execute(rows(tx));
}
/** Links of a survey, with whether they were used; at most 5,000. */
export async function listLinks(tx: Tx, surveyId: string): Promise<{ no: number; voterId: string; used: boolean }[]> {
  const r = await sql<{ no: number; voterId: string; used: boolean }>`SELECT l.no, l.voter_id AS "voterId", coalesce(v.given, false) AS used FROM survey_link l LEFT JOIN ballot_voter v ON v.federation_id = l.federation_id AND v.ballot_id = l.survey_id AND v.person_id = l.voter_id
    WHERE l.federation_id = ${tx.federationId} AND l.survey_id = ${surveyId} ORDER BY l.no LIMIT 5000`.execute(rows(tx));
  return r.rows;
}
export async function findLink(tx: Tx, surveyId: string, no: number): Promise<string | null> {
  const r = await sql<{ voterId: string }>`SELECT voter_id AS "voterId" FROM survey_link WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND no = ${no}`.execute(rows(tx));
  return r.rows[0]?.voterId ?? null;
}

/** People on the roll by the beginning of their name, for an interview. Whether somebody answered is shown only as far as an interview would be refused. */
export async function findOnRoll(tx: Tx, surveyId: string, text: string): Promise<{ id: string; name: string; unit: string; given: boolean }[]> {
  const r = await sql<{ id: string; name: string; unit: string; given: boolean }>`SELECT p.id, p.name, h.name AS unit, v.given FROM ballot_voter v JOIN person p ON p.federation_id = v.federation_id AND p.id = v.person_id JOIN union_unit h ON h.federation_id = v.federation_id AND h.id = v.union_id
    WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${surveyId} AND p.name LIKE ${`${text.replace(/[\\%_]/g, '\\$&')}%`} ORDER BY p.name, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}
export async function isOnRoll(tx: Tx, surveyId: string, personId: string): Promise<{ given: boolean } | null> {
  const r = await sql<{ given: boolean }>`SELECT given FROM ballot_voter WHERE federation_id = ${tx.federationId} AND ballot_id = ${surveyId} AND person_id = ${personId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
export async function insertInterview(tx: Tx, o: { readonly surveyId: string; readonly personId: string; readonly byId: string; readonly why: string }): Promise<void> {
  await sql`INSERT INTO survey_interview (federation_id, survey_id, person_id, by_id, why) VALUES (${tx.federationId}, ${o.surveyId}, ${o.personId}, ${o.byId}, ${o.why}) ON CONFLICT (federation_id, survey_id, person_id) DO UPDATE SET by_id = excluded.by_id, why = excluded.why`.execute(rows(tx));
}
export async function findInterview(tx: Tx, surveyId: string, personId: string): Promise<{ byId: string } | null> {
  const r = await sql<{ byId: string }>`SELECT by_id AS "byId" FROM survey_interview WHERE federation_id = ${tx.federationId} AND survey_id = ${surveyId} AND person_id = ${personId}`.execute(rows(tx));
  return r.rows[0] ?? null;
}
