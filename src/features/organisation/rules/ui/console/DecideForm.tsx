import { Checkbox, Form, Input, InputNumber, Modal, Select, Space } from 'antd';
import { Basis, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../rules.contract.ts';
import { fromText, toText } from '../hours.rules.ts';
import { words } from '../rules-ui.words.ts';
import type { Line } from './Standing.tsx';

type Values = { value: unknown; from: string; to?: string; document: string; article?: string; note?: string; regionCode?: string };

/** The input for a value of this number's shape. */
function ValueItems({ line }: { line: Line }) {
  const w = useWords(words);
  const rules = [{ required: true, message: w.required }];
  const { shape } = line;
  if (shape.kind === 'whole') {
    const { min = 0, max = 1_000_000 } = shape;
    return <Form.Item name="value" label={w.value} rules={rules} extra={w.range({ min, max })}><InputNumber min={min} max={max} precision={0} /></Form.Item>;
  }
  if (shape.kind === 'oneOf') {
    return <Form.Item name="value" label={w.value} rules={rules}><Checkbox.Group options={(shape.of ?? []).map((n) => ({ value: n, label: String(n) }))} /></Form.Item>;
  }
  if (shape.kind === 'hours') {
    return <Form.Item name="value" label={w.hours} rules={rules}><Input placeholder="09:00-12:00 13:30-18:00" /></Form.Item>;
  }
  const majority = shape.kind === 'majority';
  return (
    <Form.Item label={w.value} required>
      <Space wrap align="start">
        {majority ? <Form.Item name={['value', 'op']} rules={rules} noStyle><Select aria-label={w.op} style={{ width: 160 }} options={(['GE', 'GT', 'LE', 'LT'] as const).map((op) => ({ value: op, label: w[`op${op}`] }))} /></Form.Item> : null}
        <Form.Item name={['value', 'num']} rules={rules} noStyle><InputNumber aria-label={w.num} min={0} precision={0} /></Form.Item>
        <Form.Item name={['value', 'den']} rules={rules} noStyle><InputNumber aria-label={w.den} min={1} precision={0} /></Form.Item>
        {majority ? (
          <Form.Item name={['value', 'base']} rules={rules} noStyle>
            <Select aria-label={w.base} style={{ width: 160 }} options={(['entitled', 'present', 'ballotsIssued', 'ballotsReturned', 'validBallots'] as const).map((base) => ({ value: base, label: w[base] }))} />
          </Form.Item>
        ) : null}
      </Space>
    </Form.Item>
  );
}

/** Decides a number for the union from a day on; refusals stand at the fields. */
export function DecideForm({ line, union, today, close }: { line: Line; union: { id: string; name: string }; today: string; close: () => void }) {
  const w = useWords(words);
  const me = useMe();
  const [form] = Form.useForm<Values>();
  const { act, busy } = useAct(api.decide, { form, done: w.decided2, refreshes: [api.book, api.history], after: close });
  const hours = line.shape.kind === 'hours';
  const begin = { value: hours ? toText(line.now?.value) : line.now?.value, from: today };
  const send = (v: Values): void => act({
    param: line.param, unionId: union.id, value: hours ? fromText(String(v.value)) : v.value, from: v.from, to: v.to || undefined,
    document: v.document, article: v.article ?? '', note: v.note ?? '', regionCode: v.regionCode || undefined,
  });
  const overTop = me.scopes.some((s) => s.unionId === union.id);
  return (
    <Modal open title={w.decideTitle({ title: line.title })} onCancel={close} onOk={() => form.submit()} confirmLoading={busy} okText={w.decide} destroyOnHidden>
      <Basis>{w.decideHint({ union: union.name })}</Basis>
      <Form<Values> form={form} layout="vertical" initialValues={begin} onFinish={send} requiredMark="optional">
        <ValueItems line={line} />
        <Form.Item name="from" label={w.from} rules={[{ required: true, message: w.required }]}><Day /></Form.Item>
        <Form.Item name="to" label={w.to}><Day /></Form.Item>
        <Form.Item name="document" label={w.document} extra={w.documentHint} rules={[{ required: true, message: w.required }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="article" label={w.article}><Input maxLength={40} /></Form.Item>
        <Form.Item name="note" label={w.note}><Input.TextArea maxLength={500} autoSize /></Form.Item>
        {overTop ? <Form.Item name="regionCode" label={w.region}><Input maxLength={6} inputMode="numeric" /></Form.Item> : null}
      </Form>
    </Modal>
  );
}
