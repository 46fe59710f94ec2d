import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Basis, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import type { UnionData } from './union-data.ts';

/** Picks a union by name or code; the form hands value and onChange in. */
function UnionSelect({ value, onChange, except, ...more }: { value?: string; onChange?: (id: string) => void; except: string; id?: string }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const found = useCall(api.find, { text }, { when: text.trim() !== '', keepWhileChanging: true });
  const options = (found.data?.items ?? []).filter((u) => u.id !== except && u.state === 'active').map((u) => ({ value: u.id, label: `${u.name} · ${u.code}` }));
  return <Select {...more} showSearch={{ filterOption: false, onSearch: setText }} {...(value === undefined ? {} : { value })} {...(onChange ? { onChange } : {})} options={options} placeholder={w.search} notFoundContent={text ? w.none : w.search} />;
}

/** Moves a union with its branches below another one. */
export function MoveForm({ union, close }: { union: UnionData; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ parentId: string }>();
  const { act, busy } = useAct(api.move, { form, done: (out) => w.moved({ n: out.moved }), refreshes: [api.union, api.branches, api.roots], after: close });
  return (
    <Modal open title={`${w.move} · ${union.name}`} onCancel={close} onOk={() => form.submit()} confirmLoading={busy}>
      <Basis>{w.moveHint}</Basis>
      <Form form={form} layout="vertical" onFinish={(v) => act({ id: union.id, parentId: v.parentId })}>
        <Form.Item name="parentId" label={w.moveTo} rules={[{ required: true, message: w.pick({ what: w.parent }) }]}><UnionSelect except={union.id} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Sets or removes the second parent. */
export function SectorForm({ union, close }: { union: UnionData; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ sectorParentId: string }>();
  const { act, busy } = useAct(api.setSector, { form, done: w.saved, refreshes: [api.union, api.branches], after: close });
  const remove = union.sectorParent ? <Button key="remove" danger disabled={busy} onClick={() => act({ id: union.id, sectorParentId: null })}>{w.removeSector}</Button> : null;
  return (
    <Modal open title={`${w.sector} · ${union.name}`} onCancel={close} onOk={() => form.submit()} confirmLoading={busy} footer={(_, { OkBtn, CancelBtn }) => <>{remove}<CancelBtn /><OkBtn /></>}>
      <Basis>{w.sectorHint}</Basis>
      <Form form={form} layout="vertical" onFinish={(v) => act({ id: union.id, sectorParentId: v.sectorParentId })}>
        <Form.Item name="sectorParentId" label={w.sector} rules={[{ required: true, message: w.pick({ what: w.sector }) }]}><UnionSelect except={union.id} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Merges or dissolves: both need the approval of the union above and cannot be taken back. */
export function Ending({ union, how, close }: { union: UnionData; how: 'merge' | 'dissolve'; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<{ intoId: string; approval: string }>();
  const leave = (id: string | undefined): void => { close(); go(id ? `/unions/${id}` : '/unions'); };
  const merge = useAct(api.merge, { form, done: w.ended, refreshes: [api.union, api.branches, api.roots], after: (out) => leave(out.id) });
  const dissolve = useAct(api.dissolve, { form, done: w.ended, refreshes: [api.union, api.branches, api.roots], after: () => leave(union.parent?.id) });
  const send = (v: { intoId: string; approval: string }): void => (how === 'merge' ? merge.act({ id: union.id, ...v }) : dissolve.act({ id: union.id, approval: v.approval }));
  return (
    <Modal open title={`${how === 'merge' ? w.merge : w.dissolve} · ${union.name}`} onCancel={close} onOk={() => form.submit()} okButtonProps={{ danger: true }} confirmLoading={merge.busy || dissolve.busy}>
      <Basis>{how === 'merge' ? w.mergeHint : w.dissolveHint}</Basis>
      <Form form={form} layout="vertical" onFinish={send}>
        {how === 'merge' ? <Form.Item name="intoId" label={w.mergeInto} rules={[{ required: true, message: w.pick({ what: w.mergeInto }) }]}><UnionSelect except={union.id} /></Form.Item> : null}
        <Form.Item name="approval" label={w.approval} extra={w.approvalHint} rules={[{ required: true, message: w.need({ what: w.approval }) }]}><Input maxLength={80} /></Form.Item>
      </Form>
    </Modal>
  );
}
