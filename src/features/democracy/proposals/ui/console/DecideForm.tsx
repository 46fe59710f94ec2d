import { Select } from 'antd';
import { useId, useState } from 'react';
import { errorAt, FieldText, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { type Decision, DECISIONS, MOST } from '../../proposals.rules.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { useTake } from './use-steps.ts';

function Into({ id, value, onChange, error }: { id: string; value: string | null; onChange: (id: string) => void; error: string | undefined }) {
  const w = useWords(words);
  const targets = useCall(desk.targets, { id });
  const items = targets.data?.items ?? [];
  const score = (x: string): number => targets.data?.alike.find((a) => a.id === x)?.score ?? 0;
  if (targets.data && items.length === 0) return <p className="propnote">{w.noTargets}</p>;
  return (
    <div>
      <span className="proplabel">{w.into}</span>
      <Select {...namedList(w.into)} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'label' }} loading={targets.isPending} value={value} onChange={onChange}
        options={[...items].sort((a, b) => score(b.id) - score(a.id)).map((x) => ({ value: x.id, label: [x.number, x.title, score(x.id) > 0 ? w.likely({ n: score(x.id) }) : ''].filter(Boolean).join(' · ') }))} />
      {error ? <p className="fielderror">{error}</p> : null}
    </div>
  );
}

/** Filed, merged with which, turned into a suggestion, or not filed with the reason. */
export function DecideForm({ of: p, close }: { of: Seen; close: () => void }) {
  const w = useWords(words);
  const name = useId();
  const [decision, setDecision] = useState<Decision>('filed');
  const [intoId, setInto] = useState<string | null>(null);
  const [text, setText] = useState('');
  const steps = useTake(p);
  const missing = decision !== 'filed' && text.trim().length < 2;
  const send = async (): Promise<void> => { if (await steps.take('decide', { decision, text: text.trim(), intoId: decision === 'merged' ? (intoId ?? undefined) : undefined })) close(); };
  return (
    <form className="propform" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <fieldset className="propchoice">
        <legend className="unseen">{w.decideTitle}</legend>
        {DECISIONS.map((d) => <label key={d}><span><input type="radio" name={name} checked={decision === d} onChange={() => setDecision(d)} /> {w[`decide_${d}`]}</span><small>{w[`hint_${d}`]}</small></label>)}
      </fieldset>
      {decision === 'merged' ? <Into id={p.id} value={intoId} onChange={setInto} error={errorAt(steps.refusal, 'intoId')} /> : null}
      <FieldText label={decision === 'filed' ? w.reasonOptional : w.reason} rows={3} maxLength={MOST.text} value={text} error={errorAt(steps.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <div className="propacts"><button type="submit" className="btn primary" disabled={steps.busy || missing || (decision === 'merged' && intoId === null)}>{w.decide}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}
