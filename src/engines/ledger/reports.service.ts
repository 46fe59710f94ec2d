import type { Tx } from '#shared/call';
import { addDays, type LegalDate, legalDateOf, monthEnd } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { AccountRow } from './accounts.rules.ts';
import { type Book, selectBook, selectByNumbers, selectChart } from './accounts.sql.ts';
import { words } from './ledger.words.ts';
import { monthAfter, monthOf } from './posting.rules.ts';
import {
  selectBalances, selectChartBalances, selectDayUpTo, selectGuarded, selectStatement, selectSums, selectTurnover, type Span, type StatementPlace,
} from './reports.sql.ts';

/** A balance on the side on which the account grows; `held` of it is reserved (accounts with a floor). */
export type Balance = { readonly no: number; readonly balance: bigint; readonly held: bigint };

const EVER = '0001-01-01';

async function bookOf(tx: Tx, bookId: string): Promise<Book> {
  const book = await selectBook(tx, bookId);
  if (!book) throw new Refused(words.bookMissing, { status: 404 });
  return book;
}

/** The last closed month whose carried balances lie before the end of `on`, and the days after it. */
function spanTo(book: Book, on: LegalDate): Span {
  const before = monthAfter(monthOf(on), -1);
  const closed = book.closedThrough;
  const base = closed === null ? null : closed < before ? closed : before;
  if (base === null || base < book.begins) return { bookId: book.id, base: null, after: EVER, to: on };
  return { bookId: book.id, base, after: monthEnd(`${base}-01`), to: on };
}

const onSide = (side: 'debit' | 'credit', debit: bigint): bigint => (side === 'debit' ? debit : -debit);

/**
 * Balances of accounts, on the side on which each grows; accounts that never moved stand at 0 and are left out unless named.
 * @param o.on at the end of this day; everything posted unless told
 * @param o.knownAt as the books stood at this instant: journals posted later are left out
 */
export async function balances(tx: Tx, bookId: string, o: { accounts?: readonly number[]; on?: LegalDate; knownAt?: Date } = {}): Promise<Balance[]> {
  const book = await bookOf(tx, bookId);
  const span = o.knownAt ? { bookId, base: null, after: EVER, to: o.on ?? '9999-12-31' } : spanTo(book, o.on ?? '9999-12-31');
  const found = await selectBalances(tx, span, o.accounts ?? null, o.knownAt ?? null);
  const nos = o.accounts ?? found.map((f) => f.no);
  const accounts = await selectByNumbers(tx, bookId, nos);
  const debits = new Map(found.map((f) => [f.no, f.debit]));
  const held = new Map((await selectGuarded(tx, bookId, nos)).map((g) => [g.no, g.held]));
  return accounts.map((a) => ({ no: a.no, balance: onSide(a.side, debits.get(a.no) ?? 0n), held: held.get(a.no) ?? 0n })).sort((a, b) => a.no - b.no);
}

/** What may still be taken out of guarded accounts (balance − held), by number: one look-up each, however much was posted. */
export async function available(tx: Tx, bookId: string, nos: readonly number[]): Promise<Map<number, bigint>> {
  return new Map((await selectGuarded(tx, bookId, nos)).map((g) => [g.no, g.amount - g.held]));
}

/** One line of a statement: `amount` and `balance` on the side on which the account grows. */
export type StatementLine = {
  readonly on: LegalDate;
  readonly journalId: string;
  readonly summary: string;
  readonly document: { readonly kind: string; readonly id: string };
  /** the account on the other side */
  readonly against: number;
  readonly amount: bigint;
  readonly balance: bigint;
  /** of a reversal */
  readonly red: boolean;
};

function placeOf(token: string): StatementPlace {
  const [, on, journalId, n] = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})~(\d{1,4})$/.exec(token) ?? [];
  if (!on || !journalId || !n) throw new Refused(words.pageLost, { status: 400 });
  return { on, journalId, n: Number(n) };
}

async function debitBefore(tx: Tx, book: Book, no: number, from: LegalDate, place: StatementPlace | null): Promise<bigint> {
  const [before] = await selectBalances(tx, spanTo(book, addDays(place?.on ?? from, -1)), [no], null);
  return (before?.debit ?? 0n) + (place ? await selectDayUpTo(tx, book.id, no, place) : 0n);
}

/**
 * The statement of one account, oldest line first, with the balance after each line.
 * @param o.after `next` of the page before
 * @param o.limit 1 to 200, 50 unless told
 * @throws Refused when the account is missing
 */
export async function statement(
  tx: Tx, bookId: string, no: number, o: { from?: LegalDate; to?: LegalDate; after?: string; limit?: number } = {},
): Promise<{ opening: bigint; items: StatementLine[]; next?: string }> {
  const book = await bookOf(tx, bookId);
  const [account] = await selectByNumbers(tx, bookId, [no]);
  if (!account) throw new Refused(words.accountMissing, { slots: { account: no }, status: 404 });
  const from = o.from ?? `${book.begins}-01`;
  const limit = Math.min(Math.max(o.limit ?? 50, 1), 200);
  const after = o.after === undefined ? null : placeOf(o.after);
  const found = await selectStatement(tx, { bookId, no, from, to: o.to ?? '9999-12-31', after, limit: limit + 1 });
  const opening = await debitBefore(tx, book, no, from, after);
  let debit = opening;
  const items = found.slice(0, limit).map((l): StatementLine => {
    debit += l.debit;
    return {
      on: l.on, journalId: l.journalId, summary: l.summary, document: { kind: l.documentKind, id: l.documentId }, against: l.against, red: l.red,
      amount: onSide(account.side, l.debit), balance: onSide(account.side, debit),
    };
  });
  const last = found[limit - 1];
  return { opening: onSide(account.side, opening), items, ...(found.length > limit && last ? { next: `${last.on}~${last.journalId}~${last.n}` } : {}) };
}

/** One line of a trial balance: opening and closing debit positive, turnover of both sides (reversals count against it). */
export type TrialLine = Pick<AccountRow, 'no' | 'code' | 'zh' | 'en' | 'kind' | 'side'> & {
  readonly opening: bigint;
  readonly debit: bigint;
  readonly credit: bigint;
  readonly closing: bigint;
};

/**
 * The trial balance (试算平衡表) of a month, by account of the chart; sub-accounts of people stand summed under their heading.
 * Openings and closings each sum to zero, debits equal credits.
 */
export async function trialBalance(tx: Tx, bookId: string, month: string): Promise<TrialLine[]> {
  const book = await bookOf(tx, bookId);
  const first = `${month}-01`;
  const opening = new Map((await selectChartBalances(tx, spanTo(book, addDays(first, -1)))).map((b) => [b.no, b.debit]));
  const turned = new Map((await selectTurnover(tx, bookId, first, monthEnd(first))).map((t) => [t.no, t]));
  const chart = await selectChart(tx, bookId);
  return chart.flatMap(({ no, code, zh, en, kind, side }) => {
    const turn = turned.get(no) ?? { debit: 0n, credit: 0n };
    const open = opening.get(no) ?? 0n;
    if (open === 0n && !turned.has(no)) return [];
    return [{ no, code, zh, en, kind, side, opening: open, debit: turn.debit, credit: turn.credit, closing: open + turn.debit - turn.credit }];
  });
}

/** Turnover between two days (both included) by kind of account, or by the values of a tag within each kind. */
export function sums(tx: Tx, bookId: string, o: { from: LegalDate; to: LegalDate; tag?: string }): Promise<{ kind: string; value: string; debit: bigint; credit: bigint }[]> {
  return selectSums(tx, bookId, o.from, o.to, o.tag ?? null);
}

/** The chart of a book, by code, without the sub-accounts of people. */
export const chart = (tx: Tx, bookId: string): Promise<(AccountRow & { closed: boolean })[]> => selectChart(tx, bookId);

/** Whether the day lies in a month that takes postings. */
export async function isOpen(tx: Tx, bookId: string, on: LegalDate): Promise<boolean> {
  const book = await bookOf(tx, bookId);
  const month = monthOf(on);
  return month >= book.begins && (book.closedThrough === null || month > book.closedThrough) && on <= legalDateOf(tx.now);
}
