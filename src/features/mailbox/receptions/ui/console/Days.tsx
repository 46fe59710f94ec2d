import { Button, Form, Input, InputNumber, Modal, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Chip, DeskPage, Empty, type Input as In, Loaded, type Output, showDay, useAct, useAddress, useCall, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
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
        <Form.Item name="heldOn" label={w.date} rules={[{ required: true }]}><Input type="date" /></Form.Item>
        <Form.Item name="from" label={w.from} rules={[{ required: true }]}><Input type="time" /></Form.Item>
        <Form.Item name="to" label={w.to} rules={[{ required: true }]}><Input type="time" /></Form.Item>
        <Form.Item name="slots" label={w.slots} rules={[{ required: true }]}><InputNumber min={1} max={60} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Reception days over the unions of the officer, latest first. */
export default function Days() {
  const w = useWords(words);
  const go = useNavigate();
  const me = useMe();
  const scope = useScope();
  const language = useLocale();
  const [page = '1', setPage] = useAddress('page');
  const [planning, setPlanning] = useState(false);
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'mailboxClerk'].includes(o.kind))?.unionId;
  const days = useCall(api.register, { ...(scope.union ? { unionId: scope.union } : {}), offset: (Number(page) - 1) * 20 }, { keepWhileChanging: true });
  return (
    <DeskPage title={w.title} actions={unionId ? <Button type="primary" onClick={() => setPlanning(true)}>{w.plan}</Button> : null}>
      {planning && unionId ? <Plan unionId={unionId} close={() => setPlanning(false)} /> : null}
      <Card>
        <Loaded from={days}>
          {(l) => (l.items.length === 0 ? <Empty icon="calendar" title={w.none} hint={w.noneHint} /> : (
            <Table<Row>
              rowKey="id" size="middle" dataSource={l.items} scroll={{ x: 760 }} pagination={{ current: Number(page), pageSize: 20, total: l.total, onChange: (p) => setPage(p === 1 ? undefined : String(p)), hideOnSinglePage: true, showSizeChanger: false }}
              onRow={(r) => ({ onClick: () => void go(`/receptions/${r.id}`), style: { cursor: 'pointer' } })}
              columns={[
                { title: w.date, dataIndex: 'heldOn', render: (on: string, r) => <span className="num">{showDay(on, language)} {r.from}–{r.to}</span> },
                { title: w.union, dataIndex: 'union' }, { title: w.place, dataIndex: 'place' },
                { title: w.booked, dataIndex: 'booked', width: 100, render: (n: number, r) => <span className="num">{n} / {r.slots}</span> },
                { title: w.items, dataIndex: 'items', width: 80, className: 'num' },
                { title: w.state, width: 110, render: (_: unknown, r) => (r.calledOff !== null ? <Chip kind="quiet">{w.off}</Chip> : r.may.includes('callOff') ? <Chip kind="info">{w.coming}</Chip> : <Chip kind="ok">{w.past}</Chip>) },
              ]}
            />
          ))}
        </Loaded>
      </Card>
    </DeskPage>
  );
}
