import { type Actor, scopesOf, type Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { ballots } from '#engines/ballot';
import { inSubtrees, visibleTo } from '#engines/org';
import type { RaterClass, Scale } from './appraisals.rules.ts';

export const KEEP = 'appraisals.keep';
export const READ = 'appraisals.read';

export type ClassChoice = { readonly id: RaterClass; readonly how: 'delegates' | 'units' | 'people' | 'sheet'; readonly people: readonly string[]; readonly unions: readonly string[] };
export type Reader = { readonly personId: string; readonly capacity: string };
export type Appraisal = {
  readonly id: string; readonly unionId: string; readonly year: number; readonly about: string; readonly scale: Scale; readonly classes: readonly ClassChoice[]; readonly readers: readonly Reader[]; readonly ruleSetId: string; readonly releasedAt: Date | null;
};
/** With what lists and pages show beside it. */
export type Held = Appraisal & { readonly union: string; readonly path: string; readonly leaders: number; readonly entitled: number; readonly given: number };
export type Leader = { readonly no: number; readonly personId: string | null; readonly name: string; readonly post: string; readonly duty: string; readonly files: readonly string[]; readonly dutyAt: Date | null };

const VOTERS = (what: RawBuilder<unknown>): RawBuilder<unknown> => sql`(SELECT count(*)::int FROM ballot_voter v WHERE v.federation_id = a.federation_id AND v.ballot_id = a.id AND ${what})`;
const HELD = sql`a.id, a.union_id AS "unionId", a.year, a.about, a.scale, a.classes, a.readers, a.rule_set_id AS "ruleSetId", a.released_at AS "releasedAt", u.name AS union, u.path,
  (SELECT count(*)::int FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id) AS leaders, ${VOTERS(sql`true`)} AS entitled, ${VOTERS(sql`v.given`)} AS given`;
const FROM = sql`FROM appraisal a JOIN ballot b ON b.federation_id = a.federation_id AND b.id = a.id JOIN union_unit u ON u.federation_id = a.federation_id AND u.id = a.union_id`;

/** Keeps what is said about an appraisal; while it is prepared it may be written again. */
export async function putAppraisal(tx: Tx, a: Appraisal): Promise<void> {
  await sql`INSERT INTO appraisal (federation_id, id, union_id, year, about, scale, classes, readers, rule_set_id)
    VALUES (${tx.federationId}, ${a.id}, ${a.unionId}, ${a.year}, ${a.about}, ${a.scale}, ${JSON.stringify(a.classes)}::jsonb, ${JSON.stringify(a.readers)}::jsonb, ${a.ruleSetId})
    ON CONFLICT (federation_id, id) DO UPDATE SET year = excluded.year, about = excluded.about, scale = excluded.scale, classes = excluded.classes, readers = excluded.readers, rule_set_id = excluded.rule_set_id`.execute(rows(tx));
}

/** Writes the leaders anew, in the order of the paper. */
export async function replaceLeaders(tx: Tx, id: string, list: readonly Leader[]): Promise<void> {
  await sql`DELETE FROM appraisal_leader WHERE federation_id = ${tx.federationId} AND appraisal_id = ${id}`.execute(rows(tx));
  await sql`INSERT INTO appraisal_leader (federation_id, appraisal_id, no, person_id, name, post, duty, files, duty_at)
    SELECT ${tx.federationId}::uuid, ${id}::uuid, x.no, x.person, x.name, x.post, x.duty, ARRAY(SELECT jsonb_array_elements_text(x.files)::uuid), x.at
    FROM unnest(${list.map((l) => l.no)}::int[], ${list.map((l) => l.personId)}::uuid[], ${list.map((l) => l.name)}::text[], ${list.map((l) => l.post)}::text[], ${list.map((l) => l.duty)}::text[], ${list.map((l) => JSON.stringify(l.files))}::jsonb[], ${list.map((l) => l.dutyAt)}::timestamptz[]) AS x(no, person, name, post, duty, files, at)`.execute(rows(tx));
}

/** Leaders of an appraisal, in the order of the paper. */
export async function listLeaders(tx: Tx, id: string): Promise<Leader[]> {
  const r = await sql<Leader>`SELECT l.no, l.person_id AS "personId", l.name, l.post, l.duty, l.files, l.duty_at AS "dutyAt" FROM appraisal_leader l WHERE l.federation_id = ${tx.federationId} AND l.appraisal_id = ${id} ORDER BY l.no LIMIT 200`.execute(rows(tx));
  return r.rows;
}

/** Keeps a report of duty. */
export async function setDuty(tx: Tx, id: string, no: number, d: { readonly text: string; readonly files: readonly string[] }): Promise<void> {
  await sql`UPDATE appraisal_leader SET duty = ${d.text}, files = ${[...d.files]}::uuid[], duty_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND appraisal_id = ${id} AND no = ${no}`.execute(rows(tx));
}

/** Notes that the results were shown to those who rated. @returns whether they were not before */
export async function setReleased(tx: Tx, id: string, personId: string): Promise<boolean> {
  const r = await sql`UPDATE appraisal SET released_at = ${tx.now}, released_by = ${personId} WHERE federation_id = ${tx.federationId} AND id = ${id} AND released_at IS NULL`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

async function held(tx: Tx, where: RawBuilder<unknown>, limit: number, offset = 0): Promise<Held[]> {
  const r = await sql<Held>`SELECT ${HELD} ${FROM} WHERE a.federation_id = ${tx.federationId} AND ${where} ORDER BY a.year DESC, b.made_at DESC, a.id LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx));
  return r.rows;
}

/** Appraisals by their ids. */
export const findHeld = (tx: Tx, ids: readonly string[]): Promise<Held[]> => held(tx, sql`a.id = ANY (${[...ids]}::uuid[])`, 200);

/** One that an officer keeps; null out of scope. */
export const findKept = async (tx: Tx, by: Actor, id: string): Promise<Held | null> => (await held(tx, sql`a.id = ${id} AND ${visibleTo(by, KEEP)}`, 1))[0] ?? null;

/** Whether somebody may read reports: an officer of a union strictly above, or somebody named; never one of those appraised. */
const readable = (by: Actor): RawBuilder<unknown> => {
  const paths = scopesOf(by, READ);
  return sql`b.state IN ('declared','void') AND b.result IS NOT NULL AND ((${inSubtrees(paths)} AND u.path <> ALL (${paths}::text[])) OR a.readers @> ${JSON.stringify([{ personId: by.personId }])}::jsonb)
    AND NOT EXISTS (SELECT 1 FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id AND l.person_id = ${by.personId})`;
};

/** One whose report somebody may read; null otherwise. */
export const findReadable = async (tx: Tx, by: Actor, id: string): Promise<Held | null> => (await held(tx, sql`a.id = ${id} AND ${readable(by)}`, 1))[0] ?? null;

/** Of these, those whose reports somebody may read. */
export async function readableAmong(tx: Tx, by: Actor, ids: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ id: string }>`SELECT a.id ${FROM} WHERE a.federation_id = ${tx.federationId} AND a.id = ANY (${[...ids]}::uuid[]) AND ${readable(by)} LIMIT 200`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export type Filter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly state?: string | undefined; readonly year?: number | undefined; readonly limit: number; readonly offset: number };
const wanted = (by: Actor, f: Filter): RawBuilder<unknown> => sql`(${visibleTo(by, KEEP)} OR (${readable(by)})) ${f.unionPath ? sql`AND starts_with(u.path, ${f.unionPath})` : sql``} ${f.text ? sql`AND (b.title ILIKE ${like(f.text)} OR u.name ILIKE ${like(f.text)})` : sql``}
  ${f.state ? sql`AND b.state = ${f.state}` : sql``} ${f.year ? sql`AND a.year = ${f.year}` : sql``}`;

/** Appraisals that somebody keeps or may read about, latest first. */
export async function listKept(tx: Tx, by: Actor, f: Filter): Promise<{ items: Held[]; total: number }> {
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE a.federation_id = ${tx.federationId} AND ${wanted(by, f)}`.execute(rows(tx));
  return { items: await held(tx, wanted(by, f), f.limit, f.offset), total: n.rows[0]?.n ?? 0 };
}

/** Of each year: appraisals that were declared, leaders, people entitled, papers returned. */
export async function sumYears(tx: Tx, by: Actor, f: Filter): Promise<{ year: number; appraisals: number; leaders: number; entitled: number; returned: number }[]> {
  const r = await sql<{ year: number; appraisals: number; leaders: number; entitled: number; returned: number }>`SELECT a.year, count(*)::int AS appraisals, sum((SELECT count(*) FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id))::int AS leaders,
      sum((b.result->'counts'->>'entitled')::int)::int AS entitled, sum((b.result->'counts'->>'ballotsReturned')::int)::int AS returned
    ${FROM} WHERE a.federation_id = ${tx.federationId} AND b.state = 'declared' AND ${wanted(by, { ...f, state: undefined, year: undefined })} GROUP BY a.year ORDER BY a.year DESC LIMIT 10`.execute(rows(tx));
  return r.rows;
}

/** Earlier declared appraisals of a union by the same scale, latest first. */
export const listEarlier = (tx: Tx, a: Pick<Held, 'unionId' | 'year' | 'scale'>): Promise<Held[]> => held(tx, sql`a.union_id = ${a.unionId} AND a.year < ${a.year} AND a.scale = ${a.scale} AND b.state = 'declared'`, 10);

/** Appraisals in which somebody leads or rates, announced at least, latest first. */
export const listOwn = (tx: Tx, personId: string): Promise<Held[]> => held(tx, sql`b.state <> 'prepared' AND (EXISTS (SELECT 1 FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id AND l.person_id = ${personId})
  OR EXISTS (SELECT 1 FROM ballot_voter v WHERE v.federation_id = a.federation_id AND v.ballot_id = a.id AND v.person_id = ${personId}))`, 100);

/** In which of these somebody is a leader, and whether the own report of duty is there. */
export async function listLed(tx: Tx, personId: string, ids: readonly string[]): Promise<Map<string, boolean>> {
  const r = await sql<{ id: string; told: boolean }>`SELECT l.appraisal_id AS id, l.duty_at IS NOT NULL AS told FROM appraisal_leader l WHERE l.federation_id = ${tx.federationId} AND l.appraisal_id = ANY (${[...ids]}::uuid[]) AND l.person_id = ${personId} LIMIT 200`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.id, x.told]));
}

/** Whether somebody may open papers of an appraisal: rates, leads, keeps or reads it. */
export async function mayOpen(tx: Tx, by: Actor, id: string): Promise<boolean> {
  const r = await sql<{ ok: boolean }>`SELECT (${visibleTo(by, KEEP)} OR (${readable(by)}) OR EXISTS (SELECT 1 FROM appraisal_leader l WHERE l.federation_id = a.federation_id AND l.appraisal_id = a.id AND l.person_id = ${by.personId})
    OR (b.state <> 'prepared' AND EXISTS (SELECT 1 FROM ballot_voter v WHERE v.federation_id = a.federation_id AND v.ballot_id = a.id AND v.person_id = ${by.personId}))) AS ok ${FROM} WHERE a.federation_id = ${tx.federationId} AND a.id = ${id}`.execute(rows(tx));
  return r.rows[0]?.ok ?? false;
}

export type DrawnClass = { readonly id: string; readonly select: RawBuilder<unknown> };

/** The whole roll: who belongs to several classes votes in the first of them. */
export function rollSelect(classes: readonly DrawnClass[]): RawBuilder<unknown> {
  const all = classes.map((c, rank) => sql`SELECT y.person_id, ${c.id}::text AS class, y.union_id, ${rank}::int AS rank FROM (${c.select}) AS y(person_id, class, union_id)`);
  return sql`SELECT DISTINCT ON (z.person_id) z.person_id, z.class, z.union_id FROM (${sql.join(all, sql` UNION ALL `)}) z ORDER BY z.person_id, z.rank`;
}

/** How many would vote, class by class. */
export async function countClasses(tx: Tx, classes: readonly DrawnClass[]): Promise<Map<string, number>> {
  if (classes.length === 0) return new Map();
  const r = await sql<{ class: string; n: number }>`SELECT x.class, count(*)::int AS n FROM (${rollSelect(classes)}) x GROUP BY x.class LIMIT 20`.execute(rows(tx));
  return new Map(r.rows.map((x) => [x.class, x.n]));
}

type Found = { id: string; name: string; unit: string };
const MEMBERS = sql`FROM membership s JOIN person p ON p.federation_id = s.federation_id AND p.id = s.person_id JOIN union_unit h ON h.federation_id = s.federation_id AND h.id = s.union_id`;

/** Members of a union and below by the beginning of their name; `above`: of the unions above as well. */
export async function findNamed(tx: Tx, path: string, text: string, above: boolean): Promise<Found[]> {
  const r = await sql<Found>`SELECT p.id, p.name, h.name AS unit ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND (starts_with(h.path, ${path}) ${above ? sql`OR starts_with(${path}, h.path)` : sql``}) AND p.name LIKE ${like(text).slice(1)} ORDER BY p.name, p.id LIMIT 20`.execute(rows(tx));
  return r.rows;
}

/** These people, where they are members of a union, of those below or above it. */
export async function findPeople(tx: Tx, path: string, ids: readonly string[]): Promise<Found[]> {
  const r = await sql<Found>`SELECT p.id, p.name, h.name AS unit ${MEMBERS} WHERE s.federation_id = ${tx.federationId} AND s.state = 'active' AND (starts_with(h.path, ${path}) OR starts_with(${path}, h.path)) AND p.id = ANY (${[...ids]}::uuid[]) ORDER BY p.name, p.id LIMIT 1000`.execute(rows(tx));
  return r.rows;
}

/** Those of the roll, a page at a time: to tell them that a vote is open. */
export async function listVoters(tx: Tx, id: string): Promise<string[]> {
  const r = await sql<{ id: string }>`SELECT v.person_id AS id FROM ballot_voter v WHERE v.federation_id = ${tx.federationId} AND v.ballot_id = ${id} ORDER BY v.person_id LIMIT 100000`.execute(rows(tx));
  return r.rows.map((v) => v.id);
}

/** The roll of a class as a SELECT: members of unions, or people given row by row. */
export const drawn = (tx: Tx, c: ClassChoice, of: { readonly paths: readonly string[]; readonly below: string; readonly delegates: readonly { personId: string; unionId: string }[] }): DrawnClass => ({
  id: c.id, select: c.how === 'delegates' ? ballots.rollOf(of.delegates) : c.how === 'units' ? ballots.membersSelect(tx, { paths: of.paths }) : ballots.membersSelect(tx, { paths: [of.below], people: c.people }),
});
