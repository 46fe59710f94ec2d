import { hash } from 'node:crypto';
import type { Tx } from '#shared/call';
import { monthEnd } from '#shared/dates';
import { merkleRoot } from '#shared/merkle';
import { orderly } from '#shared/orderly';
import type { Word } from '#shared/words';
import { loadBook } from './accounts.service.ts';
import { selectByNumbers } from './accounts.sql.ts';
import { accountText, journalText, leafHash, NO_HASH } from './chain.rules.ts';
import { blockHash, type Head, hex, sha256 } from './chain.service.ts';
import { type Block, selectBlocks } from './chain.sql.ts';
import { words } from './ledger.words.ts';
import { selectPeriods, selectTotals } from './periods.sql.ts';
import { bodyText, monthAfter } from './posting.rules.ts';
import {
  carriedAgrees, countRows, selectBookIds, selectDoubleKeys, selectInserted, selectInsertedAccounts, selectLoose, selectSealedMonths, selectWaiting, selectWhole,
  selectWrongBalances, selectWrongHeld, type WholeJournal,
} from './verify.sql.ts';

/** What can be wrong, as sentences about `{book}` and `{id}`. */
const FAULTS = {
  changed: words.faultChanged, missing: words.faultMissing, inserted: words.faultInserted, loose: words.faultLoose, unbalanced: words.faultUnbalanced,
  account: words.faultAccount, block: words.faultBlock, head: words.faultHead, balance: words.faultBalance, held: words.faultHeld, key: words.faultKey,
  period: words.faultPeriod, carried: words.faultCarried,
} as const satisfies Record<string, Word>;

/** One thing that is wrong: a journal's, account's or block's id, a key or a month. */
export type LedgerFault = { readonly what: keyof typeof FAULTS; readonly id: string };

/** The sentence of a fault; slots are `{ book, id }`. */
export const faultWord = (what: LedgerFault['what']): Word => FAULTS[what];

/** What the verification of one book looked at and found; `faults` names the first hundred. */
export type BookVerification = {
  readonly bookId: string;
  readonly purpose: string;
  readonly blocks: number;
  readonly journals: number;
  readonly moves: number;
  readonly accounts: number;
  readonly unsealed: number;
  readonly faultCount: number;
  readonly faults: readonly LedgerFault[];
  readonly head: Head;
};

const NAMED = 100;

class Findings {
  readonly named: LedgerFault[] = [];
  count = 0;
  journals = 0;
  moves = 0;
  accounts = 0;
  unsealed = 0;
  blocks = 0;
  add(what: LedgerFault['what'], ids: readonly string[] | string): void {
    for (const id of typeof ids === 'string' ? [ids] : ids) {
      this.count += 1;
      if (this.named.length < NAMED) this.named.push({ what, id });
    }
  }
}

const tagsInOrder = (moves: string): string => (JSON.parse(`[${moves}]`) as unknown[]).map(orderly).join(',');

/** The body text of a journal as its rows stand. */
export function bodyOf(bookId: string, j: WholeJournal): string {
  const bare = bodyText({ bookId, key: j.key, on: j.on, summary: j.summary, document: { kind: j.documentKind, id: j.documentId }, reverses: j.reverses, moves: [] });
  return `${bare.slice(0, -2)}${j.tagged ? tagsInOrder(j.moves ?? '') : (j.moves ?? '')}]]`;
}

/** Looks at journals: what they say, that they balance, and (when they are sealed) the leaf each has in its block. */
async function lookAtJournals(tx: Tx, bookId: string, ids: readonly string[], leafAt: ((place: number) => Buffer) | null, found: Findings): Promise<void> {
  const stand = new Map((await selectWhole(tx, bookId, ids)).map((j) => [j.id, j]));
  ids.forEach((id, place) => {
    const journal = stand.get(id);
    if (!journal) {
      found.add('missing', id);
      return;
    }
    found.journals += 1;
    found.moves += journal.count;
    const sameBody = hash('sha256', bodyOf(bookId, journal), 'hex') === journal.bodyHash;
    if (!sameBody || (leafAt && leafAt(place).compare(leafHash(sha256, journalText(bookId, journal))) !== 0)) found.add('changed', id);
    else if (!journal.sound) found.add('unbalanced', id);
  });
}

async function lookAtAccounts(tx: Tx, bookId: string, nos: readonly number[], leafAt: ((place: number) => Buffer) | null, found: Findings): Promise<void> {
  if (nos.length === 0) return;
  const stand = new Map((await selectByNumbers(tx, bookId, nos)).map((a) => [a.no, a]));
  nos.forEach((no, place) => {
    const account = stand.get(no);
    if (!account || (leafAt && leafAt(place).compare(leafHash(sha256, accountText(bookId, account))) !== 0)) found.add('account', String(no));
    if (account) found.accounts += 1;
  });
}

async function lookAtBlock(tx: Tx, block: Block, before: Head, found: Findings): Promise<void> {
  const leaf = (place: number): Buffer => block.leaves.subarray(place * 32, place * 32 + 32);
  const leaves = Array.from({ length: block.leaves.length / 32 }, (_, i) => leaf(i));
  const follows = BigInt(block.block) === BigInt(before.block) + 1n && block.prevHash === before.hash;
  const whole = leaves.length === block.accountNos.length + block.journalIds.length && leaves.length > 0 && hex(merkleRoot(sha256, leaves)) === block.root;
  if (!follows || !whole || blockHash(block) !== block.hash) found.add('block', block.block);
  await lookAtAccounts(tx, block.bookId, block.accountNos, leaf, found);
  await lookAtJournals(tx, block.bookId, block.journalIds, (place) => leaf(block.accountNos.length + place), found);
}

/** Walks the chain and answers its head. Heads that were printed, and those that sealed months name, must stand in it. */
async function walkChain(tx: Tx, bookId: string, known: ReadonlyMap<string, string>, found: Findings): Promise<Head> {
  const expected = new Map(known);
  let last: Head = { block: '0', hash: NO_HASH, sealedAt: null };
  for (let page = await selectBlocks(tx, bookId, '0', 20); page.length > 0; page = await selectBlocks(tx, bookId, last.block, 20)) {
    for (const block of page) {
      await lookAtBlock(tx, block, last, found);
      if ((expected.get(block.block) ?? block.hash) !== block.hash) found.add('head', block.block);
      expected.delete(block.block);
      last = { block: block.block, hash: block.hash, sealedAt: block.sealedAt };
      found.blocks += 1;
    }
  }
  found.add('head', [...expected.keys()]);
  return last;
}

async function lookAtQueue(tx: Tx, bookId: string, found: Findings): Promise<void> {
  for (let page = await selectWaiting(tx, bookId, '00000000-0000-0000-0000-000000000000', 500); page.length > 0; page = await selectWaiting(tx, bookId, page.at(-1)?.id ?? '', 500)) {
    const ids = page.flatMap((q) => q.journalIds);
    found.unsealed += ids.length;
    for (let i = 0; i < ids.length; i += 5_000) await lookAtJournals(tx, bookId, ids.slice(i, i + 5_000), null, found);
    await lookAtAccounts(tx, bookId, page.flatMap((q) => q.accountNos), null, found);
  }
}

/** Whether closed months follow each other from the book's first, and hold what they held when they were closed. */
async function lookAtPeriods(tx: Tx, bookId: string, found: Findings): Promise<void> {
  const book = await loadBook(tx, bookId);
  const closed = (await selectPeriods(tx, bookId)).reverse();
  let before: string | null = null;
  for (const p of closed) {
    const span: { from: string; to: string } = { from: `${p.month}-01`, to: monthEnd(`${p.month}-01`) };
    const totals = await selectTotals(tx, bookId, span.from, span.to);
    const inOrder = p.month === (before === null ? book.begins : monthAfter(before));
    if (!inOrder || totals.journals !== p.journals || totals.moved !== p.moved) found.add('period', p.month);
    if (!(await carriedAgrees(tx, bookId, { month: p.month, before, ...span }))) found.add('carried', p.month);
    before = p.month;
  }
  if (before !== book.closedThrough) found.add('period', book.closedThrough ?? before ?? '');
}

/** Counts against what was named, so that whatever was slipped in beside the engine is found. */
async function lookAtCounts(tx: Tx, bookId: string, found: Findings): Promise<void> {
  const there = await countRows(tx, bookId);
  if (there.journals !== BigInt(found.journals)) found.add('inserted', await selectInserted(tx, bookId, NAMED));
  if (there.accounts !== BigInt(found.accounts)) found.add('account', await selectInsertedAccounts(tx, bookId, NAMED));
  if (there.moves !== BigInt(found.moves)) found.add('loose', await selectLoose(tx, bookId, NAMED));
}

/**
 * Recomputes one book from its journals over one snapshot: every journal's contents, balance and leaf, every block and the
 * chain, balances, reservations, closed and sealed months. About 40,000 journals a second.
 * @param known heads printed earlier, hashes by block
 */
export async function verifyBook(tx: Tx, bookId: string, known: ReadonlyMap<string, string> = new Map()): Promise<BookVerification> {
  const { purpose } = await loadBook(tx, bookId);
  const found = new Findings();
  const sealed = await selectSealedMonths(tx, bookId);
  const head = await walkChain(tx, bookId, new Map([...sealed.map((s): [string, string] => [s.block, s.hash]), ...known]), found);
  await lookAtQueue(tx, bookId, found);
  await lookAtCounts(tx, bookId, found);
  found.add('balance', await selectWrongBalances(tx, bookId, NAMED));
  found.add('held', await selectWrongHeld(tx, bookId, NAMED));
  await lookAtPeriods(tx, bookId, found);
  const { blocks, journals, moves, accounts, unsealed, count, named } = found;
  return { bookId, purpose, blocks, journals, moves, accounts, unsealed, faultCount: count, faults: named, head };
}

/** Keys that were posted more than once in the federation; each should be impossible. */
export const doubleKeys = (tx: Tx): Promise<{ bookId: string; id: string }[]> => selectDoubleKeys(tx, NAMED);

/** The books of the federation. */
export const bookIds = (tx: Tx): Promise<string[]> => selectBookIds(tx);
