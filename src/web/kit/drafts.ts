import { useEffect, useRef, useState } from 'react';
import { keep, kept } from './kept.ts';
import { useMaybeMe } from './me.tsx';

/** What a person is writing, kept on this device while it is written. */
export type Draft<T> = {
  readonly value: T;
  /** takes the whole value or the changed fields */
  readonly write: (change: Partial<T>) => void;
  /** forgets the draft: after it was sent, or to start again */
  readonly drop: () => void;
  /** when it was last kept; null when nothing is kept */
  readonly keptAt: number | null;
  /** an unfinished text was found when the screen opened */
  readonly found: boolean;
};

type Stored<T> = { readonly at: number; readonly value: T };

function readStored<T>(name: string, where: 'device' | 'tab'): Stored<T> | null {
  const text = kept(name, where);
  if (!text) return null;
  try {
    return JSON.parse(text) as Stored<T>;
  } catch {
    return null;
  }
}

/**
 * A form's values that survive a lost network, a closed page and an empty battery; each person has their own.
 * @param name of the form, with the thing's id when it is about one (`letter`, `answer.${id}`)
 * @param empty the values of an untouched form; must be JSON
 * @param o.anonymous keeps it in this tab only and under no person, so that nothing stays on a shared phone
 */
export function useDraft<T extends object>(name: string, empty: T, o: { anonymous?: boolean } = {}): Draft<T> {
  const me = useMaybeMe();
  const where = o.anonymous ? 'tab' : 'device';
  const shelf = o.anonymous ? `draft.${name}` : `draft.${me?.person.id ?? 'nobody'}.${name}`;
  const [stored, setStored] = useState(() => readStored<T>(shelf, where));
  const [found] = useState(stored !== null);
  const pending = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef<Stored<T> | null>(stored);

  const flush = (): void => {
    clearTimeout(pending.current);
    pending.current = undefined;
    keep(shelf, latest.current && JSON.stringify(latest.current), where);
  };
  const flushNow = useRef(flush);
  flushNow.current = flush;
  useEffect(() => {
    const onHide = (): void => flushNow.current();
    addEventListener('pagehide', onHide);
    return () => {
      removeEventListener('pagehide', onHide);
      if (pending.current) flushNow.current();
    };
  }, []);

  const put = (next: Stored<T> | null): void => {
    latest.current = next;
    setStored(next);
    clearTimeout(pending.current);
    pending.current = setTimeout(flush, next ? 400 : 0);
  };
  return {
    value: { ...empty, ...stored?.value },
    write: (change) => put({ at: Date.now(), value: { ...empty, ...latest.current?.value, ...change } }),
    drop: () => {
      put(null);
      flush();
    },
    keptAt: stored?.at ?? null,
    found,
  };
}
