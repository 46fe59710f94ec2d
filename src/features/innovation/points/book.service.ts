import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import { type ChartAccount, ledger, type Makers, type Posting } from '#engines/ledger';
import { type AccountRow, insertAccounts, lockAccounts, PURPOSE } from './accounts.sql.ts';
import type { Scheme } from './credits.sql.ts';
import { words } from './points.words.ts';

/** The book tells the members' side: a wallet is what they have, a debt what was advanced to them. */
const CHART: readonly ChartAccount[] = [
  { code: '1', name: words.accountWallets, kind: 'asset', heading: true },
  { code: '2', name: words.accountDebts, kind: 'liability', heading: true },
  { code: '4', name: words.accountIssued, kind: 'income' },
  { code: '45', name: words.accountCorrected, kind: 'income' },
  { code: '5', name: words.accountExchanged, kind: 'expense' },
  { code: '55', name: words.accountExpired, kind: 'expense' },
];
const SYSTEM = { system: 'points' };

/** The book of a scheme with the numbers of its accounts. */
export type Book = { readonly id: string; readonly schemeId: string; readonly begins: string; readonly issued: number; readonly corrected: number; readonly exchanged: number; readonly expired: number };

async function asBook(tx: Tx, schemeId: string, book: { id: string; begins: string }): Promise<Book> {
  const no = await ledger.accountNumbers(tx, book.id, CHART.map((a) => a.code));
  const of = (code: string): number => no.get(code) ?? 0;
  return { id: book.id, schemeId, begins: book.begins, issued: of('4'), corrected: of('45'), exchanged: of('5'), expired: of('55') };
}

/** The book of a scheme if it has one yet. */
export async function findBook(tx: Tx, schemeId: string): Promise<Book | null> {
  const there = await ledger.findBook(tx, schemeId, PURPOSE);
  return there ? asBook(tx, schemeId, there) : null;
}

/** The book of a scheme, opened with the month of the scheme when it is needed first. */
export async function bookOf(tx: Tx, scheme: Scheme): Promise<Book> {
  const there = await findBook(tx, scheme.unionId);
  if (there) return there;
  return asBook(tx, scheme.unionId, await ledger.openBook(tx, SYSTEM, { unionId: scheme.unionId, purpose: PURPOSE, commodity: 'points', begins: scheme.openedOn.slice(0, 7), chart: CHART }));
}

/** Accounts of these people, opened where they have none, and locked to the end of the transaction. */
export async function accountsFor(tx: Tx, book: Book, personIds: readonly string[]): Promise<Map<string, AccountRow>> {
  const ids = [...new Set(personIds)].sort();
  const there = new Set((await lockAccounts(tx, book.schemeId, ids)).map((a) => a.personId));
  const fresh = ids.filter((id) => !there.has(id));
  if (fresh.length > 0) {
    const open = (heading: string, floored: boolean) => ledger.openFor(tx, SYSTEM, book.id, { heading, kind: 'person', subjectIds: fresh, floored });
    const [wallets, debts] = [await open('1', true), await open('2', false)];
    await insertAccounts(tx, fresh.map((personId) => ({ schemeId: book.schemeId, personId, walletNo: wallets.get(personId) ?? 0, debtNo: debts.get(personId) ?? 0 })));
  }
  return new Map((await lockAccounts(tx, book.schemeId, ids)).map((a) => [a.personId, a]));
}

/** The day on which something of a day is posted: that day if its month is open, else today. */
export async function dayFor(tx: Tx, book: Book, on: string): Promise<string> {
  const today = legalDateOf(tx.now);
  return on <= today && (await ledger.isOpen(tx, book.id, on)) ? on : today;
}

const BY_ITSELF: Makers = { madeBy: null };
const sized = (text: string): string => text.slice(0, 200).trim();

/** The words of a journal, in Chinese as the book is kept. */
export const summary = (word: Word, slots: Record<string, string | number> = {}): string => sized(say(word, 'zh', slots));

/** Posts any number of journals, a thousand at a time. */
export async function postAll(tx: Tx, makers: Makers, batch: readonly Posting[]): Promise<void> {
  for (let i = 0; i < batch.length; i += ledger.batchSize) await ledger.post(tx, makers, batch.slice(i, i + ledger.batchSize));
}

/** What is owed on these accounts, by number of the debt account; accounts that owe nothing are left out. */
export async function debtsOf(tx: Tx, book: Pick<Book, 'id'>, accounts: readonly AccountRow[]): Promise<Map<number, bigint>> {
  const found = accounts.length === 0 ? [] : await ledger.balances(tx, book.id, { accounts: accounts.map((a) => a.debtNo) });
  return new Map(found.filter((b) => b.balance > 0n).map((b) => [b.no, b.balance]));
}

/**
 * Makes sure that so much can be taken out of each wallet: what is missing because it was spent or is reserved is advanced and stands as
 * a debt from then on. Accounts are locked.
 * @param wanted by person
 * @param cause ends the keys of the journals
 */
export async function advance(tx: Tx, book: Book, accounts: ReadonlyMap<string, AccountRow>, wanted: ReadonlyMap<string, bigint>, cause: string): Promise<void> {
  const own = [...wanted.keys()].flatMap((id) => accounts.get(id) ?? []);
  const free = await ledger.available(tx, book.id, own.map((a) => a.walletNo));
  await postAll(tx, BY_ITSELF, own.flatMap((a) => {
    const missing = (wanted.get(a.personId) ?? 0n) - (free.get(a.walletNo) ?? 0n);
    if (missing <= 0n) return [];
    return [{ bookId: book.id, key: `points/advanced/${cause}/${a.personId}`, on: legalDateOf(tx.now), summary: summary(words.summaryAdvanced), document: { kind: 'pointDebt', id: a.personId }, moves: [{ from: a.debtNo, to: a.walletNo, amount: missing }] }];
  }));
}

/** Pays debts from what has come into the wallets. Accounts are locked, so each call finds what is left after the one before. */
export async function payDebts(tx: Tx, book: Book, accounts: readonly AccountRow[]): Promise<void> {
  const debts = await debtsOf(tx, book, accounts);
  const owing = accounts.filter((a) => debts.has(a.debtNo));
  if (owing.length === 0) return;
  const free = await ledger.available(tx, book.id, owing.map((a) => a.walletNo));
  await postAll(tx, BY_ITSELF, owing.flatMap((a) => {
    const [debt, has] = [debts.get(a.debtNo) ?? 0n, free.get(a.walletNo) ?? 0n];
    const amount = debt < has ? debt : has;
    if (amount <= 0n) return [];
    return [{ bookId: book.id, key: `points/repaid/${newId()}`, on: legalDateOf(tx.now), summary: summary(words.summaryRepaid), document: { kind: 'pointDebt', id: a.personId }, moves: [{ from: a.walletNo, to: a.debtNo, amount }] }];
  }));
}
