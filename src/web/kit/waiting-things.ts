import { useEffect, useSyncExternalStore } from 'react';

const counts = new Map<string, number>();
const listeners = new Set<() => void>();
const sum = (): number => [...counts.values()].reduce((all, n) => all + n, 0);
const change = (): void => {
  for (const listener of listeners) listener();
};

/** A Home card says how many of its things wait for the person today; the header adds them up. Undefined: not known yet. */
export function useTellWaiting(part: string, n: number | undefined): void {
  useEffect(() => {
    if (n !== undefined) counts.set(part, n);
    change();
    return () => {
      counts.delete(part);
      change();
    };
  }, [part, n]);
}

/** How many things wait for the person today, over all cards; undefined while no card has spoken. */
export const useAllWaiting = (): number | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (counts.size === 0 ? undefined : sum()),
  );

/** How many things wait under one name (an area, `worklist`), as told by {@link useTellWaiting}; the console's menu shows it. */
export const useWaitingOf = (part: string): number | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => counts.get(part),
  );

/** The work list tells the console's menu all its counts at once: `{ worklist: 17, mailbox: 6 }`. They stay until told anew. */
export function tellWaiting(all: Readonly<Record<string, number>>): void {
  for (const [part, n] of Object.entries(all)) counts.set(part, n);
  change();
}
