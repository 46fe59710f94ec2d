import { Button, Flex, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { addDays, legalDateOf } from '#shared/dates';
import { Icon, type Input as In, Loaded, type Output, useAct, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../points.contract.ts';
import { words } from '../points-ui.words.ts';
import '../points.css';

type Fields = Omit<In<typeof api.plan>, never>;

function Bands() {
  const w = useWords(words);
  return (
    <Form.List name="bands">
      {(fields, { add, remove }) => (
        <Form.Item label={w.bands} required>
          {fields.map((f) => (
            <div className="bandrow" key={f.key}>
              <Form.Item name={[f.name, 'title']} rules={[{ required: true, message: w.bandTitle }]}><Input placeholder={w.bandTitle} aria-label={w.bandTitle} maxLength={30} /></Form.Item>
              <Form.Item name={[f.name, 'from']} rules={[{ required: true, message: w.bandFrom }]}><InputNumber placeholder={w.bandFrom} aria-label={w.bandFrom} min={1} max={100_000} precision={0} style={{ width: '100%' }} /></Form.Item>
              <Form.Item name={[f.name, 'to']} rules={[{ required: true, message: w.bandTo }]}><InputNumber placeholder={w.bandTo} aria-label={w.bandTo} min={1} max={100_000} precision={0} style={{ width: '100%' }} /></Form.Item>
              <Button aria-label={w.removeBand} icon={<Icon name="remove" size={16} />} disabled={fields.length === 1} onClick={() => remove(f.name)} />
            </div>
          ))}
          {fields.length < 12 ? <Button onClick={() => add()}>{w.addBand}</Button> : null}
        </Form.Item>
      )}
    </Form.List>
  );
}

const needed = [{ required: true }];

/** Plans a round, or changes one. */
export function RoundForm({ round, close }: { round?: Output<typeof api.round>; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const { union } = useScope();
  const [form] = Form.useForm<Fields>();
  const schemes = useCall(api.schemes, union ? { unionId: union } : {});
  const plan = useAct(api.plan, { form, done: w.planned, refreshes: [api.rounds], after: (out) => { close(); void go(`/points/rounds/${out.id}`); } });
  const amend = useAct(api.amend, { form, done: w.saved, refreshes: [api.rounds, api.round], after: close });
  const today = legalDateOf(new Date());
  const year = Number(today.slice(0, 4));
  const blank = { year, title: '', text: '', from: addDays(today, 7), to: addDays(today, 21), collectFrom: addDays(today, 10), collectTo: addDays(today, 45), place: '', mostEach: 2, bands: [{ title: '', from: 5, to: 19 }] };
  return (
    <Modal open width={640} title={round ? w.editRound : w.planRound} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={plan.busy || amend.busy}>
      <Loaded from={schemes}>
        {({ items }) => (
          <Form form={form} layout="vertical" initialValues={round ?? { ...blank, schemeId: items[0]?.id }} onFinish={(d) => (round ? amend.act({ ...d, id: round.id, version: round.version }) : plan.act(d))}>
            {round ? null : (
              <Flex gap={12}>
                <Form.Item name="schemeId" label={w.scheme} rules={needed} style={{ flex: 1 }}><Select {...namedList(w.scheme)} options={items.map((s) => ({ value: s.id, label: s.name }))} /></Form.Item>
                <Form.Item name="year" label={w.year} rules={needed}><InputNumber min={2000} max={2200} precision={0} /></Form.Item>
              </Flex>
            )}
            <Form.Item name="title" label={w.roundTitle} rules={needed}><Input maxLength={60} /></Form.Item>
            <Form.Item name="text" label={w.roundText}><Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} /></Form.Item>
            <Flex gap={12}>
              <Form.Item name="from" label={w.from} rules={needed} style={{ flex: 1 }}><Day /></Form.Item>
              <Form.Item name="to" label={w.to} rules={needed} style={{ flex: 1 }}><Day /></Form.Item>
            </Flex>
            <Flex gap={12}>
              <Form.Item name="collectFrom" label={w.collectFrom} rules={needed} style={{ flex: 1 }}><Day /></Form.Item>
              <Form.Item name="collectTo" label={w.collectTo} rules={needed} style={{ flex: 1 }}><Day /></Form.Item>
            </Flex>
            <Form.Item name="place" label={w.place} rules={needed}><Input maxLength={100} /></Form.Item>
            <Form.Item name="mostEach" label={w.mostEach} rules={needed}><InputNumber min={1} max={50} precision={0} /></Form.Item>
            <Bands />
          </Form>
        )}
      </Loaded>
    </Modal>
  );
}
