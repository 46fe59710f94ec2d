import { audit, type By } from '#engines/audit';
import type { Tx } from '#shared/call';
import { legalDateOf, monthEnd } from '#shared/dates';
import { Refused } from '#shared/errors';
import { loadBook } from './accounts.service.ts';
import type { Book } from './accounts.sql.ts';
import { head, sealBlock } from './chain.service.ts';
import { words } from './ledger.words.ts';
import { deleteCarried, deletePeriod, insertCarried, insertPeriod, type PeriodRow, sealMonth, selectPeriods, selectTotals } from './periods.sql.ts';
import { monthAfter } from './posting.rules.ts';
import { lockBooks } from './posting.sql.ts';

/** A month of a book. One that takes postings has no row and is not listed. */
export type Period = PeriodRow & { readonly state: 'closed' | 'sealed' };

const line = (book: Book) => ({ subject: { kind: 'ledgerBook', id: book.id }, unionId: book.unionId });

/** Nobody posts to the book from here to the end of the transaction; what was under way has ended. */
async function holdStill(tx: Tx, bookId: string): Promise<Book> {
  await lockBooks(tx, [bookId], 'alone');
  return loadBook(tx, bookId);
}

/** Closed and sealed months, newest first; months without a row are open. */
export async function periods(tx: Tx, bookId: string): Promise<Period[]> {
  return (await selectPeriods(tx, bookId)).map((p) => ({ ...p, state: p.sealedAt === null ? 'closed' : 'sealed' }));
}

/**
 * Closes the next month (结账): it takes no more postings, those under way have ended, and balances are carried over.
 * @param month `YYYY-MM`
 * @returns how many journals the month holds
 * @throws Refused when another month is next, or the month is not over
 */
export async function closeMonth(tx: Tx, by: By, bookId: string, month: string): Promise<bigint> {
  const book = await holdStill(tx, bookId);
  const next = book.closedThrough === null ? book.begins : monthAfter(book.closedThrough);
  if (month !== next) throw new Refused(words.monthOrder, { slots: { month: next } });
  const days = { from: `${month}-01`, to: monthEnd(`${month}-01`) };
  if (legalDateOf(tx.now) < days.to) throw new Refused(words.monthNotOver, { slots: { month } });
  await insertCarried(tx, bookId, { month, before: book.closedThrough, ...days });
  const totals = await selectTotals(tx, bookId, days.from, days.to);
  await insertPeriod(tx, bookId, { month, ...totals, closedBy: by !== null && 'personId' in by ? by.personId : null });
  await audit.record(tx, by, words.monthWasClosed, { ...line(book), slots: { month, n: Number(totals.journals) } });
  return totals.journals;
}

/**
 * Reopens the last closed month (反结账), as long as it is not sealed. The log keeps that it was done (rules.md §13.5).
 * @throws Refused when the month is not the last closed one, or is sealed
 */
export async function reopenMonth(tx: Tx, by: By, bookId: string, month: string): Promise<void> {
  const book = await holdStill(tx, bookId);
  const [last, before] = await selectPeriods(tx, bookId);
  if (last?.month !== month || last.sealedAt !== null) throw new Refused(words.monthNotLast);
  await deleteCarried(tx, bookId, month);
  await deletePeriod(tx, bookId, month, before?.month ?? null);
  await audit.record(tx, by, words.monthWasReopened, { ...line(book), slots: { month } });
}

/**
 * Seals a closed month for ever: all journals posted until now go into blocks first, and the month names the head of the
 * chain. Print that head where many people keep it.
 * @throws Refused when the month is not closed, or an earlier one is not sealed; sealing again changes nothing
 */
export async function sealPeriod(tx: Tx, by: By, bookId: string, month: string): Promise<{ block: string; hash: string }> {
  const book = await holdStill(tx, bookId);
  const closed = await selectPeriods(tx, bookId);
  const own = closed.find((p) => p.month === month);
  if (!own) throw new Refused(words.monthNotClosed, { slots: { month } });
  if (closed.some((p) => p.month < month && p.sealedAt === null)) throw new Refused(words.monthSealOrder, { slots: { month } });
  while ((await sealBlock(tx, bookId)) > 0);
  const at = await head(tx, bookId);
  if (own.sealedAt !== null) return at;
  await sealMonth(tx, bookId, month, at);
  await audit.record(tx, by, words.monthWasSealed, { ...line(book), slots: { month, block: at.block } });
  return at;
}
