import { randomInt } from 'node:crypto';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { words } from './org.words.ts';
import * as q from './unions.sql.ts';
import type { Union } from './unions.sql.ts';

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

const randomLetters = (n: number): string => Array.from({ length: n }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** A random code for a QR picture. */
export const newJoinCode = (): string => randomLetters(10);

/** What must be known to found a union; everything else has a sensible empty value. */
export type Founding = Pick<Union, 'name' | 'code' | 'kind'> &
  Partial<Omit<Union, 'id' | 'joinCode' | 'node' | 'path' | 'sectorPath' | 'parentId' | 'mergedIntoId' | 'endedOn'>> & { parentId: string | null };

/** A union of this founding below that parent, not yet written. */
export function draftUnion(founding: Founding, parent: Pick<Union, 'path' | 'sectorPath'> | null, id = newId()): Union {
  const node = randomLetters(8);
  return {
    id, joinCode: newJoinCode(), node, state: 'active', sectorParentId: null, regionCode: '', address: '', employerName: '',
    employerUscc: '', unionUscc: '', industry: '', workers: 0, women: 0, takesUnattached: false, foundedOn: null, termYears: null,
    termFrom: null, termTo: null, approval: '', mergedIntoId: null, endedOn: null,
    ...founding,
    path: `${parent?.path ?? '/'}${node}/`,
    sectorPath: parent?.sectorPath ? `${parent.sectorPath}${node}/` : null,
  };
}

/** Founds many unions at once (demonstration, imports): parents must stand before their branches in the list. */
export const foundUnions = (tx: Tx, unions: readonly Union[]): Promise<void> => q.insertUnions(tx, unions);

/** Founds the top union of a new tenant; its id is `tx.federationId`. */
export async function foundFederation(tx: Tx, founding: Omit<Founding, 'parentId' | 'kind'>): Promise<Union> {
  await q.insertFederation(tx, founding.name, founding.regionCode ?? '');
  const top = draftUnion({ ...founding, kind: 'federation', parentId: null }, null, tx.federationId);
  await q.insertUnions(tx, [top]);
  return top;
}

async function refuseTakenCode(tx: Tx, code: string, except?: string): Promise<void> {
  const taken = (await q.findUnionsByCode(tx, [code])).get(code);
  if (taken && taken.id !== except) {
    throw new Refused(words.codeTaken, { slots: { code }, fields: [{ path: 'code', why: words.codeTaken, slots: { code } }] });
  }
}

/** A union that is there and alive, or a refusal. */
export async function loadUnion(tx: Tx, id: string): Promise<Union> {
  const union = await q.findUnion(tx, id);
  if (union === null) throw new Refused(words.unionUnknown, { status: 404 });
  return union;
}

/** A union over which the actor holds the permission word, or the refusal that hides it. */
export async function loadUnionFor(tx: Tx, by: Actor, permission: string, id: string): Promise<Union> {
  const union = await q.findUnionFor(tx, by, permission, id);
  if (union === null) throw new Refused(words.unionUnknown, { status: 404 });
  return union;
}

/** Refuses what is asked of a union that has been merged or dissolved. */
export function refuseEnded(union: Union): void {
  if (union.state === 'merged' || union.state === 'dissolved') throw new Refused(words.unionEnded);
}

/** Founds one union below a living parent. */
export async function foundUnion(tx: Tx, founding: Founding & { parentId: string }): Promise<Union> {
  const parent = await q.lockUnion(tx, founding.parentId);
  if (parent === null) throw new Refused(words.unionUnknown, { status: 404 });
  if (parent.state === 'merged' || parent.state === 'dissolved') throw new Refused(words.parentEnded);
  await refuseTakenCode(tx, founding.code);
  const union = draftUnion(founding, parent);
  await q.insertUnions(tx, [union]);
  if (founding.sectorParentId) await setSectorParent(tx, union.id, founding.sectorParentId);
  return union;
}

/** Changes the particulars of a union. */
export async function changeUnion(tx: Tx, id: string, change: Partial<Founding>): Promise<Union> {
  const union = await q.lockUnion(tx, id);
  if (union === null) throw new Refused(words.unionUnknown, { status: 404 });
  refuseEnded(union);
  if (change.code !== undefined && change.code !== union.code) await refuseTakenCode(tx, change.code, id);
  const changed = { ...union, ...change, parentId: union.parentId, sectorParentId: union.sectorParentId };
  await q.updateUnion(tx, changed);
  return changed;
}

/** Moves a union with everything below it. Both lines of every union concerned are rewritten. */
export async function moveUnion(tx: Tx, id: string, parentId: string): Promise<{ union: Union; parent: Union; moved: number }> {
  const union = await q.lockUnion(tx, id);
  const parent = await q.lockUnion(tx, parentId);
  if (union === null || parent === null) throw new Refused(words.unionUnknown, { status: 404 });
  if (union.parentId === null) throw new Refused(words.topStays);
  refuseEnded(union);
  if (parent.state === 'merged' || parent.state === 'dissolved') throw new Refused(words.parentEnded);
  if (parent.path.startsWith(union.path)) throw new Refused(words.ownSubtree);
  const to = `${parent.path}${union.node}/`;
  const moved = await q.movePaths(tx, union.path, to, id, parentId);
  await q.moveSectorPaths(tx, union.path, to);
  if (union.sectorParentId === null && (union.sectorPath !== null || parent.sectorPath !== null)) {
    await q.setSectorPaths(tx, { ...union, path: to }, null, parent.sectorPath);
  }
  return { union: { ...union, path: to, parentId }, parent, moved };
}

/** Gives a union a second parent on the industrial line, or takes it away with null. */
export async function setSectorParent(tx: Tx, id: string, sectorParentId: string | null): Promise<Union> {
  const union = await q.lockUnion(tx, id);
  if (union === null) throw new Refused(words.unionUnknown, { status: 404 });
  refuseEnded(union);
  const sector = sectorParentId === null ? null : await q.lockUnion(tx, sectorParentId);
  if (sectorParentId !== null && sector === null) throw new Refused(words.unionUnknown, { status: 404 });
  if (sector?.path.startsWith(union.path)) throw new Refused(words.ownSubtree);
  const parent = union.parentId === null ? null : await q.findUnion(tx, union.parentId);
  await q.setSectorPaths(tx, union, sectorParentId, sector?.path ?? parent?.sectorPath ?? null);
  return { ...union, sectorParentId };
}

/** Dissolves a union that has neither branches nor members left; its offices end the same day. */
export async function dissolveUnion(tx: Tx, id: string, o: { on: string; approval: string }): Promise<Union> {
  const union = await q.lockUnion(tx, id);
  if (union === null) throw new Refused(words.unionUnknown, { status: 404 });
  if (union.parentId === null) throw new Refused(words.topStays);
  refuseEnded(union);
  const { branches, members } = await q.countBelow(tx, id);
  if (branches > 0) throw new Refused(words.hasBranches, { slots: { n: branches } });
  if (members > 0) throw new Refused(words.hasMembers, { slots: { n: members } });
  await q.endUnion(tx, id, { state: 'dissolved', on: o.on, approval: o.approval, into: null });
  return union;
}

/** Closes a union as merged; its branches hang under the other one. Members are moved by `moveMembers` of memberships.ts. */
export async function mergeUnion(tx: Tx, id: string, intoId: string, o: { on: string; approval: string }): Promise<{ union: Union; into: Union }> {
  const union = await q.lockUnion(tx, id);
  const into = await q.lockUnion(tx, intoId);
  if (union === null || into === null) throw new Refused(words.unionUnknown, { status: 404 });
  if (union.parentId === null) throw new Refused(words.topStays);
  refuseEnded(union);
  refuseEnded(into);
  if (into.path.startsWith(union.path)) throw new Refused(words.ownSubtree);
  for (const branch of (await q.listSubtree(tx, union.path)).filter((b) => b.parentId === id)) await moveUnion(tx, branch.id, intoId);
  await q.endUnion(tx, id, { state: 'merged', on: o.on, approval: o.approval, into: intoId });
  return { union, into };
}
