import { type ChartAccount, ledger, type Posting } from '#engines/ledger';
import { foundFederation } from '#engines/org';
import type { Database } from '#platform/db';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';

/** Accounts of a points book: what was issued, a budget that cannot be overdrawn, and people's wallets. */
export const CHART: readonly ChartAccount[] = [
  { code: '500', name: '积分支出', kind: 'expense' },
  { code: '101', name: '积分预算', kind: 'asset', floored: true },
  { code: '102', name: '银行存款', kind: 'asset' },
  { code: '200', name: '职工积分', kind: 'liability', heading: true },
  { code: '211', name: '应付上级经费', kind: 'liability' },
  { code: '301', name: '净资产', kind: 'equity' },
  { code: '402', name: '拨缴经费收入', kind: 'income' },
];

export const SYSTEM = { system: 'test' };
export const NOBODY = { madeBy: null };

/** A federation of its own with one book and some wallets. */
export type LedgerStory = {
  readonly federationId: string;
  readonly bookId: string;
  /** numbers of the chart's accounts by code */
  readonly no: (code: string) => number;
  readonly people: readonly string[];
  readonly wallets: readonly number[];
  within<R>(run: (tx: Tx) => Promise<R>, at?: string): Promise<R>;
  /** a journal of one move, dated 2026-11-10 unless told */
  journal(key: string, from: number, to: number, amount: bigint, o?: Partial<Posting>): Posting;
};

const NOW = '2026-11-21T08:00:00Z';

/** Opens a federation with a points book that begins in September 2026. */
export async function ledgerStory(database: Database, wallets = 3): Promise<LedgerStory> {
  const federationId = newId();
  const within = <R>(run: (tx: Tx) => Promise<R>, at = NOW): Promise<R> => database.transaction(federationId, new Date(at), run, { statementTimeout: 120_000 });
  const people = Array.from({ length: wallets }, () => newId());
  const { bookId, numbers, own } = await within(async (tx) => {
    await foundFederation(tx, { name: '市总工会', code: `L${federationId.slice(-8)}` });
    const book = await ledger.openBook(tx, SYSTEM, { unionId: federationId, purpose: 'points', commodity: 'points', begins: '2026-09', chart: CHART });
    const found = await ledger.accountNumbers(tx, book.id, CHART.map((a) => a.code));
    const opened = await ledger.openFor(tx, SYSTEM, book.id, { heading: '200', kind: 'person', subjectIds: people, floored: true });
    return { bookId: book.id, numbers: found, own: opened };
  });
  return {
    federationId, bookId, people, within,
    no: (code) => numbers.get(code) ?? 0,
    wallets: people.map((id) => own.get(id) ?? 0),
    journal: (key, from, to, amount, o = {}) => ({ bookId, key, on: '2026-11-10', summary: '合理化建议奖励', document: { kind: 'suggestion', id: key }, moves: [{ from, to, amount }], ...o }),
  };
}
