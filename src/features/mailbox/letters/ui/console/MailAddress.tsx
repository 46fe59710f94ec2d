import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../desk-ui.words.ts';

/** The address a letter came from: masked, and in full for a purpose that stays in the log. It is no proof of who wrote. */
export function MailAddress({ id, masked }: { id: string; masked: string }) {
  const w = useWords(words);
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [address, setAddress] = useState<string | null>(null);
  const look = useAct(api.address, { after: (out) => { setAddress(out.address); setAsking(false); } });
  return (
    <span>
      <span className="num">{address ?? masked}</span>
      {address === null ? <Button size="small" type="link" onClick={() => setAsking(true)}>{w.mailLook}</Button> : null}
      <span className="note mailnote">{w.mailUnproven}</span>
      <Modal open={asking} title={w.mailPurpose} onCancel={() => setAsking(false)} onOk={() => look.act({ id, purpose })} okButtonProps={{ disabled: purpose.trim().length < 2 }} confirmLoading={look.busy}>
        <p className="note">{w.mailPurposeHint}</p>
        <Input aria-label={w.mailPurpose} value={purpose} onChange={(e) => setPurpose(e.target.value)} maxLength={100} />
      </Modal>
    </span>
  );
}
