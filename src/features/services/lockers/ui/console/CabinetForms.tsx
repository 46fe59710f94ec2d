import { Button, Form, Input, InputNumber, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { ITEMS } from '../../lockers.rules.ts';
import { useItem } from '../both/Door.tsx';
import { words } from '../locker-ui.words.ts';

export type CabinetSeen = Output<typeof desk.cabinet>;
type Said = { place: string; opens: number; closes: number; perPerson: number; hardware: 'simulator' | 'http'; address: string; key?: string };

/** Half hours of the day as the clock shows them. */
const half = (from: number, to: number) => Array.from({ length: (to - from) / 30 + 1 }, (_, i) => from + i * 30).map((m) => ({ value: m, label: `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}` }));

/** Puts a cabinet up, or changes what is said of one. */
export function CabinetForm({ unionId, cabinet, close }: { unionId: string; cabinet?: CabinetSeen; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Said>();
  const hardware = Form.useWatch('hardware', form) ?? cabinet?.hardware;
  const put = useAct(desk.place, { form, done: w.putDone, refreshes: [desk.cabinets], after: (out) => { close(); void go(`/lockers/${out.id}`); } });
  const amend = useAct(desk.amend, { form, done: w.amended, refreshes: [desk.cabinets, desk.cabinet], after: close });
  const send = (d: Said): void => {
    const said = { place: d.place, opensMinute: d.opens, closesMinute: d.closes, hardware: d.hardware, address: d.hardware === 'http' ? d.address : '', ...(d.hardware === 'http' && d.key ? { key: d.key } : {}) };
    if (cabinet) amend.act({ id: cabinet.id, ...said });
    else put.act({ unionId, perPerson: d.perPerson, ...said });
  };
  return (
    <Modal open title={cabinet ? w.amend : w.put} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={put.busy || amend.busy}>
      <Form form={form} layout="vertical" onFinish={send} initialValues={{ place: cabinet?.place ?? '', opens: cabinet?.opensMinute ?? 0, closes: cabinet?.closesMinute ?? 1440, perPerson: 2, hardware: cabinet?.hardware ?? 'simulator', address: cabinet?.address ?? '' }}>
        <Form.Item name="place" label={w.place} rules={[{ required: true, min: 2 }]}><Input autoFocus maxLength={60} placeholder={w.placeHint} /></Form.Item>
        <Space size={16}><Form.Item name="opens" label={w.opensAt}><Select options={half(0, 1410)} style={{ width: 130 }} {...namedList(w.opensAt)} /></Form.Item><Form.Item name="closes" label={w.closesAt}><Select options={half(30, 1440)} style={{ width: 180 }} {...namedList(w.closesAt)} /></Form.Item></Space>
        {cabinet ? null : <Form.Item name="perPerson" label={w.perPersonLabel} extra={w.perPersonHint}><InputNumber min={1} max={10} precision={0} /></Form.Item>}
        <Form.Item name="hardware" label={w.hardware}><Select options={[{ value: 'simulator', label: w.simulator }, { value: 'http', label: w.http }]} {...namedList(w.hardware)} /></Form.Item>
        {hardware === 'http' ? <><Form.Item name="address" label={w.address} rules={[{ required: true }]}><Input maxLength={300} placeholder="https://" /></Form.Item><Form.Item name="key" label={w.key} extra={cabinet?.hardware === 'http' ? w.keyKept : undefined}><Input.Password maxLength={200} autoComplete="off" /></Form.Item></> : null}
      </Form>
    </Modal>
  );
}

type Line = { no: number; kind: 'lend' | 'take' | 'swap'; item: string; label: string; lendHours: number; capacity: number; threshold: number; there: boolean };

function DoorLine({ line: l, change }: { line: Line; change: (part: Partial<Line>) => void }) {
  const w = useWords(words);
  const item = useItem();
  const number = (name: 'lendHours' | 'capacity' | 'threshold', title: string) => <InputNumber aria-label={`${l.no} ${title}`} min={name === 'lendHours' ? 1 : 0} max={name === 'lendHours' ? 2000 : 1000} precision={0} value={l[name]} onChange={(v) => change({ [name]: v ?? 0 })} style={{ width: 80 }} />;
  return (
    <tr>
      <td className="num">{l.no}</td>
      <td><Select value={l.kind} disabled={l.there} options={(['lend', 'take', 'swap'] as const).map((k) => ({ value: k, label: w[`use_${k}`] }))} onChange={(kind) => change({ kind, item: kind === 'swap' ? '' : l.item || 'umbrella', label: kind === 'swap' ? w.swapTitle : l.label })} style={{ width: 96 }} {...namedList(`${l.no} ${w.use}`)} /></td>
      <td>{l.kind === 'swap' ? null : <Select showSearch={{ optionFilterProp: 'label' }} value={l.item} options={ITEMS.map((i) => ({ value: i, label: item(i) }))} onChange={(code) => change({ item: code, ...(l.label === '' || l.label === item(l.item) ? { label: item(code) } : {}) })} style={{ width: 140 }} {...namedList(`${l.no} ${w.item}`)} />}</td>
      <td><Input aria-label={`${l.no} ${w.label}`} maxLength={40} value={l.label} onChange={(e) => change({ label: e.target.value })} /></td>
      <td>{l.kind === 'lend' ? number('lendHours', w.lendHours) : null}</td><td>{l.kind === 'take' ? number('capacity', w.capacity) : null}</td><td>{l.kind === 'take' ? number('threshold', w.threshold) : null}</td>
    </tr>
  );
}

/** Sets compartments up: what each is for, what is in it, for how long it is lent. */
export function CompartmentsForm({ cabinet, close }: { cabinet: CabinetSeen; close: () => void }) {
  const w = useWords(words);
  const item = useItem();
  const [lines, setLines] = useState<readonly Line[]>(() => cabinet.compartments.map((d) => ({ no: d.no, kind: d.kind, item: d.item, label: d.label, lendHours: d.lendHours, capacity: d.capacity, threshold: d.threshold, there: true })));
  const { act, busy } = useAct(desk.compartments, { done: w.compartmentsDone, refreshes: [desk.cabinet, desk.cabinets], after: close });
  const add = (): void => setLines([...lines, { no: Math.max(0, ...lines.map((l) => l.no)) + 1, kind: 'lend', item: 'umbrella', label: item('umbrella'), lendHours: 24, capacity: 30, threshold: 5, there: false }]);
  const send = (): void => act({ id: cabinet.id, compartments: lines.map((l) => ({ no: l.no, kind: l.kind, item: l.item as 'umbrella', label: l.label.trim(), lendHours: l.kind === 'lend' ? l.lendHours : 0, capacity: l.kind === 'take' ? l.capacity : 0, threshold: l.kind === 'take' ? l.threshold : 0 })) });
  return (
    <Modal open width={860} title={w.compartments} onCancel={close} footer={<><Button onClick={add} disabled={lines.length >= 60}>{w.addDoor}</Button><Button type="primary" loading={busy} disabled={lines.length === 0 || lines.some((l) => l.label.trim() === '')} onClick={send}>{w.save}</Button></>}>
      <table className="lkrows">
        <thead><tr>{[w.doorColumn, w.use, w.item, w.label, w.lendHours, w.capacity, w.threshold].map((t) => <th key={t} scope="col">{t}</th>)}</tr></thead>
        <tbody>{lines.map((l, i) => <DoorLine key={l.no} line={l} change={(part) => setLines(lines.map((x, j) => (j === i ? { ...x, ...part } : x)))} />)}</tbody>
      </table>
    </Modal>
  );
}

/** One reason in one line. */
export function ReasonForm({ title, hint, danger, busy, close, send }: { title: string; hint: string; danger?: boolean; busy: boolean; close: () => void; send: (text: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  return (
    <Modal open title={title} onCancel={close} footer={<Button type="primary" danger={danger ?? false} disabled={text.trim().length < 2} loading={busy} onClick={() => send(text.trim())}>{title}</Button>}>
      <p className="note">{hint}</p>
      <Input autoFocus aria-label={w.reason} placeholder={w.reason} value={text} maxLength={200} onChange={(e) => setText(e.target.value)} />
    </Modal>
  );
}

/** Logs a refill round: what was counted and what was added, compartment by compartment. */
export function RefillForm({ cabinetId, lines: from, close }: { cabinetId: string; lines: readonly { no: number; label: string; stock: number; capacity: number }[]; close: () => void }) {
  const w = useWords(words);
  const [lines, setLines] = useState(() => from.map((l) => ({ ...l, found: l.stock, added: Math.max(0, l.capacity - l.stock) })));
  const [note, setNote] = useState('');
  const { act, busy } = useAct(desk.refill, { done: w.refilled, refreshes: [desk.cabinet, desk.cabinets, desk.shortages, desk.refills], after: close });
  const number = (i: number, name: 'found' | 'added', title: string) => <InputNumber aria-label={`${lines[i]?.label ?? ''} ${title}`} min={0} max={1000} precision={0} value={lines[i]?.[name] ?? 0} onChange={(v) => setLines(lines.map((l, j) => (j === i ? { ...l, [name]: v ?? 0 } : l)))} style={{ width: 90 }} />;
  return (
    <Modal open title={w.refill} onCancel={close} okText={w.save} confirmLoading={busy} onOk={() => act({ id: cabinetId, note, lines: lines.map((l) => ({ no: l.no, expected: l.stock, found: l.found, added: l.added })) })}>
      <p className="note">{w.refillHint}</p>
      <table className="lkrows">
        <thead><tr>{[w.doorColumn, w.item, w.inStock, w.found, w.added].map((t) => <th key={t} scope="col">{t}</th>)}</tr></thead>
        <tbody>{lines.map((l, i) => <tr key={l.no}><td className="num">{l.no}</td><td>{l.label}</td><td className="num">{w.stockOf({ n: l.stock, of: l.capacity })}</td><td>{number(i, 'found', w.found)}</td><td>{number(i, 'added', w.added)}</td></tr>)}</tbody>
      </table>
      <Input aria-label={w.note} placeholder={w.note} maxLength={200} value={note} onChange={(e) => setNote(e.target.value)} />
    </Modal>
  );
}
