import { createHash } from 'node:crypto';
import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { merklePath, merkleRoot, type Sha256 } from '#shared/merkle';
import { selectByNumbers } from './accounts.sql.ts';
import { accountText, blockText, type JournalForm, journalText, leafHash, NO_HASH } from './chain.rules.ts';
import { insertBlock, lockChain, selectBlockOf, selectHead, selectJournalForms, selectQueue } from './chain.sql.ts';
import { loadJournal } from './journals.service.ts';
import { words } from './ledger.words.ts';

/** The end of a book's chain, to be printed where many people keep it: block number and SHA-256 in hexadecimal. */
export type Head = { readonly block: string; readonly hash: string; readonly sealedAt: string | null };

const MOST = 1_000;

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest();
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The hash of a block, hexadecimal. */
export const blockHash = (block: Parameters<typeof blockText>[0]): string => createHash('sha256').update(blockText(block), 'utf8').digest('hex');

/** The end of a book's chain now; block `0` and 64 zeros before the first block. */
export async function head(tx: Tx, bookId: string): Promise<Head> {
  return (await selectHead(tx, bookId)) ?? { block: '0', hash: NO_HASH, sealedAt: null };
}

/** Hashes of accounts and journals as they stand, in the order given; a missing one has none. */
export async function leavesOf(tx: Tx, bookId: string, accountNos: readonly number[], journalIds: readonly string[]): Promise<(Uint8Array | undefined)[]> {
  const accounts = accountNos.length === 0 ? [] : await selectByNumbers(tx, bookId, accountNos);
  const journals = journalIds.length === 0 ? [] : await selectJournalForms(tx, journalIds);
  const byNo = new Map(accounts.map((a) => [a.no, a]));
  const byId = new Map(journals.map((j): [string, JournalForm] => [j.id, j]));
  const leaf = <T>(form: T | undefined, text: (form: T) => string): Uint8Array | undefined => (form === undefined ? undefined : leafHash(sha256, text(form)));
  return [
    ...accountNos.map((no) => leaf(byNo.get(no), (a) => accountText(bookId, a))),
    ...journalIds.map((id) => leaf(byId.get(id), (j) => journalText(bookId, j))),
  ];
}

/**
 * Seals what waits in a book into its next block, about 1,000 things, and answers how many. Only committed rows can be seen
 * in the queue, so a journal that commits late is sealed late and never skipped.
 */
export async function sealBlock(tx: Tx, bookId: string): Promise<number> {
  await lockChain(tx, bookId);
  const queue = await selectQueue(tx, bookId, MOST);
  if (queue.length === 0) return 0;
  const accountNos = queue.flatMap((q) => q.accountNos);
  const journalIds = queue.flatMap((q) => q.journalIds);
  const leaves = await leavesOf(tx, bookId, accountNos, journalIds);
  if (leaves.includes(undefined)) throw new Error(`ledger: something that waits for the sealer of book ${bookId} is not there; run ledger-verify`);
  const whole = leaves as Uint8Array[];
  const last = await head(tx, bookId);
  const form = {
    federationId: tx.federationId, bookId, block: String(BigInt(last.block) + 1n), prevHash: last.hash, accountNos, journalIds,
    root: hex(merkleRoot(sha256, whole)), sealedAt: tx.now.toISOString().replace('Z', '000Z'),
  };
  await insertBlock(tx, { ...form, hash: blockHash(form), leaves: Buffer.concat(whole) }, queue.map((q) => q.id));
  return whole.length;
}

/** What proves to somebody who keeps a printed head that a journal stands in the chain. All hashes hexadecimal. */
export type Proof = {
  readonly block: string;
  readonly blockHash: string;
  readonly root: string;
  /** the text whose SHA-256 after a zero byte is the leaf */
  readonly leaf: string;
  readonly path: readonly { readonly side: 'left' | 'right'; readonly hash: string }[];
};

/**
 * The way from one journal to the root of its block.
 * @throws Refused (404) when the journal is missing; undefined while it waits for the sealer
 */
export async function proofOf(tx: Tx, journalId: string): Promise<Proof | undefined> {
  const { bookId } = await loadJournal(tx, journalId);
  const block = await selectBlockOf(tx, bookId, journalId);
  if (!block) return undefined;
  const [form] = await selectJournalForms(tx, [journalId]);
  if (!form) throw new Refused(words.journalMissing, { status: 404 });
  const leaves = Array.from({ length: block.leaves.length / 32 }, (_, i) => block.leaves.subarray(i * 32, i * 32 + 32));
  const path = merklePath(sha256, leaves, block.accountNos.length + block.journalIds.indexOf(journalId));
  return { block: block.block, blockHash: block.hash, root: block.root, leaf: journalText(bookId, form), path: path.map((p) => ({ side: p.side, hash: hex(p.hash) })) };
}
