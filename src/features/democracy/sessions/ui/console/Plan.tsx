import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Card, DeskPage, Empty, type Input as In, Loaded, type Output, useAct, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day, namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../sessions.contract.ts';
import { CALLERS, MODES, SORTS } from '../../sessions.rules.ts';
import { words as both } from '../both.words.ts';
import type { Kept } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import '../sessions.css';

type Body = Output<typeof desk.start>['bodies'][number];
type Values = Pick<In<typeof desk.plan>, 'bodyId' | 'sort' | 'number' | 'mode' | 'title' | 'place' | 'calledBy'> & { about?: string; day: string; from: string; to: string };
const local = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
const needed = [{ required: true }];

function SessionForm({ bodies, of }: { bodies: readonly Body[]; of: Kept | null }) {
  const w = useWords(words);
  const b = useWords(both);
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const after = (out: { id: string }): void => void go(`/sessions/${out.id}`, { replace: true });
  const plan = useAct(desk.plan, { form, done: w.saved, refreshes: [desk.register], after });
  const change = useAct(desk.change, { form, done: w.saved, refreshes: [desk.register, desk.one], after });
  const first = bodies[0];
  const draft = (body: Body | undefined, sort: string): Partial<Values> => { const n = (sort === 'joint' ? body?.nextJoint : body?.nextNumber) ?? 1; return { number: n, title: body ? `${body.name}${w.titleDraft({ n })}` : '' }; };
  const initial: Partial<Values> = of ? { sort: of.sort, number: of.number, mode: of.mode, title: of.title, place: of.place, calledBy: of.calledBy, about: of.about, day: local(of.heldAt).slice(0, 10), from: local(of.heldAt).slice(11, 16), to: local(of.endsAt).slice(11, 16) } : { sort: 'regular', mode: 'mixed', calledBy: 'yearly', from: '09:00', to: '12:00', ...(first ? { bodyId: first.id } : {}), ...draft(first, 'regular') };
  const redraft = (): void => { if (!of) form.setFieldsValue(draft(bodies.find((x) => x.id === form.getFieldValue('bodyId')), form.getFieldValue('sort') as string)); };
  const send = ({ day, from, to, bodyId, ...d }: Values): void => {
    const input = { ...d, about: d.about ?? '', heldAt: `${day}T${from}:00+08:00`, endsAt: `${day}T${to}:00+08:00` };
    if (of) change.act({ id: of.id, ...input });
    else plan.act({ bodyId, ...input });
  };
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={send} scrollToFirstError className="sesdesk">
      <Card>
        {of ? null : <Form.Item name="bodyId" label={w.body} rules={needed}><Select {...namedList(w.body)} onChange={redraft} options={bodies.map((x) => ({ value: x.id, label: `${x.name} · ${x.union}` }))} /></Form.Item>}
        <Form.Item name="sort" label={w.sort}><Radio.Group onChange={redraft} options={SORTS.map((x) => ({ value: x, label: b[`sort_${x}`] }))} /></Form.Item>
        <div className="sescols"><Form.Item name="title" label={w.sessionName} rules={[{ required: true, min: 2 }]}><Input maxLength={80} /></Form.Item><Form.Item name="number" label={w.number} rules={needed}><InputNumber min={1} max={200} style={{ width: '100%' }} /></Form.Item><Form.Item name="calledBy" label={w.calledBy}><Select {...namedList(w.calledBy)} options={CALLERS.map((x) => ({ value: x, label: b[`caller_${x}`] }))} /></Form.Item></div>
        <Form.Item name="mode" label={w.mode}><Radio.Group options={MODES.map((x) => ({ value: x, label: b[`mode_${x}`] }))} /></Form.Item>
        <div className="sescols"><Form.Item name="day" label={w.day} rules={needed}><Day /></Form.Item><Form.Item name="from" label={w.from} rules={needed}><Clock /></Form.Item><Form.Item name="to" label={w.to} rules={needed}><Clock /></Form.Item></div>
        <Form.Item name="place" label={w.place} rules={needed}><Input maxLength={200} /></Form.Item>
        <Form.Item name="about" label={w.about}><Input.TextArea rows={3} maxLength={3000} /></Form.Item>
      </Card>
      <div className="sesacts"><button type="submit" className="btn primary" disabled={plan.busy || change.busy}>{w.save}</button><button type="button" className="btn" onClick={() => void go(-1)}>{w.cancel}</button></div>
    </Form>
  );
}

/** A new session, or one that is not open yet. */
export default function Plan() {
  const w = useWords(words);
  const { id } = useParams();
  const { union } = useScope();
  const start = useCall(desk.start, union ? { unionId: union } : {}, { when: id === undefined });
  const kept = useCall(desk.one, { id: id ?? '' }, { when: id !== undefined });
  if (id !== undefined) return <DeskPage title={w.editTitle}><Loaded from={kept} lines={8}>{(z) => <SessionForm key={z.version} bodies={[]} of={z} />}</Loaded></DeskPage>;
  return <DeskPage title={w.planTitle}><Loaded from={start} lines={8}>{({ bodies }) => (bodies.length === 0 ? <Card><Empty icon="hall" title={w.bodyNone} hint={w.bodyNoneHint} /></Card> : <SessionForm bodies={bodies} of={null} />)}</Loaded></DeskPage>;
}
