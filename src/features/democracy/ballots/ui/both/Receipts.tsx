import { useEffect, useState } from 'react';
import { Card, Field, Icon, type Output, RefusedByServer, tell, useMe, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../ballots.contract.ts';
import { words } from '../phone.words.ts';
import { findOnBoard, type Kept, keptOf } from './device.ts';

type Of = Pick<Output<typeof api.one>, 'id' | 'federationId' | 'level'>;

/** What is kept of a vote on this device: its number, to be copied or printed. */
export function Receipts({ kept, title }: { kept: Kept; title: string }) {
  const w = useWords(words);
  const number = kept.receipts.at(-1)?.paper ?? kept.number;
  if (!number) return null;
  return (
    <div>
      <p className="note">{w.receipt} · {title}</p>
      <p className="balcode" data-receipt={number}>{number}</p>
      <p className="note">{w.receiptHint}</p>
      <div className="balmarks">
        <button type="button" className="btn" onClick={() => void navigator.clipboard?.writeText(number).then(() => tell(w.copied))}><Icon name="copy" size={18} />{w.copy}</button>
        <button type="button" className="btn" onClick={() => globalThis.print()}><Icon name="print" size={18} />{w.print}</button>
      </div>
    </div>
  );
}

/** “Was my vote counted?”: asked without a cookie, checked on this device. */
export function WasCounted({ of }: { of: Of }) {
  const w = useWords(words);
  const person = useMe().person.id;
  const [kept, setKept] = useState<Kept | null>(null);
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => { void keptOf(of.id, person).then(setKept); }, [of.id, person]);
  if (kept === null) return null;
  const own = kept.receipts.at(-1)?.paper ?? kept.number;
  const number = own ?? typed.trim();
  const check = (): void => {
    setBusy(true);
    findOnBoard(of, of.level === 'blind' ? { paper: number } : { number }, kept.sealKey)
      .then((no) => setSaid(no === null ? { ok: false, text: w.notCounted } : { ok: true, text: w.counted({ no }) }), (why: unknown) => setSaid({ ok: false, text: why instanceof RefusedByServer ? why.sentence : w.notCounted }))
      .finally(() => setBusy(false));
  };
  return (
    <Card title={w.wasCounted}>
      {own ? <p className="balcode">{own}</p> : <><p className="note">{w.noReceipt}</p><Field label={w.receiptNumber} value={typed} maxLength={64} autoComplete="off" spellCheck={false} onChange={(e) => setTyped(e.target.value)} /></>}
      <div aria-live="polite">{said ? <p className={`balsum ${said.ok ? 'ok' : 'late'}`}>{said.text}</p> : null}</div>
      <div className="balacts"><button type="button" className="btn primary wide" disabled={busy || !/^[\w-]{16,64}$/.test(number)} onClick={check}><Icon name="shield" size={18} />{busy ? w.checking : w.checkNow}</button></div>
    </Card>
  );
}
