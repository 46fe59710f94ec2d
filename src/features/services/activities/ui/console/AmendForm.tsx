import { Form, Input, Modal, Space, Switch } from 'antd';
import { useAct, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../activities.contract.ts';
import { desk } from '../../desk.contract.ts';
import type { Seen } from '../both/Look.tsx';
import { clockPart, dayPart, momentOf } from '../both/times.ts';
import { words } from '../desk-ui.words.ts';

type Fields = { title: string; about: string; place: string; day: string; from: string; toDay: string; to: string; closeDay: string; closeTime: string; cancelDay: string | null; cancelTime: string | null; selfCheckIn: boolean };
const needed = [{ required: true }];

/** Changes what is published: whoever has a place is told of a new time or place. */
export function AmendForm({ of: a, close }: { of: Seen; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Fields>();
  const amend = useAct(desk.amend, { form, done: w.saved, refreshes: [api.activity, desk.register], after: close });
  const first: Fields = {
    title: a.title, about: a.about, place: a.place, day: dayPart(a.startsAt), from: clockPart(a.startsAt), toDay: dayPart(a.endsAt), to: clockPart(a.endsAt), closeDay: dayPart(a.closesAt), closeTime: clockPart(a.closesAt), cancelDay: a.cancelUntil && dayPart(a.cancelUntil),
    cancelTime: a.cancelUntil && clockPart(a.cancelUntil), selfCheckIn: a.selfCheckIn,
  };
  const send = (d: Fields): void => amend.act({
    id: a.id, title: d.title, about: d.about ?? '', place: d.place, startsAt: momentOf(d.day, d.from) ?? '', endsAt: momentOf(d.toDay, d.to) ?? '', closesAt: momentOf(d.closeDay, d.closeTime) ?? '', cancelUntil: momentOf(d.cancelDay, d.cancelTime), selfCheckIn: d.selfCheckIn,
  });
  return (
    <Modal open title={w.amend} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={amend.busy} width={640}>
      <Form form={form} layout="vertical" initialValues={first} onFinish={send}>
        <Form.Item name="title" label={w.title} rules={needed}><Input maxLength={60} /></Form.Item>
        <Form.Item name="place" label={w.place} rules={needed}><Input maxLength={200} /></Form.Item>
        <Space wrap><Form.Item name="day" label={w.day} rules={needed}><Day /></Form.Item><Form.Item name="from" label={w.fromTime} rules={needed}><Clock /></Form.Item><Form.Item name="toDay" label={w.endDay} rules={needed}><Day /></Form.Item><Form.Item name="to" label={w.toTime} rules={needed}><Clock /></Form.Item></Space>
        <Space wrap><Form.Item name="closeDay" label={w.closeDay} rules={needed}><Day /></Form.Item><Form.Item name="closeTime" label={w.closeTime} rules={needed}><Clock /></Form.Item><Form.Item name="cancelDay" label={w.cancelDay}><Day /></Form.Item><Form.Item name="cancelTime" label={w.closeTime}><Clock /></Form.Item></Space>
        <Form.Item name="selfCheckIn" label={w.selfCheckIn} valuePropName="checked"><Switch /></Form.Item>
        <Form.Item name="about" label={w.aboutText}><Input.TextArea rows={4} maxLength={3000} /></Form.Item>
      </Form>
    </Modal>
  );
}
