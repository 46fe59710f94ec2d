import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DeskPage, Empty, holds, Icon, type Input as In, type Output, showDate, showMoney, useAct, useCall, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, namedList, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api, State } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import '../payment-lists.css';
import { StateMark, usePeriodName, usePeriods } from './marks.tsx';

type Row = Output<typeof api.lists>['items'][number];
type Purposes = Output<typeof api.purposes>['items'];

/** A new list by hand: whose, for what, for when, what it is called. */
function Make({ purposes, close }: { purposes: Purposes; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const scope = useScope();
  const [text, setText] = useState('');
  const unions = useCall(api.unions, { text }, { keepWhileChanging: true });
  const [form] = Form.useForm<In<typeof api.make>>();
  const make = useAct(api.make, { form, refreshes: [api.lists], after: (out) => { close(); void go(`/payment-lists/${out.id}`); } });
  const options = unions.data?.items.map((u) => ({ value: u.id, label: u.name })) ?? [];
  const periods = usePeriods();
  const needed = [{ required: true, message: w.needed }];
  const hand = purposes.filter((p) => p.byHand);
  const first = options.find((o) => o.value === scope.union) ?? options[0];
  if (unions.data === undefined && text === '') return null;
  return (
    <Modal open title={w.make} okText={w.make} onCancel={close} onOk={() => form.submit()} confirmLoading={make.busy}>
      <p className="note">{w.makeHint}</p>
      <Form form={form} layout="vertical" initialValues={{ unionId: first?.value, purpose: hand[0]?.name, period: periods[1]?.value }} onFinish={(d) => make.act(d)}>
        <Form.Item name="unionId" label={w.union} rules={needed}><Select showSearch={{ filterOption: false, onSearch: setText }} options={options} {...namedList(w.union)} /></Form.Item>
        {hand.length > 1 ? <Form.Item name="purpose" label={w.purpose} rules={needed}><Select options={hand.map((p) => ({ value: p.name, label: p.title }))} {...namedList(w.purpose)} /></Form.Item> : <Form.Item name="purpose" hidden><Input /></Form.Item>}
        <Form.Item name="period" label={w.period} rules={needed}><Select options={periods} {...namedList(w.period)} /></Form.Item>
        <Form.Item name="title" label={w.name} rules={[{ required: true, min: 2, message: w.needed }]}><Input maxLength={60} placeholder={w.namePlaceholder} /></Form.Item>
      </Form>
    </Modal>
  );
}

function useLists(purposes: Purposes): List<Row> {
  const w = useWords(words);
  const language = useLocale();
  const period = usePeriodName();
  return useList<Row>('payment-lists', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: State.options.map((s) => [s, w[`state_${s}`]]) },
      { kind: 'choose', name: 'purpose', label: w.anyPurpose, options: purposes.map((p) => [p.name, p.title]) }, { kind: 'days', name: 'from', to: 'to', label: [w.fromMonth, w.toMonth] },
    ],
    columns: {
      title: { title: w.list, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{r.number}</small></span> },
      union: { title: w.union, width: 130, cell: (r) => r.union },
      purpose: { title: w.purpose, width: 150, cell: (r) => r.purpose },
      period: { title: w.period, width: 110, cell: (r) => <span className="num">{period(r.period)}</span> },
      people: { title: w.people, width: 80, align: 'right', cell: (r) => <span className="num">{r.people}</span> },
      total: { title: w.total, width: 116, align: 'right', cell: (r) => <b className="num">{showMoney(r.totalFen)}</b> },
      state: { title: w.state, width: 130, cell: (r) => <StateMark state={r.state} failed={r.failed} /> },
      made: { title: w.made, width: 100, cell: (r) => <span className="cell"><b>{r.madeBy}</b><small className="num">{showDate(r.madeAt, language)}</small></span> },
      approved: { title: w.approved, width: 90, cell: (r) => r.approvedBy },
      settled: { title: w.settled, width: 100, cell: (r) => (r.settledAt ? <span className="num">{showDate(r.settledAt, language)}</span> : null) },
    },
  });
}

/** Payment lists of every purpose over the unions of the officer. */
export default function Lists() {
  const w = useWords(words);
  const me = useMe();
  const [making, setMaking] = useState(false);
  const purposes = useCall(api.purposes, {}).data?.items ?? [];
  const list = useLists(purposes);
  const rows = useRows(api.lists, list);
  const make = holds(me, 'paymentLists.prepare') ? <button type="button" className="btn primary" onClick={() => setMaking(true)}><Icon name="add" size={18} />{w.make}</button> : null;
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={api.exportLists} can="paymentLists.read" />{make}</>}>
      {making && purposes.length > 0 ? <Make purposes={purposes} close={() => setMaking(false)} /> : null}
      <ListPanel list={list} rows={rows} open={(r) => `/payment-lists/${r.id}`} empty={<Empty icon="money" title={w.none} hint={w.noneHint}>{make}</Empty>} />
    </DeskPage>
  );
}
