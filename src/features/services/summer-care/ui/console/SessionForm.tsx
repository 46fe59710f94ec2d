import { Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import { type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { clockOf, WORKDAYS } from '../../summer-care.rules.ts';
import { words } from '../care-desk.words.ts';
import { words as ui } from '../care-ui.words.ts';
import '../care.css';

export type Row = Output<typeof desk.programme>['items'][number];
type Values = { title: string; site: string; address?: string; startsOn: string; endsOn: string; days: number[]; from: string; to: string; capacity: number; daysOff?: string };
const minutes = (clock: string): number => { const [h = 0, m = 0] = clock.split(':').map(Number); return 60 * h + m; };
const bits = (mask: number): number[] => [0, 1, 2, 3, 4, 5, 6].filter((i) => (mask >> i) & 1);
const filled = (s: Row): Values => ({ title: s.title, site: s.site, address: s.address, startsOn: s.startsOn, endsOn: s.endsOn, days: bits(s.weekdays), from: clockOf(s.opensMinute), to: clockOf(s.closesMinute), capacity: s.places, daysOff: s.daysOff.join('\n') });
const inputOf = (v: Values) => ({
  title: v.title, site: v.site, address: v.address ?? '', startsOn: v.startsOn, endsOn: v.endsOn, weekdays: v.days.reduce((mask, d) => mask | (1 << d), 0), opensMinute: minutes(v.from), closesMinute: minutes(v.to), capacity: v.capacity, daysOff: (v.daysOff ?? '').split(/[\s,，、]+/).filter(Boolean),
});

/** A session: where, when, which days, for how many. */
export function SessionForm({ programmeId, of, like, close }: { programmeId: string; of: Row | null; /** the last one, to begin from */ like: Row | undefined; close: () => void }) {
  const w = useWords(words);
  const u = useWords(ui);
  const [form] = Form.useForm<Values>();
  const refreshes = [desk.programme, desk.programmes, desk.session];
  const add = useAct(desk.addSession, { form, done: w.sessionAdded, refreshes, after: close });
  const save = useAct(desk.saveSession, { form, done: w.sessionAdded, refreshes, after: close });
  const must = [{ required: true }];
  const fixed = of !== null && of.standing !== 'draft';
  const wide = { style: { width: '100%' } };
  const first: Partial<Values> = of ? filled(of) : { days: bits(WORKDAYS), from: '08:00', to: '17:30', capacity: 20, ...(like ? { site: like.site, address: like.address, from: clockOf(like.opensMinute), to: clockOf(like.closesMinute), capacity: like.capacity, days: bits(like.weekdays) } : {}) };
  return (
    <Modal open width={720} title={of ? w.editSession : w.addSession} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={add.busy || save.busy}>
      {fixed ? <p className="note">{w.fixedHint}</p> : null}
      <Form form={form} layout="vertical" initialValues={first} onFinish={(v) => (of ? save.act({ id: of.id, ...inputOf(v) }) : add.act({ id: programmeId, ...inputOf(v) }))}>
        <div className="caretimes"><Form.Item name="title" label={w.sessionName} rules={[{ required: true, min: 2 }]}><Input autoFocus maxLength={60} /></Form.Item><Form.Item name="capacity" label={w.capacity} rules={must}><InputNumber min={1} max={1000} precision={0} {...wide} /></Form.Item></div>
        <div className="caretimes"><Form.Item name="site" label={w.site} rules={[{ required: true, min: 2 }]}><Input maxLength={60} /></Form.Item><Form.Item name="address" label={w.address}><Input maxLength={120} /></Form.Item></div>
        {fixed ? null : (
          <>
            <div className="caretimes"><Form.Item name="startsOn" label={w.starts} rules={must}><Day /></Form.Item><Form.Item name="endsOn" label={w.ends} rules={must}><Day /></Form.Item><Form.Item name="from" label={w.from} rules={must}><Clock /></Form.Item><Form.Item name="to" label={w.to} rules={must}><Clock /></Form.Item></div>
            <Form.Item name="days" label={w.weekdays} rules={must}><Checkbox.Group options={[[1, u.mon], [2, u.tue], [3, u.wed], [4, u.thu], [5, u.fri], [6, u.sat], [0, u.sun]].map(([value, label]) => ({ value: value as number, label: u.weekdayOf({ day: String(label) }) }))} /></Form.Item>
          </>
        )}
        {fixed ? ['startsOn', 'endsOn', 'days', 'from', 'to'].map((name) => <Form.Item key={name} name={name} hidden><Input /></Form.Item>) : null}
        <Form.Item name="daysOff" label={w.daysOff} extra={w.daysOffHint}><Input.TextArea rows={2} maxLength={700} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Calling a session off with the reason every guardian is told. */
export function CallOffForm({ of: s, close }: { of: { readonly id: string; readonly title: string }; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ why: string }>();
  const off = useAct(desk.callOff, { form, done: w.calledOff, refreshes: [desk.programme, desk.programmes, desk.session], after: close });
  return (
    <Modal open title={w.callOffTitle({ title: s.title })} onCancel={close} onOk={() => form.submit()} okText={w.callOff} okButtonProps={{ danger: true }} confirmLoading={off.busy}>
      <p className="note">{w.callOffHint}</p>
      <Form form={form} layout="vertical" onFinish={(d) => off.act({ id: s.id, why: d.why })}><Form.Item name="why" label={w.reason} rules={[{ required: true, min: 2 }]}><Input.TextArea autoFocus rows={3} maxLength={200} /></Form.Item></Form>
    </Modal>
  );
}
