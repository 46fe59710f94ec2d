import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** A button with a panel under it; closes by Esc, by pressing elsewhere, and when `children` calls its `close`. */
export function Popup({ className, label, button, children }: { className: string; label: string; button: ReactNode; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const elsewhere = (e: Event): void => {
      if (!root.current?.contains(e.target as Node)) setOpen(false);
    };
    const esc = (e: KeyboardEvent): void => {
      if (e.key !== 'Escape') return;
      setOpen(false);
      root.current?.querySelector('button')?.focus();
    };
    addEventListener('pointerdown', elsewhere);
    addEventListener('keydown', esc);
    return () => {
      removeEventListener('pointerdown', elsewhere);
      removeEventListener('keydown', esc);
    };
  }, [open]);
  return (
    <div className={`popup ${className}`} ref={root}>
      <button type="button" aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)}><span className="unseen">{label}</span>{button}</button>
      {open ? <div className="popuppanel" id={id}>{children(() => setOpen(false))}</div> : null}
    </div>
  );
}
