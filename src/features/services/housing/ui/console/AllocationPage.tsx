import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Facts, FieldText, Icon, Loaded, type Output, refresh, showList, showMoney, showSpan, tell, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { api } from '../../housing.contract.ts';
import { lookOf, PhaseChip } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as both } from '../housing-ui.words.ts';

type Seen = Output<typeof api.allocation>;
type Flat = Seen['items'][number];
type Typed = { readonly label: string; readonly estate: string; readonly rooms: number; readonly area: number; readonly rent: number; readonly out?: string };
const REFRESHES = [api.allocation, desk.register];

function FlatForm({ of: a, flat, close }: { of: Seen; flat: Flat | null; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Typed>();
  const { act, busy } = useAct(desk.putFlat, { form, refreshes: REFRESHES, after: (out) => { tell(out.offered > 0 ? w.flatOffered : w.flatSaved); close(); } });
  const save = (v: Typed): void => act({ id: a.id, ...(flat ? { no: flat.no } : {}), label: v.label, estate: v.estate, rooms: v.rooms, area: Math.round(v.area * 100), rentFen: Math.round(v.rent * 100), out: v.out ?? '' });
  return (
    <Modal open title={flat ? w.changeFlat : w.newFlat} okText={w.save} cancelText={w.cancel} confirmLoading={busy} onOk={() => form.submit()} onCancel={close}>
      <Form form={form} layout="vertical" onFinish={save} initialValues={flat ? { ...flat, area: flat.area / 100, rent: flat.rentFen / 100, out: flat.why } : { rooms: 1 }}>
        <Form.Item name="estate" label={w.estate} rules={[{ required: true }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="label" label={w.flat} rules={[{ required: true }]}><Input maxLength={60} /></Form.Item>
        <div className="columns">
          <Form.Item name="rooms" label={w.rooms} rules={[{ required: true }]}><InputNumber min={1} max={9} /></Form.Item>
          <Form.Item name="area" label={w.area} rules={[{ required: true }]}><InputNumber min={1} max={1000} /></Form.Item>
          <Form.Item name="rent" label={w.rentYuan} rules={[{ required: true }]}><InputNumber min={0} max={1_000_000} /></Form.Item>
        </div>
        <Form.Item name="out" label={w.out}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}

function Flats({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const b = useWords(both);
  const [open, setOpen] = useState<Flat | 'new' | null>(null);
  const may = a.may.includes('flats');
  return (
    <Card title={`${w.flats} · ${a.flats}`} aside={may ? <button type="button" className="btn" onClick={() => setOpen('new')}><Icon name="add" size={18} />{w.addFlat}</button> : undefined}>
      <table className="houseflats">
        <thead><tr><th scope="col">{w.flat}</th><th scope="col">{w.estate}</th><th scope="col">{w.rooms}</th><th scope="col" className="end">{w.area}</th><th scope="col" className="end">{w.rent}</th><th scope="col">{w.state}</th><th scope="col"><span className="unseen">{w.edit}</span></th></tr></thead>
        <tbody>
          {a.items.map((f) => (
            <tr key={f.no}>
              <td><b>{f.label}</b></td><td>{f.estate}</td><td className="num">{f.rooms}</td><td className="num end">{(f.area / 100).toFixed(1)}</td><td className="num end">{showMoney(f.rentFen)}</td><td><Chip kind={lookOf(f.state)}>{b[`flat_${f.state}`]}</Chip>{f.why ? <small> {f.why}</small> : null}</td>
              <td className="end">{may ? <button type="button" className="btn plain" aria-label={`${w.edit} ${f.label}`} onClick={() => setOpen(f)}>{w.edit}</button> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open !== null ? <FlatForm of={a} flat={open === 'new' ? null : open} close={() => setOpen(null)} /> : null}
    </Card>
  );
}

function CallOff({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const { act, busy } = useAct(desk.callOff, { done: w.doneCallOff, refreshes: REFRESHES });
  return (
    <Card title={w.callOff}>
      <div className="fields"><FieldText label={w.reason} hint={w.callOffHint} rows={2} maxLength={300} value={why} onChange={(e) => setWhy(e.target.value)} /></div>
      <div className="houseacts"><button type="button" className="btn" disabled={busy || why.trim().length < 2} onClick={() => void ask({ title: w.callOff, text: w.callOffHint, yes: w.callOff }).then((yes) => { if (yes) act({ id: a.id, why: why.trim() }); })}>{w.callOff}</button></div>
    </Card>
  );
}

function Actions({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const open = useAct(desk.open, { done: w.published, refreshes: REFRESHES });
  const close = useAct(desk.closeApplications, { done: w.closed, refreshes: REFRESHES });
  const start = useAct(desk.start, { refreshes: REFRESHES, after: (out) => tell(w.startedN({ n: out.offered })) });
  const can = (what: string): boolean => a.may.includes(what);
  return (
    <>
      <Link className="btn" to={`/housing/${a.id}/queue`}>{w.openQueue}</Link>
      <Link className="btn" to={`/housing-applications?allocationId=${a.id}`}>{w.openApplications}</Link>
      <Link className="btn" to={`/housing-tenancies?allocationId=${a.id}`}>{w.openTenancies}</Link>
      {can('save') ? <Link className="btn" to={`/housing/${a.id}/edit`}>{w.edit}</Link> : null}
      {can('open') ? <button type="button" className="btn primary" disabled={open.busy} onClick={() => void ask({ title: w.publishAsk, text: w.publishHint, yes: w.publish }).then((yes) => { if (yes) open.act({ id: a.id }); })}>{w.publish}</button> : null}
      {can('closeApplications') ? <button type="button" className="btn" disabled={close.busy} onClick={() => void ask({ title: w.closeAsk, yes: w.close }).then((yes) => { if (yes) close.act({ id: a.id }); })}>{w.close}</button> : null}
      {can('start') ? <button type="button" className="btn primary" disabled={start.busy} onClick={() => void ask({ title: w.startAsk, text: w.startHint, yes: w.start }).then((yes) => { if (yes) start.act({ id: a.id }); })}>{w.start}</button> : null}
    </>
  );
}

function Facts1({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const b = useWords(both);
  const language = useLocale();
  return (
    <Card title={w.about} aside={<PhaseChip of={a.phase} />}>
      {a.about ? <p className="housetext">{a.about}</p> : null}
      <Facts of={[
        [w.opens, <span key="t" className="num">{showSpan(a.opensAt, a.closesAt, language)}</span>], [w.where, a.place], [b.tenancyOf, b.monthsN({ n: a.tenancyMonths })], [b.answerIn, b.hoursN({ n: a.answerHours })],
        [b.declinesRule, a.declinesOut ? b.declineOut({ n: a.declinesAtMost }) : b.declineEnd({ n: a.declinesAtMost })], [b.documents, showList(a.documents)], [w.applications, <span key="a" className="num">{a.applications}</span>], [w.waiting, <span key="w" className="num">{a.waiting}</span>], [w.given, <span key="g" className="num">{a.given}</span>], [w.reason, a.why],
      ]} />
    </Card>
  );
}

/** An allocation at the desk: what is said, flats, and what can be done with it now. */
export default function AllocationPage() {
  const { id = '' } = useParams();
  const seen = useCall(api.allocation, { id });
  useLive(() => void refresh(api.allocation));
  return (
    <Loaded from={seen} lines={8}>
      {(a) => (
        <DeskPage title={a.title} about={a.union} actions={<Actions of={a} />}>
          <div className="housetwo"><div><Flats of={a} /></div><div><Facts1 of={a} />{a.may.includes('callOff') ? <CallOff of={a} /> : null}</div></div>
        </DeskPage>
      )}
    </Loaded>
  );
}
