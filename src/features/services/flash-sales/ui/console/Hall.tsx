import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { call, Loaded, type Output, showNumber, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../desk.words.ts';
import { better, type Offset, offsetOf } from '../both/clock.rules.ts';
import { Boxes } from '../both/parts.tsx';
import { useSecond } from '../both/use-clock.ts';
import '../sales.css';

type Seen = Output<typeof api.hall>;
/** One screen in one hall: a look a second while it is on, every twenty before. */
const EVERY = { before: 20_000, on: 1_000, after: 60_000 } as const;

function useHall(id: string, first: Seen): { seen: Seen; ahead: number } {
  const [seen, setSeen] = useState(first);
  const [offset, setOffset] = useState<Offset | null>(null);
  const kept = useRef<Offset | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let last = first;
    const look = async (): Promise<void> => {
      const asked = Date.now();
      try {
        last = await call(api.hall, { id });
        kept.current = better(kept.current, offsetOf({ asked, answered: Date.now(), said: Date.parse(last.serverTime) }));
        setOffset(kept.current);
        setSeen(last);
      } catch { /* the screen goes on with what it has */ }
      const toStart = Date.parse(last.opensAt) - Date.now() - (kept.current?.ahead ?? 0);
      const done = last.taken >= last.places || last.state === 'over' || last.state === 'cancelled';
      timer = setTimeout(() => void look(), done ? EVERY.after : toStart > 0 ? Math.min(EVERY.before, toStart + 300) : EVERY.on);
    };
    void look();
    return () => clearTimeout(timer);
  }, [id, first]);
  return { seen, ahead: offset?.ahead ?? 0 };
}

const BARS = 60;
/** So few bars have room for their numbers. */
const NAMED = 12;

/** Places of each second as bars, the latest sixty. */
function Bars({ seen }: { seen: Seen }) {
  const w = useWords(words);
  const first = seen.seconds[0]?.second ?? 0;
  const last = seen.seconds.at(-1)?.second ?? 0;
  const from = Math.max(first, last - BARS + 1);
  const by = new Map(seen.seconds.map((s) => [s.second, s.n]));
  const bars = Array.from({ length: Math.max(1, Math.min(BARS, last - from + 1)) }, (_, i) => by.get(from + i) ?? 0);
  const most = Math.max(1, ...bars);
  return <div className="chart"><div className="salebars" role="img" aria-label={w.hallChart}>{bars.map((n, i) => <i key={`second${(from + i).toString()}`} style={{ height: `${(100 * n) / most}%` }}>{bars.length <= NAMED && n > 0 ? <b className="num">{showNumber(n)}</b> : null}</i>)}</div><p className="note">{w.hallChart}</p></div>;
}

function Screen({ id, first }: { id: string; first: Seen }) {
  const w = useWords(words);
  const { seen: s, ahead } = useHall(id, first);
  const start = Date.parse(s.opensAt);
  const now = useSecond(start, ahead);
  const gone = s.places > 0 && s.taken >= s.places;
  return (
    <main className="salehall" id="content">
      <title>{s.title}</title>
      <header><h1>{s.title}</h1><p className="num">{w.hallPlaces({ n: showNumber(s.places), measure: s.measure })}</p></header>
      <div className="stagebox">
        {s.state === 'cancelled' ? <p className="huge">{w.hallOff}</p> : now < start ? <><p className="say">{w.startsIn}</p><Boxes ms={start - now} /></> : (
          <>
            <p className="say">{gone ? w.hallGone : s.state === 'over' ? w.hallOver : w.hallLeft}</p>
            <p className={gone ? 'huge done num' : 'huge num'} role="status">{gone && s.lastSeconds !== null ? w.hallIn({ n: showNumber(s.lastSeconds) }) : showNumber(s.places - s.taken)}</p>
            <Bars seen={s} />
          </>
        )}
      </div>
      <footer><span>{s.union} · {w.hallNote}</span><Link to={`/flash-sales/${id}`}>{w.back}</Link></footer>
    </main>
  );
}

/** The screen in the hall: the countdown in large figures, then what is left and the curve, second by second, without names. */
export default function Hall() {
  const { id = '' } = useParams();
  const seen = useCall(api.hall, { id });
  return <Loaded from={seen}>{(first) => <Screen key={first.opensAt} id={id} first={first} />}</Loaded>;
}
