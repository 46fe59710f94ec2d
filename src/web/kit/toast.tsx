import { useSyncExternalStore } from 'react';
import { newKey } from './keys.ts';

/** A short message over the page; `bad` stays longer and is read out at once. */
export type Toast = { readonly key: string; readonly kind: 'good' | 'bad' | 'plain'; readonly text: string };

let shown: readonly Toast[] = [];
const listeners = new Set<() => void>();
const change = (next: readonly Toast[]): void => {
  shown = next;
  for (const listener of listeners) listener();
};

/** Tells the person something in passing. Use it for outcomes; what must be acted on stands on the page. */
export function tell(text: string, kind: Toast['kind'] = 'good'): void {
  const toast = { key: newKey(), kind, text };
  change([...shown.filter((t) => t.text !== text).slice(-2), toast]);
  setTimeout(() => change(shown.filter((t) => t !== toast)), kind === 'bad' ? 6000 : 3000);
}

/** Where the toasts appear; each app's shell holds one. */
export function Toasts() {
  const toasts = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
  return (
    <div className="toasts">
      <div role="status" aria-live="polite">
        {toasts.filter((t) => t.kind !== 'bad').map((t) => <p key={t.key} className={`toast ${t.kind}`}>{t.text}</p>)}
      </div>
      <div role="alert">
        {toasts.filter((t) => t.kind === 'bad').map((t) => <p key={t.key} className="toast bad">{t.text}</p>)}
      </div>
    </div>
  );
}
