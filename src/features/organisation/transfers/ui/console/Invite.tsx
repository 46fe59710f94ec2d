import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { errorAt, Field, useAct, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import '../transfers.css';

/** Invites one member of another union, known by name and document. */
export function Invite() {
  const w = useWords(words);
  const me = useMe();
  const scope = useScope();
  const unions = [...new Map(me.offices.map((o) => [o.unionId, o.unionName])).entries()];
  const [open, setOpen] = useState(false);
  const [d, setD] = useState({ unionId: '', name: '', idNumber: '', job: '' });
  const unionId = d.unionId || scope.union || unions[0]?.[0] || '';
  const close = (): void => { setOpen(false); setD({ unionId: '', name: '', idNumber: '', job: '' }); };
  const { act, busy, refusal } = useAct(api.invite, { refreshes: [api.offers], done: w.invited, after: close });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>{w.invite}</Button>
      <Modal open={open} title={w.inviteTitle} onCancel={close} onOk={() => act({ ...d, unionId })} okButtonProps={{ disabled: d.name.trim() === '' || d.idNumber.trim().length < 4 }} confirmLoading={busy}>
        <div className="transferaside">
          <p className="note">{w.inviteHint}</p>
          {unions.length > 1 ? <Select aria-label={w.which} value={unionId} onChange={(v) => setD({ ...d, unionId: v })} options={unions.map(([value, label]) => ({ value, label }))} /> : null}
          <Field label={w.name} value={d.name} maxLength={60} onChange={(e) => setD({ ...d, name: e.target.value })} />
          <Field label={w.idNumber} value={d.idNumber} maxLength={40} error={errorAt(refusal, 'idNumber')} autoComplete="off" onChange={(e) => setD({ ...d, idNumber: e.target.value })} />
          <Input aria-label={w.job} placeholder={w.job} value={d.job} maxLength={40} onChange={(e) => setD({ ...d, job: e.target.value })} />
        </div>
      </Modal>
    </>
  );
}
