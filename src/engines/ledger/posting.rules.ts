import { isLegalDate, type LegalDate } from '#shared/dates';
import { orderly } from '#shared/orderly';

/** One move: `amount` (whole fen or points, more than 0) leaves `from` (its credit) and enters `to` (its debit). */
export type Move = {
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
  /** dimensions to sum by, as `{"project":"p1","economic":"30201"}` */
  readonly tags?: Readonly<Record<string, string>>;
};

/** What a journal rests on: a kind in the part's words (`suggestion`, `levy`) and its id; never a name. */
export type DocumentRef = { readonly kind: string; readonly id: string };

/** One journal to be posted. Accounts are numbers of the book, so no move can lead out of it. */
export type Posting = {
  readonly bookId: string;
  /** once in a federation: `suggestion/42/reward` */
  readonly key: string;
  readonly on: LegalDate;
  readonly summary: string;
  readonly document: DocumentRef;
  /** 1 to 200 */
  readonly moves: readonly Move[];
};

/** A posting as it is written, with the journal it takes back. */
export type Draft = Posting & { readonly reverses: string | null };

/** Who made a journal (null: a job of the system) and who checked it; two different people. */
export type Makers = { readonly madeBy: string | null; readonly checkedBy?: string | null };

export const MOST = { journals: 1_000, moves: 10_000, movesEach: 200, amount: 10n ** 15n } as const;

function assert(holds: boolean, why: string): asserts holds {
  if (!holds) throw new Error(`ledger: ${why}`);
}

const fits = (text: string, most: number): boolean => text.length >= 1 && text.length <= most && text.trim() === text && !text.includes('\0');

/** Insists on the shape of a move; a wrong one is our bug, what people type is parsed before. */
function assertMove(move: Move, key: string): void {
  assert(Number.isInteger(move.from) && Number.isInteger(move.to) && move.from !== move.to, `${key}: a move goes from one account to another`);
  assert(typeof move.amount === 'bigint' && move.amount > 0n && move.amount < MOST.amount, `${key}: an amount is more than 0 and below ${MOST.amount}`);
  if (move.tags) assert(Object.entries(move.tags).every(([name, value]) => fits(name, 40) && fits(value, 100)), `${key}: tags are short texts`);
}

/** Insists on the shape of a batch: at most 1,000 journals and 10,000 moves. */
export function assertBatch(batch: readonly Posting[], makers: Makers): void {
  assert(batch.length <= MOST.journals, `more than ${MOST.journals} journals at once`);
  assert(batch.reduce((n, p) => n + p.moves.length, 0) <= MOST.moves, `more than ${MOST.moves} moves at once`);
  assert(makers.checkedBy == null || makers.checkedBy !== makers.madeBy, 'who made a journal does not check it');
  for (const p of batch) {
    assert(fits(p.key, 120) && fits(p.summary, 200) && fits(p.document.kind, 60) && fits(p.document.id, 100), `${p.key}: key, summary and document are short texts`);
    assert(isLegalDate(p.on), `${p.key}: ${p.on} is no date`);
    assert(p.moves.length >= 1 && p.moves.length <= MOST.movesEach, `${p.key}: a journal has 1 to ${MOST.movesEach} moves`);
    for (const move of p.moves) assertMove(move, p.key);
  }
}

const moveText = (m: Move): string => (m.tags ? `[${m.from},${m.to},"${m.amount}",${orderly(m.tags)}]` : `[${m.from},${m.to},"${m.amount}"]`);

/**
 * The one form of what a journal says, over which its body hash is taken: a JSON array in fixed order. Never change it;
 * a new form gets a new first element.
 */
export function bodyText(d: Draft): string {
  const head = JSON.stringify(['ledger-body-1', d.bookId, d.on, d.summary, d.document.kind, d.document.id, d.reverses]);
  return `${head.slice(0, -1)},[${d.moves.map(moveText).join(',')}]]`;
}

/** The moves that take these back. */
export const backwards = (moves: readonly Move[]): Move[] => moves.map(({ from, to, ...rest }) => ({ from: to, to: from, ...rest }));

/** What a batch does to each account, by `book no`, debit positive. */
export function netEffects(batch: readonly Posting[]): Map<string, bigint> {
  const net = new Map<string, bigint>();
  const add = (key: string, amount: bigint): void => void net.set(key, (net.get(key) ?? 0n) + amount);
  for (const { bookId, moves } of batch) {
    for (const m of moves) {
      add(`${bookId} ${m.from}`, -m.amount);
      add(`${bookId} ${m.to}`, m.amount);
    }
  }
  return net;
}

/** `2026-11` of a date. */
export const monthOf = (on: LegalDate): string => on.slice(0, 7);

/** The month that many months later. */
export function monthAfter(month: string, months = 1): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}
