import type { DrawFile, EntryFile, NoticePart } from '#shared/draw-shape';
import { leafHash, merklePath, merkleRoot } from '#shared/merkle';
import { hashOf, keyOf, ticketLeaf } from './hashes.ts';

/** An entrant of a draw; several tickets are several chances, and still one prize. */
export type Entrant = { readonly token: string; readonly tickets: number };
type Ticket = { readonly token: string; readonly index: number; readonly leaf: Uint8Array };

/** The entrants as they are frozen: by token, their tickets' leaves in order, and the root over them. */
export type FrozenList = { readonly entrants: readonly Entrant[]; readonly tickets: readonly Ticket[]; readonly root: string };

const hex = (b: Uint8Array): string => Buffer.from(b).toString('hex');
const treeLeaves = (tickets: readonly Ticket[]): Uint8Array[] => tickets.map(({ leaf }) => leafHash(hashOf, leaf));

/** @throws when nobody entered: there is no tree without leaves */
export function freeze(draw: string, entrants: readonly Entrant[]): FrozenList {
  const sorted = entrants.toSorted((a, b) => (a.token < b.token ? -1 : 1));
  const tickets = sorted.flatMap(({ token, tickets: count }) => Array.from({ length: count }, (_, index): Ticket => ({ token, index, leaf: ticketLeaf(draw, token, index) })));
  tickets.sort((a, b) => Buffer.compare(a.leaf, b.leaf));
  return { entrants: sorted, tickets, root: hex(merkleRoot(hashOf, treeLeaves(tickets))) };
}

/** What proves to one entrant that all their tickets stand under the root. */
export function proofOf(list: FrozenList, notice: NoticePart, token: string): EntryFile {
  const leaves = treeLeaves(list.tickets);
  const own = list.tickets.flatMap((ticket, place) => (ticket.token === token ? [{ index: ticket.index, place }] : []));
  const tickets = own.toSorted((a, b) => a.index - b.index).map((t) => ({ ...t, path: merklePath(hashOf, leaves, t.place).map(({ hash }) => hex(hash)) }));
  return { format: 'niangjia-draw-entry/1', notice, token, tickets };
}

/**
 * Everybody in the order of the draw: a person stands where the best of their tickets stands. The first win; all others are
 * the waiting list.
 */
export function rank(list: FrozenList, seed: string): string[] {
  const keyed = list.tickets.map(({ token, leaf }) => ({ token, leaf, key: keyOf(seed, leaf) }));
  keyed.sort((a, b) => Buffer.compare(a.key, b.key) || Buffer.compare(a.leaf, b.leaf));
  return [...new Set(keyed.map(({ token }) => token))];
}

/** Prizes in their order to people in theirs; what is left over when there are more prizes than people stays. */
export function award(prizes: readonly { readonly count: number }[], order: readonly string[]): Omit<DrawFile['winners'][number], 'name'>[] {
  const given = prizes.flatMap(({ count }, i) => Array.from({ length: Math.min(count, order.length) }, () => i + 1)).slice(0, order.length);
  return given.map((prize, i) => ({ rank: i + 1, prize, token: order[i] as string }));
}
