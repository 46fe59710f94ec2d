import { type RawBuilder, rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

/** From which carried balances a sum starts, and over which days it goes on. */
export type Span = { readonly bookId: string; readonly base: string | null; readonly after: string; readonly to: string };

const own = (tx: Tx, bookId: string) => sql`m.federation_id = ${tx.federationId}::uuid AND m.book_id = ${bookId}::uuid`;

/**
 * Balances, debit positive: what was carried over, and the moves since.
 * @param nos these accounts only; null: all that have moved
 * @param knownAt only journals posted up to then; carried balances are not used
 */
export async function selectBalances(tx: Tx, s: Span, nos: readonly number[] | null, knownAt: Date | null): Promise<{ no: number; debit: bigint }[]> {
  const only = (column: string) => (nos === null ? sql`` : sql`AND ${sql.ref(column)} = ANY (${[...nos]}::int[])`);
  const known = knownAt === null ? sql`` : sql`AND EXISTS (SELECT 1 FROM ledger_journal j WHERE j.federation_id = m.federation_id AND j.id = m.journal_id AND j.posted_at <= ${knownAt}::timestamptz)`;
  const days = sql`${own(tx, s.bookId)} AND m.on_day > ${s.after}::date AND m.on_day <= ${s.to}::date`;
  const found = await sql<{ no: number; debit: bigint }>`
    SELECT no, sum(x)::bigint AS debit FROM (
      SELECT c.no, c.balance AS x FROM ledger_carried c
      WHERE c.federation_id = ${tx.federationId}::uuid AND c.book_id = ${s.bookId}::uuid AND c.month = ${s.base} ${only('c.no')}
      UNION ALL SELECT m.to_no, m.amount FROM ledger_move m WHERE ${days} ${only('m.to_no')} ${known}
      UNION ALL SELECT m.from_no, -m.amount FROM ledger_move m WHERE ${days} ${only('m.from_no')} ${known}) AS sides
    GROUP BY no ORDER BY no LIMIT 1000000`.execute(rows(tx));
  return found.rows;
}

/** Guarded balances, on the side on which the account grows. */
export async function selectGuarded(tx: Tx, bookId: string, nos: readonly number[]): Promise<{ no: number; amount: bigint; held: bigint }[]> {
  const found = await sql<{ no: number; amount: bigint; held: bigint }>`
    SELECT b.no, b.amount, b.held FROM ledger_balance b
    WHERE b.federation_id = ${tx.federationId}::uuid AND b.book_id = ${bookId}::uuid AND b.no = ANY (${[...nos]}::int[]) ORDER BY b.no`.execute(rows(tx));
  return found.rows;
}

/** Where a page of a statement begins: behind this line. */
export type StatementPlace = { readonly on: string; readonly journalId: string; readonly n: number };

export type StatementRow = {
  on: string;
  journalId: string;
  n: number;
  against: number;
  debit: bigint;
  red: boolean;
  summary: string;
  documentKind: string;
  documentId: string;
};

/** Lines of one account from `from` to `to`, oldest first, after a place; `debit` is negative for credits. */
export async function selectStatement(tx: Tx, q: { bookId: string; no: number; from: string; to: string; after: StatementPlace | null; limit: number }): Promise<StatementRow[]> {
  const place = q.after === null ? sql`` : sql`AND (m.on_day, m.journal_id, m.n) > (${q.after.on}::date, ${q.after.journalId}::uuid, ${q.after.n}::smallint)`;
  const within = sql`${own(tx, q.bookId)} AND m.on_day >= ${q.from}::date AND m.on_day <= ${q.to}::date ${place}`;
  const order = sql`ORDER BY m.on_day, m.journal_id, m.n LIMIT ${q.limit}`;
  const found = await sql<StatementRow>`
    SELECT l.on_day AS on, l.journal_id AS "journalId", l.n, l.against, l.debit, l.red, j.summary, j.document_kind AS "documentKind", j.document_id AS "documentId"
    FROM ((SELECT m.on_day, m.journal_id, m.n, m.from_no AS against, m.amount AS debit, m.red FROM ledger_move m WHERE ${within} AND m.to_no = ${q.no}::int ${order})
      UNION ALL
      (SELECT m.on_day, m.journal_id, m.n, m.to_no, -m.amount, m.red FROM ledger_move m WHERE ${within} AND m.from_no = ${q.no}::int ${order})) AS l
    JOIN ledger_journal j ON j.federation_id = ${tx.federationId}::uuid AND j.id = l.journal_id
    ORDER BY l.on_day, l.journal_id, l.n LIMIT ${q.limit}`.execute(rows(tx));
  return found.rows;
}

/** What moved on one day up to and with a place: the rest of the balance at the beginning of a page. */
export async function selectDayUpTo(tx: Tx, bookId: string, no: number, p: StatementPlace): Promise<bigint> {
  const where = sql`${own(tx, bookId)} AND m.on_day = ${p.on}::date AND (m.journal_id, m.n) <= (${p.journalId}::uuid, ${p.n}::smallint)`;
  const found = await sql<{ debit: bigint }>`
    SELECT coalesce(sum(x), 0)::bigint AS debit FROM (
      SELECT m.amount AS x FROM ledger_move m WHERE ${where} AND m.to_no = ${no}::int
      UNION ALL SELECT -m.amount FROM ledger_move m WHERE ${where} AND m.from_no = ${no}::int) AS sides`.execute(rows(tx));
  return found.rows[0]?.debit ?? 0n;
}

export type TurnoverRow = { no: number; debit: bigint; credit: bigint };

/** A move and the sides it turns over; a red one counts against the side it takes back. */
const turnover = sql`(
  SELECT m.to_no AS no, CASE WHEN m.red THEN 0 ELSE m.amount END AS debit, CASE WHEN m.red THEN -m.amount ELSE 0 END AS credit, m.tags FROM moved m
  UNION ALL
  SELECT m.from_no, CASE WHEN m.red THEN -m.amount ELSE 0 END, CASE WHEN m.red THEN 0 ELSE m.amount END, m.tags FROM moved m)`;

const moved = (tx: Tx, bookId: string, from: string, to: string) => sql`
  SELECT m.from_no, m.to_no, m.amount, m.red, m.tags FROM ledger_move m WHERE ${own(tx, bookId)} AND m.on_day >= ${from}::date AND m.on_day <= ${to}::date`;

/** Every account and the account of the chart it counts to; sorted together with what is summed, never joined to it. */
const chartOf = (tx: Tx, bookId: string, rest: RawBuilder<unknown>) => sql`SELECT a.no, CASE WHEN a.subject_id IS NULL THEN a.no ELSE a.parent_no END, ${rest}
  FROM ledger_account a WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid`;

/** Debit and credit turnover by account between two days, sub-accounts of subjects under their heading. */
export async function selectTurnover(tx: Tx, bookId: string, from: string, to: string): Promise<TurnoverRow[]> {
  const found = await sql<TurnoverRow>`
    WITH moved AS (${moved(tx, bookId, from, to)})
    SELECT chart_no AS no, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit FROM (
      SELECT no, max(chart_no) AS chart_no, sum(debit) AS debit, sum(credit) AS credit, count(debit) AS moves FROM (
        SELECT t.no, NULL::int AS chart_no, t.debit, t.credit FROM ${turnover} AS t UNION ALL ${chartOf(tx, bookId, sql`NULL, NULL`)}) AS both_sides
      GROUP BY no) AS each
    WHERE moves > 0 GROUP BY chart_no ORDER BY chart_no LIMIT 2000`.execute(rows(tx));
  return found.rows;
}

/** The same by heading for balances: debit positive. */
export async function selectChartBalances(tx: Tx, s: Span): Promise<{ no: number; debit: bigint }[]> {
  const days = sql`${own(tx, s.bookId)} AND m.on_day > ${s.after}::date AND m.on_day <= ${s.to}::date`;
  const found = await sql<{ no: number; debit: bigint }>`
    SELECT chart_no AS no, sum(x)::bigint AS debit FROM (
      SELECT no, max(chart_no) AS chart_no, sum(x) AS x FROM (
        SELECT c.no, NULL::int AS chart_no, c.balance AS x FROM ledger_carried c WHERE c.federation_id = ${tx.federationId}::uuid AND c.book_id = ${s.bookId}::uuid AND c.month = ${s.base}
        UNION ALL SELECT m.to_no, NULL, m.amount FROM ledger_move m WHERE ${days}
        UNION ALL SELECT m.from_no, NULL, -m.amount FROM ledger_move m WHERE ${days}
        UNION ALL ${chartOf(tx, s.bookId, sql`NULL`)}) AS sides GROUP BY no) AS each
    GROUP BY chart_no HAVING count(x) > 0 ORDER BY chart_no LIMIT 2000`.execute(rows(tx));
  return found.rows;
}

/** Turnover between two days by kind of account, or by the values of one tag; without the tag: the empty text. */
export async function selectSums(tx: Tx, bookId: string, from: string, to: string, tag: string | null): Promise<{ kind: string; value: string; debit: bigint; credit: bigint }[]> {
  const value = tag === null ? sql`''` : sql`coalesce(t.tags->>${tag}::text, '')`;
  const found = await sql<{ kind: string; value: string; debit: bigint; credit: bigint }>`
    WITH moved AS (${moved(tx, bookId, from, to)}),
    each AS (SELECT t.no, ${value} AS value, sum(t.debit) AS debit, sum(t.credit) AS credit FROM ${turnover} AS t GROUP BY 1, 2)
    SELECT kind, value, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit FROM (
      SELECT max(kind) OVER (PARTITION BY no) AS kind, value, debit, credit FROM (
        SELECT each.no, NULL AS kind, each.value, each.debit, each.credit FROM each
        UNION ALL SELECT a.no, a.kind, NULL, NULL, NULL FROM ledger_account a WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid) AS t) AS named
    WHERE debit IS NOT NULL GROUP BY kind, value ORDER BY kind, value LIMIT 10000`.execute(rows(tx));
  return found.rows;
}
