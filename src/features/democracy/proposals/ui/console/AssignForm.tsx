import { Select } from 'antd';
import { useState } from 'react';
import { errorAt, FieldText, showDay, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { MOST } from '../../proposals.rules.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { useTake } from './use-steps.ts';

/** Which department answers until when, and which help. */
export function AssignForm({ of: p, close }: { of: Seen; close: () => void }) {
  const w = useWords(words);
  const language = useLocale();
  const people = useCall(desk.officers, { id: p.id });
  const [owner, setOwner] = useState<string | null>(null);
  const [helpers, setHelpers] = useState<string[]>([]);
  const [dueOn, setDueOn] = useState(p.usualDueOn);
  const [text, setText] = useState('');
  const steps = useTake(p);
  const again = p.state === 'disputed';
  const options = (people.data?.items ?? []).map((o) => ({ value: o.id, label: `${o.department} · ${o.name}`, search: `${o.department} ${o.name} ${o.union}` }));
  const wrong = (path: string) => { const why = errorAt(steps.refusal, path); return why ? <p className="fielderror">{why}</p> : null; };
  const send = async (): Promise<void> => { if (await steps.take('assign', { text: text.trim(), assigneeId: owner ?? '', dueOn, helpers })) close(); };
  return (
    <form className="propform" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <div><span className="proplabel">{w.owner}</span><Select {...namedList(w.owner)} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'search' }} loading={people.isPending} value={owner} onChange={setOwner} options={options.filter((o) => !helpers.includes(o.value))} />{wrong('assigneeId')}{again ? <p className="propnote">{w.ownerHint}</p> : null}</div>
      <div><span className="proplabel">{w.dueOn}</span><Day label={w.dueOn} value={dueOn} onChange={(d) => setDueOn(d ?? dueOn)} />{wrong('dueOn') ?? <p className="propnote">{w.dueHint({ latest: showDay(p.latestDueOn, language), n: p.answerDays })}</p>}</div>
      {again ? null : <div><span className="proplabel">{w.helpers}</span><Select {...namedList(w.helpers)} mode="multiple" maxCount={MOST.helpers} style={{ width: '100%' }} showSearch={{ optionFilterProp: 'search' }} value={helpers} onChange={setHelpers} options={options.filter((o) => o.value !== owner)} />{wrong('helpers')}</div>}
      <FieldText label={w.assignText} rows={2} maxLength={MOST.text} value={text} onChange={(e) => setText(e.target.value)} />
      <div className="propacts"><button type="submit" className="btn primary" disabled={steps.busy || owner === null}>{again ? w.reassign : w.assign}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}
