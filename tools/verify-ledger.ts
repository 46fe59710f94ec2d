/**
 * Proves a book that `npm run cli -- ledger-verify --export FOLDER` wrote, without a database: every leaf, every block's
 * Merkle root and the chain. `npm run tool tools/verify-ledger.ts FILE [BLOCK:HASH …]`; the heads are those printed earlier.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { merkleRoot } from '#shared/merkle';
import { blockText, leafHash, NO_HASH } from '../src/engines/ledger/chain.rules.ts';

type BlockLine = { federationId: string; bookId: string; block: string; prevHash: string; root: string; hash: string; sealedAt: string; accounts: number; journals: number };
type LeafLine = { leaf: string | null; body?: string };
/** What was found: the sentence of the first fault, and what was looked at. */
export type FileProof = { readonly fault: string | null; readonly blocks: number; readonly leaves: number; readonly head: string };

const bytes = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const hexOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function blockFault(b: BlockLine, before: { block: string; hash: string }, leaves: readonly LeafLine[]): string | null {
  const gone = leaves.findIndex(({ leaf }) => leaf === null);
  if (gone >= 0) return `block ${b.block}: its line ${gone + 1} is not there any more`;
  const changed = leaves.find(({ leaf, body }) => body !== undefined && (JSON.parse(leaf ?? '[]') as unknown[])[4] !== hexOf(body));
  if (changed) return `block ${b.block}: journal ${String((JSON.parse(changed.leaf ?? '[]') as unknown[])[2])} was changed`;
  if (BigInt(b.block) !== BigInt(before.block) + 1n || b.prevHash !== before.hash) return `block ${b.block} does not follow block ${before.block}`;
  if (Buffer.from(merkleRoot(bytes, leaves.map(({ leaf }) => leafHash(bytes, leaf ?? '')))).toString('hex') !== b.root) return `block ${b.block}: an account or a journal in it was changed`;
  const none = (n: number): never[] => Array.from({ length: n }) as never[];
  if (hexOf(blockText({ ...b, accountNos: none(b.accounts), journalIds: none(b.journals) })) !== b.hash) return `block ${b.block} was changed`;
  return null;
}

/** Proves the lines of an exported book. `known` are heads printed earlier, hashes by block. */
export async function proveLines(lines: AsyncIterable<string> | Iterable<string>, known: ReadonlyMap<string, string> = new Map()): Promise<FileProof> {
  let last = { block: '0', hash: NO_HASH };
  let open: BlockLine | null = null;
  let leaves: LeafLine[] = [];
  const seen = { blocks: 0, leaves: 0 };
  const proof = (fault: string | null): FileProof => ({ fault, ...seen, head: `${last.block}:${last.hash}` });
  for await (const line of lines) {
    if (line === '') continue;
    const found = JSON.parse(line) as BlockLine | LeafLine;
    if ('leaf' in found && !open) return proof(`a line belongs to no block, after block ${last.block}`);
    if ('leaf' in found) leaves.push(found);
    else if (open) return proof(`block ${open.block} has ${leaves.length} lines of ${open.accounts + open.journals}`);
    else open = found;
    if (!open || leaves.length < open.accounts + open.journals) continue;
    const fault = blockFault(open, last, leaves);
    if (fault) return proof(fault);
    if ((known.get(open.block) ?? open.hash) !== open.hash) return proof(`block ${open.block} is not the one that was made public`);
    last = { block: open.block, hash: open.hash };
    seen.blocks += 1;
    seen.leaves += leaves.length;
    [open, leaves] = [null, []];
  }
  if (open) return proof(`block ${open.block} has ${leaves.length} lines of ${open.accounts + open.journals}`);
  const gone = [...known.keys()].find((block) => BigInt(block) > BigInt(last.block));
  return proof(gone === undefined ? null : `block ${gone}, which was made public, is not there`);
}

if (import.meta.main) {
  const [file = '', ...heads] = process.argv.slice(2);
  const known = new Map(heads.map((h) => h.split(':') as [string, string]));
  const { fault, ...seen } = await proveLines(createInterface({ input: createReadStream(file) }), known);
  process.stdout.write(`${JSON.stringify(seen)}\n`);
  if (fault !== null) process.stderr.write(`${fault}\n`);
  process.exitCode = fault === null ? 0 : 1;
}
