import { Form, Input, InputNumber, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Card, DeskPage, type Input as In, Loaded, type Output, showClock, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../draws.contract.ts';
import { words } from '../desk.words.ts';
import '../draws.css';
import { ChanceFields, meant, PrizeFields, type TypedPrize, typed } from './Pieces.tsx';

type Kept = Output<typeof api.kept>;
type Values = Omit<In<typeof api.create>, 'unionId' | 'prizes'> & { prizes: TypedPrize[] };

const chinaDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const DAY = 86_400_000;

const fresh = (): Partial<Values> => ({
  prizes: [{ name: '', count: 10, tax: 'borne' }], opensOn: chinaDay(Date.now()), opensAt: '09:00', closesOn: chinaDay(Date.now() + 7 * DAY), closesAt: '18:00', birthMonth: null, memberDays: 0, restDays: 0, source: 'witnesses', need: 2, revealHours: 24, witnesses: [], pickFrom: null, pickTo: null,
});

const filled = (d: Kept): Partial<Values> => ({
  ...d, prizes: typed(d.prizes), opensOn: chinaDay(Date.parse(d.opensAt)), opensAt: showClock(d.opensAt), closesOn: chinaDay(Date.parse(d.closesAt)), closesAt: showClock(d.closesAt), witnesses: d.people.map((p) => p.id), need: d.need || 2,
});

function DrawForm({ unionId, of }: { unionId: string; of: Kept | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const after = (out: { id: string }): void => { void go(`/draws/${out.id}`, { replace: true }); };
  const create = useAct(api.create, { form, refreshes: [api.register], done: w.saved, after });
  const change = useAct(api.change, { form, refreshes: [api.register, api.kept], done: w.saved, after });
  const save = (v: Values): void => {
    const input = { ...v, unionId, prizes: meant(v.prizes), birthMonth: v.birthMonth ?? null, pickFrom: v.pickFrom || null, pickTo: v.pickTo || null, witnesses: v.source === 'drand' ? [] : (v.witnesses ?? []), need: v.source === 'drand' ? 0 : (v.need ?? 2) };
    if (of) change.act({ ...input, id: of.id, version: of.version });
    else create.act(input);
  };
  return (
    <DeskPage title={of ? w.edit : w.new} actions={<button type="button" className="btn primary" disabled={create.busy || change.busy} onClick={() => form.submit()}>{w.save}</button>}>
      <Form form={form} layout="vertical" initialValues={of ? filled(of) : fresh()} onFinish={save} scrollToFirstError className="drawlist">
        <Card title={w.what}>
          <Form.Item name="title" label={w.name} rules={[{ required: true, min: 2 }]}><Input maxLength={60} /></Form.Item>
          <Form.Item name="about" label={w.about}><Input.TextArea rows={3} maxLength={4000} placeholder={w.aboutHint} /></Form.Item>
        </Card>
        <Card title={w.prizes}><PrizeFields /></Card>
        <Card title={w.who}>
          <div className="columns">
            <Form.Item name="birthMonth" label={w.birthMonth}><Select {...namedList(w.birthMonth)} options={[{ value: null, label: w.everyMonth }, ...Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: w.month({ n: i + 1 }) }))]} /></Form.Item>
            <Form.Item name="memberDays" label={w.memberDays}><InputNumber min={0} max={20_000} className="drawwide" /></Form.Item>
            <Form.Item name="restDays" label={w.restDays}><InputNumber min={0} max={3_660} className="drawwide" /></Form.Item>
          </div>
        </Card>
        <Card title={w.when}>
          <div className="columns">
            <Form.Item name="opensOn" label={w.opensOn} rules={[{ required: true }]}><Day /></Form.Item>
            <Form.Item name="opensAt" label={w.opensAt} rules={[{ required: true }]}><Clock /></Form.Item>
            <Form.Item name="closesOn" label={w.closesOn} rules={[{ required: true }]}><Day /></Form.Item>
            <Form.Item name="closesAt" label={w.closesAt} rules={[{ required: true }]}><Clock /></Form.Item>
            <Form.Item name="pickFrom" label={w.pickFrom}><Day /></Form.Item>
            <Form.Item name="pickTo" label={w.pickTo}><Day /></Form.Item>
          </div>
          <Form.Item name="place" label={w.place}><Input maxLength={200} /></Form.Item>
        </Card>
        <Card title={w.chance}><ChanceFields unionId={unionId} known={of?.people ?? []} /></Card>
      </Form>
    </DeskPage>
  );
}

function Change({ id }: { id: string }) {
  const kept = useCall(api.kept, { id });
  return <Loaded from={kept}>{(d) => <DrawForm key={d.version} unionId={d.unionId} of={d} />}</Loaded>;
}

/** A new draw, or one that is not announced yet. */
export default function Edit() {
  const { id } = useParams();
  const me = useMe();
  const scope = useScope();
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? me.union?.id ?? '';
  return id ? <Change id={id} /> : <DrawForm unionId={unionId} of={null} />;
}
