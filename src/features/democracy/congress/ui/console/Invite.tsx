import { Select } from 'antd';
import { useState } from 'react';
import { Card, errorAt, Field, Toggle, useAct, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { words as congressWords } from '../../congress.words.ts';
import { roll } from '../../delegates.contract.ts';
import { words } from '../desk-ui.words.ts';
import { PersonPick } from './PersonPick.tsx';
import type { Term } from './TermPage.tsx';

/** Invites an observer or a guest, neither of whom votes. */
export function Invite({ term: t, close }: { term: Term; close: () => void }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const [as, setAs] = useState<'observer' | 'guest'>('observer');
  const [outside, setOutside] = useState(false);
  const [personId, setPerson] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [delegationId, setDelegation] = useState<string | null>(null);
  const { act, busy, refusal } = useAct(roll.invite, { done: w.invited, refreshes: [roll.list, api.term], after: close });
  const stranger = as === 'guest' && outside;
  return (
    <Card title={w.invite}>
      <form className="congform" onSubmit={(e) => { e.preventDefault(); act({ id: t.id, class: as, personId: stranger ? null : personId, name: stranger ? name : '', unit: stranger ? unit : '', delegationId }); }}>
        <div><span className="conglabel">{w.class}</span><Select {...namedList(w.class)} style={{ width: '100%' }} value={as} onChange={setAs} options={(['observer', 'guest'] as const).map((c) => ({ value: c, label: kw[`class_${c}`] }))} /></div>
        {as === 'guest' ? <Toggle label={w.guestOutside} checked={outside} onChange={setOutside} /> : null}
        {stranger ? <><Field label={kw.columnName} maxLength={60} value={name} error={errorAt(refusal, 'name')} onChange={(e) => setName(e.target.value)} /><Field label={w.unit} maxLength={100} value={unit} onChange={(e) => setUnit(e.target.value)} /></>
          : <div><span className="conglabel">{w.person}</span><PersonPick value={personId} change={setPerson} termId={t.id} />{errorAt(refusal, 'personId') ? <p className="congerror" role="alert">{errorAt(refusal, 'personId')}</p> : null}</div>}
        <div><span className="conglabel">{w.delegation}</span><Select {...namedList(w.delegation)} style={{ width: '100%' }} allowClear value={delegationId} onChange={(id: string | undefined) => setDelegation(id ?? null)} options={t.delegations.map((g) => ({ value: g.id, label: g.name }))} /></div>
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy || (stranger ? name.trim().length < 2 : personId === null)}>{w.invite}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}
