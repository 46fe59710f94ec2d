import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { useRef } from 'react';
import { newId } from '#shared/ids';
import { Loaded, useAct, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../points.contract.ts';
import { PER_POINT } from '../../points.rules.ts';
import { words } from '../points-ui.words.ts';
import { MemberPick } from './MemberPick.tsx';

/** Gives or takes points by hand: of a person who is known, or of one that is looked up. */
export function CorrectForm({ who, close }: { who?: { schemeId: string; personId: string; name: string }; close: () => void }) {
  const w = useWords(words);
  const { union } = useScope();
  const requestId = useRef(newId());
  const [form] = Form.useForm<{ schemeId: string; personId: string; amount: number; reason: string }>();
  const schemes = useCall(api.schemes, union ? { unionId: union } : {});
  const chosen = Form.useWatch('schemeId', form);
  const correct = useAct(api.correct, { form, done: w.given, refreshes: [api.ranking, api.holder, api.units], after: close });
  return (
    <Modal open title={who ? `${w.give} · ${who.name}` : w.give} onCancel={close} onOk={() => form.submit()} okText={w.save} confirmLoading={correct.busy}>
      <p className="note">{w.giveHint}</p>
      <Loaded from={schemes}>
        {({ items }) => (
          <Form form={form} layout="vertical" initialValues={{ schemeId: who?.schemeId ?? items[0]?.id, personId: who?.personId }}
            onFinish={(d) => correct.act({ schemeId: who?.schemeId ?? d.schemeId, personId: who?.personId ?? d.personId, requestId: requestId.current, amount: Math.round(d.amount * PER_POINT), reason: d.reason })}>
            {who || items.length < 2 ? null : <Form.Item name="schemeId" label={w.scheme} rules={[{ required: true }]}><Select {...namedList(w.scheme)} options={items.map((s) => ({ value: s.id, label: s.name }))} /></Form.Item>}
            {!who && items.length < 2 ? <Form.Item name="schemeId" hidden><Input /></Form.Item> : null}
            {who ? null : <Form.Item name="personId" label={w.person} rules={[{ required: true }]}><MemberPick schemeId={chosen ?? items[0]?.id ?? ''} label={w.person} placeholder={w.personHint} /></Form.Item>}
            <Form.Item name="amount" label={w.amount} extra={w.amountHint} rules={[{ required: true }]}><InputNumber autoFocus={who !== undefined} min={-100_000} max={100_000} precision={2} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="reason" label={w.reason} rules={[{ required: true, min: 2 }]}><Input maxLength={200} /></Form.Item>
          </Form>
        )}
      </Loaded>
    </Modal>
  );
}
