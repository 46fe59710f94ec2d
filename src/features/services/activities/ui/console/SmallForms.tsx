import { Form, Input, InputNumber, Modal, Space } from 'antd';
import { useNavigate } from 'react-router';
import { useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../activities.contract.ts';
import { desk } from '../../desk.contract.ts';
import type { Seen } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';

type Asked = { readonly of: Seen; readonly close: () => void };
const needed = [{ required: true }];
const SHOWS = [api.activity, desk.register];

/** Calling an activity off with the reason everybody is told. */
export function CallOffForm({ of: a, close }: Asked) {
  const w = useWords(words);
  const [form] = Form.useForm<{ why: string }>();
  const off = useAct(desk.callOff, { form, done: w.calledOff, refreshes: SHOWS, after: close });
  return (
    <Modal open title={w.callOffTitle} onCancel={close} onOk={() => form.submit()} okText={w.callOff} okButtonProps={{ danger: true }} confirmLoading={off.busy}>
      <p className="note">{w.callOffHint}</p>
      <Form form={form} layout="vertical" onFinish={(d) => off.act({ id: a.id, why: d.why })}><Form.Item name="why" label={w.reason} rules={[{ required: true, min: 2 }]}><Input.TextArea autoFocus rows={3} maxLength={300} /></Form.Item></Form>
    </Modal>
  );
}

/** The same on another day, as a draft. */
export function CopyForm({ of: a, close }: Asked) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<{ startsOn: string }>();
  const copy = useAct(api.copy, { form, done: w.copied, refreshes: SHOWS, after: (out) => { close(); void go(`/activities/${out.id}`); } });
  return (
    <Modal open title={w.copyTitle} onCancel={close} onOk={() => form.submit()} okText={w.copy} confirmLoading={copy.busy}>
      <Form form={form} layout="vertical" onFinish={(d) => copy.act({ id: a.id, startsOn: d.startsOn })}><Form.Item name="startsOn" label={w.copyDay} rules={needed}><Day /></Form.Item></Form>
    </Modal>
  );
}

/** A weekly series, published at once. */
export function RepeatForm({ of: a, close }: Asked) {
  const w = useWords(words);
  const [form] = Form.useForm<{ times: number; everyWeeks: number }>();
  const repeat = useAct(desk.repeat, { form, done: (out) => w.repeated({ n: out.ids.length }), refreshes: SHOWS, after: close });
  return (
    <Modal open title={w.repeatTitle} onCancel={close} onOk={() => form.submit()} okText={w.repeat} confirmLoading={repeat.busy}>
      <Form form={form} layout="vertical" initialValues={{ times: 4, everyWeeks: 1 }} onFinish={(d) => repeat.act({ id: a.id, ...d })}>
        <Space size="large"><Form.Item name="times" label={w.times} rules={needed}><InputNumber min={2} max={26} precision={0} /></Form.Item><Form.Item name="everyWeeks" label={w.everyWeeks} rules={needed}><InputNumber min={1} max={8} precision={0} /></Form.Item></Space>
      </Form>
    </Modal>
  );
}
