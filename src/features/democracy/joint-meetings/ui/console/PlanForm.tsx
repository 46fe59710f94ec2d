import { Form, Input, Modal, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../joint-meetings.contract.ts';
import type { Meeting } from '../both/looks.tsx';
import { words } from '../joint-ui.words.ts';

type Values = { title: string; place?: string; day: string; time: string; agenda?: string };
const needed = [{ required: true }];
const local = (at: string): string => new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString();

/** A meeting to be held: when, where, about what. */
export function PlanForm({ councilId, kept, children }: { councilId: string; kept: Meeting | null; children: (show: () => void) => ReactNode }) {
  const w = useWords(words);
  const go = useNavigate();
  const [shown, setShown] = useState(false);
  const [form] = Form.useForm<Values>();
  const plan = useAct(api.plan, { form, refreshes: [api.council, api.councils], done: w.planned, after: (out) => void go(`/joint-meetings/meetings/${out.id}`) });
  const change = useAct(api.change, { form, refreshes: [api.meeting, api.council], done: w.saved, after: () => setShown(false) });
  const send = (v: Values): void => {
    const said = { title: v.title, place: v.place ?? '', heldAt: `${v.day}T${v.time}:00+08:00`, agenda: (v.agenda ?? '').split('\n').map((x) => x.trim()).filter(Boolean).slice(0, 20) };
    if (kept) change.act({ id: kept.id, version: kept.version, ...said }); else plan.act({ councilId, ...said });
  };
  return (
    <>
      {children(() => setShown(true))}
      <Modal open={shown} title={kept ? w.change : w.plan} onCancel={() => setShown(false)} okText={w.save} confirmLoading={plan.busy || change.busy} onOk={() => form.submit()} destroyOnHidden>
        <Form form={form} layout="vertical" initialValues={kept ? { title: kept.title, place: kept.place, day: local(kept.heldAt).slice(0, 10), time: local(kept.heldAt).slice(11, 16), agenda: kept.agenda.join('\n') } : { time: '14:00' }} onFinish={send}>
          <Form.Item name="title" label={w.name} rules={[{ required: true, min: 2 }]}><Input maxLength={60} /></Form.Item>
          <Space wrap size="large"><Form.Item name="day" label={w.day} rules={needed}><Day /></Form.Item><Form.Item name="time" label={w.time} rules={needed}><Clock /></Form.Item></Space>
          <Form.Item name="place" label={w.place}><Input maxLength={200} /></Form.Item>
          <Form.Item name="agenda" label={w.agendaLines}><Input.TextArea rows={4} maxLength={2000} /></Form.Item>
        </Form>
      </Modal>
    </>
  );
}
