import type { Actor, Tx } from '#shared/call';

type Count = (tx: Tx, by: Actor) => Promise<number>;

let count: Count = async () => 0;

/** Told once at start: how many messages a person has not read (the notify engine's count). */
export function useUnread(told: Count): void {
  count = told;
}

export const unreadOf: Count = (tx, by) => count(tx, by);
