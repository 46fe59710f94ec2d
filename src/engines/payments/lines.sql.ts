import type { Tx } from '#shared/call';
import { bytesOf, rows, sql } from '#platform/db';
import type { PayRow } from './lines.rules.ts';

/** A line as rows hold it, with who gets it as that person is called now. */
export type LineRow = {
  readonly id: string; readonly listId: string; readonly personId: string; readonly name: string; readonly staffNumber: string; readonly amountFen: bigint; readonly zh: string; readonly en: string;
  readonly documentKind: string; readonly documentId: string; readonly key: string; readonly attempt: number; readonly state: 'pending' | 'paid' | 'failed' | 'withdrawn'; readonly why: string; readonly addedById: string | null;
};

/** A line to be written. */
export type NewLine = { readonly id: string; readonly personId: string; readonly amountFen: bigint; readonly zh: string; readonly en: string; readonly documentKind: string; readonly documentId: string; readonly key: string; readonly bodyHash: Buffer; readonly attempt: number };

/** What stands under a key: its latest attempt. */
export type KeyRow = { readonly key: string; readonly attempt: number; readonly state: LineRow['state']; readonly bodyHash: Buffer };

const COLUMNS = sql`x.id, x.list_id AS "listId", x.person_id AS "personId", p.name, p.staff_number AS "staffNumber", x.amount_fen AS "amountFen", x.zh, x.en, x.document_kind AS "documentKind",
  x.document_id AS "documentId", x.key, x.attempt, x.state, x.why, x.added_by_id AS "addedById"`;
const FROM = sql`FROM payment_line x JOIN person p ON p.federation_id = x.federation_id AND p.id = x.person_id`;

/** The latest attempt of each of these keys. */
export async function selectKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, KeyRow>> {
  const r = await sql<KeyRow>`SELECT DISTINCT ON (x.key) x.key, x.attempt, x.state, x.body_hash AS "bodyHash" FROM payment_line x
    WHERE x.federation_id = ${tx.federationId} AND x.key = ANY (${[...keys]}::text[]) ORDER BY x.key, x.attempt DESC`.execute(rows(tx));
  return new Map(r.rows.map((k) => [k.key, k]));
}

/** Writes lines in the order given; a key that lives elsewhere is left out. @returns the ids that were written */
export async function insertLines(tx: Tx, listId: string, by: string | null, lines: readonly NewLine[]): Promise<Set<string>> {
  const each = <K extends keyof NewLine>(field: K): NewLine[K][] => lines.map((l) => l[field]);
  const hashes = bytesOf(each('bodyHash'));
  const r = await sql<{ id: string }>`INSERT INTO payment_line (federation_id, id, list_id, person_id, amount_fen, zh, en, document_kind, document_id, key, body_hash, attempt, state, added_by_id, added_at)
    SELECT ${tx.federationId}::uuid, x.id, ${listId}::uuid, x.person_id, x.amount, x.zh, x.en, x.kind, x.document, x.key, ${hashes.at(sql`x.f`, sql`x.n`)}, x.attempt, 'pending', ${by}::uuid, ${tx.now}::timestamptz
    FROM unnest(${each('id')}::uuid[], ${each('personId')}::uuid[], ${each('amountFen')}::bigint[], ${each('zh')}::text[], ${each('en')}::text[], ${each('documentKind')}::text[], ${each('documentId')}::text[],
      ${each('key')}::text[], ${each('attempt')}::smallint[], ${hashes.from}::int[], ${hashes.length}::int[]) WITH ORDINALITY AS x(id, person_id, amount, zh, en, kind, document, key, attempt, f, n, o)
    ORDER BY x.o ON CONFLICT DO NOTHING RETURNING id`.execute(rows(tx));
  return new Set(r.rows.map((l) => l.id));
}

/** One line. */
export async function findLine(tx: Tx, id: string): Promise<LineRow | null> {
  const r = await sql<LineRow>`SELECT ${COLUMNS} ${FROM} WHERE x.federation_id = ${tx.federationId} AND x.id = ${id}`.execute(rows(tx));
  return r.rows[0] ?? null;
}

/** All lines of a list in these states, by staff number, person and time; at most 10,000 by the engine's own limit. */
export async function listLines(tx: Tx, listId: string, states: readonly LineRow['state'][]): Promise<LineRow[]> {
  const r = await sql<LineRow>`SELECT ${COLUMNS} ${FROM} WHERE x.federation_id = ${tx.federationId} AND x.list_id = ${listId} AND x.state = ANY (${[...states]}::text[])
    ORDER BY p.staff_number, p.name, x.person_id, x.added_at, x.id LIMIT 20000`.execute(rows(tx));
  return r.rows;
}

/** Sums of living lines of a list by person. */
export async function selectSums(tx: Tx, listId: string): Promise<Map<string, bigint>> {
  const r = await sql<{ personId: string; amount: bigint }>`SELECT x.person_id AS "personId", sum(x.amount_fen)::bigint AS amount FROM payment_line x
    WHERE x.federation_id = ${tx.federationId} AND x.list_id = ${listId} AND x.state = 'pending' GROUP BY x.person_id`.execute(rows(tx));
  return new Map(r.rows.map((s) => [s.personId, s.amount]));
}

/** Somebody on a list: the sum and the reasons of the lines that were asked for; `unit` is the union of the membership now. */
export type PersonRow = { readonly personId: string; readonly name: string; readonly staffNumber: string; readonly unit: string; readonly amountFen: bigint; readonly lines: number; readonly zh: string[]; readonly en: string[] };
export type PeopleFilter = { readonly states: readonly LineRow['state'][]; readonly text?: string | undefined; readonly limit: number; readonly offset: number };

/** People of a list with their sums, by staff number and name. */
export async function listPeople(tx: Tx, listId: string, f: PeopleFilter): Promise<{ items: PersonRow[]; total: number }> {
  const where = sql`WHERE x.federation_id = ${tx.federationId} AND x.list_id = ${listId} AND x.state = ANY (${[...f.states]}::text[])
    AND ${f.text ? sql`(p.name LIKE ${`${f.text.replace(/[\\%_]/g, '\\$&')}%`} OR p.staff_number LIKE ${`${f.text.replace(/[\\%_]/g, '\\$&')}%`})` : sql`true`}`;
  const r = await sql<PersonRow>`SELECT x.person_id AS "personId", p.name, p.staff_number AS "staffNumber",
      coalesce((SELECT u.name FROM membership m JOIN union_unit u ON u.federation_id = m.federation_id AND u.id = m.union_id WHERE m.federation_id = ${tx.federationId} AND m.person_id = x.person_id AND m.state <> 'ended' LIMIT 1), '') AS unit,
      sum(x.amount_fen)::bigint AS "amountFen", count(*)::int AS lines, array_agg(DISTINCT x.zh) AS zh, array_agg(DISTINCT x.en) AS en
    ${FROM} ${where} GROUP BY x.person_id, p.name, p.staff_number ORDER BY p.staff_number, p.name, x.person_id LIMIT ${f.limit} OFFSET ${f.offset}`.execute(rows(tx));
  const all = await sql<{ n: number }>`SELECT count(DISTINCT x.person_id)::int AS n ${FROM} ${where}`.execute(rows(tx));
  return { items: r.rows, total: all.rows[0]?.n ?? 0 };
}

/** The lines of some people of a list. */
export async function listLinesOf(tx: Tx, listId: string, personIds: readonly string[], states: readonly LineRow['state'][]): Promise<LineRow[]> {
  const r = await sql<LineRow>`SELECT ${COLUMNS} ${FROM} WHERE x.federation_id = ${tx.federationId} AND x.list_id = ${listId} AND x.person_id = ANY (${[...personIds]}::uuid[]) AND x.state = ANY (${[...states]}::text[])
    ORDER BY x.person_id, x.added_at, x.id LIMIT 20000`.execute(rows(tx));
  return r.rows;
}

/** Whether somebody added a line that still waits. */
export async function hasAdded(tx: Tx, listId: string, personId: string): Promise<boolean> {
  const r = await sql`SELECT 1 FROM payment_line x WHERE x.federation_id = ${tx.federationId} AND x.list_id = ${listId} AND x.added_by_id = ${personId} AND x.state = 'pending' LIMIT 1`.execute(rows(tx));
  return r.rows.length > 0;
}

/** Ends lines that are pending: paid, failed or withdrawn. With `from` those in another state. */
export async function endLines(tx: Tx, ids: readonly string[], o: { readonly to: 'paid' | 'failed' | 'withdrawn'; readonly why?: readonly string[]; readonly from?: LineRow['state'] }): Promise<number> {
  const why = o.why ?? ids.map(() => '');
  const r = await sql`UPDATE payment_line l SET state = ${o.to}, why = x.why, ended_at = ${tx.now}
    FROM unnest(${[...ids]}::uuid[], ${[...why]}::text[]) AS x(id, why)
    WHERE l.federation_id = ${tx.federationId} AND l.id = x.id AND l.state = ${o.from ?? 'pending'}`.execute(rows(tx));
  return Number(r.numAffectedRows ?? 0n);
}

/** Freezes the rows of a payment file. */
export async function insertRows(tx: Tx, listId: string, pay: readonly PayRow[]): Promise<void> {
  const each = <K extends keyof PayRow>(field: K): PayRow[K][] => pay.map((r) => r[field]);
  await sql`INSERT INTO payment_row (federation_id, list_id, person_id, position, staff_number, name, amount_fen, summary)
    SELECT ${tx.federationId}::uuid, ${listId}::uuid, x.* FROM unnest(${each('personId')}::uuid[], ${each('position')}::int[], ${each('staffNumber')}::text[], ${each('name')}::text[], ${each('amountFen')}::bigint[],
      ${each('summary')}::text[]) AS x`.execute(rows(tx));
}

/** The frozen rows in their order. */
export async function listRows(tx: Tx, listId: string): Promise<PayRow[]> {
  const r = await sql<PayRow>`SELECT r.person_id AS "personId", r.position, r.staff_number AS "staffNumber", r.name, r.amount_fen AS "amountFen", r.summary FROM payment_row r
    WHERE r.federation_id = ${tx.federationId} AND r.list_id = ${listId} ORDER BY r.position LIMIT 10000`.execute(rows(tx));
  return r.rows;
}

/** One payment of a person, with the list it is in. */
export type OwnRow = {
  readonly id: string; readonly amountFen: bigint; readonly zh: string; readonly en: string; readonly documentKind: string; readonly documentId: string; readonly state: LineRow['state']; readonly why: string; readonly attempt: number;
  readonly purpose: string; readonly title: string; readonly period: string; readonly unionName: string; readonly listState: string; readonly at: Date;
};

/** A person's payments of approved lists, latest first; what was withdrawn is not theirs. */
export async function listOwn(tx: Tx, personId: string, page: { readonly limit: number; readonly offset: number }): Promise<OwnRow[]> {
  const r = await sql<OwnRow>`SELECT x.id, x.amount_fen AS "amountFen", x.zh, x.en, x.document_kind AS "documentKind", x.document_id AS "documentId", x.state, x.why, x.attempt, l.purpose, l.title, l.period,
      u.name AS "unionName", c.state AS "listState", coalesce(x.ended_at, l.approved_at) AS at
    FROM payment_line x JOIN payment_list l ON l.federation_id = x.federation_id AND l.id = x.list_id JOIN case_file c ON c.federation_id = l.federation_id AND c.id = l.id
    JOIN union_unit u ON u.federation_id = l.federation_id AND u.id = l.union_id
    WHERE x.federation_id = ${tx.federationId} AND x.person_id = ${personId} AND x.state <> 'withdrawn' AND l.approved_at IS NOT NULL
    ORDER BY coalesce(x.ended_at, l.approved_at) DESC, x.id LIMIT ${page.limit} OFFSET ${page.offset}`.execute(rows(tx));
  return r.rows;
}

/** How many there are of those, and what was paid of them since a day. */
export async function sumOwn(tx: Tx, personId: string, since: Date): Promise<{ total: number; paidFen: bigint }> {
  const r = await sql<{ total: number; paidFen: bigint }>`SELECT count(*)::int AS total, coalesce(sum(x.amount_fen) FILTER (WHERE x.state = 'paid' AND x.ended_at >= ${since}), 0)::bigint AS "paidFen"
    FROM payment_line x JOIN payment_list l ON l.federation_id = x.federation_id AND l.id = x.list_id
    WHERE x.federation_id = ${tx.federationId} AND x.person_id = ${personId} AND x.state <> 'withdrawn' AND l.approved_at IS NOT NULL`.execute(rows(tx));
  return r.rows[0] ?? { total: 0, paidFen: 0n };
}

/** Where a key stands: its latest attempt that was not withdrawn. */
export type KeyPlace = { readonly key: string; readonly lineId: string; readonly listId: string; readonly number: string; readonly listState: string; readonly state: LineRow['state']; readonly attempt: number; readonly amountFen: bigint; readonly paidAt: Date | null; readonly why: string };

/** Where these keys stand; keys that are on no list are left out. */
export async function findPlaces(tx: Tx, keys: readonly string[]): Promise<KeyPlace[]> {
  const r = await sql<KeyPlace>`SELECT DISTINCT ON (x.key) x.key, x.id AS "lineId", x.list_id AS "listId", c.number, c.state AS "listState", x.state, x.attempt, x.amount_fen AS "amountFen",
      CASE WHEN x.state = 'paid' THEN x.ended_at END AS "paidAt", x.why
    FROM payment_line x JOIN case_file c ON c.federation_id = x.federation_id AND c.id = x.list_id
    WHERE x.federation_id = ${tx.federationId} AND x.key = ANY (${[...keys]}::text[]) AND x.state <> 'withdrawn' ORDER BY x.key, x.attempt DESC`.execute(rows(tx));
  return r.rows;
}
