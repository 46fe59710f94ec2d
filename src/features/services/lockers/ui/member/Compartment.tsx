import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Chip, Icon, Loaded, type Output, PhonePage, Row, showTime, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { timeText, useItem } from '../both/Door.tsx';
import { words } from '../locker-ui.words.ts';

type CabinetSeen = Output<typeof api.cabinet>;
type DoorSeen = CabinetSeen['compartments'][number];
type Tapped = Output<typeof api.borrow>;
const TONES = { free: 'ok', stocked: 'ok', low: 'warn', overdue: 'warn', missing: 'late', outOfOrder: 'late', empty: 'late', swap: 'info', mine: 'info', out: 'quiet' } as const;
const REFRESHED = [api.cabinet, api.near, api.mine];

/** The door is open: what to do now. */
function Opened({ cabinet, tap, quantity }: { cabinet: CabinetSeen; tap: Tapped; quantity: number }) {
  const w = useWords(words);
  const language = useLocale();
  if (tap.outcome === 'opening') return <p className="lkgood"><Icon name="clock" size={32} />{w.waitHint}</p>;
  return (
    <>
      <div className="lkgood" role="status">
        <Icon name="ok" size={40} /><b>{w.opened({ n: tap.no })}</b>
        <p>{tap.loanId === null ? w.tookHint({ n: quantity, left: tap.left ?? 0 }) : w.borrowedHint({ label: tap.label, due: tap.dueAt ? showTime(tap.dueAt, language) : '' })}</p>
      </div>
      <div className="lkacts">
        {tap.loanId === null ? null : <Link className="btn primary wide" to={`/locker-loans/${tap.loanId}`}>{w.myLoan}</Link>}
        <Link className="btn wide" to={`/lockers/${cabinet.id}`}>{w.toCabinet}</Link>
      </div>
    </>
  );
}

function Refusal({ why, cabinetId }: { why: string; cabinetId: string }) {
  const w = useWords(words);
  return <><p className="lkbad" role="alert"><b>{w.notOpened}</b>{why}</p><div className="lkacts"><Link className="btn wide" to={`/lockers/${cabinetId}`}>{w.otherDoor}</Link></div></>;
}

function Count({ value, most, change }: { value: number; most: number; change: (n: number) => void }) {
  const w = useWords(words);
  return (
    <fieldset className="lkkinds"><legend>{w.howMany}</legend>
      <div className="lkcount">
        <button type="button" aria-label={w.fewer} disabled={value <= 1} onClick={() => change(value - 1)}>−</button><b className="num">{value}</b><button type="button" aria-label={w.more} disabled={value >= most} onClick={() => change(value + 1)}>+</button>
      </div>
    </fieldset>
  );
}

function Usable({ cabinet, door: d, tapped }: { cabinet: CabinetSeen; door: DoorSeen; tapped: (tap: Tapped, quantity: number) => void }) {
  const w = useWords(words);
  const [quantity, setQuantity] = useState(1);
  const settings = { refreshes: REFRESHED, refused: () => true, after: (tap: Tapped) => tapped(tap, quantity) };
  const borrow = useAct(api.borrow, settings);
  const take = useAct(api.take, settings);
  const busy = borrow.busy || take.busy;
  const refusal = borrow.refusal ?? take.refusal;
  if (d.mine !== null) return <Link className="btn primary wide" to={`/locker-loans/${d.mine}`}>{w.toReturn}</Link>;
  const open = cabinet.open && cabinet.may.includes('use') && (d.state === 'free' || d.state === 'stocked' || d.state === 'low');
  return (
    <>
      {d.kind === 'take' && open ? <Count value={quantity} most={Math.min(5, d.stock)} change={setQuantity} /> : null}
      <button type="button" className="btn primary wide" disabled={busy || !open} onClick={() => (d.kind === 'lend' ? borrow.act({ id: cabinet.id, no: d.no }) : take.act({ id: cabinet.id, no: d.no, quantity }))}><Icon name="lock" size={20} />{busy ? w.opening : d.kind === 'lend' ? w.borrow : w.take}</button>
      <p className="note">{w.beforeHint}</p>
      {refusal ? <Refusal why={refusal.sentence} cabinetId={cabinet.id} /> : null}
    </>
  );
}

function Page({ cabinet, door: d }: { cabinet: CabinetSeen; door: DoorSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const item = useItem();
  const [done, setDone] = useState<{ tap: Tapped; quantity: number } | null>(null);
  const line = d.kind === 'take' ? w.left({ n: d.stock }) : w.lendFor({ time: timeText(d.lendHours, w) });
  return (
    <PhonePage title={d.label} up={`/lockers/${cabinet.id}`}>
      <Card className="lkstep">
        <div className="lkbig"><span className="num">{d.no}</span><b>{d.label}</b><span className="note">{[item(d.item), line, cabinet.place].filter(Boolean).join(' · ')}</span><Chip kind={TONES[d.mine ? 'mine' : d.state]}>{d.mine ? w.mineHere : w[`door_${d.state}`]}</Chip>
          {d.state === 'outOfOrder' ? <span>{d.why}</span> : null}{d.backAt && d.mine === null ? <span className="note">{w.backAt({ time: showTime(d.backAt, language) })}</span> : null}</div>
        {done ? <Opened cabinet={cabinet} {...done} /> : <Usable cabinet={cabinet} door={d} tapped={(tap, quantity) => setDone({ tap, quantity })} />}
      </Card>
      <Card><Row icon="alarm" tint="warn" title={w.report} to={`/lockers/${cabinet.id}/${d.no}/report`} /></Card>
    </PhonePage>
  );
}

/** One compartment: what it holds and the button that opens it. Its QR code leads here. */
export default function Compartment() {
  const { id = '', no = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(api.cabinet, { id });
  return (
    <Loaded from={seen} lines={6}>
      {(c) => {
        const door = c.compartments.find((d) => d.no === Number(no));
        return door ? <Page cabinet={c} door={door} /> : <PhonePage title={c.place} up={`/lockers/${c.id}`}><Card><Row icon="box" title={w.otherDoor} to={`/lockers/${c.id}`} /></Card></PhonePage>;
      }}
    </Loaded>
  );
}
