import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { words } from './payments.words.ts';

/** An account of the union's money book, by its code in the chart of the accounting system (工会会计制度). */
export type PurposeAccount = { readonly code: string; readonly name: Word };

/** What money is paid for. A part declares each purpose it pays for, once, in its index.ts. */
export type Purpose = {
  /** `suggestion.reward` */
  readonly name: string;
  readonly title: Word;
  /** the expense that an approved list is booked to */
  readonly expense: PurposeAccount;
  /** where it is owed until it is paid; 215 其他应付款 unless told */
  readonly payable?: PurposeAccount;
  /** where the money comes from; 102 银行存款 unless told */
  readonly bank?: PurposeAccount;
  /** which of the union's books; `payments` unless told */
  readonly book?: string;
  /** officers may write lists of this purpose by hand */
  readonly byHand?: boolean;
  /** where the phone shows what a line is for; `:id` is the document's id */
  readonly memberPath?: `/${string}`;
  /** the same at the desk */
  readonly consolePath?: `/${string}`;
};

const known = new Map<string, Purpose>();

/** Makes a purpose known; twice the same object is once. */
export function usePurpose(p: Purpose): void {
  const there = known.get(p.name);
  if (there !== undefined && there !== p) throw new Error(`payments: purpose ${p.name} is declared twice`);
  known.set(p.name, p);
}

/** All purposes in the order they were declared. */
export const allPurposes = (): readonly Purpose[] => [...known.values()];

/**
 * A purpose by name.
 * @throws Refused when nobody declared it
 */
export function purposeNamed(name: string): Purpose {
  const p = known.get(name);
  if (p === undefined) throw new Refused(words.purposeUnknown, { status: 400, fields: [{ path: 'purpose', why: words.purposeUnknown }] });
  return p;
}

/** Its accounts with what is usual filled in. */
export const accountsOf = (p: Purpose): { book: string; expense: PurposeAccount; payable: PurposeAccount; bank: PurposeAccount } => ({
  book: p.book ?? 'payments', expense: p.expense,
  payable: p.payable ?? { code: '215', name: words.payable },
  bank: p.bank ?? { code: '102', name: words.bank },
});
