import { createHash } from 'node:crypto';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';
import { blockText, entryText, NO_HASH } from './chain.rules.ts';
import {
  type Block, countUnsealed, insertBlock, lockChain, selectBlocks, selectForms, selectHead, selectInserted,
  selectQueuedMissing, selectUnsealed,
} from './chain.sql.ts';
import { insertCheck, type CheckRow, selectLastCheck } from './check.sql.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const BLOCK = 1_000;

/** The end of the chain, to be printed where many people keep it: block number and SHA-256 in hexadecimal. */
export type Head = { readonly block: string; readonly hash: string; readonly sealedAt: string | null };

/** The end of the federation's chain now; block `0` and 64 zeros before the first block. */
export async function head(tx: Tx): Promise<Head> {
  return (await selectHead(tx)) ?? { block: '0', hash: NO_HASH, sealedAt: null };
}

/**
 * Seals up to 1,000 waiting lines of the transaction's federation into the next block and answers how many.
 * Only committed lines can be seen in the queue, so none is ever skipped, however late its transaction ended.
 */
export async function sealBlock(tx: Tx): Promise<number> {
  await lockChain(tx);
  const waiting = await selectUnsealed(tx, BLOCK);
  if (waiting.length === 0) return 0;
  const last = await head(tx);
  const form = {
    federationId: tx.federationId,
    block: String(BigInt(last.block) + 1n),
    prevHash: last.hash,
    entryIds: waiting.map((e) => e.id),
    entryHashes: waiting.map((e) => sha256(entryText(e))),
    sealedAt: tx.now.toISOString().replace('Z', '000Z'),
  };
  await insertBlock(tx, { ...form, hash: sha256(blockText(form)) });
  return waiting.length;
}

/** What is wrong with the log: an entry's id, or a block's number. */
export type Fault = { readonly what: 'changed' | 'missing' | 'inserted' | 'chain' | 'head'; readonly id: string };

/** What a verification looked at and found; `faults` names the first hundred. */
export type Verification = {
  readonly blocks: number;
  readonly entries: number;
  readonly unsealed: number;
  readonly faultCount: number;
  readonly faults: readonly Fault[];
  readonly head: Head;
};

const NAMED = 100;

class Faults {
  readonly named: Fault[] = [];
  count = 0;
  add(what: Fault['what'], id: string): void {
    this.count += 1;
    if (this.named.length < NAMED) this.named.push({ what, id });
  }
}

async function verifyBlock(tx: Tx, block: Block, before: Head, faults: Faults): Promise<void> {
  const follows = BigInt(block.block) === BigInt(before.block) + 1n && block.prevHash === before.hash;
  if (!follows || sha256(blockText(block)) !== block.hash) faults.add('chain', block.block);
  const stands = new Map((await selectForms(tx, block.entryIds)).map((e) => [e.id, e]));
  block.entryIds.forEach((id, place) => {
    const entry = stands.get(id);
    if (!entry) faults.add('missing', id);
    else if (sha256(entryText(entry)) !== block.entryHashes[place]) faults.add('changed', id);
  });
}

/**
 * Recomputes the whole chain of the transaction's federation and names every changed, missing and inserted line and
 * every broken block. About 40,000 lines a second.
 * @param known heads printed earlier; a chain that was rewritten as a whole no longer contains them
 */
export async function verify(tx: Tx, known: readonly Pick<Head, 'block' | 'hash'>[] = []): Promise<Verification> {
  const faults = new Faults();
  const expected = new Map(known.map((h) => [h.block, h.hash]));
  let last: Head = { block: '0', hash: NO_HASH, sealedAt: null };
  let blocks = 0;
  let entries = 0;
  for (let page = await selectBlocks(tx, '0', 20); page.length > 0; page = await selectBlocks(tx, last.block, 20)) {
    for (const block of page) {
      await verifyBlock(tx, block, last, faults);
      if ((expected.get(block.block) ?? block.hash) !== block.hash) faults.add('head', block.block);
      expected.delete(block.block);
      last = { block: block.block, hash: block.hash, sealedAt: block.sealedAt };
      blocks += 1;
      entries += block.entryIds.length;
    }
  }
  for (const gone of expected.keys()) faults.add('head', gone);
  for (const { id } of await selectInserted(tx, NAMED)) faults.add('inserted', id);
  for (const { id } of await selectQueuedMissing(tx, NAMED)) faults.add('missing', id);
  const unsealed = await countUnsealed(tx);
  return { blocks, entries, unsealed, faultCount: faults.count, faults: faults.named, head: last };
}

/** Keeps what a verification found, so that a screen can show it. */
export const keepCheck = (tx: Tx, found: Verification): Promise<void> => insertCheck(tx, newId(), found);

/** The newest kept verification. */
export async function lastCheck(tx: Tx): Promise<CheckRow | undefined> {
  return selectLastCheck(tx);
}
