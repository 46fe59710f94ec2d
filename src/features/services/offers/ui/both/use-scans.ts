import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type Output, RefusedByServer, shelve, unshelve, useMe } from '../../../../../web/kit/index.ts';
import { desk } from '../../keeping.contract.ts';
import { type Kept, tidyCode, withKept } from '../../scan.rules.ts';

type List = Output<typeof desk.scanner>;
type State = List['items'][number]['state'];
type Scanned = Output<typeof desk.scans>['items'][number];
/** A scan that another device, or the desk, had decided otherwise. */
type Conflict = { readonly key: string; readonly what: string; readonly sentence: string };
/** What this device did since it read the list. */
type Mark = { readonly id: string; readonly state: State; readonly handedAt: string | null };

const withMark = (l: List, { id, state, handedAt }: Mark): List => ({ ...l, items: l.items.map((k) => (k.id === id ? { ...k, state, handedAt } : k)) });

const AT_ONCE = 100;
const EVERY_MS = 15_000;
const PATIENCE_MS = 4_000;
const lost = (why: unknown): boolean => !(why instanceof RefusedByServer) || why.status === 0 || why.status >= 500 || why.status === 429;

/** Whether the house can be reached, and why it does not want to hear this scanner. */
function useReach() {
  const [online, setOnline] = useState(true);
  const [refused, setRefused] = useState<RefusedByServer | null>(null);
  /** Does it and notes whether the house answered. @returns whether it was done */
  const reach = useCallback(async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      setOnline(true);
      setRefused(null);
      return true;
    } catch (why) {
      if (lost(why)) setOnline(false);
      else if (why instanceof RefusedByServer) setRefused(why);
      return false;
    }
  }, []);
  return { online, refused, reach, setOnline };
}

type Reach = ReturnType<typeof useReach>['reach'];

/** Who has what, as it was read last: from the house, or from this device. */
function useKnown(offerId: string, shelf: string, reach: Reach) {
  const [list, setList] = useState<List | null>(null);
  const [readAt, setReadAt] = useState(0);
  const offset = useRef(0);
  const since = useRef<{ marks: readonly Mark[]; asked: number; taken: number }>({ marks: [], asked: 0, taken: 0 });
  const take = useCallback((fresh: List, at: number): void => {
    // the house's clock as this device can know it, never ahead of it
    offset.current = Math.min(0, Date.parse(fresh.now) - at);
    setList(fresh);
    setReadAt(at);
  }, []);
  const reload = useCallback(async (): Promise<void> => {
    await reach(async () => {
      const [turn, known] = [++since.current.asked, since.current.marks];
      const read = await call(desk.scanner, { offerId });
      if (turn < since.current.taken) return;
      // What was marked while the list was on its way is newer than the list.
      const newer = since.current.marks.filter((m) => !known.includes(m));
      since.current = { ...since.current, marks: newer, taken: turn };
      const fresh = newer.reduce(withMark, read);
      take(fresh, Date.now());
      await shelve(shelf, { at: Date.now(), list: fresh });
    });
  }, [offerId, shelf, reach, take]);
  const find = useCallback(async (): Promise<void> => {
    const kept = await unshelve<{ at: number; list: List }>(shelf);
    if (kept) take(kept.list, kept.at);
  }, [shelf, take]);
  const mark = (id: string, state: State, handedAt: string | null): void => {
    const made = { id, state, handedAt };
    since.current.marks = [...since.current.marks, made];
    setList((l) => l && withMark(l, made));
  };
  return { list, readAt, reload, find, mark, at: () => new Date(Date.now() + offset.current).toISOString() };
}

/** Scans that wait to be sent, in their order. They are on the device before anything else happens. */
function useQueue(offerId: string, shelf: string, reach: Reach) {
  const [queue, setQueue] = useState<readonly Kept[]>([]);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const now = useRef<{ queue: readonly Kept[]; sending: boolean }>({ queue: [], sending: false });
  const store = useCallback(async (next: readonly Kept[]): Promise<void> => {
    now.current.queue = next;
    setQueue(next);
    await shelve(shelf, next);
  }, [shelf]);
  const find = useCallback(async (): Promise<void> => {
    const waiting = await unshelve<readonly Kept[]>(shelf);
    now.current.queue = [...(waiting ?? []), ...now.current.queue];
    setQueue(now.current.queue);
  }, [shelf]);
  const sendSome = useCallback(async (some: readonly Kept[]): Promise<void> => {
    const { items } = await call(desk.scans, { offerId, scans: some.map(({ code, at, paid }) => ({ code, at, paid })) });
    const otherwise = items.flatMap((r, i) => (r.outcome === 'refused' ? [{ key: `${some[i]?.at}${some[i]?.code}`, what: r.name ? `${r.no} ${r.name}` : (some[i]?.code.slice(0, 20) ?? ''), sentence: r.sentence }] : []));
    setConflicts((before) => [...otherwise, ...before]);
    await store(now.current.queue.filter((s) => !some.includes(s)));
  }, [offerId, store]);
  const sync = useCallback(async (): Promise<void> => {
    if (now.current.sending) return;
    now.current.sending = true;
    let good = true;
    while (good && now.current.queue.length > 0) good = await reach(() => sendSome(now.current.queue.slice(0, AT_ONCE)));
    now.current.sending = false;
  }, [reach, sendSome]);
  return {
    queue, conflicts, find, sync, seen: () => setConflicts([]), waits: () => now.current.queue.length > 0,
    /** keeps a scan for later */
    later: (scan: Kept) => store([...now.current.queue, scan]),
    drop: (id: string) => store(now.current.queue.filter((s) => s.id !== id)),
  };
}

/** The scanner's memory: the list, what waits to be sent, and what came back otherwise. All of it outlives the page. */
export function useScans(offerId: string) {
  const me = useMe();
  const { online, refused, reach, setOnline } = useReach();
  const known = useKnown(offerId, `answer.scanner.${me.person.id}.${offerId}`, reach);
  const waiting = useQueue(offerId, `scans.${me.person.id}.${offerId}`, reach);
  const { find: findList, reload } = known;
  const { find: findQueue, sync } = waiting;
  useEffect(() => {
    const both = (): void => void sync().then(reload);
    const gone = (): void => setOnline(false);
    void Promise.all([findList(), findQueue()]).then(both);
    const timer = setInterval(both, EVERY_MS);
    addEventListener('online', both);
    addEventListener('offline', gone);
    return () => { clearInterval(timer); removeEventListener('online', both); removeEventListener('offline', gone); };
  }, [findList, findQueue, sync, reload, setOnline]);

  /** Sends one scan at once; null where the house does not answer in time. @throws RefusedByServer when it may not be sent at all */
  const send = async (code: string, paid: boolean, at: string): Promise<Scanned | null> => {
    if (waiting.waits() || navigator.onLine === false) return null;
    try {
      const { items } = await call(desk.scans, { offerId, scans: [{ code: tidyCode(code), at, paid }] }, { signal: AbortSignal.timeout(PATIENCE_MS) });
      setOnline(true);
      return items[0] ?? null;
    } catch (why) {
      if (!lost(why)) throw why;
      setOnline(false);
      return null;
    }
  };
  return { ...waiting, list: known.list && { ...known.list, items: withKept(known.list.items, waiting.queue) }, readAt: known.readAt, at: known.at, mark: known.mark, online, refused, send, sync: () => void sync().then(reload) };
}
