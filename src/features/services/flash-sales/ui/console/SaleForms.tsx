import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { useAct, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../desk.words.ts';
import { type At, blankTimes, momentOf, partsOf } from './moment.rules.ts';
import { MomentField } from './MomentField.tsx';
import type { Desk } from './SaleDesk.tsx';

type Given = { readonly sale: Desk; readonly close: () => void; readonly after: () => void };
const needed = [{ required: true }];

/** Returning or calling off: with a reason that those concerned are told. */
export function WhyForm({ sale: s, of, close, after }: Given & { of: 'return' | 'callOff' }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ text: string }>();
  const done = (): void => { close(); after(); };
  const back = useAct(api.return, { form, done: w.returnedDone, after: done });
  const off = useAct(api.callOff, { form, done: w.calledOff, after: done });
  const send = ({ text }: { text: string }): void => (of === 'return' ? back.act({ id: s.id, text, ...(s.caseVersion === null ? {} : { version: s.caseVersion }) }) : off.act({ id: s.id, why: text }));
  return (
    <Modal open title={of === 'return' ? w.returnTitle : w.callOffTitle({ title: s.title })} onCancel={close} onOk={() => form.submit()} okText={of === 'return' ? w.return : w.callOff} okButtonProps={{ danger: of === 'callOff' }} confirmLoading={back.busy || off.busy}>
      {of === 'callOff' ? <p>{w.callOffHint}</p> : null}
      <Form form={form} layout="vertical" onFinish={send}><Form.Item name="text" label={w.reason} rules={needed}><Input.TextArea maxLength={300} autoSize={{ minRows: 3 }} /></Form.Item></Form>
    </Modal>
  );
}

/** What may still be changed of a published sale. */
export function AmendForm({ sale: s, close, after }: Given) {
  const w = useWords(words);
  type Fields = { about: string; place: string; closesAt: At; from: At; to: At; transferable: boolean };
  const [form] = Form.useForm<Fields>();
  const amend = useAct(api.amend, { form, done: w.saved, after: () => { close(); after(); } });
  const send = (d: Fields): void => amend.act({ id: s.id, about: d.about, place: d.place, transferable: d.transferable, closesAt: momentOf(d.closesAt) ?? s.closesAt, handOverFrom: momentOf(d.from) ?? s.opensAt, handOverTo: momentOf(d.to) ?? s.closesAt });
  return (
    <Modal open width={640} title={w.amend} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={amend.busy}>
      <Form form={form} layout="vertical" initialValues={{ about: s.about, place: s.place, transferable: s.transferable, closesAt: partsOf(s.closesAt), from: partsOf(s.handOverFrom), to: partsOf(s.handOverTo) }} onFinish={send}>
        <Form.Item name="about" label={w.text}><Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} /></Form.Item>
        <Form.Item name="closesAt" label={w.end} rules={needed}><MomentField label={w.end} /></Form.Item>
        <Form.Item name="place" label={w.place} rules={needed}><Input maxLength={200} /></Form.Item>
        <Form.Item name="from" label={w.from} rules={needed}><MomentField label={w.from} /></Form.Item>
        <Form.Item name="to" label={w.to} rules={needed}><MomentField label={w.to} /></Form.Item>
        <Form.Item name="transferable" valuePropName="checked" noStyle><Checkbox>{w.transferable}</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}

/** A draft like this one, at another start. */
export function CopyForm({ sale: s, close }: Omit<Given, 'after'>) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<{ opensAt: At }>();
  const copy = useAct(api.copy, { form, done: w.copied, refreshes: [api.register], after: (o) => { close(); void go(`/flash-sales/${o.id}`); } });
  return (
    <Modal open title={w.copyTitle} onCancel={close} onOk={() => form.submit()} okText={w.copy} confirmLoading={copy.busy}>
      <Form form={form} layout="vertical" initialValues={{ opensAt: blankTimes(Date.now()).opensAt }} onFinish={(d) => copy.act({ id: s.id, opensAt: momentOf(d.opensAt) ?? '' })}><Form.Item name="opensAt" label={w.start} rules={needed}><MomentField label={w.start} exact /></Form.Item></Form>
    </Modal>
  );
}

/** More places, for everybody or for a union. */
export function RaiseForm({ sale: s, close, after }: Given) {
  const w = useWords(words);
  const [form] = Form.useForm<{ no: number; by: number }>();
  const raise = useAct(api.raise, { form, done: (o) => w.raised({ n: o.promoted }), after: () => { close(); after(); } });
  return (
    <Modal open title={w.raise} onCancel={close} onOk={() => form.submit()} okText={w.raise} confirmLoading={raise.busy}>
      <Form form={form} layout="vertical" initialValues={{ no: 0, by: 10 }} onFinish={(d) => raise.act({ id: s.id, ...d })}>
        {s.pools.length > 1 ? <Form.Item name="no" label={w.pool} rules={needed}><Select {...namedList(w.pool)} options={s.pools.map((p) => ({ value: p.no, label: p.union?.name ?? w.everybody }))} /></Form.Item> : null}
        <Form.Item name="by" label={w.raiseBy} rules={needed}><InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} /></Form.Item>
      </Form>
    </Modal>
  );
}
