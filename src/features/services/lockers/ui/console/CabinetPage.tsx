import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, Facts, Icon, Loaded, Row, showDate, showTime, tell, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { clockOf } from '../../lockers.rules.ts';
import { DoorFace, timeText } from '../both/Door.tsx';
import { Pictures } from '../both/Pictures.tsx';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';
import { CabinetForm, type CabinetSeen, CompartmentsForm, ReasonForm, RefillForm } from './CabinetForms.tsx';
import { Care, StateChip } from './Cabinets.tsx';

type DoorSeen = CabinetSeen['compartments'][number];
type Step = 'amend' | 'compartments' | 'pause' | 'retire' | 'refill' | { readonly swap: string } | null;

function Picked({ cabinet: c, door: d }: { cabinet: CabinetSeen; door: DoorSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const open = useAct(desk.serviceDoor, { refreshes: [desk.cabinet], done: (out) => w.doorOpened({ n: out.no }) });
  return (
    <div className="lkpicked">
      <b>{w.doorNo({ n: d.no })} · {d.label}</b>
      <p><Chip>{w[`door_${d.state}`]}</Chip>{d.kind === 'lend' ? w.lendFor({ time: timeText(d.lendHours, w) }) : d.kind === 'take' ? w.stockOf({ n: d.stock, of: d.capacity }) : null}{d.why}</p>
      {d.loan ? <p>{d.loan.dueAt ? w.borrowedBy({ name: d.loan.name, due: showTime(d.loan.dueAt, language) }) : w.borrowedNow({ name: d.loan.name })} <Link to={`/lockers/loans?text=${encodeURIComponent(d.loan.name)}`}>{w.loansHere}</Link></p> : null}
      <p>{c.may.includes('door') ? <button type="button" className="btn" disabled={open.busy} onClick={() => open.act({ id: c.id, no: d.no })}><Icon name="lock" size={18} />{open.busy ? w.opening : w.openDoor}</button> : null}{d.reports > 0 ? <Link className="btn" to={`/lockers/reports?cabinetId=${c.id}`}>{w.reportsHere} {d.reports}</Link> : null}</p>
    </div>
  );
}

/** The cabinet as one stands before it: each door with its colour and its state in words. */
function Drawing({ cabinet: c }: { cabinet: CabinetSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const [at, setAt] = useState<number>();
  const door = c.compartments.find((d) => d.no === at);
  const more = (d: DoorSeen): string => (d.kind === 'take' ? w.stockOf({ n: d.stock, of: d.capacity }) : d.loan?.dueAt ? showTime(d.loan.dueAt, language) : '');
  return (
    <Card title={w.drawing} aside={w.drawingHint}>
      {c.compartments.length === 0 ? <Empty icon="box" title={w.compartments} hint={w.putDone} /> : <div className="lkwall">{c.compartments.map((d) => <button key={d.no} type="button" className={`lkdoor lk-${d.state}`} aria-pressed={at === d.no} onClick={() => setAt(d.no)}><DoorFace no={d.no} label={d.label} state={d.state}>{more(d)}</DoorFace></button>)}</div>}
      {door ? <Picked cabinet={c} door={door} /> : null}
    </Card>
  );
}

function Side({ cabinet: c, step }: { cabinet: CabinetSeen; step: (s: Step) => void }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="lkside">
      <Card title={w.facts} aside={<StateChip of={c} />}>
        <Facts of={[[w.union, c.union], [w.openHours, c.opensMinute === 0 && c.closesMinute === 1440 ? w.always : `${clockOf(c.opensMinute)}–${clockOf(c.closesMinute)}`], [w.doorsFree, `${c.free} / ${c.doors}`], [w.out, String(c.out)], [w.care, <Care key="care" of={c} />], [w.perPersonLabel, String(c.perPerson)], [w.hardware, w[c.hardware]], [w.reason, c.why]]} />
      </Card>
      <Card title={w.swapTitle} aside={w.swapCounts({ put: c.swapPut, taken: c.swapTaken })}>
        {c.swaps.length === 0 ? <Empty icon="swap" title={w.swapNone} /> : c.swaps.map((s) => (
          <div key={s.id} className="lkswap"><span><Pictures files={s.photos} /></span><span><b>{s.title}</b>{s.note ? <small>{s.note}</small> : null}<small>{w.putOn({ date: showDate(s.putOn, language) })}</small></span><button type="button" className="btn plain" aria-label={`${w.removeSwap} ${s.title}`} onClick={() => step({ swap: s.id })}>{w.removeSwap}</button></div>
        ))}
      </Card>
      <Card title={w.openings}>
        {c.openings.length === 0 ? <Empty icon="clock" title={w.noOpenings} /> : c.openings.slice(0, 12).map((o) => <Row key={o.id} title={`${o.name} · ${w[`purpose_${o.purpose as 'borrow'}`]}`} note={`${w.doorNo({ n: o.no })} ${o.label}${o.quantity > 0 ? ` × ${o.quantity}` : ''} · ${showTime(o.at, language)}`} end={<Chip kind={o.outcome === 'opened' ? 'ok' : o.outcome === null ? 'quiet' : 'late'}>{w[`outcome_${(o.outcome ?? 'waiting') as 'opened'}`]}</Chip>} />)}
      </Card>
    </div>
  );
}

function Actions({ cabinet: c, step }: { cabinet: CabinetSeen; step: (s: Step) => void }) {
  const w = useWords(words);
  const resume = useAct(desk.resume, { done: w.resumed, refreshes: [desk.cabinet, desk.cabinets] });
  const can = (what: string): boolean => c.may.includes(what);
  const [checking, setChecking] = useState(false);
  const state = useCall(desk.hardwareState, { id: c.id }, { when: checking });
  const check = async (): Promise<void> => { setChecking(true); const found = await state.refetch(); tell(found.data?.reached ? w.reached : w.unreached, found.data?.reached ? 'good' : 'bad'); };
  return (
    <>
      {can('refill') && c.compartments.some((d) => d.kind === 'take') ? <button type="button" className="btn primary" onClick={() => step('refill')}>{w.refill}</button> : null}
      {can('compartments') ? <button type="button" className="btn" onClick={() => step('compartments')}>{w.compartments}</button> : null}
      <Link className="btn" to={`/lockers/${c.id}/labels`}><Icon name="qr" size={18} />{w.labels}</Link>
      {can('simulate') ? <Link className="btn" to={`/lockers/${c.id}/simulator`}><Icon name="play" size={18} />{w.simulator}</Link> : null}
      <button type="button" className="btn" onClick={() => void check()}><Icon name="network" size={18} />{w.check}</button>
      {can('amend') ? <button type="button" className="btn" onClick={() => step('amend')}>{w.amend}</button> : null}
      {can('pause') ? <button type="button" className="btn" onClick={() => step('pause')}>{w.pause}</button> : null}
      {can('resume') ? <button type="button" className="btn primary" disabled={resume.busy} onClick={() => resume.act({ id: c.id })}>{w.resume}</button> : null}
      {can('retire') ? <button type="button" className="btn" onClick={() => step('retire')}>{w.retire}</button> : null}
    </>
  );
}

function Forms({ cabinet: c, step, close }: { cabinet: CabinetSeen; step: Step; close: () => void }) {
  const w = useWords(words);
  const around = { refreshes: [desk.cabinet, desk.cabinets], after: close };
  const pause = useAct(desk.pause, { done: w.paused, ...around });
  const retire = useAct(desk.retire, { done: w.retired, ...around });
  const remove = useAct(desk.removeSwap, { done: w.removed, ...around });
  if (step === null) return null;
  if (step === 'amend') return <CabinetForm unionId={c.unionId} cabinet={c} close={close} />;
  if (step === 'compartments') return <CompartmentsForm cabinet={c} close={close} />;
  if (step === 'refill') return <RefillForm cabinetId={c.id} lines={c.compartments.filter((d) => d.kind === 'take')} close={close} />;
  if (step === 'pause') return <ReasonForm title={w.pause} hint={w.pauseHint} busy={pause.busy} close={close} send={(text) => pause.act({ id: c.id, text })} />;
  if (step === 'retire') return <ReasonForm title={w.retire} hint={w.retireHint} danger busy={retire.busy} close={close} send={(text) => retire.act({ id: c.id, text })} />;
  return <ReasonForm title={w.removeSwap} hint={w.removeSwapHint} busy={remove.busy} close={close} send={(text) => remove.act({ id: step.swap, text })} />;
}

/** One cabinet at the desk: its drawing, who has what, the swap box, the last openings, and what is to be done. */
export default function CabinetPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(desk.cabinet, { id }, { every: 15_000 });
  const [step, setStep] = useState<Step>(null);
  return (
    <Loaded from={seen}>
      {(c) => (
        <DeskPage title={c.place} about={w.cabinetNo({ n: c.number })} actions={<Actions cabinet={c} step={setStep} />}>
          <div className="lkcolumns"><Drawing cabinet={c} /><Side cabinet={c} step={setStep} /></div>
          <Forms cabinet={c} step={step} close={() => setStep(null)} />
        </DeskPage>
      )}
    </Loaded>
  );
}
