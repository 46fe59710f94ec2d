import { Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { legalDateOf } from '#shared/dates';
import { ask, Attach, type Attached, attachments, Card, Empty, Icon, Loaded, type Output, showMoney, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import type { Seen } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';

type Costs = Output<typeof desk.costs>;
type Files = readonly Attached[];
type Fields = { item: string; yuan: number; on: string; note?: string; files?: Files };
const needed = [{ required: true }];
const Receipts = ({ value, onChange }: { value?: Files; onChange?: (files: Files) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={6} accept="image/*,.pdf" />;

function AddForm({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Fields>();
  const today = legalDateOf(new Date());
  const add = useAct(desk.addCost, { form, done: w.costSaved, refreshes: [desk.costs], after: close });
  return (
    <Modal open title={w.addCost} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={add.busy}>
      <Form form={form} layout="vertical" initialValues={{ on: today }} onFinish={({ yuan, files, ...d }) => add.act({ ...d, id, note: d.note ?? '', fen: Math.round(yuan * 100), files: (files ?? []).map((f) => f.id) })}>
        <Form.Item name="item" label={w.item} rules={needed}><Input autoFocus maxLength={60} /></Form.Item>
        <Form.Item name="yuan" label={w.yuan} rules={needed}><InputNumber min={0.01} max={1_000_000} precision={2} style={{ width: 180 }} /></Form.Item>
        <Form.Item name="on" label={w.spentOn} rules={needed}><Day until={today} /></Form.Item>
        <Form.Item name="note" label={w.note}><Input maxLength={200} /></Form.Item>
        <Form.Item name="files" label={w.receipts}><Receipts /></Form.Item>
      </Form>
    </Modal>
  );
}

const Tile = ({ name, value, note }: { name: string; value: string; note?: string }) => <div className="tile"><small>{name}</small><b className="num">{value}</b>{note ? <i className="num">{note}</i> : null}</div>;

function Tiles({ of: c }: { of: Costs }) {
  const w = useWords(words);
  const rest = c.plannedFen - c.spentFen;
  return (
    <div className="tiles">
      <Tile name={w.planned} value={showMoney(c.plannedFen)} /><Tile name={w.spent} value={showMoney(c.spentFen)} {...(c.plannedFen > 0 ? { note: `${rest < 0 ? w.overBy : w.rest} ${showMoney(Math.abs(rest))}` } : {})} />
      <Tile name={w.perHead} value={c.perHeadFen === null ? '—' : showMoney(c.perHeadFen)} note={w.perHeadOf({ n: c.people })} />{c.receivedFen > 0 ? <Tile name={w.received} value={showMoney(c.receivedFen)} /> : null}
    </div>
  );
}

function Spent({ of: c }: { of: Costs }) {
  const w = useWords(words);
  const back = useAct(desk.removeCost, { done: w.costBack, refreshes: [desk.costs] });
  const take = async (id: string): Promise<void> => { if (await ask({ title: w.takeBackAsk, yes: w.takeBackCost })) back.act({ id }); };
  if (c.items.length === 0) return <Empty icon="wallet" title={w.noCosts} />;
  return (
    <div className="actscroll">
      <table className="acttable">
        <thead><tr><th scope="col">{w.spentOn}</th><th scope="col">{w.item}</th><th scope="col" className="num">{w.yuan}</th><th scope="col">{w.note}</th><th scope="col">{w.receipts}</th><th scope="col" className="noprint"><span className="unseen">{w.takeBackCost}</span></th></tr></thead>
        <tbody>
          {c.items.map((x) => (
            <tr key={x.id}>
              <td>{x.on}</td><td>{x.item}</td><td className="num">{showMoney(x.fen)}</td><td>{x.note}</td>
              <td>{x.files.map((f, i) => <a key={f.id} href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer">{w.receiptOf({ n: i + 1 })} </a>)}</td>
              <td className="noprint"><button type="button" className="btn plain" onClick={() => void take(x.id)}>{w.takeBackCost}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What it cost beside what was planned, and for each person. */
export function CostsTab({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const [adding, setAdding] = useState(false);
  const costs = useCall(desk.costs, { id: a.id });
  return (
    <Loaded from={costs} lines={5}>
      {(c) => (
        <div className="actdesk">
          <Tiles of={c} />
          {c.club ? <p className="note">{w.clubSpent({ year: String(c.club.year), amount: showMoney(c.club.spentFen) })}</p> : null}
          <Card title={w.spent} aside={<button type="button" className="btn noprint" onClick={() => setAdding(true)}><Icon name="add" size={18} />{w.addCost}</button>}><Spent of={c} /></Card>
          {c.plan.length > 0 ? <Card title={w.plan}><table className="acttable"><tbody>{c.plan.map((x) => <tr key={x.item}><td>{x.item}</td><td className="num">{showMoney(x.fen)}</td></tr>)}</tbody></table></Card> : null}
          {adding ? <AddForm id={a.id} close={() => setAdding(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}
