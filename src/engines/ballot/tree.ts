import { leafHash, merklePath, merkleRoot, type Neighbour } from '#shared/merkle';
import { sha256 } from './crypto.ts';

/** Entries whose part of the tree is kept as one hash. A power of two, so that the tree over the blocks is the tree over the entries. */
export const BLOCK = 1_024;

/** Hashes entries as they come into the roots of blocks (RFC 6962). */
export class Tree {
  readonly #blocks: Uint8Array[] = [];
  #leaves: Uint8Array[] = [];

  add(hash: Uint8Array): void {
    this.#leaves.push(leafHash(sha256, hash));
    if (this.#leaves.length === BLOCK) this.#end();
  }

  #end(): void {
    this.#blocks.push(merkleRoot(sha256, this.#leaves));
    this.#leaves = [];
  }

  /** The root over everything, and the roots of the blocks one after the other. The root over nothing is the hash of nothing. */
  end(): { root: Buffer; blocks: Buffer } {
    if (this.#leaves.length > 0) this.#end();
    return { root: this.#blocks.length === 0 ? sha256(new Uint8Array(0)) : Buffer.from(merkleRoot(sha256, this.#blocks)), blocks: Buffer.concat(this.#blocks) };
  }
}

/** The neighbours from an entry to the root. @param place within its block, from 0 @param hashes of the entries of its block */
export function pathIn(hashes: readonly Uint8Array[], place: number, blocks: Buffer, block: number): Neighbour[] {
  const roots = Array.from({ length: blocks.length / 32 }, (_, i) => blocks.subarray(i * 32, i * 32 + 32));
  return [...merklePath(sha256, hashes.map((h) => leafHash(sha256, h)), place), ...merklePath(sha256, roots, block)];
}
