import type { Tx } from '#shared/call';
import type { Word } from '#shared/words';
import type { Claim, ClaimState, Offer } from './offer.rules.ts';
import { STATE_WORDS } from './states.rules.ts';

/** What a part offers. Declared once, in its index.ts. */
export type Kind = {
  /** `sale`, `activity` … as it stands in `offer.kind` */
  readonly name: string;
  readonly title: Word;
  /** what the hand-over is called: collected, checked in, moved in */
  readonly handed: Word;
  /** what states are called here where the usual word does not fit: signed up, member, in the queue */
  readonly states?: Readonly<Partial<Record<ClaimState, Word>>>;
  /** what the time of the hand-over is called: check-in, doors open; else the time to collect */
  readonly times?: Word;
  /** true: what was handed over is given back one day, so that until then one still has it */
  readonly returns?: true;
  /** false: nothing is handed over at a counter, so that there is nothing to scan */
  readonly handsOver?: false;
  /** so many places mean: as many as come */
  readonly noLimit?: number;
  /** the page of an offer on the phone; `:id` is the offer's id */
  readonly memberPath: `/${string}`;
  /** the same at the desk */
  readonly consolePath: `/${string}`;
  /** the permission word with which officers see and change claims of this kind */
  readonly keep: string;
};

/** What happened to claims of one offer, all the same. */
export type Happening = {
  readonly offer: Offer;
  readonly verb: 'claimed' | 'promoted' | 'accepted' | 'paid' | 'declined' | 'cancelled' | 'expired' | 'handed' | 'undone' | 'returned' | 'missed' | 'transferred' | 'settled' | 'opened' | 'closed' | 'ended';
  /** as they are after it */
  readonly claims: readonly Claim[];
};

/** Hears of it in the same transaction; throwing undoes it. */
export type Follower = (tx: Tx, happening: Happening) => Promise<void>;

const kinds = new Map<string, Kind>();
const following = new Map<string, Follower[]>();

/** Makes a kind known; twice the same object is once. */
export function useKind(kind: Kind): void {
  const there = kinds.get(kind.name);
  if (there !== undefined && there !== kind) throw new Error(`claims: kind ${kind.name} is declared twice`);
  kinds.set(kind.name, kind);
}

/** All kinds, in the order they were declared. */
export const allKinds = (): readonly Kind[] => [...kinds.values()];

/** A kind by its name; an unknown one is our bug. */
export function kindNamed(name: string): Kind {
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`claims: nobody declared the kind ${name}`);
  return kind;
}

/** What a state is called for this kind of thing: who has a place of an activity is signed up. */
export const stateWord = (kind: string, state: ClaimState): Word => kindNamed(kind).states?.[state] ?? STATE_WORDS[state];

/** Lets a part follow what happens to claims of a kind: keep a list, return a grant. Said once, when the part is loaded. */
export function follow(kind: string, follower: Follower): void {
  following.set(kind, [...(following.get(kind) ?? []), follower]);
}

/** Whether anybody follows a kind: who does not need the rows need not read them. */
export const isFollowed = (kind: string): boolean => (following.get(kind)?.length ?? 0) > 0;

/** Tells those who follow, one after the other. */
export async function tellFollowers(tx: Tx, happening: Happening): Promise<void> {
  for (const follower of following.get(happening.offer.kind) ?? []) await follower(tx, happening);
}
