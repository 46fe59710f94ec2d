import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Input as In, type Output, showDay, useAct, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day, type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../receptions.contract.ts';
import { words } from '../../receptions.words.ts';

type Row = Output<typeof api.register>['items'][number];

function Plan({ unionId, close }: { unionId: string; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Omit<In<typeof api.plan>, 'unionId'>>();
  const plan = useAct(api.plan, { form, refreshes: [api.register], after: (out) => { close(); void go(`/receptions/${out.id}`); } });
  return (
    <Modal open title={w.plan} onCancel={close} onOk={() => form.submit()} confirmLoading={plan.busy}>
      <Form form={form} layout="vertical" initialValues={{ from: '14:00', to: '17:00', slots: 6 }} onFinish={(d) => plan.act({ ...d, unionId })}>
        <Form.Item name="place" label={w.place} rules={[{ required: true }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="heldOn" label={w.date} rules={[{ required: true }]}><Day /></Form.Item>
        <Form.Item name="from" label={w.from} rules={[{ required: true }]}><Clock /></Form.Item>
        <Form.Item name="to" label={w.to} rules={[{ required: true }]}><Clock /></Form.Item>
        <Form.Item name="slots" label={w.slots} rules={[{ required: true }]}><InputNumber min={1} max={60} /></Form.Item>
      </Form>
    </Modal>
  );
}

function useDays(): List<Row> {
  const w = useWords(words);
  const language = useLocale();
  return useList<Row>('receptions', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: [['coming', w.coming], ['past', w.past], ['off', w.off]] },
      { kind: 'days', name: 'from', to: 'to', label: [w.fromDay, w.toDay] },
    ],
    columns: {
      date: { title: w.date, cell: (r) => <span className="num">{showDay(r.heldOn, language)} {r.from}–{r.to}</span> },
      union: { title: w.union, cell: (r) => r.union },
      place: { title: w.place, cell: (r) => r.place },
      booked: { title: w.booked, width: 100, cell: (r) => <span className="num">{r.booked} / {r.slots}</span> },
      items: { title: w.items, width: 80, cell: (r) => <span className="num">{r.items}</span> },
      state: { title: w.state, width: 110, cell: (r) => (r.calledOff !== null ? <Chip kind="quiet">{w.off}</Chip> : r.may.includes('callOff') ? <Chip kind="info">{w.coming}</Chip> : <Chip kind="ok">{w.past}</Chip>) },
    },
  });
}

/** Reception days over the unions of the officer, latest first. */
export default function Days() {
  const w = useWords(words);
  const me = useMe();
  const scope = useScope();
  const [planning, setPlanning] = useState(false);
  const list = useDays();
  const rows = useRows(api.register, list);
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'mailboxClerk'].includes(o.kind))?.unionId;
  const plan = unionId ? <button type="button" className="btn primary" onClick={() => setPlanning(true)}><Icon name="add" size={18} />{w.plan}</button> : null;
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={api.exportRegister} can="receptions.hold" />{plan}</>}>
      {planning && unionId ? <Plan unionId={unionId} close={() => setPlanning(false)} /> : null}
      <ListPanel list={list} rows={rows} open={(r) => `/receptions/${r.id}`} empty={<Empty icon="calendar" title={w.none} hint={w.noneHint}>{plan}</Empty>} />
    </DeskPage>
  );
}
