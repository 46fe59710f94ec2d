import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { Icon } from '../icons.tsx';

/** Closes an open menu when Esc is pressed or something beside it. */
function useClosing(menu: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = (e: Event): void => {
      const it = menu.current;
      if (!it?.open) return;
      if (e instanceof KeyboardEvent) {
        if (e.key !== 'Escape') return;
        it.querySelector('summary')?.focus();
      } else if (e.target instanceof Node && it.contains(e.target)) return;
      it.open = false;
    };
    addEventListener('pointerdown', close);
    addEventListener('keydown', close);
    return () => { removeEventListener('pointerdown', close); removeEventListener('keydown', close); };
  }, [menu]);
}

/** A small menu in the head of a list. `children` is told how to close it. */
export function ListMenu({ title, children }: { title: string; children: (close: () => void) => ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  return (
    <details className="viewmenu" ref={menu}>
      <summary>{title}<Icon name="down" size={14} /></summary>
      <div className="popuppanel">{children(() => { if (menu.current) menu.current.open = false; })}</div>
    </details>
  );
}
