import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import { type ChartAccount, ledger, type Makers, type Posting } from '#engines/ledger';
import { sumsByPerson } from './lines.rules.ts';
import type { LineRow } from './lines.sql.ts';
import type { ListRow } from './payments.sql.ts';
import { words } from './payments.words.ts';
import { accountsOf, purposeNamed } from './purposes.ts';

type Accounts = { readonly bookId: string; readonly expense: number; readonly payable: number; readonly bank: number };
type Bounds = Pick<LineRow, 'id' | 'personId' | 'amountFen'>;

/** The book that a list is posted to, opened when the union has none, with the accounts of its purpose. */
async function accountsFor(tx: Tx, by: Actor, list: ListRow): Promise<Accounts> {
  const { book: purpose, expense, payable, bank } = accountsOf(purposeNamed(list.purpose));
  const chart: readonly ChartAccount[] = [{ ...bank, kind: 'asset' }, { ...payable, kind: 'liability' }, { ...expense, kind: 'expense' }];
  const begins = `${Number(legalDateOf(tx.now).slice(0, 4)) - 1}-01`;
  const book = (await ledger.findBook(tx, list.unionId, purpose)) ?? (await ledger.openBook(tx, by, { unionId: list.unionId, purpose, commodity: 'CNY', begins, chart }));
  const numbers = await ledger.openAccounts(tx, by, book.id, chart);
  const no = (code: string): number => {
    const found = numbers.get(code);
    if (found === undefined) throw new Error(`payments: account ${code} was not opened`);
    return found;
  };
  return { bookId: book.id, expense: no(expense.code), payable: no(payable.code), bank: no(bank.code) };
}

const summary = (word: typeof words.summaryDue, list: ListRow): string => say(word, 'zh', { title: list.title }).slice(0, 200).trim();

async function postAll(tx: Tx, makers: Makers, postings: readonly Posting[]): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < postings.length; at += ledger.batchSize) ids.push(...(await ledger.post(tx, makers, postings.slice(at, at + ledger.batchSize))).map((p) => p.id));
  return ids;
}

const dueKey = (list: ListRow, line: Bounds): string => `payments/${list.id}/${line.id}/due`;

/** What approving posts for each line: the expense, owed from the day of the approval. A set-off lowers both. Said again, it is the same. */
function duesOf(list: ListRow, approvedAt: Date, a: Accounts, lines: readonly Bounds[]): Posting[] {
  return lines.map((line) => ({
    bookId: a.bookId, key: dueKey(list, line), on: legalDateOf(approvedAt), summary: summary(words.summaryDue, list), document: { kind: 'paymentList', id: list.id },
    moves: [line.amountFen > 0n ? { from: a.payable, to: a.expense, amount: line.amountFen, tags: { purpose: list.purpose } } : { from: a.expense, to: a.payable, amount: -line.amountFen, tags: { purpose: list.purpose } }],
  }));
}

const makersOf = (list: ListRow, approver: string): Makers => ({ madeBy: list.submittedById ?? list.madeById, checkedBy: approver });

/** Posts expense → payable for every line of a list that was just approved. */
export async function postDue(tx: Tx, by: Actor, list: ListRow, lines: readonly Bounds[]): Promise<void> {
  await postAll(tx, makersOf(list, by.personId), duesOf(list, tx.now, await accountsFor(tx, by, list), lines));
}

/** Takes back what approving posted for these lines (红字冲销): they failed, or the list was cancelled. */
export async function reverseDue(tx: Tx, by: Actor, list: ListRow, lines: readonly Bounds[]): Promise<void> {
  if (list.approvedAt === null || list.approvedById === null || lines.length === 0) return;
  const ids = await postAll(tx, makersOf(list, list.approvedById), duesOf(list, list.approvedAt, await accountsFor(tx, by, list), lines));
  const backs = lines.map((line, i) => ({ journalId: ids[i] ?? '', key: `payments/${list.id}/${line.id}/back` }));
  for (let at = 0; at < backs.length; at += ledger.batchSize) await ledger.reverseEach(tx, { madeBy: by.personId }, backs.slice(at, at + ledger.batchSize));
}

/** Posts payable → bank for each person who was paid: one amount, as the bank sees it. */
export async function postPaid(tx: Tx, by: Actor, list: ListRow, lines: readonly Bounds[]): Promise<void> {
  const a = await accountsFor(tx, by, list);
  await postAll(tx, { madeBy: by.personId }, [...sumsByPerson(lines)].filter(([, amount]) => amount > 0n).map(([personId, amount]) => ({
    bookId: a.bookId, key: `payments/${list.id}/${personId}/paid`, on: legalDateOf(tx.now), summary: summary(words.summaryPaid, list), document: { kind: 'paymentList', id: list.id },
    moves: [{ from: a.bank, to: a.payable, amount, tags: { purpose: list.purpose } }],
  })));
}
