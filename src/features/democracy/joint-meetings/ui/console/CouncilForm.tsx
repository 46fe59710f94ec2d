import { Form, Input, InputNumber, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import type { Council } from '../both/looks.tsx';
import { words } from '../joint-ui.words.ts';

type Values = { title: string; otherName: string; purpose: string; meetsPerYear: number };
const needed = [{ required: true, min: 2 }];

/** Founding a council, or changing what it is about, ending it and beginning it again. */
export function CouncilForm({ unionId, kept, children }: { unionId: string; kept: Council | null; children: (show: () => void) => ReactNode }) {
  const w = useWords(words);
  const go = useNavigate();
  const [shown, setShown] = useState(false);
  const [form] = Form.useForm<Values>();
  const close = (): void => setShown(false);
  const found = useAct(api.found, { form, refreshes: [api.councils], done: w.saved, after: (out) => void go(`/joint-meetings/${out.id}`) });
  const amend = useAct(api.amend, { form, refreshes: [api.councils, api.council], done: w.saved, after: close });
  const running = kept?.endedOn == null;
  const send = (v: Values, run = running): void => { if (kept) amend.act({ id: kept.id, version: kept.version, running: run, ...v }); else found.act({ unionId, ...v }); };
  return (
    <>
      {children(() => setShown(true))}
      <Modal open={shown} title={kept ? w.settings : w.found} onCancel={close} okText={w.save} confirmLoading={found.busy || amend.busy} onOk={() => form.submit()} destroyOnHidden>
        <Form form={form} layout="vertical" initialValues={kept ?? { title: '', otherName: '', purpose: '', meetsPerYear: 4 }} onFinish={(v) => send(v)}>
          <Form.Item name="title" label={w.foundName} rules={needed}><Input maxLength={60} /></Form.Item>
          <Form.Item name="otherName" label={w.otherName} rules={needed}><Input maxLength={60} /></Form.Item>
          <Form.Item name="purpose" label={w.purpose}><Input.TextArea rows={3} maxLength={1000} /></Form.Item>
          <Form.Item name="meetsPerYear" label={w.perYear}><InputNumber min={1} max={12} precision={0} /></Form.Item>
          {kept ? <button type="button" className="btn" disabled={amend.busy} onClick={() => send(form.getFieldsValue(), !running)}>{running ? w.stop : w.start}</button> : null}
        </Form>
      </Modal>
    </>
  );
}
