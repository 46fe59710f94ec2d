import { onlineManager } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { answers } from './calls.ts';
import { Icon } from './icons.tsx';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';

/**
 * What the server says over `GET /api/v1/live` (server-sent events, one JSON each).
 * `stale` names route paths whose answers changed, as declared (`/api/v1/letters/:id`); screens that show them ask again by themselves.
 */
export type LiveEvent = { readonly kind: string; readonly stale?: readonly string[]; readonly data?: unknown };

const listeners = new Set<(event: LiveEvent) => void>();
let source: EventSource | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let tries = 0;

function hear(message: MessageEvent<string>): void {
  let event: LiveEvent;
  try {
    event = JSON.parse(message.data) as LiveEvent;
  } catch {
    return;
  }
  for (const path of event.stale ?? []) void answers.invalidateQueries({ queryKey: [path] });
  for (const listener of listeners) listener(event);
}

function open(): void {
  source?.close();
  source = new EventSource('/api/v1/live');
  source.onmessage = hear;
  source.onopen = () => {
    tries = 0;
  };
  source.onerror = () => {
    source?.close();
    source = undefined;
    clearTimeout(again);
    if (listeners.size > 0) again = setTimeout(open, Math.min(60_000, 2000 * 2 ** tries++) * (0.75 + Math.random() / 2));
  };
}

/** Hears live events while the screen is shown. All screens share one connection, which reconnects by itself. */
export function useLive(hears: (event: LiveEvent) => void): void {
  const latest = useRef(hears);
  latest.current = hears;
  useEffect(() => {
    const listener = (event: LiveEvent): void => latest.current(event);
    listeners.add(listener);
    if (!source) open();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      clearTimeout(again);
      source?.close();
      source = undefined;
    };
  }, []);
}

/** Whether the device has a network. */
export const useOnline = (): boolean => useSyncExternalStore((change) => onlineManager.subscribe(change), () => onlineManager.isOnline());

/** The line that says there is no network and that nothing is lost. */
export function OfflineBanner() {
  const w = useWords(words);
  const online = useOnline();
  return (
    <div role="status">
      {online ? null : <p className="offline"><Icon name="network" size="1.2em" />{w.offline}</p>}
    </div>
  );
}
