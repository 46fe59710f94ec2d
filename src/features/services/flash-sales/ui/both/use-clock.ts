import { useEffect, useRef, useState } from 'react';
import { call } from '../../../../../web/kit/index.ts';
import { offerRoutes as offers } from '../../../offers/ui/both/routes.ts';
import { better, countAgainIn, lookAgainIn, nextTick, type Offset, offsetOf } from './clock.rules.ts';

/** What the phone knows of a sale between two looks. */
export type Live = { readonly now: number; readonly places: number | null; readonly taken: number | null; readonly synced: boolean };

/** Draws anew when the shown second changes, and exactly at the start. */
export function useSecond(until: number, ahead: number): number {
  const [now, setNow] = useState(() => Date.now() + ahead);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = (): void => {
      const at = Date.now() + ahead;
      setNow(at);
      timer = setTimeout(tick, nextTick(until - at));
    };
    tick();
    return () => clearTimeout(timer);
  }, [until, ahead]);
  return now;
}

/**
 * The server's time on this phone, and how many are left while it is on. It asks the light route when the page opens, once more at a
 * moment of chance before the start, and while it is on every few seconds as long as the page is seen.
 * @param opensAt milliseconds
 */
export function useLiveSale(offerId: string, opensAt: number, closesAt: number, wanted: boolean): Live & { readonly look: () => void } {
  const [offset, setOffset] = useState<Offset | null>(null);
  const [count, setCount] = useState<{ places: number; taken: number } | null>(null);
  const kept = useRef<Offset | null>(null);
  const look = useRef(async (): Promise<void> => {});
  look.current = async () => {
    const asked = Date.now();
    try {
      const { now, places, taken } = await call(offers.count, { offerId });
      kept.current = better(kept.current, offsetOf({ asked, answered: Date.now(), said: Date.parse(now) }));
      setOffset(kept.current);
      setCount({ places, taken });
    } catch { /* what is known goes on; the next look is soon */ }
  };
  const ahead = offset?.ahead ?? 0;
  useEffect(() => {
    if (!wanted) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const later = (): void => {
      const now = Date.now() + (kept.current?.ahead ?? 0);
      if (now >= closesAt) return;
      const before = lookAgainIn(opensAt - now, Math.random());
      const wait = now < opensAt ? (before ?? opensAt - now + countAgainIn(Math.random())) : countAgainIn(Math.random());
      timer = setTimeout(() => void (document.hidden ? Promise.resolve() : look.current()).then(later), Math.min(wait, 2_000_000_000));
    };
    void look.current().then(later);
    return () => clearTimeout(timer);
  }, [opensAt, closesAt, wanted]);
  const now = useSecond(opensAt, ahead);
  return { now, places: count?.places ?? null, taken: count?.taken ?? null, synced: offset !== null, look: () => void look.current() };
}
