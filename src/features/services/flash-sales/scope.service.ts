import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { claims, type Offer } from '#engines/claims';
import { files } from '#engines/files';
import { findUnion } from '#engines/org';
import * as q from './sales.sql.ts';
import type { SaleRow } from './sales.sql.ts';
import { words } from './sales.words.ts';

/** Paths of the union of a person's membership, on both lines; none without one. */
export async function pathsFor(tx: Tx, by: Actor): Promise<string[]> {
  if (by.membership?.state !== 'active') return [];
  const union = await findUnion(tx, by.membership.unionId);
  return union === null ? [] : [union.path, ...(union.sectorPath === null ? [] : [union.sectorPath])];
}

/** A sale somebody may see; anything else is as if it were not there. */
export async function loadSeen(tx: Tx, by: Actor, id: string): Promise<SaleRow> {
  const sale = await q.findSeen(tx, by, await pathsFor(tx, by), id);
  if (sale === null) throw new Refused(words.unknown, { status: 404 });
  return sale;
}

/** A sale of the officer's unions with its offer, by its own id or that of its approval. */
export async function loadKept(tx: Tx, by: Actor, id: string, permission = 'sales.keep'): Promise<{ sale: SaleRow; offer: Offer }> {
  const sale = await q.findKept(tx, by, permission, id);
  const offer = sale === null ? null : await claims.findOffer(tx, sale.id);
  if (sale === null || offer === null) throw new Refused(words.unknown, { status: 404 });
  return { sale, offer };
}

/** Says once, when the part is loaded, who may open the pictures of a sale: whoever may see it, or a copy of it. */
export const declarePictures = (): void => files.declareOwner('sale', { most: 30, mayOpen: async (tx, by, id) => q.mayLook(tx, by, await pathsFor(tx, by), id) });

/** The pictures that sales show, in their order; by id of the sale. */
export async function picturesOf(tx: Tx, sales: readonly Pick<SaleRow, 'id' | 'photos' | 'photosOfId'>[]): Promise<Map<string, { id: string; name: string; width: number | null; height: number | null }[]>> {
  const shown = sales.filter((s) => s.photos.length > 0);
  const owned = await files.listOf(tx, 'sale', [...new Set(shown.flatMap((s) => (s.photosOfId === null ? [s.id] : [s.id, s.photosOfId])))]);
  const byId = new Map([...owned.values()].flat().filter((f) => f.thumbnail).map((f) => [f.id, { id: f.id, name: f.name, width: f.width, height: f.height }]));
  return new Map(sales.map((s) => [s.id, s.photos.flatMap((id) => byId.get(id) ?? [])]));
}
