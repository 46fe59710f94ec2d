import { useEffect, useRef, useState } from 'react';
import { call, Card, Icon, type Output, RefusedByServer, refresh, Scanner, showMoney, tell, useWords } from '../../../../../web/kit/index.ts';
import { signal } from '../../../offers/ui/both/signal.ts';
import { staff } from '../../staff.contract.ts';
import { words as server } from '../../summer-care.words.ts';
import { words } from '../care-ui.words.ts';
import '../care.css';
import { DayChip } from './look.tsx';

type Read = Output<typeof staff.scan> & { readonly code: string };
type Shown = { readonly kind: 'read'; readonly of: Read } | { readonly kind: 'ok' | 'no'; readonly text: string } | null;
const sentence = (why: unknown): string => (why instanceof RefusedByServer ? why.sentence : String(why));

function Answer({ shown, act, busy }: { shown: NonNullable<Shown>; act: (what: 'signIn' | 'handOver', of: Read) => void; busy: boolean }) {
  const w = useWords(words);
  const sw = useWords(server);
  if (shown.kind !== 'read') return <section className={`careanswer ${shown.kind}`} role="alert"><Icon name={shown.kind === 'ok' ? 'ok' : 'late'} size={40} /><b>{shown.text}</b></section>;
  const r = shown.of;
  return (
    <section className="careanswer" role="alert">
      <DayChip of={r.state} />
      <b>{r.child} · {w.ageN({ n: r.age })}</b>
      {r.person ? <p>{w.whoIs({ name: r.person.name, relation: sw[`relation_${r.person.relation}`] })} <span className="num note">{r.person.phone}</span></p> : null}
      {r.may.includes('signIn') ? <button type="button" className="btn primary" disabled={busy} onClick={() => act('signIn', r)}>{r.unpaid > 0 ? w.takeMoney({ amount: showMoney(r.unpaid) }) : w.signIn}</button> : null}
      {r.may.includes('handOver') ? <><p className="note">{w.checkFace}</p><button type="button" className="btn primary" disabled={busy} onClick={() => act('handOver', r)}>{w.handOver}</button></> : null}
    </section>
  );
}

/** The door of a day: a code is read, staff see whose it is, then sign in or hand over. */
export function Door({ id }: { id: string }) {
  const w = useWords(words);
  const [typed, type] = useState('');
  const [camera, setCamera] = useState(false);
  const [shown, show] = useState<Shown>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => { if (!matchMedia('(pointer: coarse)').matches) field.current?.focus(); }, []);
  const run = async (what: () => Promise<Shown>): Promise<void> => {
    setBusy(true);
    try {
      const next = await what();
      show(next);
      signal(next?.kind !== 'no');
    } catch (why) {
      show({ kind: 'no', text: sentence(why) });
      signal(false);
    } finally {
      setBusy(false);
      field.current?.focus();
    }
  };
  const read = (code: string): Promise<void> => run(async () => ({ kind: 'read', of: { ...(await call(staff.scan, { id, code })), code } }));
  const act = (what: 'signIn' | 'handOver', r: Read): Promise<void> => run(async () => {
    if (what === 'signIn') await call(staff.signIn, { id, entryId: r.entryId, paid: r.unpaid > 0 });
    const done = what === 'handOver' ? await call(staff.handOver, { id, code: r.code }) : null;
    void refresh(staff.day);
    const text = done ? w.handedOver({ child: done.child, person: done.person }) : w.signedIn({ name: r.child });
    tell(text);
    return { kind: 'ok', text };
  });
  return (
    <Card title={w.door} className="noprint">
      <div className="caredoor">
        <p className="note">{w.doorHint}</p>
        <form onSubmit={(e) => { e.preventDefault(); if (typed.trim()) void read(typed.trim()); type(''); }}>
          <input ref={field} autoComplete="off" aria-label={w.typeCode} placeholder={w.typeCode} value={typed} maxLength={200} onChange={(e) => type(e.target.value)} />
          <button type="submit" className="btn primary" disabled={busy}>{w.read}</button>
        </form>
        <button type="button" className="btn wide" aria-pressed={camera} onClick={() => setCamera(!camera)}><Icon name="camera" size={20} />{camera ? w.cameraOff : w.cameraOn}</button>
        {camera ? <Scanner on onRead={(text) => { if (!busy) void read(text); }} /> : null}
        {shown ? <Answer shown={shown} act={(what, r) => void act(what, r)} busy={busy} /> : null}
      </div>
    </Card>
  );
}
