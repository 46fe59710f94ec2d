import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';
import type { AccountRow, AccountSubject } from './accounts.rules.ts';

/** A book: one union, one purpose, one commodity. Months are `YYYY-MM`. */
export type Book = {
  readonly id: string;
  readonly unionId: string;
  readonly purpose: string;
  /** `points`, `CNY` (amounts in fen) … */
  readonly commodity: string;
  readonly begins: string;
  readonly closedThrough: string | null;
};

const bookColumns = sql`b.id, b.union_id AS "unionId", b.purpose, b.commodity, b.begins, b.closed_through AS "closedThrough"`;

/** The book of a union for a purpose. */
export async function selectBookFor(tx: Tx, unionId: string, purpose: string): Promise<Book | undefined> {
  const found = await sql<Book>`
    SELECT ${bookColumns} FROM ledger_book b
    WHERE b.federation_id = ${tx.federationId}::uuid AND b.union_id = ${unionId}::uuid AND b.purpose = ${purpose}`.execute(rows(tx));
  return found.rows[0];
}

/** A book by id. */
export async function selectBook(tx: Tx, id: string): Promise<Book | undefined> {
  const found = await sql<Book>`
    SELECT ${bookColumns} FROM ledger_book b WHERE b.federation_id = ${tx.federationId}::uuid AND b.id = ${id}::uuid`.execute(rows(tx));
  return found.rows[0];
}

/** Adds a book unless the union has one for the purpose; answers whether it was added. */
export async function insertBook(tx: Tx, b: Omit<Book, 'closedThrough'>): Promise<boolean> {
  const found = await sql`
    INSERT INTO ledger_book (federation_id, id, union_id, purpose, commodity, begins, closed_through, last_account, opened_at)
    VALUES (${tx.federationId}::uuid, ${b.id}::uuid, ${b.unionId}::uuid, ${b.purpose}, ${b.commodity}, ${b.begins}, NULL, 0, ${tx.now}::timestamptz)
    ON CONFLICT (federation_id, union_id, purpose) DO NOTHING RETURNING id`.execute(rows(tx));
  return found.rows.length > 0;
}

/** Takes `count` numbers for new accounts of a book, which stays locked; the first of them, undefined without the book. */
export async function takeNumbers(tx: Tx, bookId: string, count: number): Promise<number | undefined> {
  const found = await sql<{ first: number }>`
    UPDATE ledger_book SET last_account = last_account + ${count}::int
    WHERE federation_id = ${tx.federationId}::uuid AND id = ${bookId}::uuid RETURNING last_account - ${count}::int + 1 AS first`.execute(rows(tx));
  return found.rows[0]?.first;
}

/** From so many new accounts on, the planner's figures are renewed at once. */
const WORTH_COUNTING = 500;

/** Adds accounts with their guarded balances and their row in the queue of the sealer, in one statement. */
export async function insertAccounts(tx: Tx, bookId: string, accounts: readonly AccountRow[], queueId: string): Promise<void> {
  await sql`
    WITH account AS (
      INSERT INTO ledger_account (federation_id, book_id, no, code, zh, en, kind, side, floored, heading, parent_no, subject_kind, subject_id, opened_at)
      SELECT ${tx.federationId}::uuid, ${bookId}::uuid, r.no, r.code, r.zh, r.en, r.kind, r.side, r.floored, r.heading, r."parentNo", r."subjectKind", r."subjectId", ${tx.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) AS r(
        no int, code text, zh text, en text, kind text, side text, floored boolean, heading boolean, "parentNo" int, "subjectKind" text, "subjectId" uuid)
      RETURNING no, floored),
    balance AS (
      INSERT INTO ledger_balance (federation_id, book_id, no, amount, held)
      SELECT ${tx.federationId}::uuid, ${bookId}::uuid, no, 0, 0 FROM account WHERE floored)
    INSERT INTO ledger_unsealed (federation_id, book_id, id, journal_ids, account_nos)
    SELECT ${tx.federationId}::uuid, ${bookId}::uuid, ${queueId}::uuid, '{}', array_agg(no ORDER BY no) FROM account HAVING count(*) > 0`.execute(rows(tx));
  // Until the planner knows how many accounts a book has, it may read all of them to find two.
  if (accounts.length >= WORTH_COUNTING) await sql`ANALYZE ledger_account, ledger_balance`.execute(rows(tx));
}

const accountColumns = sql`a.no, a.code, a.zh, a.en, a.kind, a.side, a.floored, a.heading, a.parent_no AS "parentNo", a.subject_kind AS "subjectKind", a.subject_id AS "subjectId"`;

/** The accounts of a book with these codes. */
export async function selectByCodes(tx: Tx, bookId: string, codes: readonly string[]): Promise<AccountRow[]> {
  const found = await sql<AccountRow>`
    SELECT ${accountColumns} FROM ledger_account a
    WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid AND a.code = ANY (${[...codes]}::text[])`.execute(rows(tx));
  return found.rows;
}

/** The accounts of a book with these numbers. */
export async function selectByNumbers(tx: Tx, bookId: string, nos: readonly number[]): Promise<AccountRow[]> {
  const found = await sql<AccountRow>`
    SELECT ${accountColumns} FROM ledger_account a
    WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid AND a.no = ANY (${[...nos]}::int[])`.execute(rows(tx));
  return found.rows;
}

/** The chart of a book without the sub-accounts of single subjects, by code. */
export async function selectChart(tx: Tx, bookId: string): Promise<(AccountRow & { closed: boolean })[]> {
  const found = await sql<AccountRow & { closed: boolean }>`
    SELECT ${accountColumns}, a.closed_on IS NOT NULL AS closed FROM ledger_account a
    WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid AND a.subject_id IS NULL
    ORDER BY a.code COLLATE "C" LIMIT 2000`.execute(rows(tx));
  return found.rows;
}

/** Numbers of the sub-accounts of subjects below one account. */
export async function selectOfSubjects(tx: Tx, bookId: string, parentNo: number, ids: readonly string[]): Promise<{ no: number; subjectId: string }[]> {
  const found = await sql<{ no: number; subjectId: string }>`
    SELECT a.no, a.subject_id AS "subjectId" FROM ledger_account a
    WHERE a.federation_id = ${tx.federationId}::uuid AND a.book_id = ${bookId}::uuid AND a.parent_no = ${parentNo}::int
      AND a.subject_id = ANY (${[...ids]}::uuid[])`.execute(rows(tx));
  return found.rows;
}

/** Every account of one subject, in all books: what a person's own data show. */
export async function selectWhose(tx: Tx, subject: AccountSubject): Promise<{ bookId: string; no: number; commodity: string; parentZh: string; parentEn: string }[]> {
  const found = await sql<{ bookId: string; no: number; commodity: string; parentZh: string; parentEn: string }>`
    SELECT a.book_id AS "bookId", a.no, b.commodity, p.zh AS "parentZh", p.en AS "parentEn" FROM ledger_account a
    JOIN ledger_book b ON b.federation_id = a.federation_id AND b.id = a.book_id
    JOIN ledger_account p ON p.federation_id = a.federation_id AND p.book_id = a.book_id AND p.no = a.parent_no
    WHERE a.federation_id = ${tx.federationId}::uuid AND a.subject_id = ${subject.id}::uuid AND a.subject_kind = ${subject.kind}
    ORDER BY a.book_id, a.no LIMIT 500`.execute(rows(tx));
  return found.rows;
}

/** Ends an account from a day on; answers whether it was open. */
export async function endAccount(tx: Tx, bookId: string, no: number, on: string): Promise<boolean> {
  const found = await sql`
    UPDATE ledger_account SET closed_on = ${on}::date
    WHERE federation_id = ${tx.federationId}::uuid AND book_id = ${bookId}::uuid AND no = ${no}::int AND closed_on IS NULL RETURNING no`.execute(rows(tx));
  return found.rows.length > 0;
}
