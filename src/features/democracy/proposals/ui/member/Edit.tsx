import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, Field, Loaded, PhonePage, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../proposals-ui.words.ts';
import { Fields, type Written } from './Fields.tsx';
import '../proposals.css';

function Form({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const go = useNavigate();
  const completes = p.may.includes('complete');
  const [d, setD] = useState<Written>({ title: p.title, kind: p.kind, reason: p.reason, grounds: p.grounds, remedy: p.remedy });
  const [text, setText] = useState('');
  const after = (): void => void go(`/proposals/${p.id}`, { replace: true });
  const amend = useAct(api.amend, { done: w.changed, refreshes: [api.one, api.mine], after });
  const complete = useAct(api.complete, { done: w.completed, refreshes: [api.one, api.mine, api.start], after });
  const { busy, refusal } = completes ? complete : amend;
  const send = (): void => { if (completes) complete.act({ id: p.id, version: p.version, ...d, text }); else amend.act({ id: p.id, version: p.version, ...d }); };
  return (
    <PhonePage title={completes ? w.completeTitle : w.change} up={`/proposals/${p.id}`} foot={<button type="button" className="btn primary" disabled={busy} onClick={send}>{completes ? w.complete : w.save}</button>}>
      {completes ? <Card><Field label={w.completeText} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} /></Card> : <p className="propnote">{w.changeHint}</p>}
      <Fields value={d} write={(change) => setD({ ...d, ...change })} refusal={refusal} />
    </PhonePage>
  );
}

/** Changes a proposal while seconders are gathered, or completes one that came back. */
export default function Edit() {
  const { id = '' } = useParams();
  const one = useCall(api.one, { id });
  return <Loaded from={one} lines={8}>{(p) => <Form key={p.id} of={p} />}</Loaded>;
}
