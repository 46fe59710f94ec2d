import { Button, Input, Modal, Select, Space } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Basis, Card, Chip, DeskPage, Facts, Loaded, type Output, Row, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../members.contract.ts';
import { words } from '../../members.words.ts';
import '../members.css';

type MemberData = Output<typeof api.member>;
type Reason = 'left' | 'lapsed' | 'expelled' | 'deceased';

function Unmasked({ id, field, shown }: { id: string; field: 'idNumber' | 'phone'; shown: string }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const unmask = useAct(api.unmask, { after: (out) => { setValue(out.value); setOpen(false); } });
  return (
    <Space className="num">
      {value ?? shown}
      {value === null && shown ? <Button size="small" type="link" onClick={() => setOpen(true)}>{w.unmask}</Button> : null}
      <Modal open={open} title={w.purpose} onCancel={() => setOpen(false)} onOk={() => unmask.act({ id, field, purpose })} okButtonProps={{ disabled: purpose.trim().length < 2 }} confirmLoading={unmask.busy}>
        <p className="note">{w.purposeHint}</p>
        <Input aria-label={w.purpose} value={purpose} onChange={(e) => setPurpose(e.target.value)} maxLength={100} />
      </Modal>
    </Space>
  );
}

function EndForm({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [reason, setReason] = useState<Reason>('left');
  const { act, busy } = useAct(api.end, { refreshes: [api.member, api.register], done: w.done, after: close });
  const reasons: readonly Reason[] = ['left', 'lapsed', 'expelled', 'deceased'];
  return (
    <Modal open title={w.end} onCancel={close} onOk={() => act({ id, reason })} okButtonProps={{ danger: true }} confirmLoading={busy}>
      <Basis>{w.endHint}</Basis>
      <Select aria-label={w.reason} value={reason} onChange={setReason} options={reasons.map((r) => ({ value: r, label: w[`reason_${r}`] }))} style={{ width: '100%', marginTop: 12 }} />
    </Modal>
  );
}

function Actions({ m }: { m: MemberData }) {
  const w = useWords(words);
  const [ending, setEnding] = useState(false);
  const settings = { refreshes: [api.member, api.register], done: w.done };
  const retire = useAct(api.retire, settings);
  const restore = useAct(api.restore, settings);
  return (
    <Space wrap>
      {m.may.includes('retire') ? <Button disabled={retire.busy} onClick={() => void ask({ title: w.retire, text: w.retireHint }).then((yes) => { if (yes) retire.act({ id: m.id }); })}>{w.retire}</Button> : null}
      {m.may.includes('restore') ? <Button type="primary" loading={restore.busy} onClick={() => restore.act({ id: m.id })}>{w.restore}</Button> : null}
      {m.may.includes('end') ? <Button danger onClick={() => setEnding(true)}>{w.end}</Button> : null}
      {ending ? <EndForm id={m.id} close={() => setEnding(false)} /> : null}
    </Space>
  );
}

export default function MemberPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const member = useCall(api.member, { id });
  return (
    <Loaded from={member}>
      {(m) => (
        <DeskPage title={m.name} about={m.union} actions={<Actions m={m} />}>
          <div className="memberpage">
            <Card>
              <p style={{ marginBottom: 12 }}><Chip kind={m.state === 'active' ? 'ok' : 'quiet'}>{w[`state_${m.state}` as 'state_active']}</Chip> {m.category === 'unattached' ? <Chip kind="info">{w.category_unattached}</Chip> : null}</p>
              <Facts of={[
                [w.card, m.cardNumber], [w.since, m.beganOn], [w.idNumber, m.may.includes('unmask') ? <Unmasked key="i" id={m.id} field="idNumber" shown={m.idNumber} /> : m.idNumber],
                [w.phone, m.may.includes('unmask') ? <Unmasked key="p" id={m.id} field="phone" shown={m.phone} /> : m.phone], [w.sex, m.sex === 'male' ? w.sex_male : m.sex === 'female' ? w.sex_female : ''], [w.birth, m.birthYear],
                [w.staffNumber, m.staffNumber], [w.department, m.department], [w.job, m.job],
              ]} />
            </Card>
            <Card title={w.period}>
              {m.periods.map((p) => <Row key={`${p.union}${p.beganOn}${p.state}${p.endReason}`} title={p.union} note={<span className="num">{p.endedOn ? `${p.beganOn} – ${p.endedOn}` : w.from({ day: p.beganOn })} {p.endReason ? w[`reason_${p.endReason}` as 'reason_left'] : ''}</span>} end={<Chip kind={p.state === 'active' ? 'ok' : 'quiet'}>{w[`state_${p.state}` as 'state_active']}</Chip>} />)}
            </Card>
          </div>
        </DeskPage>
      )}
    </Loaded>
  );
}
