import { Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, Chip, Deadline, DeskPage, errorAt, Facts, Field, FieldText, Icon, Loaded, type Output, showMoney, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as said } from '../../housing.words.ts';
import { lookOf } from '../both/looks.tsx';
import { VisitFacts } from '../both/VisitFacts.tsx';
import { words } from '../desk-ui.words.ts';
import { words as both } from '../housing-ui.words.ts';

type Seen = Output<typeof desk.tenancy>;
type Visit = Seen['visits'][number];
const REFRESHES = [desk.tenancy, desk.tenancies];

function Plan({ of: t, kind }: { of: Seen; kind: 'moveIn' | 'moveOut' }) {
  const w = useWords(words);
  const [day, setDay] = useState<string | null>(null);
  const [clock, setClock] = useState<string | null>('10:00');
  const { act, busy, refusal } = useAct(desk.plan, { done: w.planned, refreshes: REFRESHES });
  return (
    <Card title={kind === 'moveIn' ? w.planIn : w.planOut}>
      <div className="columns"><Day label={w.day} value={day} onChange={setDay} /><Clock label={w.time} value={clock} onChange={setClock} /></div>
      {errorAt(refusal, 'at') ? <p className="fielderror">{errorAt(refusal, 'at')}</p> : null}
      <div className="houseacts"><button type="button" className="btn" disabled={busy || !day || !clock} onClick={() => act({ id: t.id, kind, at: `${day ?? ''}T${clock ?? ''}:00+08:00` })}>{kind === 'moveIn' ? w.planIn : w.planOut}</button></div>
    </Card>
  );
}

function Record({ of: v }: { of: Visit }) {
  const w = useWords(words);
  const [checks, setChecks] = useState(v.checks);
  const [d, setD] = useState({ keys: v.keys > 0 ? String(v.keys) : '', electricity: v.electricity, water: v.water, note: v.note, absent: '' });
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, refusal } = useAct(desk.record, { done: w.recorded, refreshes: REFRESHES });
  const change = (n: number, to: Partial<Visit['checks'][number]>): void => setChecks(checks.map((c, i) => (i === n ? { ...c, ...to } : c)));
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: v.id, checks, keys: Number(d.keys) || 0, electricity: d.electricity.trim(), water: d.water.trim(), note: d.note.trim(), absent: d.absent.trim(), files: files.map((f) => f.id) }); }}>
      {checks.map((c, i) => (
        <div key={c.label} className="housecheck">
          <b>{c.label}</b>
          <span className="houseacts"><button type="button" className="btn" aria-label={`${c.label} ${w.fine}`} aria-pressed={c.ok === true} onClick={() => change(i, { ok: true })}>{w.fine}</button><button type="button" className="btn" aria-label={`${c.label} ${w.faulty}`} aria-pressed={c.ok === false} onClick={() => change(i, { ok: false })}>{w.faulty}</button></span>
          {c.ok === false ? <Field label={w.itemNote} maxLength={200} value={c.note} onChange={(e) => change(i, { note: e.target.value })} /> : null}
        </div>
      ))}
      {errorAt(refusal, 'checks') ? <p className="fielderror">{errorAt(refusal, 'checks')}</p> : null}
      <Field label={w.keys} inputMode="numeric" maxLength={2} value={d.keys} error={errorAt(refusal, 'keys')} onChange={(e) => setD({ ...d, keys: e.target.value.replace(/\D/g, '') })} />
      <div className="columns"><Field label={w.electricity} maxLength={20} value={d.electricity} onChange={(e) => setD({ ...d, electricity: e.target.value })} /><Field label={w.water} maxLength={20} value={d.water} onChange={(e) => setD({ ...d, water: e.target.value })} /></div>
      <FieldText label={w.remarkVisit} rows={2} maxLength={500} value={d.note} onChange={(e) => setD({ ...d, note: e.target.value })} />
      <div className="field"><span>{w.photos}</span><Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={12} /></div>
      {v.kind === 'moveOut' ? <Field label={w.absent} maxLength={300} value={d.absent} error={errorAt(refusal, 'absent')} onChange={(e) => setD({ ...d, absent: e.target.value })} /> : null}
      <div className="houseacts"><button type="submit" className="btn primary" disabled={busy}>{w.record}</button></div>
    </form>
  );
}

function Notice({ of: t }: { of: Seen }) {
  const w = useWords(words);
  const sw = useWords(said);
  const [notice, setNotice] = useState<'leftUnion' | 'term' | 'wish' | 'other'>('leftUnion');
  const { act, busy } = useAct(desk.notice, { done: w.noticed, refreshes: REFRESHES });
  return (
    <Card title={w.notice}>
      <Select aria-label={w.noticeWhy} value={notice} onChange={setNotice} style={{ width: '100%' }} options={(['leftUnion', 'term', 'wish', 'other'] as const).map((n) => ({ value: n, label: sw[`notice_${n}`] }))} />
      <div className="houseacts"><button type="button" className="btn" disabled={busy} onClick={() => act({ id: t.id, notice })}>{w.notice}</button></div>
    </Card>
  );
}

function Shown({ of: t }: { of: Seen }) {
  const w = useWords(words);
  const sw = useWords(said);
  const b = useWords(both);
  return (
    <div className="housetwo housedesk">
      <div>
        <Card title={`${t.estate} ${t.flat}`} aside={<Chip kind={lookOf(t.state)}>{sw[`tenancy_${t.state}`]}</Chip>}>
          <Facts of={[[w.tenant, `${t.name} ${t.staffNumber}`], [w.unit, t.unit], [w.people, t.people], [w.rent, <span key="r" className="num">{showMoney(t.rentFen)}</span>], [w.term, t.from ? <span key="t" className="num">{t.from} – {t.to}</span> : ''], [w.noticeWhy, t.notice], [w.leaveBy, t.leaveBy && t.endedOn === null ? <Deadline key="l" due={t.leaveBy} /> : (t.endedOn ?? '')]]} />
        </Card>
        {t.visits.map((v) => <Card key={v.id} title={v.kind === 'moveIn' ? b.moveIn : b.moveOut}><VisitFacts visit={v} />{v.may.includes('record') ? <Record of={v} /> : null}</Card>)}
      </div>
      <div>
        {t.may.includes('planMoveIn') ? <Plan of={t} kind="moveIn" /> : null}
        {t.may.includes('planMoveOut') ? <Plan of={t} kind="moveOut" /> : null}
        {t.may.includes('notice') ? <Notice of={t} /> : null}
      </div>
    </div>
  );
}

/** A tenancy: who lives there, visits with their lists, notice; prints as the paper both signed. */
export default function TenancyPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const seen = useCall(desk.tenancy, { id });
  const print_ = <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>;
  return <Loaded from={seen} lines={8}>{(t) => <DeskPage title={t.flat} about={`${t.name} · ${t.allocation}`} actions={print_}><Shown of={t} /></DeskPage>}</Loaded>;
}
