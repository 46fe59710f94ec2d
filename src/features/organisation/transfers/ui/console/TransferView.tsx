import { Button, Input, Modal, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask, Deadline, Facts, Icon, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import { Consents, Objection, StateChip, type TransferSeen } from '../both/Way.tsx';
import '../transfers.css';

const refreshes = [api.one, api.register];

function Reason({ t, verb, close }: { t: TransferSeen; verb: 'decline' | 'object'; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy } = useAct(api[verb], { refreshes, done: w.done, after: close });
  return (
    <Modal open title={w[verb]} onCancel={close} onOk={() => act({ id: t.id, text })} okButtonProps={{ disabled: text.trim().length < 2, danger: verb === 'decline' }} confirmLoading={busy}>
      <p className="note">{w[`${verb}Hint`]}</p>
      <Input.TextArea autoFocus aria-label={w.text} value={text} onChange={(e) => setText(e.target.value)} maxLength={1000} showCount autoSize={{ minRows: 3 }} />
    </Modal>
  );
}

/** What the officer acts with: the same on the page and beside the work list. */
export function Actions({ t }: { t: TransferSeen }) {
  const w = useWords(words);
  const [open, setOpen] = useState<'decline' | 'object' | null>(null);
  const release = useAct(api.release, { refreshes, done: w.done });
  const receive = useAct(api.receive, { refreshes, done: w.done });
  const issue = useAct(api.issue, { refreshes, done: w.issued });
  const may = (verb: string): boolean => t.may.includes(verb);
  return (
    <Space wrap>
      {may('release') ? <Button type="primary" loading={release.busy} onClick={() => release.act({ ids: [t.id] })}>{w.release}</Button> : null}
      {may('receive') ? <Button type="primary" loading={receive.busy} onClick={() => receive.act({ ids: [t.id] })}>{w.receive}</Button> : null}
      {may('issue') ? <Button type="primary" loading={issue.busy} onClick={() => void ask({ title: w.issueAsk, text: w.issueHint, yes: w.issue }).then((yes) => { if (yes) issue.act({ id: t.id }); })}>{w.issue}</Button> : null}
      {may('object') ? <Button onClick={() => setOpen('object')}>{w.object}</Button> : null}
      {may('decline') ? <Button danger onClick={() => setOpen('decline')}>{w.decline}</Button> : null}
      {t.state === 'issued' || t.state === 'done' ? <Link className="btn" to={`/transfers/${t.id}/letter`}><Icon name="print" size={18} />{w.letter}</Link> : null}
      {open ? <Reason t={t} verb={open} close={() => setOpen(null)} /> : null}
    </Space>
  );
}

/** The transfer itself. */
export function TransferView({ t }: { t: TransferSeen }) {
  const w = useWords(words);
  return (
    <div className="transferaside">
      <p className="transferway"><StateChip t={t} /> {t.nextDue ? <Deadline due={t.nextDue} /> : null}</p>
      <p className="transferway"><b>{t.from}</b><Icon name="next" size={16} /><b>{t.to}</b></p>
      <Objection t={t} />
      <Consents t={t} />
      <Facts of={[
        [w.reason, t.reason], [w.employer, t.employer], [w.job, t.job], [w.newForm, t.newForm ? w[`form_${t.newForm}` as 'form_delivery'] : null], [w.flags, t.outside ? null : t.unattached ? w.flagUnattached : w.flagRegular],
        [w.idNumber, t.idNumber], [w.card, t.cardNumber], [w.since, t.memberSince], [w.dues, t.duesThrough],
      ]} />
    </div>
  );
}
