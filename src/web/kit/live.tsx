import { onlineManager } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { answers } from './calls.ts';
import { Icon } from './icons.tsx';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';
import { readEvent } from './live-events.ts';
import { tell } from './toast.tsx';

/**
 * What the server says over `GET /api/v1/live` (server-sent events).
 * When `data.stale` names route paths as declared (`/api/v1/letters/:id`), screens that show their answers ask again by themselves.
 */
export type LiveEvent = { readonly event: string; readonly data: unknown };

const listeners = new Set<(event: LiveEvent) => void>();
let stop: AbortController | undefined;
let again: ReturnType<typeof setTimeout> | undefined;
let tries = 0;
let lastId = '';

function hear(block: string): void {
  const { event, data, id } = readEvent(block);
  if (id) lastId = id;
  if (!data) return;
  const told: LiveEvent = { event, data: JSON.parse(data) as unknown };
  const stale = (told.data as { stale?: unknown } | null)?.stale;
  if (Array.isArray(stale)) for (const path of stale) void answers.invalidateQueries({ queryKey: [path] });
  for (const listener of listeners) listener(told);
}

async function follow(signal: AbortSignal): Promise<void> {
  const answer = await fetch('/api/v1/live', { signal, headers: { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) } });
  if (!answer.ok || !answer.body) throw new Error(`live ${answer.status}`);
  tries = 0;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (text + part.value).split('\n\n');
    text = blocks.pop() ?? '';
    blocks.forEach(hear);
  }
}

/** Keeps one stream open while somebody listens; after a break it waits longer each time, with some chance in it. */
function open(): void {
  const mine = new AbortController();
  stop = mine;
  follow(mine.signal).catch(() => {}).finally(() => {
    if (mine.signal.aborted || listeners.size === 0) return;
    clearTimeout(again);
    again = setTimeout(open, Math.min(60_000, 2000 * 2 ** tries++) * (0.75 + Math.random() / 2));
  });
}

function close(): void {
  clearTimeout(again);
  stop?.abort();
  stop = undefined;
}

/** Hears live events while the screen is shown. All screens share one connection, which reconnects by itself. */
export function useLive(hears: (event: LiveEvent) => void): void {
  const latest = useRef(hears);
  latest.current = hears;
  useEffect(() => {
    const listener = (event: LiveEvent): void => latest.current(event);
    listeners.add(listener);
    if (!stop) open();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) close();
    };
  }, []);
}

/** Keeps the app hearing: unread marks and lists stay true by the paths each event names, and a new message says its title in passing. */
export function Hearing() {
  useLive(({ event, data }) => {
    const title = event === 'told' ? (data as { message?: { title?: unknown } } | null)?.message?.title : undefined;
    if (typeof title === 'string') tell(title, 'plain');
  });
  return null;
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
