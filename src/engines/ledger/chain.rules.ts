import { orderly } from '#shared/orderly';
import type { AccountRow } from './accounts.rules.ts';

/**
 * The forms over which hashes of the chain are taken: JSON arrays in fixed order, so that anybody with the rows and SHA-256
 * can recompute them. Never change one; a new form gets a new first element.
 */
export type JournalForm = {
  readonly id: string;
  readonly key: string;
  /** SHA-256 of what the journal says (`ledger-body-1`), hexadecimal */
  readonly bodyHash: string;
  readonly madeBy: string | null;
  readonly checkedBy: string | null;
  /** `YYYY-MM-DDTHH:MM:SS.ffffffZ` */
  readonly postedAt: string;
};

/** The leaf of a journal. */
export const journalText = (bookId: string, j: JournalForm): string =>
  JSON.stringify(['ledger-journal-1', bookId, j.id, j.key, j.bodyHash, j.madeBy, j.checkedBy, j.postedAt]);

/** The leaf of an account: what may never change about it, whose it is above all. */
export const accountText = (bookId: string, a: AccountRow): string =>
  JSON.stringify(['ledger-account-1', bookId, a.no, a.code, a.zh, a.en, a.kind, a.side, a.floored, a.heading, a.parentNo, a.subjectKind, a.subjectId]);

export type BlockForm = {
  readonly federationId: string;
  readonly bookId: string;
  readonly block: string;
  readonly prevHash: string;
  readonly accountNos: readonly number[];
  readonly journalIds: readonly string[];
  /** root of the Merkle tree of the leaves: accounts first, then journals */
  readonly root: string;
  readonly sealedAt: string;
};

/** The text of a block whose SHA-256 the next block names. */
export const blockText = (b: BlockForm): string =>
  orderly(['ledger-block-1', b.federationId, b.bookId, b.block, b.prevHash, b.accountNos.length, b.journalIds.length, b.root, b.sealedAt]);

export const NO_HASH = '0'.repeat(64);

/** SHA-256 of bytes, given from outside: rules know no node. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    all.set(p, at);
    at += p.length;
  }
  return all;
};

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const utf8 = new TextEncoder();

/** A leaf's hash: SHA-256(0x00, text), so that no leaf can pass for a node (as in RFC 6962). */
export const leafHash = (sha256: Sha256, text: string): Uint8Array => sha256(joined(LEAF, utf8.encode(text)));

const above = (sha256: Sha256, level: readonly Uint8Array[]): Uint8Array[] => {
  const next: Uint8Array[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = [level[i] as Uint8Array, level[i + 1]];
    next.push(right ? sha256(joined(NODE, left, right)) : left);
  }
  return next;
};

/** The root over leaves in order; a node without a neighbour goes up as it is. */
export function merkleRoot(sha256: Sha256, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) throw new Error('a tree has leaves');
  let level = [...leaves];
  while (level.length > 1) level = above(sha256, level);
  return level[0] as Uint8Array;
}

/** A neighbour on the way from a leaf to the root. */
export type Neighbour = { readonly side: 'left' | 'right'; readonly hash: Uint8Array };

/** The neighbours that lead from one leaf to the root. */
export function merklePath(sha256: Sha256, leaves: readonly Uint8Array[], place: number): Neighbour[] {
  const path: Neighbour[] = [];
  let level = [...leaves];
  for (let at = place; level.length > 1; at = Math.floor(at / 2)) {
    const neighbour = level[at % 2 === 0 ? at + 1 : at - 1];
    if (neighbour) path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: neighbour });
    level = above(sha256, level);
  }
  return path;
}

/** The root that a leaf and its path lead to. */
export const rootFrom = (sha256: Sha256, leaf: Uint8Array, path: readonly Neighbour[]): Uint8Array =>
  path.reduce((at, { side, hash }) => sha256(side === 'left' ? joined(NODE, hash, at) : joined(NODE, at, hash)), leaf);
