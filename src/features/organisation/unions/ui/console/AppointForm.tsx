import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { type Input as Sent, useAct, useCall, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import { officeWords } from './kinds.words.ts';
import type { UnionData } from './union-data.ts';

type Values = Omit<Sent<typeof api.appoint>, 'id'>;

/** Appoints a member of the union or of a branch to an office. */
export function AppointForm({ union, close }: { union: UnionData; close: () => void }) {
  const w = useWords(words);
  const say = useSay();
  const [form] = Form.useForm<Values>();
  const [text, setText] = useState('');
  const found = useCall(api.candidates, { id: union.id, text }, { when: text.trim() !== '', keepWhileChanging: true });
  const { act, busy } = useAct(api.appoint, { form, done: w.saved, refreshes: [api.union], after: close });
  return (
    <Modal open title={w.appoint} onCancel={close} onOk={() => form.submit()} confirmLoading={busy} destroyOnHidden>
      <Form<Values> form={form} layout="vertical" onFinish={(v) => act({ ...v, id: union.id, toDate: v.toDate || null })} requiredMark="optional">
        <Form.Item name="personId" label={w.person} rules={[{ required: true, message: w.personHint }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setText }} placeholder={w.personHint} notFoundContent={text ? w.none : w.personHint}
            options={(found.data?.items ?? []).map((p) => ({ value: p.id, label: `${p.name} · ${p.union}${p.staffNumber ? ` · ${p.staffNumber}` : ''}` }))}
          />
        </Form.Item>
        <Form.Item name="office" label={w.office} rules={[{ required: true, message: w.pick({ what: w.office }) }]}><Select options={Object.entries(officeWords).map(([value, o]) => ({ value, label: say(o) }))} /></Form.Item>
        <Form.Item name="title" label={w.officeTitle}><Input maxLength={40} /></Form.Item>
        <Form.Item name="basis" label={w.basis}><Input maxLength={80} /></Form.Item>
        <Form.Item name="toDate" label={w.lastDay}><Day /></Form.Item>
        <Form.Item name="fullTime" valuePropName="checked"><Checkbox>{w.fullTime}</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}
