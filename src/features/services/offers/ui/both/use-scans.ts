import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Output, RefusedByServer, shelve, unshelve, useMe } from '../../../../../web/kit/index.ts';
import { desk } from '../../keeping.contract.ts';
import { type Kept, tidyCode, withKept } from '../../scan.rules.ts';

type List = Output<typeof desk.scanner>;
export type Scanned = Output<typeof desk.scans>['items'][number];
/** A scan that another device, or the desk, had decided otherwise. */
export type Conflict = { readonly key: string; readonly what: string; readonly sentence: string };

const AT_ONCE = 100;
const EVERY_MS = 15_000;
const PATIENCE_MS = 4_000;
const lost = (why: unknown): boolean => !(why instanceof RefusedByServer) || why.status === 0 || why.status >= 500 || why.status === 429;

/** The scanner's memory: the list, what waits to be sent, and what came back otherwise. All of it outlives the page. */
export function useScans(offerId: string) {
  const me = useMe();
  const [shelfList, shelfScans] = [`answer.scanner.${me.person.id}.${offerId}`, `scans.${me.person.id}.${offerId}`];
  const [list, setList] = useState<List | null>(null);
  const [readAt, setReadAt] = useState(0);
  const [queue, setQueue] = useState<readonly Kept[]>([]);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [online, setOnline] = useState(true);
  const [refused, setRefused] = useState<RefusedByServer | null>(null);
  const now = useRef({ queue, sending: false, offset: 0 });

  const store = useCallback(async (next: readonly Kept[]): Promise<void> => {
    now.current.queue = next;
    setQueue(next);
    await shelve(shelfScans, next);
  }, [shelfScans]);

  const take = useCallback((fresh: List, at: number): void => {
    // the server's clock as this device can know it, never ahead of it
    now.current.offset = Math.min(0, Date.parse(fresh.now) - at);
    setList(fresh);
    setReadAt(at);
  }, []);

  const reload = useCallback(async (): Promise<void> => {
    try {
      const fresh = await call(desk.scanner, { offerId });
      take(fresh, Date.now());
      setOnline(true);
      setRefused(null);
      await shelve(shelfList, { at: Date.now(), list: fresh });
    } catch (why) {
      if (lost(why)) setOnline(false);
      else if (why instanceof RefusedByServer) setRefused(why);
    }
  }, [offerId, shelfList, take]);

  const sync = useCallback(async (): Promise<void> => {
    if (now.current.sending || now.current.queue.length === 0) return;
    now.current.sending = true;
    try {
      for (let some = now.current.queue.slice(0, AT_ONCE); some.length > 0; some = now.current.queue.slice(0, AT_ONCE)) {
        const { items } = await call(desk.scans, { offerId, scans: some.map(({ code, at, paid }) => ({ code, at, paid })) });
        const otherwise = items.flatMap((r, i) => (r.outcome === 'refused' ? [{ key: `${some[i]?.at}${some[i]?.code}`, what: r.name ? `${r.no} ${r.name}` : (some[i]?.code.slice(0, 20) ?? ''), sentence: r.sentence }] : []));
        setConflicts((before) => [...otherwise, ...before]);
        await store(now.current.queue.slice(some.length));
        setOnline(true);
      }
    } catch (why) {
      if (lost(why)) setOnline(false);
      else if (why instanceof RefusedByServer) setRefused(why);
    } finally {
      now.current.sending = false;
    }
  }, [offerId, store]);

  useEffect(() => {
    let here = true;
    const both = (): void => void sync().then(reload);
    void Promise.all([unshelve<{ at: number; list: List }>(shelfList), unshelve<readonly Kept[]>(shelfScans)]).then(([kept, waiting]) => {
      if (!here) return;
      if (kept) take(kept.list, kept.at);
      if (waiting) { now.current.queue = waiting; setQueue(waiting); }
      both();
    });
    const timer = setInterval(both, EVERY_MS);
    const gone = (): void => setOnline(false);
    addEventListener('online', both);
    addEventListener('offline', gone);
    return () => { here = false; clearInterval(timer); removeEventListener('online', both); removeEventListener('offline', gone); };
  }, [shelfList, shelfScans, sync, reload, take]);

  /** Now, by the server's clock as far as it is known. */
  const at = (): string => new Date(Date.now() + now.current.offset).toISOString();
  /** Keeps a scan for later. */
  const later = (code: string, paid: boolean, id: string | null): Promise<void> => store([...now.current.queue, { code: tidyCode(code), at: at(), paid, id }]);
  /** Sends one scan at once; null where the network does not answer in time. @throws RefusedByServer when it may not be sent at all */
  const send = async (code: string, paid: boolean, time: string): Promise<Scanned | null> => {
    if (now.current.queue.length > 0 || navigator.onLine === false) return null;
    try {
      const { items } = await call(desk.scans, { offerId, scans: [{ code: tidyCode(code), at: time, paid }] }, { signal: AbortSignal.timeout(PATIENCE_MS) });
      setOnline(true);
      return items[0] ?? null;
    } catch (why) {
      if (!lost(why)) throw why;
      setOnline(false);
      return null;
    }
  };
  /** Marks what was handed over in the list that is shown. */
  const mark = (id: string, state: string, handedAt: string | null): void => setList((l) => l && { ...l, items: l.items.map((k) => (k.id === id ? { ...k, state: state as typeof k.state, handedAt } : k)) });
  const drop = (id: string): Promise<void> => store(now.current.queue.filter((s) => s.id !== id));
  return { list: list && { ...list, items: withKept(list.items, queue) }, readAt, queue, conflicts, online, refused, at, later, send, mark, drop, sync: () => void sync().then(reload), seen: () => setConflicts([]) };
}
