import { Form, Input, InputNumber } from 'antd';
import { useNavigate } from 'react-router';
import { Card, DeskPage, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../inquiries.contract.ts';
import { words } from '../desk.words.ts';
import '../inquiries.css';

type Values = { title: string; question: string; fromDay: string; toDay: string; most: number; closesOn: string };
const DAY = 86_400_000;
const chinaDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const needed = [{ required: true }];

function Silent({ unionId, from, to }: { unionId: string; from: string | undefined; to: string | undefined }) {
  const w = useWords(words);
  const found = useCall(api.silent, { unionId, fromDay: from ?? '', toDay: to ?? '' }, { when: Boolean(from && to && from <= to) });
  return (
    <Card title={w.period}>
      <p className="note">{w.silentHint}</p>
      {found.data ? (
        <>
          <p><b>{w.silentIs({ silent: found.data.silent, members: found.data.members })}</b></p>
          <table className="iqtable"><thead><tr><th>{w.unit}</th><th>{w.members}</th><th>{w.silentN}</th></tr></thead>
            <tbody>{found.data.units.map((u) => <tr key={u.name}><td>{u.name}</td><td>{u.members}</td><td>{u.silent ?? w.under5}</td></tr>)}</tbody></table>
        </>
      ) : null}
    </Card>
  );
}

/** A new inquiry: a time of silence, a question, a last day. */
export default function New() {
  const w = useWords(words);
  const go = useNavigate();
  const me = useMe();
  const scope = useScope();
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? me.union?.id ?? '';
  const [form] = Form.useForm<Values>();
  const [from, to] = [Form.useWatch('fromDay', form), Form.useWatch('toDay', form)];
  const create = useAct(api.create, { form, refreshes: [api.register], done: w.saved, after: (out) => void go(`/inquiries/${out.id}`, { replace: true }) });
  return (
    <DeskPage title={w.new} actions={<button type="button" className="btn primary" disabled={create.busy} onClick={() => form.submit()}>{w.save}</button>}>
      <Form form={form} layout="vertical" initialValues={{ title: '', question: '', fromDay: chinaDay(Date.now() - 180 * DAY), toDay: chinaDay(Date.now()), most: 100, closesOn: chinaDay(Date.now() + 21 * DAY) }} onFinish={(v) => create.act({ unionId, ...v })}>
        <div className="columns">
          <Card>
            <Form.Item name="title" label={w.titleField} rules={[{ required: true, min: 2 }]}><Input maxLength={100} /></Form.Item>
            <Form.Item name="question" label={w.question} extra={w.questionHint} rules={[{ required: true, min: 2 }]}><Input.TextArea rows={3} maxLength={1000} /></Form.Item>
            <Form.Item name="fromDay" label={w.fromDay} rules={needed}><Day /></Form.Item><Form.Item name="toDay" label={w.toDay} rules={needed}><Day /></Form.Item>
            <Form.Item name="most" label={w.most} rules={needed}><InputNumber min={1} max={20_000} precision={0} /></Form.Item><Form.Item name="closesOn" label={w.closesOn} rules={needed}><Day /></Form.Item>
          </Card>
          <Silent unionId={unionId} from={from} to={to} />
        </div>
      </Form>
    </DeskPage>
  );
}
