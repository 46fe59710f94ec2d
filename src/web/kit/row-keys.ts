import { useEffect, useRef } from 'react';

/** Whether a key was meant for a field, a menu or a question and not for the list. */
const meantElsewhere = (e: KeyboardEvent): boolean =>
  e.metaKey || e.ctrlKey || e.altKey || (e.target instanceof Element && e.target.closest('input, textarea, select, button, [contenteditable], dialog, [role="listbox"]') !== null);

/**
 * Walks through the rows of a list without a mouse: `j` down, `k` up, Enter opens.
 * @param ids of the rows as they stand
 * @param at the row that is marked
 */
export function useRowKeys(ids: readonly string[], at: string | undefined, o: { readonly mark: (id: string) => void; readonly open: (id: string) => void }): void {
  const latest = useRef({ ids, o });
  latest.current = { ids, o };
  // Keys may come faster than the address bar is drawn again: what was walked to counts from the press on.
  const drawn = useRef(at);
  const marked = useRef(at);
  if (drawn.current !== at) marked.current = drawn.current = at;
  useEffect(() => {
    const pressed = (e: KeyboardEvent): void => {
      const now = latest.current;
      const place = marked.current === undefined ? -1 : now.ids.indexOf(marked.current);
      if (meantElsewhere(e) || now.ids.length === 0) return;
      if (e.key === 'Enter' && marked.current !== undefined && place >= 0) now.o.open(marked.current);
      if (e.key !== 'j' && e.key !== 'k') return;
      const next = now.ids[Math.min(now.ids.length - 1, Math.max(0, place + (e.key === 'j' ? 1 : -1)))];
      e.preventDefault();
      if (next === undefined) return;
      marked.current = next;
      now.o.mark(next);
      document.querySelector(`[data-row-key="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
