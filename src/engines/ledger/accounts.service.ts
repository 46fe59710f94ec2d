import { audit, type By } from '#engines/audit';
import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type AccountRow, type AccountSubject, type ChartAccount, rowOf } from './accounts.rules.ts';
import {
  type Book, endAccount, insertAccounts, insertBook, selectBook, selectBookFor, selectByCodes, selectByNumbers, selectOfSubjects, selectWhose, takeNumbers,
} from './accounts.sql.ts';
import { words } from './ledger.words.ts';
import { lockBooks, lockStandings } from './posting.sql.ts';
import { balances } from './reports.service.ts';

/** Most accounts opened in one call. */
const MOST = 10_000;

/**
 * A book by id.
 * @throws Refused (404) when the federation has none of this id
 */
export async function loadBook(tx: Tx, id: string): Promise<Book> {
  const book = await selectBook(tx, id);
  if (!book) throw new Refused(words.bookMissing, { status: 404 });
  return book;
}

/** The book of a union for a purpose, if it has one. */
export const findBook = (tx: Tx, unionId: string, purpose: string): Promise<Book | undefined> => selectBookFor(tx, unionId, purpose);

/**
 * Opens a book with its chart; a union that has one for this purpose gets that one back, with accounts of the chart added
 * that it lacks.
 * @param o.commodity `points`, or `CNY` for amounts in fen
 * @param o.begins first month that takes postings, `YYYY-MM`
 * @throws Refused when the union's book for this purpose is in another commodity or begins in another month
 */
export async function openBook(
  tx: Tx, by: By, o: { unionId: string; purpose: string; commodity: string; begins: string; chart: readonly ChartAccount[] },
): Promise<Book> {
  const { chart, ...wanted } = o;
  const fresh = { ...wanted, id: newId() };
  const added = await insertBook(tx, fresh);
  const book = added ? { ...fresh, closedThrough: null } : await selectBookFor(tx, o.unionId, o.purpose);
  if (!book) throw new Error('ledger: a book was neither there nor added');
  if (book.commodity !== o.commodity || book.begins !== o.begins) throw new Refused(words.bookOther, { slots: { purpose: o.purpose } });
  if (added) await audit.record(tx, by, words.bookOpened, { subject: { kind: 'ledgerBook', id: book.id }, unionId: o.unionId, slots: { purpose: o.purpose, commodity: o.commodity } });
  await openAccounts(tx, by, book.id, chart);
  return book;
}

/** Chart accounts that are not there yet, parents before children, with the numbers from `first` on. */
function numbered(chart: readonly ChartAccount[], there: readonly AccountRow[], first: number): AccountRow[] {
  const byCode = new Map(there.map((a) => [a.code, a]));
  const fresh: AccountRow[] = [];
  for (const account of chart) {
    const parent = account.parent === undefined ? null : byCode.get(account.parent);
    if (parent === undefined) throw new Error(`ledger: ${account.code} stands before its heading ${account.parent}`);
    if (parent !== null && !parent.heading) throw new Refused(words.parentNoHeading, { slots: { code: parent.code } });
    if (parent !== null && parent.kind !== account.kind) throw new Refused(words.parentOther, { slots: { code: account.code } });
    const row = { ...rowOf(account, parent?.no ?? null), no: first + fresh.length };
    const before = byCode.get(account.code);
    if (!before) {
      byCode.set(account.code, row);
      fresh.push(row);
    } else if (before.kind !== row.kind || before.side !== row.side || before.floored !== row.floored || before.heading !== row.heading || before.parentNo !== row.parentNo) {
      throw new Refused(words.accountTaken, { slots: { code: account.code } });
    }
  }
  return fresh;
}

/**
 * Opens accounts of a chart, headings before what stands below them; those that are there already stay as they are.
 * @returns numbers by code
 * @throws Refused when a code is taken by an account of another nature, or a parent is no heading or of another kind
 */
export async function openAccounts(tx: Tx, by: By, bookId: string, chart: readonly ChartAccount[]): Promise<Map<string, number>> {
  if (chart.length > MOST) throw new Error(`ledger: more than ${MOST} accounts at once`);
  const codes = chart.flatMap((a) => (a.parent === undefined ? [a.code] : [a.code, a.parent]));
  const asked = new Set(chart.map((a) => a.code));
  const numbersOf = (all: readonly AccountRow[]): Map<string, number> => new Map(all.filter((a) => asked.has(a.code)).map((a) => [a.code, a.no]));
  const before = await selectByCodes(tx, bookId, codes);
  if (numbered(chart, before, 1).length === 0) return numbersOf(before);
  // The book's row is locked by taking numbers, so two charts cannot open the same code.
  const first = await takeNumbers(tx, bookId, chart.length);
  if (first === undefined) throw new Refused(words.bookMissing, { status: 404 });
  const there = await selectByCodes(tx, bookId, codes);
  const fresh = numbered(chart, there, first);
  if (fresh.length > 0) {
    await insertAccounts(tx, bookId, fresh, newId());
    const { unionId } = await loadBook(tx, bookId);
    await audit.record(tx, by, words.accountsOpened, { subject: { kind: 'ledgerBook', id: bookId }, unionId, slots: { n: fresh.length } });
  }
  return numbersOf([...there, ...fresh]);
}

/** Numbers of accounts by code; codes that the book does not have are left out. */
export async function accountNumbers(tx: Tx, bookId: string, codes: readonly string[]): Promise<Map<string, number>> {
  return new Map((await selectByCodes(tx, bookId, codes)).map((a) => [a.code, a.no]));
}

/**
 * Sub-accounts of people (or other subjects) below a heading, for up to 10,000 at once; those that are missing are opened
 * with `floored` as given. Calling it again opens nothing.
 * @returns numbers by subject id
 * @throws Refused when the heading is missing or is no heading
 */
export async function openFor(
  tx: Tx, by: By, bookId: string, o: { heading: string; kind: string; subjectIds: readonly string[]; floored: boolean },
): Promise<Map<string, number>> {
  if (o.subjectIds.length > MOST) throw new Error(`ledger: more than ${MOST} accounts at once`);
  const [heading] = await selectByCodes(tx, bookId, [o.heading]);
  if (!heading) throw new Refused(words.accountMissing, { slots: { account: o.heading }, status: 404 });
  if (!heading.heading) throw new Refused(words.parentNoHeading, { slots: { code: o.heading } });
  const lookUp = async (): Promise<Map<string, number>> => new Map((await selectOfSubjects(tx, bookId, heading.no, o.subjectIds)).map((a) => [a.subjectId, a.no]));
  const there = await lookUp();
  if (o.subjectIds.every((id) => there.has(id))) return there;
  // Taking numbers locks the book; somebody else may have opened some of them until then.
  const first = (await takeNumbers(tx, bookId, new Set(o.subjectIds).size)) ?? 1;
  const now = await lookUp();
  const missing = [...new Set(o.subjectIds)].filter((id) => !now.has(id));
  const fresh = missing.map((id, i): AccountRow => ({
    no: first + i, code: `${heading.code}-${first + i}`, zh: heading.zh, en: heading.en, kind: heading.kind, side: heading.side,
    floored: o.floored, heading: false, parentNo: heading.no, subjectKind: o.kind, subjectId: id,
  }));
  if (fresh.length > 0) {
    await insertAccounts(tx, bookId, fresh, newId());
    const { unionId } = await loadBook(tx, bookId);
    await audit.record(tx, by, words.accountsOpened, { subject: { kind: 'ledgerBook', id: bookId }, unionId, slots: { n: fresh.length } });
  }
  for (const a of fresh) now.set(a.subjectId ?? '', a.no);
  return now;
}

/** Numbers of the sub-accounts of these subjects below a heading, those that are there; nothing is opened. */
export async function findFor(tx: Tx, bookId: string, o: { heading: string; subjectIds: readonly string[] }): Promise<Map<string, number>> {
  const [heading] = await selectByCodes(tx, bookId, [o.heading]);
  if (!heading) return new Map();
  return new Map((await selectOfSubjects(tx, bookId, heading.no, o.subjectIds)).map((a) => [a.subjectId, a.no]));
}

/** Every account of one subject in all books, with its balance now, on the side on which it grows. */
export async function accountsOf(tx: Tx, subject: AccountSubject): Promise<{ bookId: string; no: number; commodity: string; zh: string; en: string; balance: bigint }[]> {
  const found = await selectWhose(tx, subject);
  const perBook = Map.groupBy(found, (a) => a.bookId);
  const stand = new Map<string, bigint>();
  for (const [bookId, own] of perBook) {
    for (const b of await balances(tx, bookId, { accounts: own.map((a) => a.no) })) stand.set(`${bookId} ${b.no}`, b.balance);
  }
  return found.map((a) => ({ bookId: a.bookId, no: a.no, commodity: a.commodity, zh: a.parentZh, en: a.parentEn, balance: stand.get(`${a.bookId} ${a.no}`) ?? 0n }));
}

/**
 * Ends an account: it takes no more postings. Waits for postings that are under way.
 * @throws Refused when it is missing, ended already, or still holds something
 */
export async function closeAccount(tx: Tx, by: By, bookId: string, no: number): Promise<void> {
  const book = await loadBook(tx, bookId);
  await lockBooks(tx, [bookId], 'alone');
  const [account] = await selectByNumbers(tx, bookId, [no]);
  const [standing] = await lockStandings(tx, bookId, [no]);
  if (!account || !standing) throw new Refused(words.accountMissing, { slots: { account: no }, status: 404 });
  const [balance] = await balances(tx, bookId, { accounts: [no] });
  if ((balance?.balance ?? 0n) !== 0n || (standing.held ?? 0n) !== 0n) throw new Refused(words.accountNotEmpty, { slots: { account: account.code } });
  if (!(await endAccount(tx, bookId, no, legalDateOf(tx.now)))) throw new Refused(words.accountClosed, { slots: { account: account.code } });
  await audit.record(tx, by, words.accountEnded, { subject: { kind: 'ledgerBook', id: bookId }, unionId: book.unionId, slots: { code: account.code } });
}
