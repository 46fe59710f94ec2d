import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { ask, type Output, showMoney, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../keeping.contract.ts';
import { words } from '../offers-ui.words.ts';
import { type Offer, REFRESHES } from './Pools.tsx';

export type Row = Output<typeof desk.claims>['items'][number];

/** Enters a member who stands at the counter or has no phone. */
export function AddForm({ offer: o, close }: { offer: Offer; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ personId: string; places: number; unitId?: string }>();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const found = useCall(desk.people, { offerId: o.id, text: wanted || ' ' }, { when: wanted !== '', keepWhileChanging: true });
  const add = useAct(desk.add, { form, done: (out) => w.added({ state: out.stateText }), refreshes: REFRESHES, after: close });
  const items = wanted === '' ? [] : (found.data?.items ?? []);
  return (
    <Modal open title={w.add} onCancel={close} onOk={() => form.submit()} confirmLoading={add.busy}>
      <p className="note">{w.addHint}</p>
      <Form form={form} layout="vertical" initialValues={{ places: 1 }} onFinish={(d) => add.act({ offerId: o.id, personId: d.personId, places: d.places, ...(d.unitId ? { unitId: d.unitId } : {}) })}>
        <Form.Item name="personId" label={w.findPerson} rules={[{ required: true, message: w.choosePerson }]}>
          <Select {...namedList(w.findPerson)} autoFocus showSearch={{ filterOption: false, onSearch: setText }} notFoundContent={wanted === '' ? null : w.noPerson} placeholder={w.findPerson} options={items.map((p) => ({ value: p.id, label: `${p.name} ${p.staffNumber} · ${p.unit}` }))} />
        </Form.Item>
        {o.free.length > 0 ? <Form.Item name="unitId" label={w.thing}><Select {...namedList(w.thing)} allowClear showSearch={{ optionFilterProp: 'label' }} options={o.free.map((u) => ({ value: u.id, label: u.label }))} /></Form.Item> : null}
        <Form.Item name="places" label={w.count} hidden={o.party < 2}><InputNumber min={1} max={o.party} precision={0} /></Form.Item>
      </Form>
    </Modal>
  );
}

/** Takes a place away, or a hand-over back: with a reason. */
export function WhyForm({ offerId, row: r, of, close }: { offerId: string; row: Row; of: 'remove' | 'undo'; close: () => void }) {
  const w = useWords(words);
  const [why, write] = useState('');
  const act = useAct(desk[of], { done: of === 'remove' ? w.removed : w.undone, refreshes: REFRESHES, after: close });
  const send = (): void => { if (why.trim().length >= 2) act.act({ offerId, id: r.id, why: why.trim() }); };
  return (
    <Modal open title={of === 'remove' ? w.removeOf({ name: r.name }) : w.undoOf({ name: r.name })} onCancel={close} onOk={send} okButtonProps={{ danger: of === 'remove', disabled: why.trim().length < 2 }} confirmLoading={act.busy}>
      {of === 'remove' ? <p className="note">{w.removeHint}</p> : null}
      <Input autoFocus aria-label={w.reason} placeholder={w.reason} value={why} maxLength={200} onChange={(e) => write(e.target.value)} onPressEnter={send} />
    </Modal>
  );
}

/** Hands over to somebody whom the officer knows; where money is due, only with the tick that it was taken. */
export function HandForm({ offerId, row: r, close, verb }: { offerId: string; row: Row; close: () => void; verb: string }) {
  const w = useWords(words);
  const owes = r.amount !== '0' && r.paidAt === null;
  const [paid, tick] = useState(false);
  const hand = useAct(desk.handOver, { done: w.handOverDone, refreshes: REFRESHES, after: close });
  return (
    <Modal open title={w.handOverAsk({ name: r.name })} onCancel={close} onOk={() => hand.act({ offerId, id: r.id, paid })} okText={verb} okButtonProps={{ disabled: owes && !paid }} confirmLoading={hand.busy}>
      <p>{[r.unit, r.staffNumber, r.unitLabel].filter(Boolean).join(' · ')}</p>
      {owes ? <Checkbox checked={paid} onChange={(e) => tick(e.target.checked)}>{w.handOverMoney({ amount: showMoney(r.amount) })}</Checkbox> : null}
    </Modal>
  );
}

/** Notes that money was given back, after asking. */
export function useRefund(offerId: string): (r: Row) => void {
  const w = useWords(words);
  const act = useAct(desk.refunded, { done: w.refundedDone, refreshes: REFRESHES });
  return (r) => void ask({ title: w.refundedAsk({ name: r.name, amount: showMoney(r.amount) }), yes: w.refunded }).then((yes) => { if (yes) act.act({ offerId, id: r.id }); });
}
