import { Form, Input, InputNumber, Select, Space, Switch } from 'antd';
import type { ReactNode } from 'react';
import { Icon, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { ASKS } from '../../activities.rules.ts';
import { words } from '../desk-ui.words.ts';

const needed = [{ required: true }];

/** Lines of a form that can be added and taken away. */
function Lines({ name, most, add, first, children }: { name: string; most: number; add: string; first: object; children: (at: number) => ReactNode }) {
  const w = useWords(words);
  return (
    <Form.List name={name}>
      {(fields, { add: more, remove }) => (
        <div className="actdesk">
          {fields.map((f) => <Space key={f.key} wrap align="start" size="middle">{children(f.name)}<button type="button" className="btn plain" aria-label={`${w.remove} ${String(f.name + 1)}`} onClick={() => remove(f.name)}><Icon name="remove" size={18} />{w.remove}</button></Space>)}
          {fields.length < most ? <div><button type="button" className="btn" onClick={() => more(first)}><Icon name="add" size={18} />{add}</button></div> : null}
        </div>
      )}
    </Form.List>
  );
}

/** Quotas of units, out of the places. */
export function QuotaList({ units }: { units: readonly { readonly value: string; readonly label: string }[] }) {
  const w = useWords(words);
  return (
    <>
      <p className="note">{w.quotas}</p>
      <Lines name="quotas" most={50} add={w.addQuota} first={{ places: 1 }}>
        {(at) => <><Form.Item name={[at, 'unionId']} label={w.quotaUnit} rules={needed}><Select style={{ width: 240 }} {...namedList(w.quotaUnit)} options={[...units]} optionFilterProp="label" /></Form.Item><Form.Item name={[at, 'places']} label={w.quotaPlaces} rules={needed}><InputNumber min={0} max={100_000} precision={0} /></Form.Item><Form.Item name={[at, 'rollsUp']} label={w.rollsUp}><Day /></Form.Item></>}
      </Lines>
    </>
  );
}

/** Questions of the sign-up. */
export function QuestionList() {
  const w = useWords(words);
  const form = Form.useFormInstance();
  const asked = Form.useWatch('questions', form) as { ask?: string }[] | undefined;
  return (
    <Lines name="questions" most={10} add={w.addQuestion} first={{ ask: 'text', required: false }}>
      {(at) => (
        <>
          <Form.Item name={[at, 'label']} label={w.label} rules={needed}><Input maxLength={80} style={{ width: 260 }} /></Form.Item><Form.Item name={[at, 'ask']} label={w.ask}><Select style={{ width: 120 }} {...namedList(w.ask)} options={ASKS.map((x) => ({ value: x, label: w[`ask_${x}`] }))} /></Form.Item>
          {asked?.[at]?.ask === 'choice' ? <Form.Item name={[at, 'options']} label={w.options} rules={needed}><Select mode="tags" style={{ width: 260 }} {...namedList(w.options)} tokenSeparators={[',', '，', '、']} /></Form.Item> : null}
          <Form.Item name={[at, 'required']} label={w.required} valuePropName="checked"><Switch /></Form.Item>
        </>
      )}
    </Lines>
  );
}

/** What it should cost. */
export function PlanList() {
  const w = useWords(words);
  return (
    <Lines name="plan" most={20} add={w.addItem} first={{}}>
      {(at) => <><Form.Item name={[at, 'item']} label={w.item} rules={needed}><Input maxLength={40} /></Form.Item><Form.Item name={[at, 'yuan']} label={w.yuan} rules={needed}><InputNumber min={0} max={1_000_000} precision={2} /></Form.Item></>}
    </Lines>
  );
}
