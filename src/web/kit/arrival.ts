import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/**
 * What happens on coming to another page: it begins at its top (going back keeps the place), and screen readers and the keyboard
 * begin at its content.
 */
export function useArrival(also?: () => void): void {
  const { pathname } = useLocation();
  const way = useNavigationType();
  const last = useRef(pathname);
  const run = useRef(also);
  run.current = also;
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    run.current?.();
    if (way !== 'POP') scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [pathname, way]);
}
