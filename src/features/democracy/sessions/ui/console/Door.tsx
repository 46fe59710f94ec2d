import { useCallback, useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { call, Card, Chip, DeskPage, Empty, Icon, Loaded, type Output, refresh, RefusedByServer, Scanner, shelve, showClock, unshelve, useAct, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { room } from '../../room.contract.ts';
import { desk } from '../../sessions.contract.ts';
import { words as states } from '../../sessions.words.ts';
import { type Kept, Quorum } from '../both/looks.tsx';
import { words } from '../desk.words.ts';

type Seat = Output<typeof room.seats>['items'][number];
type Scan = { readonly code: string; readonly at: string };
type Shown = { readonly outcome: 'here' | 'again' | 'refused' | 'kept'; readonly name: string; readonly note: string };
const EVERY_MS = 15_000;
const AT_ONCE = 100;
const lost = (why: unknown): boolean => !(why instanceof RefusedByServer) || why.status === 0 || why.status >= 500 || why.status === 429;

/** Cards that were read: sent at once, or kept on the device until the house answers. */
function useDoor(id: string) {
  const shelf = `door.${useMe().person.id}.${id}`;
  const queue = useRef<readonly Scan[]>([]);
  const sending = useRef(false);
  const [waits, setWaits] = useState(0);
  const [shown, setShown] = useState<Shown | null>(null);
  const store = useCallback(async (next: readonly Scan[]): Promise<void> => { queue.current = next; setWaits(next.length); await shelve(shelf, next); }, [shelf]);
  const sync = useCallback(async (): Promise<void> => {
    if (sending.current || queue.current.length === 0) return;
    sending.current = true;
    try {
      while (queue.current.length > 0) {
        const some = queue.current.slice(0, AT_ONCE);
        const { items } = await call(room.checkIn, { id, scans: [...some] });
        const last = items.at(-1);
        if (last) setShown(last);
        await store(queue.current.filter((s) => !some.includes(s)));
      }
      void refresh(desk.one, room.seats);
    } catch (why) {
      if (lost(why)) setShown({ outcome: 'kept', name: '', note: '' });
      else { setShown({ outcome: 'refused', name: '', note: why instanceof RefusedByServer ? why.sentence : '' }); await store([]); }
    } finally {
      sending.current = false;
    }
  }, [id, store]);
  useEffect(() => {
    void unshelve<readonly Scan[]>(shelf).then((kept) => { if (kept && kept.length > 0) void store([...kept, ...queue.current]).then(sync); });
    const timer = setInterval(() => void sync(), EVERY_MS);
    const again = (): void => void sync();
    addEventListener('online', again);
    return () => { clearInterval(timer); removeEventListener('online', again); };
  }, [shelf, store, sync]);
  const read = useCallback((code: string): void => {
    if (!/^[0-9a-f-]{36}$/i.test(code) || queue.current.some((s) => s.code === code)) return;
    void store([...queue.current, { code, at: new Date().toISOString() }]).then(sync);
  }, [store, sync]);
  return { waits, shown, read };
}

function ScanCard({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const door = useDoor(z.id);
  const [on, setOn] = useState(false);
  return (
    <Card title={w.scan} aside={door.waits > 0 ? w.waiting({ n: door.waits }) : undefined}>
      <div className="sesdesk">
        {on ? <Scanner on onRead={door.read} /> : <p className="note">{w.scanHint}</p>}
        <button type="button" className="btn" onClick={() => setOn(!on)}><Icon name="camera" size={18} />{on ? w.stop : w.start}</button>
        <div aria-live="assertive">{door.shown ? <div className={`sescount ${door.shown.outcome === 'here' || door.shown.outcome === 'again' ? 'ok' : 'late'}`}><b>{w[`outcome_${door.shown.outcome}`]}{door.shown.name ? ` · ${door.shown.name}` : ''}</b><span>{door.shown.note}</span></div> : null}</div>
      </div>
    </Card>
  );
}

function Ticks({ of: s, z }: { of: Seat; z: Kept }) {
  const w = useWords(words);
  const tick = useAct(room.checkIn, { refreshes: [room.seats, desk.one] });
  const gone = useAct(room.leave, { refreshes: [room.seats, desk.one] });
  if (s.vacant || !z.may.includes('door')) return null;
  return s.here === '' ? <button type="button" className="btn" disabled={tick.busy} onClick={() => tick.act({ id: z.id, scans: [{ seatId: s.id, at: new Date().toISOString() }] })}>{w.tick}<span className="unseen">{s.name}</span></button> : <button type="button" className="btn" disabled={gone.busy} onClick={() => gone.act({ id: z.id, seatId: s.id })}>{w.gone}<span className="unseen">{s.name}</span></button>;
}

function useColumns(z: Kept): Columns<Seat> {
  const w = useWords(words);
  const s = useWords(states);
  return {
    name: { title: w.person, width: 170, cell: (r) => <span className="cell"><b>{r.vacant ? w.vacant : r.name}</b><small className="num">{r.card}</small></span> },
    class: { title: w.klass, width: 130, cell: (r) => <span className="sesline">{s[`class_${r.class}`]}{r.presidium ? <Chip kind="info">{w.presidium}</Chip> : null}</span> },
    unit: { title: w.unit, cell: (r) => <span className="cell"><span>{r.unit}</span><small>{r.delegation}</small></span> },
    here: { title: w.here, width: 150, cell: (r) => (r.here ? <span className="cell"><Chip kind="ok" icon="check">{s[`here_${r.here}`]}</Chip><small className="num">{r.cameAt ? showClock(r.cameAt) : ''}</small></span> : <Chip>{r.vacant ? w.vacant : s.here_no}</Chip>) },
    act: { title: w.acts, width: 140, cell: (r) => <Ticks of={r} z={z} /> },
  };
}

function SeatList({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const s = useWords(states);
  const list = useList<Seat>('session-seats', {
    filters: [{ kind: 'find', name: 'text', label: w.findPerson }, { kind: 'choose', name: 'here', label: w.anyHere, options: [['here', w.here_here], ['missing', w.here_missing]] }, { kind: 'choose', name: 'class', label: w.anyClass, options: (['delegate', 'observer', 'guest'] as const).map((c) => [c, s[`class_${c}`]]) }, { kind: 'choose', name: 'delegationId', label: w.anyDelegation, options: z.delegations.flatMap((d) => (d.id ? [[d.id, d.name] as const] : [])) }],
    columns: useColumns(z),
  });
  const { unionId: _, ...asked } = list.asked;
  const own = { ...list, asked };
  const rows = useRows(room.seats, own, { also: { id: z.id } });
  return <><div className="sesacts noprint"><ListActions list={own} to={room.exportSeats} also={{ id: z.id }} can="sessions.export" /></div><ListPanel list={own} rows={rows} label={w.listTitle} empty={<Empty icon="people" title={w.seatsNone} hint={w.seatsNoneHint} />} /></>;
}

/** The door: cards are read by the camera or ticked on the list; the quorum is live. */
export default function Door() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const kept = useCall(desk.one, { id }, { every: 4_000, keepWhileChanging: true });
  return (
    <DeskPage title={w.doorTitle} about={kept.data?.title} crumbs={[{ title: kept.data?.title ?? '', to: `/sessions/${id}` }]}>
      <Loaded from={kept} lines={8}>{(z) => <div className="split"><div className="sesdesk"><SeatList of={z} /></div><div className="beside sesdesk"><Card title={w.quorum}><Quorum of={z.quorum} /></Card>{z.may.includes('door') ? <ScanCard of={z} /> : null}</div></div>}</Loaded>
    </DeskPage>
  );
}
