import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, DeskPage, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { joint } from '../../joint.contract.ts';
import { words } from '../../joint.words.ts';
import '../sessions.css';

const SHARES = { all: { op: 'GE', num: 1, den: 1 }, twoThirds: { op: 'GE', num: 2, den: 3 }, half: { op: 'GT', num: 1, den: 2 } } as const;
type Share = keyof typeof SHARES;
type Values = { title: string; about?: string; round: number; share: Share; agree: string[]; veto?: string[] };
const KEEPERS = ['chair', 'viceChair', 'organiser'];

/** Composes votes of several sessions to one decision. */
export default function JointNew() {
  const w = useWords(words);
  const go = useNavigate();
  const me = useMe();
  const { union } = useScope();
  const [form] = Form.useForm<Values>();
  const [text, setText] = useState('');
  const found = useCall(joint.items, text.trim() ? { text: text.trim() } : {}, { keepWhileChanging: true });
  const make = useAct(joint.make, { form, done: w.saved, refreshes: [joint.list], after: (out) => void go(`/joint-decisions/${out.id}`, { replace: true }) });
  const unionId = union ?? me.offices.find((o) => KEEPERS.includes(o.kind))?.unionId ?? '';
  const options = (found.data?.items ?? []).map((i) => ({ value: i.id, label: `${i.title} · ${i.session} · ${w.weight({ n: i.delegates })}` }));
  const search = { filterOption: false, onSearch: setText } as const;
  return (
    <DeskPage title={w.make}>
      <Form form={form} layout="vertical" className="sesdesk" initialValues={{ round: 1, share: 'all', veto: [] }} onFinish={({ share, veto, about, ...d }: Values) => make.act({ ...d, about: about ?? '', unionId, ...SHARES[share], veto: veto ?? [] })}>
        <Card>
          <div className="sescols"><Form.Item name="title" label={w.name} rules={[{ required: true, min: 2 }]}><Input maxLength={120} /></Form.Item><Form.Item name="round" label={w.round}><InputNumber min={1} max={5} style={{ width: '100%' }} /></Form.Item></div>
          <Form.Item name="about" label={w.about}><Input.TextArea rows={2} maxLength={3000} /></Form.Item>
          <Form.Item name="agree" label={w.agree} rules={[{ required: true }]}><Select mode="multiple" {...namedList(w.agree)} showSearch={search} options={options} /></Form.Item>
          <Form.Item name="share" label={w.share}><Radio.Group options={(Object.keys(SHARES) as Share[]).map((s) => ({ value: s, label: w[`share_${s}`] }))} /></Form.Item>
          <Form.Item name="veto" label={w.veto} extra={w.vetoHint}><Select mode="multiple" {...namedList(w.veto)} showSearch={search} options={options} /></Form.Item>
        </Card>
        <div className="sesacts"><button type="submit" className="btn primary" disabled={make.busy}>{w.save}</button><button type="button" className="btn" onClick={() => void go(-1)}>{w.cancel}</button></div>
      </Form>
    </DeskPage>
  );
}
