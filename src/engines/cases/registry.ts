import type { Tx } from '#shared/call';
import type { Word } from '#shared/words';
import type { Held } from './access.ts';
import type { Process } from './process.rules.ts';

const known = new Map<string, Process>();

/** Makes a process known, so that sweeps and work lists can speak of its cases; parts do so in their index.ts. */
export function useProcess(p: Process): void {
  const there = known.get(p.name);
  if (there !== undefined && there !== p) throw new Error(`process ${p.name} is declared twice`);
  known.set(p.name, p);
}

/** The process of a stored case. */
export function processNamed(name: string): Process {
  const p = known.get(name);
  if (p === undefined) throw new Error(`no process is called ${name}`);
  return p;
}

/** Something the author of a case is told, when no account leads to the author: the words of the step and what was written with it. */
export type Correspondence = {
  readonly process: Process;
  readonly held: Held;
  /** tells this word apart from all others about the case */
  readonly occasion: string;
  readonly said: { readonly title: Word; readonly body: Word };
  readonly text: string;
};
/** Carries a word to the author of a case that came by one channel (e-mail …). */
export type Correspondent = (tx: Tx, c: Correspondence) => Promise<void>;

const correspondents = new Map<string, Correspondent>();

/** Says who writes to authors without an account whose cases came by this channel; a part does so once, when it is loaded. */
export function useCorrespondent(channel: string, write: Correspondent): void {
  if (correspondents.has(channel)) throw new Error(`channel ${channel} has two correspondents`);
  correspondents.set(channel, write);
}

/** Who writes to authors of this channel; nobody for anonymous cases, which are looked up by code. */
export const correspondentOf = (channel: string): Correspondent | undefined => correspondents.get(channel);

/** All processes in the order they were declared. */
export const allProcesses = (): readonly Process[] => [...known.values()];

/** What a part does in the same transaction when a case of a process was opened (`opened`) or took a step. */
export type Follower = (tx: Tx, verb: string, held: Held) => Promise<void>;

const following = new Map<string, Follower[]>();

/** Lets a part follow the cases of a process that another part owns: credit points, keep a list. Said once, when the part is loaded. */
export function follow(process: string, follower: Follower): void {
  following.set(process, [...(following.get(process) ?? []), follower]);
}

/** Tells those who follow a process, one after the other. */
export async function tellFollowers(tx: Tx, process: string, verb: string, held: Held): Promise<void> {
  for (const follower of following.get(process) ?? []) await follower(tx, verb, held);
}
