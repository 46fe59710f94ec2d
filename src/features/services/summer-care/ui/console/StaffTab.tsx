import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { Card, Empty, Icon, Loaded, type Output, showDay, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../care-desk.words.ts';

type Session = Output<typeof desk.session>;
type Values = { personId: string; from: string; to: string };

function AddForm({ of: s, close }: { of: Session; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<Values>();
  const [text, find] = useState('');
  const found = useCall(desk.findStaff, { id: s.id, text: text.trim() || '-' }, { keepWhileChanging: true });
  const add = useAct(desk.addStaff, { form, done: w.staffAdded, refreshes: [desk.staffOf, desk.session], after: close });
  const must = [{ required: true }];
  const options = (text.trim() ? (found.data?.items ?? []) : []).map((p) => ({ value: p.id, label: `${p.name} · ${p.staffNumber} · ${p.unit}` }));
  return (
    <Modal open title={w.addStaff} onCancel={close} onOk={() => form.submit()} okText={w.addStaff} confirmLoading={add.busy}>
      <p className="note">{w.staffHint}</p>
      <Form form={form} layout="vertical" initialValues={{ from: s.startsOn, to: s.endsOn }} onFinish={(d) => add.act({ id: s.id, ...d })}>
        <Form.Item name="personId" label={w.findStaff} rules={must}><Select {...namedList(w.findStaff)} showSearch={{ filterOption: false, onSearch: find }} options={options} notFoundContent={null} placeholder={w.findStaff} /></Form.Item>
        <div className="caretimes"><Form.Item name="from" label={w.staffFrom} rules={must}><Day from={s.startsOn} until={s.endsOn} /></Form.Item><Form.Item name="to" label={w.staffTo} rules={must}><Day from={s.startsOn} until={s.endsOn} /></Form.Item></div>
      </Form>
    </Modal>
  );
}

/** Who is on duty in a session, from when to when. */
export function StaffTab({ of: s }: { of: Session }) {
  const w = useWords(words);
  const language = useLocale();
  const [open, setOpen] = useState(false);
  const staff = useCall(desk.staffOf, { id: s.id });
  const remove = useAct(desk.removeStaff, { done: w.staffRemoved, refreshes: [desk.staffOf, desk.session] });
  const may = s.may.includes('staff');
  return (
    <Card className="carecard" title={w.tabStaff} aside={may ? <button type="button" className="btn" onClick={() => setOpen(true)}><Icon name="add" size={18} />{w.addStaff}</button> : undefined}>
      <p className="note">{w.staffHint}</p>
      <Loaded from={staff}>
        {({ items }) => (items.length === 0 ? <Empty icon="shield" title={w.noStaff} hint={w.noStaffHint} /> : (
          <table className="carelist">
            <thead><tr><th scope="col">{w.staffName}</th><th scope="col">{w.unit}</th><th scope="col">{w.onDuty}</th><th scope="col"><span className="unseen">{w.acts}</span></th></tr></thead>
            <tbody>{items.map((d) => <tr key={d.id}><td><b>{d.name}</b> <small className="num">{d.staffNumber}</small></td><td>{d.unit}</td><td className="num">{showDay(d.from, language)} – {showDay(d.to, language)}</td><td>{may ? <Button size="small" type="text" danger loading={remove.busy} onClick={() => remove.act({ id: s.id, dutyId: d.id })}>{w.removeStaff}</Button> : null}</td></tr>)}</tbody>
          </table>
        ))}
      </Loaded>
      {open ? <AddForm of={s} close={() => setOpen(false)} /> : null}
    </Card>
  );
}
