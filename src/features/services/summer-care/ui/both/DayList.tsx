import { useState } from 'react';
import { call, Card, Chip, Empty, Icon, type Output, RefusedByServer, showClock, showMoney, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { staff } from '../../staff.contract.ts';
import { DAY_STATES } from '../../summer-care.rules.ts';
import { words } from '../care-ui.words.ts';
import '../care.css';
import { DayChip } from './look.tsx';
import { IncidentForm, ReleaseForm } from './StaffForms.tsx';

export type SeenDay = Output<typeof staff.day>;
type Line = SeenDay['items'][number];
type Step = { readonly of: 'release' | 'incident'; readonly line: Line } | null;

/** How many are here, gone, away. */
export function Counts({ of: d }: { of: SeenDay }) {
  const w = useWords(words);
  const names = { expected: w.expected, missing: w.missing, excused: w.away, here: w.here, left: w.gone };
  return <p className="carecounts">{DAY_STATES.flatMap((s) => { const n = d.items.filter((x) => x.state === s).length; return n > 0 ? [<Chip key={s} kind={s === 'missing' ? 'late' : s === 'here' ? 'ok' : s === 'left' ? 'info' : 'quiet'}>{names[s]} {n}</Chip>] : []; })}</p>;
}

/** Health notes of the day: asked for by a press, because each look is in the log. */
export function Health({ id }: { id: string }) {
  const w = useWords(words);
  const [notes, setNotes] = useState<Output<typeof staff.health>['items'] | null>(null);
  const look = async (): Promise<void> => {
    if (notes) return setNotes(null);
    try {
      setNotes((await call(staff.health, { id })).items);
    } catch (why) {
      tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad');
    }
  };
  return (
    <div className="care">
      <button type="button" className="btn noprint" aria-expanded={notes !== null} onClick={() => void look()}><Icon name="health" size={18} />{notes ? w.hideHealth : w.seeHealth}</button>
      {notes === null ? null : (
        <section className="carehealth" aria-label={w.hasHealth}>
          {notes.length === 0 ? <p>{w.noHealth}</p> : notes.map((n) => <p key={n.entryId}><b>{n.no} {n.child}</b> {n.text}<br /><small>{w.callContact({ name: n.contact, phone: n.phone })}</small></p>)}
          <small>{w.lookLogged}</small>
        </section>
      )}
    </div>
  );
}

function Acts({ id, line: x, step }: { id: string; line: Line; step: (s: Step) => void }) {
  const w = useWords(words);
  const refreshes = [staff.day];
  const signIn = useAct(staff.signIn, { done: w.signedIn({ name: x.child }), refreshes });
  const undoIn = useAct(staff.undoSignIn, { done: w.undone, refreshes });
  const undoLeft = useAct(staff.undoHandOver, { done: w.undone, refreshes });
  const can = (what: string): boolean => x.may.includes(what);
  return (
    <span className="rowacts">
      {can('signIn') ? <button type="button" className="btn" disabled={signIn.busy} onClick={() => signIn.act({ id, entryId: x.entryId, paid: x.unpaid > 0 })}>{x.unpaid > 0 ? w.takeMoney({ amount: showMoney(x.unpaid) }) : w.signIn}</button> : null}
      {can('release') ? <button type="button" className="btn" onClick={() => step({ of: 'release', line: x })}>{w.release}</button> : null}
      {can('incident') ? <button type="button" className="btn" onClick={() => step({ of: 'incident', line: x })}>{w.incident}</button> : null}
      {can('undoSignIn') ? <button type="button" className="btn plain" disabled={undoIn.busy} onClick={() => undoIn.act({ id, entryId: x.entryId })}>{w.undoSignIn}</button> : null}
      {can('undoHandOver') ? <button type="button" className="btn plain" disabled={undoLeft.busy} onClick={() => undoLeft.act({ id, entryId: x.entryId })}>{w.undoLeft}</button> : null}
    </span>
  );
}

function ListRow({ id, line: x, step }: { id: string; line: Line; step: (s: Step) => void }) {
  const w = useWords(words);
  return (
    <tr className={x.state === 'excused' ? 'away' : ''}>
      <td className="num">{x.no}</td>
      <td><b>{x.child}</b> <small>{w.ageN({ n: x.age })}</small>{x.health ? <Chip kind="warn" icon="health">{w.hasHealth}</Chip> : null}</td>
      <td><DayChip of={x.state} />{x.told && x.state === 'missing' ? <small>{w.told}</small> : null}</td>
      <td className="times"><small>{[x.arrivedAt ? w.arrivedAt({ time: showClock(x.arrivedAt) }) : '', x.leftAt ? w.leftAt({ time: showClock(x.leftAt) }) : '', x.leftWith ? w.leftWith({ who: x.leftWith }) : ''].filter(Boolean).join(' · ')}</small></td>
      <td className="acts"><Acts id={id} line={x} step={step} /></td>
      <td className="signed" />
    </tr>
  );
}

/** The children of a day with what can be done for each. */
export function DayList({ of: d }: { of: SeenDay }) {
  const w = useWords(words);
  const [step, setStep] = useState<Step>(null);
  const { id } = d.session;
  if (!d.isDay) return <Card><Empty icon="calendar" title={w.notADay} hint={w.notADayHint} /></Card>;
  if (d.items.length === 0) return <Card><Empty icon="child" title={w.nobody} hint={w.nobodyHint} /></Card>;
  return (
    <Card title={w.dayTitle}>
      <Counts of={d} />
      <div className="carewide">
        <table className="carelist phone">
          <thead><tr><th className="num">{w.no}</th><th>{w.childName}</th><th>{w.today}</th><th>{w.days}</th><th><span className="unseen">{w.more}</span></th><th className="signed">{w.sign}</th></tr></thead>
          <tbody>{d.items.map((x) => <ListRow key={x.entryId} id={id} line={x} step={setStep} />)}</tbody>
        </table>
      </div>
      {step?.of === 'release' ? <ReleaseForm id={id} entryId={step.line.entryId} child={step.line.child} close={() => setStep(null)} /> : null}
      {step?.of === 'incident' ? <IncidentForm id={id} entryId={step.line.entryId} child={step.line.child} close={() => setStep(null)} /> : null}
    </Card>
  );
}
