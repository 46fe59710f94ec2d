import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { type Input as Sent, useAct, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import { kindWords } from './kinds.words.ts';
import type { UnionData } from './union-data.ts';

type Values = Omit<Sent<typeof api.found>, 'parentId'>;

const emptyToNull = (v: Values): Values => ({ ...v, foundedOn: v.foundedOn || null, termFrom: v.termFrom || null, termTo: v.termTo || null, termYears: v.termYears ?? null, workers: v.workers ?? 0, women: v.women ?? 0 });

/** Founds a union below `parent`, or changes `union`. */
export function UnionForm({ union, parent, close }: { union?: UnionData; parent?: UnionData; close: () => void }) {
  const w = useWords(words);
  const say = useSay();
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const refreshes = [api.union, api.branches, api.roots];
  const found = useAct(api.found, { form, done: w.saved, refreshes, after: (out) => { close(); go(`/unions/${out.id}`); } });
  const change = useAct(api.change, { form, done: w.saved, refreshes, after: close });
  const kinds = Object.entries(kindWords).map(([value, k]) => ({ value, label: say(k) }));
  const send = (v: Values): void => {
    if (union) change.act({ ...emptyToNull(v), id: union.id });
    else if (parent) found.act({ ...emptyToNull(v), parentId: parent.id });
  };
  return (
    <Modal open title={union ? w.change : w.found} onCancel={close} onOk={() => form.submit()} confirmLoading={found.busy || change.busy} width={720} destroyOnHidden>
      <Form<Values> form={form} layout="vertical" onFinish={send} initialValues={union ?? { kind: 'branch', workers: 0, women: 0 }} requiredMark="optional">
        <div className="unionform">
          <Form.Item name="name" label={w.name} rules={[{ required: true, message: w.need({ what: w.name }) }]}><Input maxLength={60} /></Form.Item>
          <Form.Item name="code" label={w.code} rules={[{ required: true, message: w.need({ what: w.code }) }]}><Input maxLength={40} placeholder={parent ? `${parent.code}-01` : ''} /></Form.Item>
          <Form.Item name="kind" label={w.kind} rules={[{ required: true }]}><Select options={kinds} disabled={union?.kind === 'federation'} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
          {union ? null : <Form.Item name="approval" label={w.approval} extra={w.approvalHint} rules={[{ required: true, message: w.need({ what: w.approval }) }]}><Input maxLength={80} /></Form.Item>}
          <Form.Item name="employerName" label={w.employer}><Input maxLength={80} /></Form.Item>
          <Form.Item name="employerUscc" label={w.employerUscc}><Input maxLength={24} /></Form.Item>
          <Form.Item name="unionUscc" label={w.unionUscc}><Input maxLength={24} /></Form.Item>
          <Form.Item name="address" label={w.address}><Input maxLength={120} /></Form.Item>
          <Form.Item name="workers" label={w.workers}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="women" label={w.women}><InputNumber min={0} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="foundedOn" label={w.foundedOn}><Day /></Form.Item>
          <Form.Item name="termYears" label={w.termYears}><Select allowClear options={[3, 5].map((n) => ({ value: n, label: w.years({ n }) }))} /></Form.Item>
          <Form.Item name="termFrom" label={w.termFrom}><Day /></Form.Item>
          <Form.Item name="termTo" label={w.termTo}><Day /></Form.Item>
        </div>
        <Form.Item name="takesUnattached" valuePropName="checked"><Checkbox>{w.takesUnattached}</Checkbox></Form.Item>
      </Form>
    </Modal>
  );
}
