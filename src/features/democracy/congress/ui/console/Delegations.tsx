import { Select } from 'antd';
import { useState } from 'react';
import { ask, Card, Empty, errorAt, Field, Icon, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api, division } from '../../congress.contract.ts';
import { roll } from '../../delegates.contract.ts';
import { words } from '../desk-ui.words.ts';
import type { Term } from './TermPage.tsx';

type One = Term['delegations'][number];

/** Delegates of a term to choose from, found by the server as one types. */
export function DelegatePick({ termId, label, value, change, known }: { termId: string; label: string; value: string | null; change: (id: string | null) => void; known: readonly { id: string; name: string }[] }) {
  const [text, setText] = useState('');
  const found = useCall(roll.list, { id: termId, class: 'delegate', limit: 20, ...(text.trim() ? { text: text.trim() } : {}) }, { keepWhileChanging: true });
  const options = [...known, ...(found.data?.items ?? [])].filter((o, i, all) => all.findIndex((x) => x.id === o.id) === i);
  return <div><span className="conglabel">{label}</span><Select {...namedList(label)} style={{ width: '100%' }} allowClear value={value} onChange={(id: string | undefined) => change(id ?? null)} showSearch={{ filterOption: false, onSearch: setText }} options={options.map((o) => ({ value: o.id, label: o.name }))} /></div>;
}

function Edit({ term: t, of: g, close }: { term: Term; of: One | null; close: () => void }) {
  const w = useWords(words);
  const [name, setName] = useState(g?.name ?? '');
  const [places, setPlaces] = useState<string[]>(t.constituencies.filter((c) => g !== null && c.delegationId === g.id).map((c) => c.id));
  const [headId, setHead] = useState(g?.headId ?? null);
  const [deputyId, setDeputy] = useState(g?.deputyId ?? null);
  const { act, busy, refusal } = useAct(division.saveDelegation, { done: w.saved, refreshes: [api.term, roll.list], after: close });
  const free = t.constituencies.filter((c) => c.delegationId === null || c.delegationId === g?.id);
  return (
    <Card title={g ? g.name : w.addDelegation}>
      <form className="congform" onSubmit={(e) => { e.preventDefault(); act({ id: t.id, delegationId: g?.id ?? null, name, constituencyIds: places, headId, deputyId }); }}>
        <Field label={w.name} maxLength={60} value={name} error={errorAt(refusal, 'name')} onChange={(e) => setName(e.target.value)} />
        <DelegatePick termId={t.id} label={w.head} value={headId} change={setHead} known={g?.headId ? [{ id: g.headId, name: g.head }] : []} /><DelegatePick termId={t.id} label={w.deputy} value={deputyId} change={setDeputy} known={g?.deputyId ? [{ id: g.deputyId, name: g.deputy }] : []} />
        {errorAt(refusal, 'headId') ?? errorAt(refusal, 'deputyId') ? <p className="congerror wide" role="alert">{errorAt(refusal, 'headId') ?? errorAt(refusal, 'deputyId')}</p> : null}
        <div className="wide"><span className="conglabel">{w.tab_constituencies}</span><Select {...namedList(w.constituency)} mode="multiple" style={{ width: '100%' }} value={places} onChange={setPlaces} options={free.map((c) => ({ value: c.id, label: c.name }))} showSearch={{ optionFilterProp: 'label' }} /></div>
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy || name.trim().length < 2}>{w.save}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}

/** Delegations with their constituencies and heads. */
export function Delegations({ term: t }: { term: Term }) {
  const w = useWords(words);
  const [edited, edit] = useState<One | 'new' | null>(null);
  const drop = useAct(division.dropDelegation, { done: w.removed, refreshes: [api.term] });
  const may = t.may.includes('delegations');
  const sure = async (g: One): Promise<void> => { if (await ask({ title: w.removeAsk({ name: g.name }), yes: w.removeConstituency })) drop.act({ id: g.id }); };
  return (
    <div className="congdesk">
      {may ? <div className="congacts noprint"><button type="button" className="btn" onClick={() => edit('new')}><Icon name="add" size={18} />{w.addDelegation}</button></div> : null}
      {edited ? <Edit key={edited === 'new' ? 'new' : edited.id} term={t} of={edited === 'new' ? null : edited} close={() => edit(null)} /> : null}
      {t.delegations.length === 0 ? <Card><Empty icon="people" title={w.noDelegations} hint={w.noDelegationsHint} /></Card> : (
        <section className="panel congscroll"><table className="congtable" aria-label={w.tab_delegations}>
          <thead><tr><th>{w.delegation}</th><th>{w.head}</th><th>{w.deputy}</th><th className="r">{w.held}</th><th>{w.tab_constituencies}</th><th /></tr></thead>
          <tbody>{t.delegations.map((g) => (
            <tr key={g.id}><td><b>{g.name}</b></td><td>{g.head || <span className="note">{w.noHead}</span>}</td><td>{g.deputy}</td><td className="r num">{g.delegates}</td><td><small>{t.constituencies.filter((c) => c.delegationId === g.id).map((c) => c.name).join('、')}</small></td>
              <td>{may ? <span className="congacts noprint"><button type="button" className="btn plain" aria-label={`${w.editConstituency} ${g.name}`} onClick={() => edit(g)}>{w.editConstituency}</button><button type="button" className="iconbtn" aria-label={`${w.removeConstituency} ${g.name}`} disabled={drop.busy} onClick={() => void sure(g)}><Icon name="remove" size={18} /></button></span> : null}</td></tr>
          ))}</tbody>
        </table></section>
      )}
    </div>
  );
}
