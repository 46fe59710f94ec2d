import type { Actor, Tx } from '#shared/call';
import { MOST_PER_OWNER } from './kinds.rules.ts';

/** What files belong to: a letter, an answer, an application … by the part's own kind and id. */
export type Owner = { readonly kind: string; readonly id: string };

/** What a part declares about the files of one kind of owner. */
export type OwnerKind = {
  /** whether this person may open the files of this owner; without it only the part's own routes can */
  readonly mayOpen?: (tx: Tx, by: Actor, ownerId: string) => Promise<boolean>;
  /** whether this person opens the files of this owner without their names, which may tell who wrote */
  readonly nameless?: (tx: Tx, by: Actor, ownerId: string) => Promise<boolean>;
  /** days after attaching at which the files are erased; without it they stay as long as their owner */
  readonly keepDays?: number;
  /** files one owner may have, at most 60 */
  readonly most?: number;
};

const kinds = new Map<string, OwnerKind>();

/** Declares a kind of owner; a part calls it once, when it is loaded. Twice the same name is a bug. */
export function declareOwner(kind: string, o: OwnerKind = {}): void {
  if (kinds.has(kind)) throw new Error(`files: owner kind ${kind} is declared twice`);
  if (!/^[a-z][A-Za-z]{1,40}$/.test(kind)) throw new Error(`files: ${kind} is no name for an owner kind`);
  if ((o.most ?? 1) > MOST_PER_OWNER) throw new Error(`files: ${kind} asks for more than ${MOST_PER_OWNER} files`);
  kinds.set(kind, o);
}

/** What was declared about a kind; of an undeclared kind only its own part's routes can open files. */
export const ownerKind = (kind: string): OwnerKind => kinds.get(kind) ?? {};
