import { Form, Input, InputNumber, Select } from 'antd';
import { type Input as In, useAct, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { items } from '../../sessions.contract.ts';
import { type Act, ACTS, actFits, isVoted, LEVELS, MATTER_NAMES, MATTERS, type Matter, needsCongress } from '../../sessions.rules.ts';
import { words as both } from '../both.words.ts';
import type { Kept, KeptItem } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import { CHANGED } from './Acts.tsx';

type Wanted = In<typeof items.add>;
type Values = Pick<Wanted, 'matter' | 'act' | 'title' | 'level'> & { body?: string; reporter?: string; lines?: string; seats?: number | null };
const levelFor = (act: Act): Wanted['level'] => (act === 'ADOPT' || act === 'ELECT' ? 'blind' : act === 'DECIDE' ? 'detached' : 'none');

/** A new item, or one that is only listed. The act that a matter needs comes by itself; a stricter one may be chosen. */
export function ItemForm({ z, of: i, close }: { z: Kept; of: KeptItem | null; close: () => void }) {
  const w = useWords(words);
  const b = useWords(both);
  const [form] = Form.useForm<Values>();
  const add = useAct(items.add, { form, done: w.saved, refreshes: CHANGED, after: close });
  const change = useAct(items.change, { form, done: w.saved, refreshes: CHANGED, after: close });
  const initial: Partial<Values> = i ? { matter: i.matter, act: i.act, title: i.title, body: i.body, reporter: i.reporter, level: i.level, lines: i.candidates.join('\n'), seats: i.seats || 1 } : { level: 'none', seats: 1 };
  const seen = (Form.useWatch([], form) ?? initial) as Partial<Values>;
  const { matter, act } = { ...initial, ...seen };
  const acts = ACTS.filter((a) => matter === undefined || (actFits(matter, a) && !(z.sort === 'joint' && needsCongress(a))));
  const picked = (next: Matter): void => { const needed = MATTERS[next]; form.setFieldsValue({ act: needed, level: levelFor(needed) }); };
  const send = ({ lines, seats, body, reporter, ...d }: Values): void => {
    const input = { ...d, body: body ?? '', reporter: reporter ?? '', seats: d.act === 'ELECT' ? (seats ?? 1) : 0, candidates: d.act === 'ELECT' ? (lines ?? '').split('\n').map((x) => x.trim()).filter(Boolean) : [] };
    if (i) change.act({ id: i.id, version: i.version, ...input });
    else add.act({ id: z.id, ratifiesId: null, ...input });
  };
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={send}>
      <div className="sescols">
        <Form.Item name="matter" label={w.matter} rules={[{ required: true }]}><Select {...namedList(w.matter)} onChange={picked} showSearch={{ optionFilterProp: 'label' }} options={MATTER_NAMES.filter((m) => m !== 'ratification' || i?.matter === 'ratification').map((m) => ({ value: m, label: b[`matter_${m}`] }))} /></Form.Item>
        <Form.Item name="act" label={w.act} rules={[{ required: true }]}><Select {...namedList(w.act)} onChange={(a: Act) => form.setFieldsValue({ level: levelFor(a) })} options={acts.map((a) => ({ value: a, label: b[`act_${a}`] }))} /></Form.Item>
        <Form.Item name="level" label={w.level}><Select {...namedList(w.level)} options={LEVELS.filter((l) => act === undefined || (isVoted(act) ? l !== 'none' : l === 'none')).map((l) => ({ value: l, label: b[`level_${l}`] }))} /></Form.Item>
      </div>
      <Form.Item name="title" label={w.itemTitle} rules={[{ required: true, min: 2 }]}><Input maxLength={120} /></Form.Item>
      <Form.Item name="body" label={w.itemBody}><Input.TextArea rows={4} maxLength={20_000} /></Form.Item>
      {act === 'ELECT' ? <div className="sescols"><Form.Item name="lines" label={w.candidates}><Input.TextArea rows={3} maxLength={8000} /></Form.Item><Form.Item name="seats" label={w.seatsN}><InputNumber min={1} max={200} style={{ width: '100%' }} /></Form.Item></div> : null}
      <Form.Item name="reporter" label={w.reporter}><Input maxLength={60} /></Form.Item>
      <div className="sesacts"><button type="submit" className="btn primary" disabled={add.busy || change.busy}>{w.save}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </Form>
  );
}
