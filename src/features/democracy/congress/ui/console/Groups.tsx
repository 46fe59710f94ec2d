import { Select } from 'antd';
import { useState } from 'react';
import { ask, Card, Chip, Empty, errorAt, Field, Icon, LoadedPages, type Output, useAct, useCall, usePages, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { groups, roll } from '../../delegates.contract.ts';
import { Findings } from '../both/Findings.tsx';
import { words } from '../desk-ui.words.ts';
import type { Term } from './TermPage.tsx';

type One = Output<typeof groups.list>['items'][number];
type Sort = One['sort'];

function Edit({ term: t, sort, of: g, close }: { term: Term; sort: Sort; of: One | null; close: () => void }) {
  const w = useWords(words);
  const [name, setName] = useState(g?.name ?? (sort === 'presidium' ? w.presidium : ''));
  const [duty, setDuty] = useState(g?.duty ?? '');
  const [people, setPeople] = useState<string[]>(g?.people.map((p) => p.delegateId) ?? []);
  const [lead, setLead] = useState<string | null>(g?.people.find((p) => p.leads)?.delegateId ?? null);
  const [text, setText] = useState('');
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>(Object.fromEntries((g?.people ?? []).map((p) => [p.delegateId, p.name])));
  const found = useCall(roll.list, { id: t.id, limit: 20, ...(sort === 'presidium' ? { class: 'delegate' as const } : {}), ...(text.trim() ? { text: text.trim() } : {}) }, { keepWhileChanging: true });
  const names = { ...Object.fromEntries((found.data?.items ?? []).map((d) => [d.id, d.name])), ...seen };
  const { act, busy, refusal } = useAct(groups.save, { done: w.saved, refreshes: [groups.list, roll.list], after: close });
  const choose = (ids: string[]): void => { setPeople(ids); setSeen(Object.fromEntries(ids.map((id) => [id, names[id] ?? '']))); if (lead !== null && !ids.includes(lead)) setLead(null); };
  return (
    <Card title={g?.name ?? (sort === 'presidium' ? w.addPresidium : w.addGroup)}>
      <form className="congform" onSubmit={(e) => { e.preventDefault(); act({ id: t.id, groupId: g?.id ?? null, sort, name, duty, delegateIds: people, leadId: lead }); }}>
        <Field label={w.name} maxLength={40} value={name} error={errorAt(refusal, 'name')} onChange={(e) => setName(e.target.value)} /><Field label={w.duty} maxLength={300} value={duty} onChange={(e) => setDuty(e.target.value)} />
        <div><span className="conglabel">{w.lead}</span><Select {...namedList(w.lead)} style={{ width: '100%' }} allowClear value={lead} onChange={(id: string | undefined) => setLead(id ?? null)} options={people.map((id) => ({ value: id, label: names[id] ?? '' }))} /></div>
        <div className="wide"><span className="conglabel">{w.members}</span><Select {...namedList(w.members)} mode="multiple" style={{ width: '100%' }} value={people} onChange={choose} showSearch={{ filterOption: false, onSearch: setText }} options={Object.entries(names).map(([value, label]) => ({ value, label }))} />{errorAt(refusal, 'delegateIds') ? <p className="congerror" role="alert">{errorAt(refusal, 'delegateIds')}</p> : null}</div>
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy || name.trim().length < 2}>{w.save}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}

/** Standing groups, and the presidium as it is proposed to the session. */
export function Groups({ term: t }: { term: Term }) {
  const w = useWords(words);
  const [edited, edit] = useState<{ sort: Sort; of: One | null } | null>(null);
  const list = usePages(groups.list, { id: t.id });
  const remove = useAct(groups.remove, { done: w.removed, refreshes: [groups.list] });
  const may = t.may.includes('groups');
  const sure = async (g: One): Promise<void> => { if (await ask({ title: w.removeAsk({ name: g.name }), yes: w.removeConstituency })) remove.act({ id: g.id }); };
  return (
    <div className="congdesk">
      {may ? <div className="congacts noprint"><button type="button" className="btn" onClick={() => edit({ sort: 'standing', of: null })}><Icon name="add" size={18} />{w.addGroup}</button>{list.items.some((g) => g.sort === 'presidium') ? null : <button type="button" className="btn" onClick={() => edit({ sort: 'presidium', of: null })}><Icon name="add" size={18} />{w.addPresidium}</button>}</div> : null}
      {edited ? <Edit key={edited.of?.id ?? edited.sort} term={t} sort={edited.sort} of={edited.of} close={() => edit(null)} /> : null}
      <LoadedPages from={list} empty={<Card><Empty icon="people" title={w.noGroups} hint={w.noGroupsHint} /></Card>}>{(items) => (
        <div className="columns">{items.map((g) => (
          <Card key={g.id} title={g.name} aside={String(g.people.length)}>
            <div className="congdesk">
              {g.duty ? <p className="note">{g.duty}</p> : null}
              <p className="congline">{g.people.map((p) => <span key={p.delegateId}>{p.name}{p.leads ? <> <Chip kind="info">{w.lead}</Chip></> : null}</span>)}</p>
              {g.findings.length > 0 ? <Findings of={g.findings} /> : null}
              {may ? <div className="congacts noprint"><button type="button" className="btn plain" aria-label={`${w.editConstituency} ${g.name}`} onClick={() => edit({ sort: g.sort, of: g })}>{w.editConstituency}</button><button type="button" className="btn plain" aria-label={`${w.removeConstituency} ${g.name}`} onClick={() => void sure(g)}>{w.removeConstituency}</button></div> : null}
            </div>
          </Card>
        ))}</div>
      )}</LoadedPages>
    </div>
  );
}
