import { type Actor, scopesOf, type Tx } from '#shared/call';
import { leanJson, type RawBuilder, rows, sql } from '#platform/db';
import { outermost } from '#engines/org';
import type { Column, Mapping, Problem, RegisterRow } from './register-import.rules.ts';

export type ImportState = 'read' | 'checking' | 'previewed' | 'running' | 'done' | 'undoing' | 'undone' | 'cancelled';
/** An import as it stands. `cursor`: the row of the sheet up to which the present work is done. */
export type RegisterImport = {
  id: string; schemeUnionId: string; unionName: string; unionPath: string; state: ImportState; fileName: string; rows: number; columns: (Column & { examples: string[] })[]; mapping: Mapping; turn: number; runId: string | null; cursor: number;
  good: number; bad: number; unmatched: number; taken: number; removed: number; kept: number; reasons: Record<string, number>; createdBy: string; createdAt: Date; endedAt: Date | null; eraseAt: Date; erasedAt: Date | null;
};
export type ImportRow = { row: number; cells: string[]; problems: Problem[]; good: boolean | null; suggestionId: string | null; kept: boolean };

const IMPORT = sql`i.id, i.scheme_union_id as "schemeUnionId", u.name as "unionName", u.path as "unionPath", i.state, i.file_name as "fileName", i.rows, i.columns, i.mapping, i.turn, i.run_id as "runId", i.cursor, i.good, i.bad, i.unmatched,
  i.taken, i.removed, i.kept, i.reasons, p.name as "createdBy", i.created_at as "createdAt", i.ended_at as "endedAt", i.erase_at as "eraseAt", i.erased_at as "erasedAt"`;
const FROM = sql`suggestion_import i join union_unit u on u.federation_id = i.federation_id and u.id = i.scheme_union_id join person p on p.federation_id = i.federation_id and p.id = i.created_by`;
const within = (by: Actor): RawBuilder<boolean> => sql<boolean>`u.path like any(${outermost(scopesOf(by, 'suggestions.import')).map((p) => `${p}%`)}::text[])`;

/** Keeps a sheet that was read. */
export async function insertImport(tx: Tx, i: Pick<RegisterImport, 'id' | 'schemeUnionId' | 'fileName' | 'rows' | 'columns' | 'mapping' | 'eraseAt'> & { createdById: string }): Promise<void> {
  await sql`insert into suggestion_import (federation_id, id, scheme_union_id, state, file_name, rows, columns, mapping, created_by, created_at, erase_at)
    values (${tx.federationId}, ${i.id}, ${i.schemeUnionId}, 'read', ${i.fileName}, ${i.rows}, ${JSON.stringify(i.columns)}::jsonb, ${JSON.stringify(i.mapping)}::jsonb, ${i.createdById}, ${tx.now}, ${i.eraseAt})`.execute(rows(tx));
}

/** Keeps rows of a sheet. */
export async function insertRows(tx: Tx, importId: string, list: readonly { row: number; cells: readonly string[] }[]): Promise<void> {
  await sql`insert into suggestion_import_row (federation_id, import_id, row, cells)
    select ${tx.federationId}, ${importId}, x.row, x.cells from json_to_recordset(${JSON.stringify(list)}::json) as x(row integer, cells jsonb)`.execute(rows(tx));
}

/** An import that the actor may work on. */
export async function findImport(tx: Tx, by: Actor, id: string): Promise<RegisterImport | null> {
  const r = await sql<RegisterImport>`select ${IMPORT} from ${FROM} where i.federation_id = ${tx.federationId} and i.id = ${id} and ${within(by)}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** An import, locked until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<RegisterImport | null> {
  const r = await sql<RegisterImport>`select ${IMPORT} from ${FROM} where i.federation_id = ${tx.federationId} and i.id = ${id} for update of i`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** Imports the actor may work on, newest first. */
export async function listImports(tx: Tx, by: Actor, page: { limit: number; offset: number }): Promise<{ items: RegisterImport[]; total: number }> {
  const where = sql`i.federation_id = ${tx.federationId} and ${within(by)}`;
  const r = await sql<RegisterImport>`select ${IMPORT} from ${FROM} where ${where} order by i.created_at desc, i.id desc limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  const n = await sql<{ n: number }>`select count(*)::int as n from ${FROM} where ${where}`.execute(rows(tx));
  return { items: r.rows, total: n.rows[0]?.n ?? 0 };
}

/** Schemes below which the actor may import. */
export async function listSchemes(tx: Tx, by: Actor): Promise<{ id: string; name: string }[]> {
  const r = await sql<{ id: string; name: string }>`select u.id, u.name from suggestion_scheme k join union_unit u on u.federation_id = k.federation_id and u.id = k.union_id
    where k.federation_id = ${tx.federationId} and ${within(by)} order by u.path limit 100`.execute(rows(tx));
  return r.rows;
}

const COLUMN = { state: 'state', rows: 'rows', mapping: 'mapping', turn: 'turn', runId: 'run_id', cursor: 'cursor', good: 'good', bad: 'bad', unmatched: 'unmatched', taken: 'taken', removed: 'removed', kept: 'kept', reasons: 'reasons', endedAt: 'ended_at', eraseAt: 'erase_at', erasedAt: 'erased_at' } as const;

/** Changes an import; what is not named stays. */
export async function changeImport(tx: Tx, id: string, change: Partial<Pick<RegisterImport, keyof typeof COLUMN>>): Promise<void> {
  const set = (Object.entries(change) as [keyof typeof COLUMN, unknown][]).map(([key, value]) => (key === 'mapping' || key === 'reasons' ? sql`${sql.raw(COLUMN[key])} = ${JSON.stringify(value)}::jsonb` : sql`${sql.raw(COLUMN[key])} = ${value}`));
  await sql`update suggestion_import set ${sql.join(set, sql`, `)} where federation_id = ${tx.federationId} and id = ${id}`.execute(rows(tx));
}

const ROW = sql`row, cells, problems, good, suggestion_id as "suggestionId", kept`;

/** The next rows behind one; `which` narrows them. */
export async function nextRows(tx: Tx, importId: string, after: number, limit: number, which: 'all' | 'good' | 'bad' | 'taken' = 'all'): Promise<ImportRow[]> {
  const r = await sql<ImportRow>`select ${ROW} from suggestion_import_row where federation_id = ${tx.federationId} and import_id = ${importId} and row > ${after}
    ${which === 'good' ? sql`and good and suggestion_id is null` : which === 'bad' ? sql`and not good and problems <> '[]'::jsonb` : which === 'taken' ? sql`and suggestion_id is not null and not kept` : sql``} order by row limit ${limit}`.execute(rows(tx));
  return r.rows;
}

/** One page of rows with something to say. */
export async function listProblemRows(tx: Tx, importId: string, page: { limit: number; offset: number }): Promise<ImportRow[]> {
  const r = await sql<ImportRow>`select ${ROW} from suggestion_import_row where federation_id = ${tx.federationId} and import_id = ${importId} and problems <> '[]'::jsonb
    order by good, row limit ${page.limit} offset ${page.offset}`.execute(rows(tx));
  return r.rows;
}

/** Notes what was found in rows. */
export async function markRows(tx: Tx, importId: string, list: readonly (Pick<ImportRow, 'row' | 'problems' | 'good'> & { number: string })[]): Promise<void> {
  await sql`update suggestion_import_row r set good = x.good, problems = x.problems, number = x.number from json_to_recordset(${JSON.stringify(list)}::json) as x(row integer, good boolean, problems jsonb, number text)
    where r.federation_id = ${tx.federationId} and r.import_id = ${importId} and r.row = x.row`.execute(rows(tx));
}

/** Notes which suggestion became of a row; none = given back. */
export async function markTaken(tx: Tx, importId: string, list: readonly { row: number; suggestionId: string | null }[]): Promise<void> {
  await sql`update suggestion_import_row r set suggestion_id = x."suggestionId" from unnest(${list.map((r) => r.row)}::int[], ${list.map((r) => r.suggestionId)}::uuid[]) as x(row, "suggestionId")
    where r.federation_id = ${tx.federationId} and r.import_id = ${importId} and r.row = x.row`.execute(rows(tx));
}

/** Notes rows that stay although the import is undone. */
export async function markKept(tx: Tx, importId: string, list: readonly number[]): Promise<void> {
  await sql`update suggestion_import_row set kept = true where federation_id = ${tx.federationId} and import_id = ${importId} and row = any(${[...list]}::int[])`.execute(rows(tx));
}

/** Which of these numbers stand in rows of the sheet that were looked at before. */
export async function listNumbersAbove(tx: Tx, importId: string, before: number, numbers: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ number: string }>`select x.number from unnest(${[...numbers]}::text[]) as x(number), lateral (select 1 from suggestion_import_row r
    where r.federation_id = ${tx.federationId} and r.import_id = ${importId} and r.number = x.number and r.number <> '' and r.row <= ${before} limit 1) y`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.number));
}

/** Which numbers suggestions have already. */
export async function listNumbers(tx: Tx, numbers: readonly string[]): Promise<Set<string>> {
  const r = await sql<{ number: string }>`select x.number from unnest(${[...numbers]}::text[]) as x(number), lateral (select 1 from case_file c
    where c.federation_id = ${tx.federationId} and c.process = 'suggestion' and c.number = x.number limit 1) y`.execute(rows(tx));
  return new Set(r.rows.map((x) => x.number));
}

/** Counts anew what the tables of an import hold: after so many rows the next statements would be planned as if they were still empty. */
export const takeStock = async (tx: Tx, of: 'sheet' | 'suggestions'): Promise<void> =>
  void (await sql`analyze ${sql.raw(of === 'sheet' ? 'suggestion_import_row' : 'suggestion, suggestion_author, case_file, case_event, similar_text')}`.execute(rows(tx)));

/** Erases the sheet of an import. */
export async function eraseRows(tx: Tx, importId: string): Promise<void> {
  await sql`delete from suggestion_import_row where federation_id = ${tx.federationId} and import_id = ${importId}`.execute(rows(tx));
}

/** Imports whose sheets are to be erased; at most 100. */
export async function listToErase(tx: Tx): Promise<{ id: string }[]> {
  const r = await sql<{ id: string }>`select id from suggestion_import where federation_id = ${tx.federationId} and erased_at is null and erase_at <= ${tx.now} and state not in ('checking','running','undoing') limit 100`.execute(rows(tx));
  return r.rows;
}

/** Units below a company and the company itself, with what they are called. */
export async function listUnits(tx: Tx, companyId: string): Promise<{ id: string; name: string; code: string; path: string }[]> {
  const r = await sql<{ id: string; name: string; code: string; path: string }>`select id, name, code, path from union_unit where federation_id = ${tx.federationId} and (id = ${companyId} or parent_id = ${companyId}) and state in ('active','preparing') limit 5000`.execute(rows(tx));
  return r.rows;
}

/** A member; `path`: of the union. */
export type KnownPerson = { id: string; name: string; staffNumber: string; path: string };

/** Members below a company by staff number or name. The people are found first, by their indexes, whatever the size of the workforce. */
export async function listPeople(tx: Tx, companyPath: string, staffNumbers: readonly string[], names: readonly string[]): Promise<KnownPerson[]> {
  const r = await sql<KnownPerson>`with found as materialized (
      select p.id, p.name, p.staff_number from person p where p.federation_id = ${tx.federationId} and p.name = any(${[...names]}::text[])
      union select p.id, p.name, p.staff_number from person p where p.federation_id = ${tx.federationId} and p.staff_number <> '' and p.staff_number = any(${[...staffNumbers]}::text[]))
    select p.id, p.name, p.staff_number as "staffNumber", u.path from found p,
      lateral (select m.union_id from membership m where m.federation_id = ${tx.federationId} and m.person_id = p.id and m.state = 'active' limit 1) m,
      lateral (select u.path from union_unit u where u.federation_id = ${tx.federationId} and u.id = m.union_id limit 1) u
    where u.path like ${`${companyPath}%`} limit 50000`.execute(rows(tx));
  return r.rows;
}

export type Placed = { id: string; unitId: string; row: RegisterRow; authors: readonly { personId: string; share: number; unitId: string }[]; authorsText: string };

/** Writes the rows of suggestions that were taken over, with their authors. */
export async function insertTaken(tx: Tx, importId: string, companyId: string, list: readonly Placed[]): Promise<void> {
  const plain = list.map(({ id, unitId, row: { names: _n, staffNumbers: _s, shares: _h, number: _no, title: _t, unit: _u, state: _st, ...row }, authorsText }) => ({ id, unitId, authorsText, ...row }));
  await sql`insert into suggestion (federation_id, id, scheme_union_id, unit_union_id, category, problem, remedy, submitted_on, level, first_grade, grade, adopted_on, started_on, completed_on, standardised_on, rejected_on, document_number,
      benefit_fen, benefit_on, award_level, from_register, authors_text, import_id)
    select ${tx.federationId}, x.id, ${companyId}, x."unitId", x.category, coalesce(x.problem, ''), coalesce(x.remedy, ''), x."submittedOn", 'unit', x.grade, x.grade, x."adoptedOn", x."startedOn", x."completedOn", x."standardisedOn", x."rejectedOn", coalesce(x."documentNumber", ''),
      x."benefitFen", case when x."benefitFen" is null then null else x."completedOn" end, x."awardLevel", true, coalesce(x."authorsText", ''), ${importId}
    from json_to_recordset(${leanJson(plain)}::json) as x(id uuid, "unitId" uuid, category text, problem text, remedy text, "submittedOn" date, grade smallint, "adoptedOn" date, "startedOn" date, "completedOn" date, "standardisedOn" date,
      "rejectedOn" date, "documentNumber" text, "benefitFen" bigint, "awardLevel" smallint, "authorsText" text)`.execute(rows(tx));
  const authors = list.flatMap((s) => s.authors.map((a, i) => ({ id: s.id, position: i + 1, ...a })));
  await sql`insert into suggestion_author (federation_id, suggestion_id, person_id, position, share, unit_union_id)
    select ${tx.federationId}, x.id, x."personId", x.position, x.share, x."unitId" from json_to_recordset(${leanJson(authors)}::json) as x(id uuid, "personId" uuid, position smallint, share integer, "unitId" uuid)`.execute(rows(tx));
}

/** Takes rows of suggestions away with which nothing was done. @returns those that went */
export async function deleteTaken(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const free = await sql<{ id: string }>`select s.id from suggestion s where s.federation_id = ${tx.federationId} and s.id = any(${[...ids]}::uuid[]) and s.from_register
    and not exists (select 1 from suggestion_supporter f where f.federation_id = s.federation_id and f.suggestion_id = s.id)
    and not exists (select 1 from suggestion_benefit b where b.federation_id = s.federation_id and b.suggestion_id = s.id)
    and not exists (select 1 from suggestion_award a where a.federation_id = s.federation_id and a.suggestion_id = s.id)
    and not exists (select 1 from suggestion_review v where v.federation_id = s.federation_id and v.suggestion_id = s.id)
    and not exists (select 1 from suggestion_likeness l where l.federation_id = s.federation_id and (l.suggestion_id = s.id or l.earlier_id = s.id))
    and not exists (select 1 from suggestion m where m.federation_id = s.federation_id and m.merged_into_id = s.id) order by s.id`.execute(rows(tx));
  const going = free.rows.map((s) => s.id);
  await sql`delete from suggestion_author where federation_id = ${tx.federationId} and suggestion_id = any(${going}::uuid[])`.execute(rows(tx));
  await sql`delete from suggestion where federation_id = ${tx.federationId} and id = any(${going}::uuid[])`.execute(rows(tx));
  return going;
}

/** A suggestion as the whole register shows it. */
export type ExportRow = {
  id: string; number: string; title: string; problem: string; remedy: string; category: string; unit: string; authors: string; staffNumbers: string; shares: string; submittedOn: string; state: string; grade: number | null; adoptedOn: string | null; startedOn: string | null;
  completedOn: string | null; standardisedOn: string | null; documentNumber: string; benefitFen: number | null; awardLevel: number | null; awardFen: number;
};

/** Suggestions of the schemes the actor may read, oldest first, behind one day and id; for the export of everything. */
export async function listWhole(tx: Tx, by: Actor, after: { on: string; id: string }, limit: number): Promise<ExportRow[]> {
  const r = await sql<ExportRow>`select s.id, c.number, c.title, s.problem, s.remedy, s.category, n.name as unit, coalesce(nullif(s.authors_text, ''), a.names, '') as authors, coalesce(a.numbers, '') as "staffNumbers", case when s.authors_text = '' then coalesce(a.shares, '') else '' end as shares,
      s.submitted_on::text as "submittedOn", c.state, s.grade, s.adopted_on::text as "adoptedOn", s.started_on::text as "startedOn", s.completed_on::text as "completedOn", s.standardised_on::text as "standardisedOn", s.document_number as "documentNumber",
      s.benefit_fen::float8 as "benefitFen", s.award_level as "awardLevel", coalesce((select sum(w.pays_fen) from suggestion_award w where w.federation_id = s.federation_id and w.suggestion_id = s.id and w.taken_back_at is null), 0)::float8 as "awardFen"
    from suggestion s join case_file c on c.federation_id = s.federation_id and c.id = s.id join union_unit n on n.federation_id = s.federation_id and n.id = s.unit_union_id
    left join lateral (select string_agg(p.name, '、' order by x.position) as names, string_agg(p.staff_number, '、' order by x.position) as numbers, string_agg((x.share / 100.0)::float8::text, '、' order by x.position) as shares
      from suggestion_author x join person p on p.federation_id = x.federation_id and p.id = x.person_id where x.federation_id = s.federation_id and x.suggestion_id = s.id) a on true
    where s.federation_id = ${tx.federationId} and n.path like any(${outermost(scopesOf(by, 'suggestions.import')).map((p) => `${p}%`)}::text[]) and (s.submitted_on, s.id) > (${after.on}::date, ${after.id}::uuid)
      and not exists (select 1 from case_barred b where b.federation_id = c.federation_id and b.case_id = c.id and b.person_id = ${by.personId})
    order by s.submitted_on, s.id limit ${limit}`.execute(rows(tx));
  return r.rows;
}
