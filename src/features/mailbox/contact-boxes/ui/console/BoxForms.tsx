import { Button, Checkbox, Form, Input, InputNumber, Modal, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { legalDateOf } from '#shared/dates';
import { Attach, type Attached, attachments, type Output, showClock, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import { PeoplePick } from './PeoplePick.tsx';

export type BoxSeen = Output<typeof api.box>;
type OpeningSeen = BoxSeen['log'][number];
type Files = readonly Attached[];

const Photos = ({ value, onChange }: { value?: Files; onChange?: (files: Files) => void }) => <Attach to={attachments.upload} input={(name) => ({ name })} value={value ?? []} onChange={(files) => onChange?.(files)} most={4} />;
const idsOf = (files: Files | undefined): string[] => (files ?? []).map((f) => f.id);

/** Puts a box up, or changes place and keepers of one. */
export function BoxForm({ unionId, box, close }: { unionId: string; box?: BoxSeen; close: () => void }) {
  const w = useWords(words);
  const me = useMe();
  const go = useNavigate();
  const [form] = Form.useForm<{ place: string; keepers: string[]; files: Files }>();
  const put = useAct(api.place, { form, done: w.putDone, refreshes: [api.register], after: (out) => { close(); void go(`/contact-boxes/${out.id}`); } });
  const amend = useAct(api.amend, { form, done: w.amended, refreshes: [api.register, api.box], after: close });
  const known = box?.people ?? [{ id: me.person.id, name: me.person.name, union: '' }];
  return (
    <Modal open title={box ? w.amend : w.put} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={put.busy || amend.busy}>
      <Form form={form} layout="vertical" initialValues={{ place: box?.place ?? '', keepers: box?.people.map((p) => p.id) ?? [me.person.id] }}
        onFinish={({ place, keepers, files }) => (box ? amend.act({ id: box.id, place, keepers, files: idsOf(files) }) : put.act({ unionId, place, keepers, files: idsOf(files) }))}>
        <Form.Item name="place" label={w.place} rules={[{ required: true, min: 2 }]}><Input autoFocus maxLength={60} placeholder={w.placeHint} /></Form.Item>
        <Form.Item name="keepers" label={w.keepers} rules={[{ required: true }]}><PeoplePick unionId={unionId} many known={known} label={w.keepers} placeholder={w.keepersHint} /></Form.Item>
        <Form.Item name="files" label={w.photo}><Photos /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Logs an opening at the desk, also one that others did. */
export function OpeningForm({ box, close }: { box: BoxSeen; close: () => void }) {
  const w = useWords(words);
  const me = useMe();
  const go = useNavigate();
  const [form] = Form.useForm<{ day: string; time: string; openedBy: string; witnessId: string; found: number; sealIntact: boolean; note: string; files: Files }>();
  const log = useAct(api.log, { form, done: w.logged, refreshes: [api.box, api.register], after: (out) => { close(); if (out.found > 0) void go(`/contact-boxes/${box.id}/key/${out.id}`); } });
  const known = box.people.some((p) => p.id === me.person.id) ? box.people : [...box.people, { id: me.person.id, name: me.person.name, union: box.union }];
  return (
    <Modal open title={w.log} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={log.busy}>
      <Form form={form} layout="vertical" initialValues={{ day: legalDateOf(new Date()), time: showClock(Date.now()), openedBy: me.person.id, sealIntact: true, note: '' }}
        onFinish={({ day, time, files, ...d }) => log.act({ ...d, id: box.id, openedAt: `${day}T${time}:00+08:00`, files: idsOf(files) })}>
        <Form.Item name="openedAt" label={w.openedAt} htmlFor="day"><Space.Compact block><Form.Item name="day" noStyle><Day id="day" until={legalDateOf(new Date())} label={w.openedAt} /></Form.Item><Form.Item name="time" noStyle><Clock label={w.now} /></Form.Item></Space.Compact></Form.Item>
        <Form.Item name="openedBy" label={w.openedBy} rules={[{ required: true }]}><PeoplePick unionId={box.unionId} known={known} label={w.openedBy} placeholder={w.openedBy} /></Form.Item>
        <Form.Item name="witnessId" label={w.witness} extra={w.witnessHint} rules={[{ required: true, message: w.chooseWitness }]}><PeoplePick unionId={box.unionId} known={known} label={w.witness} placeholder={w.keepersHint} /></Form.Item>
        <Form.Item name="found" label={w.found} rules={[{ required: true }]}><InputNumber min={0} max={300} precision={0} placeholder="0" /></Form.Item>
        <Form.Item name="sealIntact" valuePropName="checked" extra={w.sealHint}><Checkbox>{w.seal}</Checkbox></Form.Item>
        <Form.Item name="note" label={w.note}><Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} /></Form.Item>
        <Form.Item name="files" label={w.openingPhoto}><Photos /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Corrects an opening logged by oneself; what it said before is kept. */
export function CorrectForm({ box, opening, close }: { box: BoxSeen; opening: OpeningSeen; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ witnessId: string; found: number; sealIntact: boolean; note: string; text: string }>();
  const correct = useAct(api.correct, { form, done: w.corrected, refreshes: [api.box, api.register], after: close });
  const known = box.people.some((p) => p.id === opening.witnessId) ? box.people : [...box.people, { id: opening.witnessId, name: opening.witness, union: box.union }];
  return (
    <Modal open title={w.correct} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={correct.busy}>
      <p className="note">{w.correctHint}</p>
      <Form form={form} layout="vertical" initialValues={{ witnessId: opening.witnessId, found: opening.found, sealIntact: opening.sealIntact, note: opening.note }} onFinish={(d) => correct.act({ ...d, id: opening.id })}>
        <Form.Item name="found" label={w.found} rules={[{ required: true }]}><InputNumber min={0} max={300} precision={0} /></Form.Item>
        <Form.Item name="witnessId" label={w.witness} rules={[{ required: true }]}><PeoplePick unionId={box.unionId} known={known} label={w.witness} placeholder={w.keepersHint} /></Form.Item>
        <Form.Item name="sealIntact" valuePropName="checked"><Checkbox>{w.seal}</Checkbox></Form.Item>
        <Form.Item name="note" label={w.note}><Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} /></Form.Item>
        <Form.Item name="text" label={w.reason} rules={[{ required: true, min: 2 }]}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** One reason in one line: retiring a box, explaining letters that are not keyed in. */
export function ReasonForm({ title, hint, example, danger, busy, close, send }: { title: string; hint: string; example?: string; danger?: boolean; busy: boolean; close: () => void; send: (text: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  return (
    <Modal open title={title} onCancel={close} footer={<Button type="primary" danger={danger ?? false} disabled={text.trim().length < 2} loading={busy} onClick={() => send(text.trim())}>{title}</Button>}>
      <p className="note">{hint}</p>
      <Input autoFocus aria-label={w.reason} placeholder={example ?? w.reason} value={text} maxLength={200} onChange={(e) => setText(e.target.value)} />
    </Modal>
  );
}
