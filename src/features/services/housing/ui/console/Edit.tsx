import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, DeskPage, FieldText, Loaded, type Output, showClock, showList, tell, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { api } from '../../housing.contract.ts';
import { words } from '../desk-ui.words.ts';
import '../housing.css';
import { readFlats, type TypedFlat } from './paste.rules.ts';

type Seen = Output<typeof api.allocation>;
type Values = { title: string; about?: string; place?: string; opensOn: string; opensAt: string; closesOn: string; closesAt: string; documents?: string; checks: string; tenancyMonths: number; flats: TypedFlat[] };
const DAY = 86_400_000;
const chinaDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const moment = (day: string, clock: string): string => `${day}T${clock}:00+08:00`;
const lines = (text: string | undefined): string[] => (text ?? '').split('\n').map((x) => x.trim()).filter(Boolean);

const filled = (a: Seen): Values => ({
  title: a.title, about: a.about, place: a.place, opensOn: chinaDay(Date.parse(a.opensAt)), opensAt: showClock(a.opensAt), closesOn: chinaDay(Date.parse(a.closesAt)), closesAt: showClock(a.closesAt), documents: a.documents.join('\n'), checks: a.checks.join('\n'), tenancyMonths: a.tenancyMonths,
  flats: a.items.map((f) => ({ estate: f.estate, label: f.label, rooms: f.rooms, area: f.area / 100, rent: f.rentFen / 100, out: f.why })),
});
const fresh = (): Partial<Values> => ({ opensOn: chinaDay(Date.now() + DAY), opensAt: '09:00', closesOn: chinaDay(Date.now() + 30 * DAY), closesAt: '18:00', tenancyMonths: 24, flats: [{ estate: '', label: '', rooms: 1, area: 40, rent: 0, out: '' }] });
const inputOf = (v: Values) => ({
  title: v.title, about: v.about ?? '', place: v.place ?? '', opensAt: moment(v.opensOn, v.opensAt), closesAt: moment(v.closesOn, v.closesAt), documents: lines(v.documents), checks: lines(v.checks), tenancyMonths: v.tenancyMonths,
  flats: v.flats.map((f) => ({ label: f.label, estate: f.estate, rooms: f.rooms, area: Math.round(f.area * 100), rentFen: Math.round(f.rent * 100), out: f.out ?? '' })),
});

function Paste({ add }: { add: (flats: TypedFlat[]) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const read = (): void => {
    const { flats, bad } = readFlats(text);
    if (bad.length > 0) {
      tell(w.badLines({ lines: showList(bad.map(String)) }), 'bad');
      return;
    }
    add(flats);
    tell(w.tookN({ n: flats.length }));
    setText('');
  };
  return <details><summary>{w.pasteFlats}</summary><div className="fields"><FieldText label={w.pasteFlats} hint={w.pasteHint} rows={4} value={text} onChange={(e) => setText(e.target.value)} /></div><button type="button" className="btn" disabled={text.trim() === ''} onClick={read}>{w.take}</button></details>;
}

function FlatFields() {
  const w = useWords(words);
  const must = [{ required: true }];
  return (
    <Form.List name="flats">
      {(fields, { add, remove }) => (
        <>
          {fields.map((f) => (
            <div key={f.key} className="houserow">
              <Form.Item name={[f.name, 'label']} label={w.flat} rules={must}><Input maxLength={60} /></Form.Item>
              <Form.Item name={[f.name, 'estate']} label={w.estate} rules={must}><Input maxLength={60} /></Form.Item>
              <Form.Item name={[f.name, 'rooms']} label={w.rooms} rules={must}><InputNumber min={1} max={9} style={{ width: '100%' }} /></Form.Item>
              <Form.Item name={[f.name, 'area']} label={w.area} rules={must}><InputNumber min={1} max={1000} style={{ width: '100%' }} /></Form.Item>
              <Form.Item name={[f.name, 'rent']} label={w.rentYuan} rules={must}><InputNumber min={0} max={1_000_000} style={{ width: '100%' }} /></Form.Item>
              <Form.Item name={[f.name, 'out']} label={w.out}><Input maxLength={200} /></Form.Item>
              <button type="button" className="btn plain" onClick={() => remove(f.name)}>{w.dropFlat}</button>
            </div>
          ))}
          <div className="houseacts"><button type="button" className="btn" onClick={() => add({ estate: '', label: '', rooms: 1, area: 40, rent: 0, out: '' })}>{w.addFlat}</button></div>
          <Paste add={(flats) => { for (const f of flats) add(f); }} />
        </>
      )}
    </Form.List>
  );
}

function AllocationForm({ unionId, of }: { unionId: string; of: Seen | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const after = (out: { id: string }): void => void go(`/housing/${out.id}`, { replace: true });
  const put = useAct(desk.put, { form, done: w.saved, refreshes: [desk.register], after });
  const save = useAct(desk.save, { form, done: w.saved, refreshes: [desk.register, api.allocation], after });
  const must = [{ required: true }];
  return (
    <DeskPage title={of ? w.edit : w.add} actions={<button type="button" className="btn primary" disabled={put.busy || save.busy} onClick={() => form.submit()}>{w.save}</button>}>
      <Form form={form} layout="vertical" className="fields housedesk" scrollToFirstError initialValues={of ? filled(of) : fresh()} onFinish={(v) => (of ? save.act({ id: of.id, ...inputOf(v) }) : put.act({ unionId, ...inputOf(v) }))}>
        <Card>
          <Form.Item name="title" label={w.nameOf} rules={[{ required: true, min: 2 }]}><Input maxLength={60} /></Form.Item>
          <Form.Item name="about" label={w.about}><Input.TextArea rows={3} maxLength={3000} /></Form.Item>
          <div className="housetimes">
            <Form.Item name="opensOn" label={w.opensDay} rules={must}><Day /></Form.Item><Form.Item name="opensAt" label={w.opensTime} rules={must}><Clock /></Form.Item>
            <Form.Item name="closesOn" label={w.closesDay} rules={must}><Day /></Form.Item><Form.Item name="closesAt" label={w.closesTime} rules={must}><Clock /></Form.Item>
          </div>
          <div className="columns">
            <Form.Item name="place" label={w.where}><Input maxLength={200} /></Form.Item><Form.Item name="tenancyMonths" label={w.months} rules={must}><InputNumber min={1} max={120} style={{ width: '100%' }} /></Form.Item>
          </div>
          <div className="columns">
            <Form.Item name="documents" label={w.documents}><Input.TextArea rows={4} /></Form.Item><Form.Item name="checks" label={w.checks} rules={must}><Input.TextArea rows={4} /></Form.Item>
          </div>
        </Card>
        <Card title={w.flats}><FlatFields /></Card>
      </Form>
    </DeskPage>
  );
}

function Change({ id }: { id: string }) {
  const seen = useCall(api.allocation, { id });
  return <Loaded from={seen}>{(a) => <AllocationForm key={a.id} unionId={a.unionId} of={a} />}</Loaded>;
}

/** A new allocation, or one that is not published yet. */
export default function Edit() {
  const { id } = useParams();
  const me = useMe();
  const scope = useScope();
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? me.union?.id ?? '';
  return id ? <Change id={id} /> : <AllocationForm unionId={unionId} of={null} />;
}
