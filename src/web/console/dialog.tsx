import { type ReactNode, useEffect, useRef } from 'react';

/** A layer over the page that closes by Esc and by pressing beside it; what lies in it is drawn only while it is open. */
export function Dialog({ open, close, className, label, children }: { open: boolean; close: () => void; className: string; label: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const beside = (e: Event): void => {
      if (e.target === element) latest.current();
    };
    element.addEventListener('pointerdown', beside);
    return () => element.removeEventListener('pointerdown', beside);
  }, []);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return <dialog ref={dialog} className={className} aria-label={label} onClose={close}>{open ? children : null}</dialog>;
}
