import type { Actor, Tx } from '#shared/call';
import { type RawBuilder, rows, sql } from '#platform/db';
import { visibleTo } from '#engines/org';
import type { Form } from './form.rules.ts';
import type { Level, Stage } from './surveys.rules.ts';
import type { Dimension } from './tally.rules.ts';

// The ballot of a survey has its id; its state, roll and turnout are read here and written by the engine `ballot` alone.

export type Unit = { readonly id: string; readonly name: string };
export type SurveyRow = {
  readonly id: string; readonly unionId: string; readonly union: string; readonly path: string; readonly series: string; readonly title: string; readonly about: string; readonly form: Form; readonly level: Level; readonly groups: Dimension[]; readonly units: Unit[];
  readonly roll: object; readonly seed: string; readonly links: number; readonly opensAt: Date; readonly closesAt: Date; readonly resultsTo: 'asked' | 'office'; readonly reminders: number; readonly remindedAt: Date | null; readonly madeById: string | null; readonly version: number;
  readonly state: string | null; readonly ballotLevel: Level | null; readonly why: string; readonly closedAt: Date | null; readonly asked: number; readonly answered: number; readonly counted: boolean; readonly headline: number | null;
};
export type NewSurvey = Pick<SurveyRow, 'id' | 'unionId' | 'series' | 'title' | 'about' | 'form' | 'level' | 'groups' | 'roll' | 'seed' | 'links' | 'opensAt' | 'closesAt' | 'resultsTo' | 'madeById'>;

const SURVEY = sql`s.id, s.union_id AS "unionId", u.name AS union, u.path, s.series, s.title, s.about, s.form, s.level, s.groups, s.units, s.roll, s.seed, s.links, s.opens_at AS "opensAt", s.closes_at AS "closesAt", s.results_to AS "resultsTo", s.reminders,
  s.reminded_at AS "remindedAt", s.made_by_id AS "madeById", s.version, b.state, b.level AS "ballotLevel", coalesce(b.why, '') AS why, b.closed_at AS "closedAt", coalesce(b.entitled, 0) AS asked,
  (SELECT count(*)::int FROM ballot_voter v WHERE v.federation_id = s.federation_id AND v.ballot_id = s.id AND v.given) AS answered, r.survey_id IS NOT NULL AS counted, r.headline`;
const FROM = sql`FROM survey s JOIN union_unit u ON u.federation_id = s.federation_id AND u.id = s.union_id LEFT JOIN ballot b ON b.federation_id = s.federation_id AND b.id = s.id
  LEFT JOIN survey_result r ON r.federation_id = s.federation_id AND r.survey_id = s.id AND r.dimension = ''`;
const NEWEST = sql`s.opens_at DESC, s.id`;

async function surveys(tx: Tx, where: RawBuilder<unknown>, limit: number, offset = 0, order = NEWEST): Promise<SurveyRow[]> {
  const r = await sql<SurveyRow>`SELECT ${SURVEY} ${FROM} WHERE s.federation_id = ${tx.federationId} AND ${where} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`.execute(rows(tx));
  return r.rows;
}

async function paged(tx: Tx, where: RawBuilder<unknown>, page: { readonly limit: number; readonly offset: number }): Promise<{ items: SurveyRow[]; total: number }> {
  const n = await sql<{ n: number }>`SELECT count(*)::int AS n ${FROM} WHERE s.federation_id = ${tx.federationId} AND ${where}`.execute(rows(tx));
  return { items: await surveys(tx, where, page.limit, page.offset), total: n.rows[0]?.n ?? 0 };
}

export async function insertSurvey(tx: Tx, s: NewSurvey): Promise<void> {
  await sql`INSERT INTO survey (federation_id, id, union_id, series, title, about, form, level, groups, roll, seed, links, opens_at, closes_at, results_to, made_by_id, made_at)
    VALUES (${tx.federationId}, ${s.id}, ${s.unionId}, ${s.series}, ${s.title}, ${s.about}, ${JSON.stringify(s.form)}::jsonb, ${s.level}, ${[...s.groups]}::text[], ${JSON.stringify(s.roll)}::jsonb, ${s.seed}, ${s.links}, ${s.opensAt}, ${s.closesAt}, ${s.resultsTo}, ${s.madeById}, ${tx.now})`.execute(rows(tx));
}

/** Writes a survey in preparation anew. @returns false when somebody was faster or it is announced */
export async function updateSurvey(tx: Tx, s: Omit<NewSurvey, 'madeById' | 'unionId'>, version: number): Promise<boolean> {
  const r = await sql`UPDATE survey SET series = ${s.series}, title = ${s.title}, about = ${s.about}, form = ${JSON.stringify(s.form)}::jsonb, level = ${s.level}, groups = ${[...s.groups]}::text[], roll = ${JSON.stringify(s.roll)}::jsonb, seed = ${s.seed}, links = ${s.links},
    opens_at = ${s.opensAt}, closes_at = ${s.closesAt}, results_to = ${s.resultsTo}, version = version + 1
    WHERE federation_id = ${tx.federationId} AND id = ${s.id} AND version = ${version} AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.federation_id = survey.federation_id AND b.id = survey.id)`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

export async function deleteSurvey(tx: Tx, id: string): Promise<boolean> {
  const r = await sql`DELETE FROM survey WHERE federation_id = ${tx.federationId} AND id = ${id} AND NOT EXISTS (SELECT 1 FROM ballot b WHERE b.federation_id = survey.federation_id AND b.id = survey.id)`.execute(rows(tx));
  return r.numAffectedRows === 1n;
}

/** Fixes what the people asked will see of units and of the sample. */
export async function fixAnnounced(tx: Tx, id: string, units: readonly Unit[], seed: string): Promise<void> {
  await sql`UPDATE survey SET units = ${JSON.stringify(units)}::jsonb, seed = ${seed}, version = version + 1 WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}

/** One reminder more, unless the last one is younger than `since`. */
export async function markReminded(tx: Tx, id: string, since: Date): Promise<number | null> {
  const r = await sql<{ reminders: number }>`UPDATE survey SET reminders = reminders + 1, reminded_at = ${tx.now} WHERE federation_id = ${tx.federationId} AND id = ${id} AND (reminded_at IS NULL OR reminded_at < ${since}) RETURNING reminders`.execute(rows(tx));
  return r.rows[0]?.reminders ?? null;
}

/** A survey that an officer may keep by this permission word, null out of scope. */
export async function findKept(tx: Tx, by: Actor, id: string, permission: string): Promise<SurveyRow | null> {
  return (await surveys(tx, sql`s.id = ${id} AND ${visibleTo(by, permission)}`, 1))[0] ?? null;
}
/** A survey whoever asks; for jobs, links and those who got past another door. */
export async function findSurvey(tx: Tx, id: string): Promise<SurveyRow | null> {
  return (await surveys(tx, sql`s.id = ${id}`, 1))[0] ?? null;
}

const askedOf = (personId: string): RawBuilder<unknown> => sql`b.state IS NOT NULL AND b.state NOT IN ('prepared','void') AND EXISTS (SELECT 1 FROM ballot_voter v WHERE v.federation_id = s.federation_id AND v.ballot_id = s.id AND v.person_id = ${personId})`;

export async function findAsked(tx: Tx, personId: string, id: string): Promise<SurveyRow | null> {
  return (await surveys(tx, sql`s.id = ${id} AND ${askedOf(personId)}`, 1))[0] ?? null;
}

/** Surveys a person is asked, latest first. */
export const listAsked = (tx: Tx, personId: string, page: { readonly limit: number; readonly offset: number }): Promise<{ items: SurveyRow[]; total: number }> => paged(tx, askedOf(personId), page);

/** Which of these ballots a person has handed in a paper (or fetched the token) for. */
export async function givenBy(tx: Tx, personId: string, ids: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ id: string }>`SELECT ballot_id AS id FROM ballot_voter WHERE federation_id = ${tx.federationId} AND person_id = ${personId} AND ballot_id = ANY (${[...ids]}::uuid[]) AND given`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.id));
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
export type DeskFilter = { readonly unionPath?: string | undefined; readonly text?: string | undefined; readonly stage?: Stage | undefined; readonly from?: Date | undefined; readonly to?: Date | undefined; readonly limit: number; readonly offset: number };

const atStage = (stage: Stage): RawBuilder<unknown> => ({
  draft: sql`(b.state IS NULL OR b.state = 'prepared')`, announced: sql`b.state = 'announced'`, open: sql`b.state = 'open'`, off: sql`b.state = 'void'`,
  closing: sql`b.state IN ('closed','declared') AND r.survey_id IS NULL`, closed: sql`b.state IN ('closed','declared') AND r.survey_id IS NOT NULL`,
})[stage];

/** Surveys over the unions of an officer, latest first. */
export function listKept(tx: Tx, by: Actor, f: DeskFilter): Promise<{ items: SurveyRow[]; total: number }> {
  return paged(tx, sql`${visibleTo(by, 'surveys.keep')} ${f.unionPath ? sql`AND u.path LIKE ${`${f.unionPath}%`}` : sql``} ${f.text ? sql`AND (s.title ILIKE ${like(f.text)} OR u.name ILIKE ${like(f.text)})` : sql``}
    ${f.from ? sql`AND s.closes_at >= ${f.from}` : sql``} ${f.to ? sql`AND s.closes_at < ${f.to}` : sql``} ${f.stage ? sql`AND ${atStage(f.stage)}` : sql``}`, f);
}

/** Earlier runs of one series of a union that were counted, oldest first; at most ten. */
export async function listRuns(tx: Tx, s: Pick<SurveyRow, 'series' | 'unionId' | 'closesAt'>): Promise<SurveyRow[]> {
  const found = await surveys(tx, sql`s.series = ${s.series} AND s.union_id = ${s.unionId} AND s.closes_at <= ${s.closesAt} AND r.survey_id IS NOT NULL`, 10, 0, sql`s.closes_at DESC, s.id`);
  return found.reverse();
}

export type TemplateRow = { readonly id: string; readonly unionId: string; readonly title: string; readonly about: string; readonly form: Form };
const TEMPLATE = sql`t.id, t.union_id AS "unionId", t.title, t.about, t.form FROM survey_template t JOIN union_unit u ON u.federation_id = t.federation_id AND u.id = t.union_id`;
/** Templates of unions in which the officer keeps surveys; newest first, at most 200. */
export async function listTemplates(tx: Tx, by: Actor): Promise<TemplateRow[]> {
  return (await sql<TemplateRow>`SELECT ${TEMPLATE} WHERE t.federation_id = ${tx.federationId} AND ${visibleTo(by, 'surveys.keep')} ORDER BY t.made_at DESC, t.id LIMIT 200`.execute(rows(tx))).rows;
}
export async function findTemplate(tx: Tx, by: Actor, id: string): Promise<TemplateRow | null> {
  return (await sql<TemplateRow>`SELECT ${TEMPLATE} WHERE t.federation_id = ${tx.federationId} AND t.id = ${id} AND ${visibleTo(by, 'surveys.keep')}`.execute(rows(tx))).rows[0] ?? null;
}
export async function insertTemplate(tx: Tx, t: TemplateRow & { readonly madeById: string }): Promise<void> {
  await sql`INSERT INTO survey_template (federation_id, id, union_id, title, about, form, made_by_id, made_at) VALUES (${tx.federationId}, ${t.id}, ${t.unionId}, ${t.title}, ${t.about}, ${JSON.stringify(t.form)}::jsonb, ${t.madeById}, ${tx.now})`.execute(rows(tx));
}
export async function deleteTemplate(tx: Tx, id: string): Promise<void> {
  await sql`DELETE FROM survey_template WHERE federation_id = ${tx.federationId} AND id = ${id}`.execute(rows(tx));
}
