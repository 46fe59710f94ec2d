/**
 * A Merkle tree over leaves in order, as RFC 6962 hashes it: what proves one leaf among many by a few hashes.
 * SHA-256 is given from outside, because these are rules and know no node.
 */

/** SHA-256 of bytes, given from outside. */
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

/** A leaf's hash: SHA-256(0x00, bytes), so that no leaf can pass for a node. */
export const leafHash = (sha256: Sha256, bytes: Uint8Array): Uint8Array => sha256(joined(LEAF, bytes));

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
