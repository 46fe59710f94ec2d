/** Engine ledger: double entry for points and money, in books that cannot be unbalanced. See about.md. */
import { accountNumbers, accountsOf, closeAccount, findBook, findFor, loadBook, openAccounts, openBook, openFor } from './accounts.service.ts';
import { head, proofOf, sealBlock } from './chain.service.ts';
import { exportBook } from './export.service.ts';
import { cancel, confirm, expireHolds, loadHold, reserve } from './holds.service.ts';
import { journalsOf, loadJournal } from './journals.service.ts';
import { declareJobs, seal, sweepHolds, verifyAll } from './ledger.jobs.ts';
import { closeMonth, periods, reopenMonth, sealPeriod } from './periods.service.ts';
import { batchSize, lock, post, reverse, reverseEach } from './posting.service.ts';
import { available, balances, chart, isOpen, statement, sums, trialBalance } from './reports.service.ts';
import { bookIds, faultWord, verifyBook } from './verify.service.ts';

export const ledger = {
  openBook, findBook, loadBook, bookIds, openAccounts, openFor, findFor, accountNumbers, accountsOf, closeAccount, chart,
  lock, post, reverse, reverseEach, batchSize, loadJournal, journalsOf,
  reserve, confirm, cancel, expireHolds, sweepHolds, loadHold,
  closeMonth, reopenMonth, sealPeriod, periods, isOpen,
  balances, available, statement, trialBalance, sums,
  sealBlock, seal, head, proofOf, exportBook, verifyBook, verifyAll, faultWord, declareJobs,
};
export { words as ledgerWords } from './ledger.words.ts';
export type { AccountKind, AccountSubject, ChartAccount } from './accounts.rules.ts';
export type { Book } from './accounts.sql.ts';
export type { Head, Proof } from './chain.service.ts';
export type { Hold, Reservation } from './holds.service.ts';
export type { Journal } from './journals.service.ts';
export type { Period } from './periods.service.ts';
export type { DocumentRef, Makers, Move, Posting } from './posting.rules.ts';
export type { Posted } from './posting.service.ts';
export type { Balance, StatementLine, TrialLine } from './reports.service.ts';
export type { BookVerification, LedgerFault } from './verify.service.ts';
