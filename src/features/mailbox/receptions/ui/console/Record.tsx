import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Input as In, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api, Category } from '../../receptions.contract.ts';
import { words } from '../../receptions.words.ts';

/** What was brought forward; without a place the follow-up code is shown once, to be handed over. */
export function RecordItem({ id, seat, close }: { id: string; seat: number | null; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Omit<In<typeof api.record>, 'id' | 'seat'>>();
  const [code, setCode] = useState<{ code: string; number: string } | null>(null);
  const record = useAct(api.record, {
    form, refreshes: [api.day, api.register],
    after: (out) => { if (out.code === null) { tell(w.recorded({ number: out.number })); close(); } else setCode({ code: out.code, number: out.number }); },
  });
  if (code !== null) {
    return (
      <Modal open title={w.codeTitle} closable={false} mask={{ closable: false }} keyboard={false} onOk={close} okText={w.noted} cancelButtonProps={{ style: { display: 'none' } }}>
        <p className="num" style={{ fontSize: 28, textAlign: 'center', letterSpacing: 2 }}>{code.code.replace(/(\d{4})(?=\d)/g, '$1 ')}</p>
        <p>{w.recorded({ number: code.number })}</p><p className="note">{w.codeHint}</p>
      </Modal>
    );
  }
  return (
    <Modal open title={seat === null ? w.recordNoName : w.record} onCancel={close} onOk={() => form.submit()} confirmLoading={record.busy}>
      <Form form={form} layout="vertical" initialValues={{ category: 'other', place: '', aboutChair: false, hidden: false }} onFinish={(d) => record.act({ ...d, id, ...(seat === null ? {} : { seat }) })}>
        <Form.Item name="title" label={w.itemTitle} rules={[{ required: true, min: 2 }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="text" label={w.itemText} rules={[{ required: true, min: 10 }]}><Input.TextArea maxLength={5000} autoSize={{ minRows: 4 }} /></Form.Item>
        <Form.Item name="category" label={w.category}><Select options={Category.options.map((c) => ({ value: c, label: w[`category_${c}`] }))} /></Form.Item>
        <Form.Item name="place" label={w.where}><Input maxLength={60} /></Form.Item>
        <Form.Item name="aboutChair" valuePropName="checked"><Checkbox>{w.aboutChair}</Checkbox></Form.Item>
        {seat === null ? null : <Form.Item name="hidden" valuePropName="checked"><Checkbox>{w.hidden}</Checkbox></Form.Item>}
      </Form>
    </Modal>
  );
}
