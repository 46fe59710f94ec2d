import type { Actor, Tx } from '#shared/call';
import type { Slots, Word } from '#shared/words';
import type { Ballot } from './ballot.rules.ts';

/** Who acts: a person, or a job of the system. */
export type Keeper = Actor | { readonly system: string };

/** Whether a ballot may open now: how many are there, and if too few, the sentence that says so. */
export type Guarded = { readonly present: number; readonly refused?: { readonly word: Word; readonly slots?: Slots } };
/** Asked at the moment of opening, in its transaction. */
export type Guard = (tx: Tx, ballot: Ballot) => Promise<Guarded>;

/** What a part votes on. Declared once, in its index.ts. */
export type Kind = {
  /** `motion`, `election` … as it stands in `ballot.kind` */
  readonly name: string;
  readonly title: Word;
  /** the page of a ballot on the phone; `:id` is the ballot's id */
  readonly memberPath: `/${string}`;
  /** the same at the desk */
  readonly consolePath: `/${string}`;
  /** the permission word with which officers prepare and close ballots of this kind */
  readonly keep: string;
  /** the board is not given out: its papers say more than a vote (surveys carry what people are) */
  readonly boardKept?: true;
  /** the quorum, for ballots that open by time, or where `open` is given no guard of its own */
  readonly guard?: Guard;
};

/** What happened to a ballot. `counted`: the result is there and signed. */
export type Happening = {
  readonly ballot: Ballot;
  readonly verb: 'prepared' | 'announced' | 'raised' | 'opened' | 'closed' | 'counted' | 'declared' | 'calledOff' | 'voided';
};
/** Hears of it in the same transaction; throwing undoes it. */
export type Follower = (tx: Tx, happening: Happening) => Promise<void>;

const kinds = new Map<string, Kind>();
const following = new Map<string, Follower[]>();

/** Makes a kind known; twice the same object is once. */
export function useKind(kind: Kind): void {
  const there = kinds.get(kind.name);
  if (there !== undefined && there !== kind) throw new Error(`ballot: kind ${kind.name} is declared twice`);
  kinds.set(kind.name, kind);
}

/** All kinds, in the order they were declared. */
export const allKinds = (): readonly Kind[] => [...kinds.values()];

/** A kind by its name; an unknown one is our bug. */
export function kindNamed(name: string): Kind {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`ballot: nobody declared the kind ${name}`);
  return kind;
}

/** Lets a part follow what happens to ballots of a kind. Said once, when the part is loaded. */
export const follow = (kind: string, follower: Follower): void => void following.set(kind, [...(following.get(kind) ?? []), follower]);

/** Tells those who follow, one after the other. */
export async function tellFollowers(tx: Tx, happening: Happening): Promise<void> {
  for (const follower of following.get(happening.ballot.kind) ?? []) await follower(tx, happening);
}
