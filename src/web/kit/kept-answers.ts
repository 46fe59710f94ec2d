import { useEffect, useMemo } from 'react';
import { type CallSettings, useCall } from './calls.ts';
import type { AnyEndpoint, Input, Output, RefusedByServer } from './client.ts';
import { forget, keep, kept } from './kept.ts';
import { clearShelf } from './shelf.ts';

/** An answer that is there without a network too. `asOf`: milliseconds of the clock when it was read, if it is not fresh. */
export type KeptAnswer<T> = { readonly data: T | undefined; readonly error: RefusedByServer | null; readonly refetch: () => unknown; readonly fetchStatus: string; readonly asOf: number | null };

const PREFIX = 'answer.';

type Remembered<T> = { readonly at: number; readonly data: T };

/** What was remembered under this name, or null. */
export const keptAnswer = <T>(name: string): Remembered<T> | null => JSON.parse(kept(PREFIX + name) ?? 'null') as Remembered<T> | null;

/** Remembers an answer under this name until the person signs out. */
export const rememberAnswer = (name: string, data: unknown): void => void keep(PREFIX + name, JSON.stringify({ at: Date.now(), data }));

/** Reads a route and remembers the answer on this device until the person signs out: where there is no network, it is shown with its time. */
export function useKeptCall<E extends AnyEndpoint>(endpoint: E, input: Input<E>, name: string, settings: CallSettings = {}): KeptAnswer<Output<E>> {
  const asked = useCall(endpoint, input, settings);
  const shelf = PREFIX + name;
  useEffect(() => {
    if (asked.data !== undefined) keep(shelf, JSON.stringify({ at: asked.dataUpdatedAt, data: asked.data }));
  }, [shelf, asked.data, asked.dataUpdatedAt]);
  const lost = asked.error?.status === 0 || asked.fetchStatus === 'paused';
  const before = useMemo(() => (asked.data === undefined && lost ? keptAnswer<Output<E>>(name) : null), [name, asked.data, lost]);
  return { data: asked.data ?? before?.data, error: before ? null : asked.error, refetch: asked.refetch, fetchStatus: asked.fetchStatus, asOf: before?.at ?? (asked.data !== undefined && lost ? asked.dataUpdatedAt : null) };
}

/** Forgets the answers that were remembered: the person signs out, or the session is over. */
export function forgetAnswers(): void {
  forget(PREFIX);
  void clearShelf(PREFIX);
}
