import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, DeskPage, Empty, Icon, type Input as In, Loaded, type Output, useAct, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../sales.contract.ts';
import { FORMS, OCCASIONS, PAYS, TAXES } from '../../sales.rules.ts';
import { words as saleWords } from '../../sales.words.ts';
import { words } from '../desk.words.ts';
import { blankTimes, type At, momentOf, partsOf } from './moment.rules.ts';
import { MomentField } from './MomentField.tsx';
import '../sales.css';

type Desk = Output<typeof api.desk>;
type Start = Output<typeof api.start>;
type Wanted = Omit<In<typeof api.make>, 'unionId'>;
type Fields = {
  title: string; about: string; measure: string; worth: number; occasion: Wanted['occasion']; form: Wanted['form']; photos: readonly Attached[]; pays: Wanted['pays']; price: number; places: number; quotas: { unionId: string; places: number; rollsUpAt: At }[]; opensAt: At; closesAt: At;
  unions: string[]; memberMonths: number; restDays: number; missMost: number | null; missDays: number | null; waits: boolean; transferable: boolean; place: string; from: At; to: At; tax: NonNullable<Wanted['tax']>; taxNote: string;
};

const HUNDRED = 100;

function fieldsOf(s: Desk | null): Partial<Fields> {
  if (s === null) return { measure: '', occasion: 'other', form: 'goods', photos: [], pays: 'atHandOver', price: 1, places: 100, quotas: [], unions: [], memberMonths: 0, restDays: 0, missMost: null, missDays: null, waits: false, transferable: false, tax: '', taxNote: '', ...blankTimes(Date.now()) };
  return {
    ...s, worth: s.worthFen / HUNDRED, price: s.price / HUNDRED, places: s.pools.find((p) => p.no === 0)?.places ?? 0, quotas: s.pools.flatMap((p) => (p.union ? [{ unionId: p.union.id, places: p.places, rollsUpAt: partsOf(p.rollsUpAt) }] : [])), opensAt: partsOf(s.opensAt), closesAt: partsOf(s.closesAt),
    unions: s.unions.map((u) => u.id), missMost: s.misses?.most ?? null, missDays: s.misses?.days ?? null, from: partsOf(s.handOverFrom), to: partsOf(s.handOverTo), photos: s.photos.map((p) => ({ id: p.id, name: p.name })),
  };
}

const wantedOf = (d: Fields): Wanted => ({
  title: d.title, about: d.about, measure: d.measure, occasion: d.occasion, form: d.form, pays: d.pays, places: d.places, unions: d.unions, memberMonths: d.memberMonths, restDays: d.restDays, waits: d.waits, transferable: d.transferable, place: d.place, tax: d.tax, taxNote: d.taxNote,
  worthFen: Math.round(d.worth * HUNDRED), price: Math.round(d.price * HUNDRED), quotas: d.quotas.map((q) => ({ unionId: q.unionId, places: q.places, rollsUpAt: momentOf(q.rollsUpAt) })), opensAt: momentOf(d.opensAt) ?? '', closesAt: momentOf(d.closesAt) ?? '', handOverFrom: momentOf(d.from), handOverTo: momentOf(d.to),
  misses: d.missMost && d.missDays ? { most: d.missMost, days: d.missDays } : null, photos: d.photos.map((p) => p.id),
});

const needed = (message: string) => [{ required: true, message }];

function Goods() {
  const w = useWords(words);
  const sw = useWords(saleWords);
  return (
    <Card title={w.goods}>
      <Form.Item name="title" label={w.name} rules={needed(w.need)}><Input maxLength={60} /></Form.Item>
      <Form.Item name="about" label={w.text}><Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} /></Form.Item>
      <div className="pair">
        <Form.Item name="worth" label={w.worthYuan} rules={needed(w.need)}><InputNumber min={0} max={1_000_000} precision={2} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="measure" label={w.measure} rules={needed(w.need)}><Input maxLength={10} placeholder={w.measureHint} /></Form.Item>
        <Form.Item name="occasion" label={w.occasion} rules={needed(w.need)}><Select {...namedList(w.occasion)} options={OCCASIONS.map((o) => ({ value: o, label: sw[`occasion_${o}`] }))} /></Form.Item>
        <Form.Item name="form" label={w.form} rules={needed(w.need)}><Select {...namedList(w.form)} options={FORMS.map((f) => ({ value: f, label: sw[`form_${f}`] }))} /></Form.Item>
      </div>
      <Form.Item name="photos" label={w.photos} valuePropName="value"><Attach to={attachments.upload} input={(name) => ({ name })} most={6} value={[]} onChange={() => {}} /></Form.Item>
    </Card>
  );
}

function Selling({ start }: { start: Start }) {
  const w = useWords(words);
  const sw = useWords(saleWords);
  const pays = Form.useWatch<Wanted['pays']>('pays');
  const open = PAYS.filter((p) => p === 'atHandOver' || (p === 'points' ? start.points : start.gate));
  return (
    <Card title={w.selling} aside={<span className="num">{w.members({ n: start.members })}</span>}>
      <div className="triple">
        <Form.Item name="pays" label={w.pays} rules={needed(w.need)}><Select {...namedList(w.pays)} options={open.map((p) => ({ value: p, label: sw[`pays_${p}`] }))} /></Form.Item>
        <Form.Item name="price" label={pays === 'points' ? w.pricePoints : w.priceYuan} rules={needed(w.need)}><InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: '100%' }} /></Form.Item>
        <Form.Item name="places" label={w.placesAll} rules={needed(w.need)}><InputNumber min={0} max={1_000_000} precision={0} style={{ width: '100%' }} /></Form.Item>
      </div>
      <Form.List name="quotas">
        {(fields, { add, remove }) => (
          <Form.Item label={w.quotas}>
            {fields.map((f) => (
              <div className="salequota" key={f.key}>
                <Form.Item name={[f.name, 'unionId']} rules={needed(w.need)} noStyle><Select {...namedList(w.quotaUnion)} showSearch={{ optionFilterProp: 'label' }} placeholder={w.quotaUnion} options={start.unions.map((u) => ({ value: u.id, label: u.name }))} /></Form.Item>
                <Form.Item name={[f.name, 'places']} rules={needed(w.need)} noStyle><InputNumber aria-label={w.quotaPlaces} placeholder={w.quotaPlaces} min={1} max={1_000_000} precision={0} style={{ width: '100%' }} /></Form.Item>
                <Form.Item name={[f.name, 'rollsUpAt']} noStyle><MomentField label={w.rollsUp} /></Form.Item>
                <Button aria-label={w.removeQuota} icon={<Icon name="remove" size={16} />} onClick={() => remove(f.name)} />
              </div>
            ))}
            <Button onClick={() => add({ places: 10, rollsUpAt: { day: null, clock: null } })}>{w.addQuota}</Button>
          </Form.Item>
        )}
      </Form.List>
    </Card>
  );
}

function Rules({ start }: { start: Start }) {
  const w = useWords(words);
  const sw = useWords(saleWords);
  const number = (name: keyof Fields, label: string, most: number) => <Form.Item name={name} label={label}><InputNumber min={0} max={most} precision={0} style={{ width: '100%' }} /></Form.Item>;
  return (
    <>
      <Card title={w.times}>
        <div className="pair"><Form.Item name="opensAt" label={w.start} rules={needed(w.need)}><MomentField label={w.start} exact /></Form.Item><Form.Item name="closesAt" label={w.end} rules={needed(w.need)}><MomentField label={w.end} /></Form.Item></div>
      </Card>
      <Card title={w.who}>
        <Form.Item name="unions" label={w.unions}><Select mode="multiple" {...namedList(w.unions)} optionFilterProp="label" options={start.unions.map((u) => ({ value: u.id, label: u.name }))} /></Form.Item>
        <div className="pair">{number('memberMonths', w.months, 120)}{number('restDays', w.rest, 3660)}{number('missMost', w.missMost, 20)}{number('missDays', w.missDays, 3660)}</div>
        <Form.Item name="waits" valuePropName="checked" noStyle><Checkbox>{w.waits}</Checkbox></Form.Item> <Form.Item name="transferable" valuePropName="checked" noStyle><Checkbox>{w.transferable}</Checkbox></Form.Item>
      </Card>
      <Card title={w.pickUp}>
        <Form.Item name="place" label={w.place}><Input maxLength={200} /></Form.Item>
        <div className="pair"><Form.Item name="from" label={w.from}><MomentField label={w.from} /></Form.Item><Form.Item name="to" label={w.to}><MomentField label={w.to} /></Form.Item></div>
      </Card>
      <Card title={w.tax} aside={w.taxHint}>
        <Form.Item name="tax" label={w.tax}><Select {...namedList(w.tax)} options={(['', ...TAXES] as const).map((t) => ({ value: t, label: sw[`tax_${t}`] }))} /></Form.Item>
        <Form.Item name="taxNote" label={w.taxNote}><Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} /></Form.Item>
      </Card>
    </>
  );
}

function Filled({ start, sale }: { start: Start; sale: Desk | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Fields>();
  const after = ({ id }: { id: string }): void => void go(`/flash-sales/${id}`, { replace: true });
  const make = useAct(api.make, { form, done: w.saved, refreshes: [api.register], after });
  const change = useAct(api.change, { form, done: w.saved, refreshes: [api.register, api.desk], after });
  const save = (d: Fields): void => (sale ? change.act({ id: sale.id, version: sale.version, ...wantedOf(d) }) : make.act({ unionId: start.union?.id ?? '', ...wantedOf(d) }));
  return (
    <Form form={form} layout="vertical" className="salestack saleformpage" initialValues={fieldsOf(sale)} onFinish={save} scrollToFirstError={{ block: 'center' }}>
      <Goods />
      <Selling start={start} />
      <Rules start={start} />
      <div className="saleformfoot"><Button onClick={() => void go(-1)}>{w.back}</Button><Button type="primary" htmlType="submit" loading={make.busy || change.busy}>{w.save}</Button></div>
    </Form>
  );
}

function Existing({ id }: { id: string }) {
  const sale = useCall(api.desk, { id });
  return <Loaded from={sale}>{(s) => <WithStart unionId={s.union.id} sale={s} />}</Loaded>;
}

function WithStart({ unionId, sale }: { unionId: string | undefined; sale: Desk | null }) {
  const w = useWords(words);
  const start = useCall(api.start, unionId ? { unionId } : {});
  return <Loaded from={start}>{(s) => (s.union === null ? <Card><Empty icon="flash" title={w.noUnion} /></Card> : <Filled key={s.union.id} start={s} sale={sale} />)}</Loaded>;
}

/** Makes a draft, or changes one. */
export default function SaleForm() {
  const { id } = useParams();
  const w = useWords(words);
  const { union } = useScope();
  return <DeskPage title={id ? w.editTitle : w.newTitle} about={w.about}>{id ? <Existing id={id} /> : <WithStart unionId={union ?? undefined} sale={null} />}</DeskPage>;
}
