import { Form, Input, InputNumber } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Card, DeskPage, Loaded, type Output, showClock, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../care-desk.words.ts';
import '../care.css';

type Seen = Output<typeof desk.programme>;
type Values = { title: string; year: number; about?: string; ageFrom: number; ageTo: number; ageOn?: string; opensOn: string; opensTime: string; closesOn: string; closesTime: string; price: number };
const DAY = 86_400_000;
const KEEPERS = ['chair', 'viceChair', 'organiser', 'womenDirector'];
const china = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const moment = (day: string, clock: string): string => `${day}T${clock}:00+08:00`;
const filled = (g: Seen): Values => ({
  title: g.title, year: g.year, about: g.about, ageFrom: g.ageFrom, ageTo: g.ageTo, ...(g.ageOn ? { ageOn: g.ageOn } : {}), opensOn: china(Date.parse(g.opensAt)), opensTime: showClock(g.opensAt), closesOn: china(Date.parse(g.closesAt)), closesTime: showClock(g.closesAt), price: g.priceFen / 100,
});
const fresh = (): Partial<Values> => ({ year: Number(china(Date.now()).slice(0, 4)), ageFrom: 6, ageTo: 12, opensOn: china(Date.now() + DAY), opensTime: '09:00', closesOn: china(Date.now() + 21 * DAY), closesTime: '18:00', price: 0 });
const inputOf = (v: Values) => ({
  title: v.title, year: v.year, about: v.about ?? '', ageFrom: v.ageFrom, ageTo: v.ageTo, ageOn: v.ageOn || null, opensAt: moment(v.opensOn, v.opensTime), closesAt: moment(v.closesOn, v.closesTime), priceFen: Math.round(v.price * 100),
});

function Body({ unionId, of }: { unionId: string; of: Seen | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const after = (out: { id: string }): void => void go(`/summer-care/${out.id}`, { replace: true });
  const put = useAct(desk.put, { form, done: w.saved, refreshes: [desk.programmes], after });
  const save = useAct(desk.save, { form, done: w.saved, refreshes: [desk.programmes, desk.programme], after });
  const must = [{ required: true }];
  const wide = { style: { width: '100%' } };
  return (
    <DeskPage title={of ? of.title : w.create} actions={<button type="button" className="btn primary" disabled={put.busy || save.busy} onClick={() => form.submit()}>{w.save}</button>}>
      <Card>
        <Form form={form} layout="vertical" className="carefields" scrollToFirstError initialValues={of ? filled(of) : fresh()} onFinish={(v) => (of ? save.act({ id: of.id, version: of.version, ...inputOf(v) }) : put.act({ unionId, ...inputOf(v) }))}>
          <div className="caretimes"><Form.Item name="title" label={w.titleField} rules={[{ required: true, min: 2 }]}><Input maxLength={60} /></Form.Item><Form.Item name="year" label={w.year} rules={must}><InputNumber min={2000} max={2200} precision={0} {...wide} /></Form.Item></div>
          <Form.Item name="about" label={w.aboutField}><Input.TextArea rows={4} maxLength={3000} /></Form.Item>
          <div className="caretimes">
            <Form.Item name="ageFrom" label={w.ageFrom} rules={must}><InputNumber min={3} max={17} precision={0} {...wide} /></Form.Item><Form.Item name="ageTo" label={w.ageTo} rules={must}><InputNumber min={3} max={17} precision={0} {...wide} /></Form.Item>
            <Form.Item name="ageOn" label={w.ageOn} extra={w.ageOnHint}><Day /></Form.Item>
          </div>
          <div className="caretimes">
            <Form.Item name="opensOn" label={w.opensDay} rules={must}><Day /></Form.Item><Form.Item name="opensTime" label={w.opensTime} rules={must}><Clock /></Form.Item>
            <Form.Item name="closesOn" label={w.closesDay} rules={must}><Day /></Form.Item><Form.Item name="closesTime" label={w.closesTime} rules={must}><Clock /></Form.Item>
          </div>
          <div className="caretimes"><Form.Item name="price" label={w.price} extra={w.priceHint} rules={must}><InputNumber min={0} max={100_000} precision={2} {...wide} /></Form.Item></div>
        </Form>
      </Card>
    </DeskPage>
  );
}

function Change({ id }: { id: string }) {
  const seen = useCall(desk.programme, { id });
  return <Loaded from={seen}>{(g) => <Body key={g.id} unionId={g.unionId} of={g} />}</Loaded>;
}

/** A new programme, or one that is not published yet. */
export default function ProgrammeForm() {
  const { id } = useParams();
  const me = useMe();
  const scope = useScope();
  const unionId = scope.union ?? me.offices.find((o) => KEEPERS.includes(o.kind))?.unionId ?? me.union?.id ?? '';
  return id ? <Change id={id} /> : <Body unionId={unionId} of={null} />;
}
