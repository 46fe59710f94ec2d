import type { Word } from '#shared/words';

/** Elements of a balance sheet and of income (工会会计制度 2022: assets, liabilities, net assets, income, expenditure). */
export type AccountKind = 'asset' | 'liability' | 'equity' | 'income' | 'expense';

/** One account of a chart, as data. */
export type ChartAccount = {
  /** `102`, `21202`; once in a book */
  readonly code: string;
  readonly name: Word | string;
  readonly kind: AccountKind;
  /** on which side it grows: debit for assets and expenses unless told (163 accumulated depreciation is an asset on the credit side) */
  readonly side?: 'debit' | 'credit';
  /** may never go below zero on its side; balances of such accounts are kept and guarded */
  readonly floored?: boolean;
  /** sums up the accounts below it; nothing is posted to it */
  readonly heading?: boolean;
  /** code of the heading above, which stands earlier in the chart */
  readonly parent?: string;
};

/** Whose a sub-account is: a kind (`person`, `union`, `supplier`) and an id; never a name. */
export type AccountSubject = { readonly kind: string; readonly id: string };

/** An account as rows hold it. */
export type AccountRow = {
  readonly no: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly kind: AccountKind;
  readonly side: 'debit' | 'credit';
  readonly floored: boolean;
  readonly heading: boolean;
  readonly parentNo: number | null;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
};

/** A chart account as a row, still without its number. */
export function rowOf(account: ChartAccount, parentNo: number | null): Omit<AccountRow, 'no'> {
  const { code, name, kind, heading = false } = account;
  const usual = kind === 'asset' || kind === 'expense' ? 'debit' : 'credit';
  const named = typeof name === 'string' ? { zh: name, en: name } : { zh: name.zh, en: name.en };
  return { code, ...named, kind, side: account.side ?? usual, floored: !heading && (account.floored ?? false), heading, parentNo, subjectKind: null, subjectId: null };
}
