import { Select } from 'antd';
import { useState } from 'react';
import { Card, errorAt, Field, FieldText, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';

type Dates = { readonly session: string; readonly opensOn: string; readonly closesOn: string; readonly sessionOn: string; readonly about: string };
type Term = { readonly termId: string; readonly termNumber: number; readonly union: string; readonly body: string };
const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);

/** Calls for proposals of a session, or changes name and days of a call. */
export function CallForm({ terms, of, close }: { terms: readonly Term[]; of?: Dates & { readonly id: string }; close: () => void }) {
  const w = useWords(words);
  const [termId, setTerm] = useState(terms[0]?.termId ?? '');
  const [d, setD] = useState<Dates>(of ?? { session: '', opensOn: dayIn(0), closesOn: dayIn(14), sessionOn: dayIn(30), about: '' });
  const refreshes = [desk.collections, desk.report];
  const call = useAct(desk.call, { done: (out) => w.called({ n: out.told }), refreshes, after: close });
  const change = useAct(desk.change, { done: w.changed, refreshes, after: close });
  const { busy, refusal } = of ? change : call;
  const said = { session: d.session, opensOn: d.opensOn, closesOn: d.closesOn, sessionOn: d.sessionOn, about: d.about };
  const send = (): void => { if (of) change.act({ id: of.id, ...said }); else call.act({ termId, ...said }); };
  const day = (name: 'opensOn' | 'closesOn' | 'sessionOn') => <div><span className="proplabel">{w[name]}</span><Day label={w[name]} value={d[name]} onChange={(x) => setD({ ...d, [name]: x ?? d[name] })} />{errorAt(refusal, name) ? <p className="fielderror">{errorAt(refusal, name)}</p> : null}</div>;
  return (
    <Card title={of ? w.edit : w.callTitle}>
      <form className="propform" onSubmit={(e) => { e.preventDefault(); send(); }}>
        <div className="two">
          {of ? null : <div><span className="proplabel">{w.term}</span><Select {...namedList(w.term)} style={{ width: '100%' }} value={termId} onChange={setTerm} options={terms.map((t) => ({ value: t.termId, label: w.termOf({ body: t.body, n: t.termNumber }) }))} /></div>}
          <Field label={w.session} hint={w.sessionHint} maxLength={60} value={d.session} error={errorAt(refusal, 'session')} onChange={(e) => setD({ ...d, session: e.target.value })} />
        </div>
        <div className="two">{day('opensOn')}{day('closesOn')}{day('sessionOn')}</div>
        <FieldText label={w.about} rows={3} maxLength={2000} value={d.about} onChange={(e) => setD({ ...d, about: e.target.value })} />
        <div className="propacts"><button type="submit" className="btn primary" disabled={busy || d.session.trim().length < 2}>{of ? w.save : w.call}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}
