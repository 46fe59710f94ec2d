import { Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask, Basis, Card, Chip, Empty, errorAt, Field, Icon, saveFile, useAct, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api, division } from '../../congress.contract.ts';
import { words as congressWords } from '../../congress.words.ts';
import { words } from '../desk-ui.words.ts';
import { CallForm } from './CallForm.tsx';
import type { Term } from './TermPage.tsx';

type One = Term['constituencies'][number];

/** A constituency's name, units and people beyond the register. */
function EditForm({ term: t, of: c, close }: { term: Term; of: One | null; close: () => void }) {
  const w = useWords(words);
  const [name, setName] = useState(c?.name ?? '');
  const [units, setUnits] = useState<string[]>(c?.units.map((u) => u.id) ?? []);
  const [others, setOthers] = useState(String(c?.others ?? 0));
  const [why, setWhy] = useState(c?.othersReason ?? '');
  const settings = { done: w.saved, refreshes: [api.term], after: close };
  const add = useAct(division.add, settings);
  const change = useAct(division.change, settings);
  const refusal = c ? change.refusal : add.refusal;
  const options = [...(c?.units ?? []), ...t.apart].map((u) => ({ value: u.id, label: u.name }));
  const send = (): void => { const input = { name, unionIds: units, others: Number(others) || 0, othersReason: why, dispatched: c?.dispatched ?? 0 }; if (c) change.act({ id: c.id, ...input }); else add.act({ id: t.id, ...input }); };
  return (
    <Card title={c ? c.name : w.addConstituency}>
      <form className="congform" onSubmit={(e) => { e.preventDefault(); send(); }}>
        <Field label={w.name} value={name} maxLength={60} error={errorAt(refusal, 'name')} onChange={(e) => setName(e.target.value)} />
        <Field label={w.others} inputMode="numeric" maxLength={7} value={others} error={errorAt(refusal, 'others')} onChange={(e) => setOthers(e.target.value)} />
        <Field label={w.othersReason} maxLength={200} value={why} error={errorAt(refusal, 'othersReason')} onChange={(e) => setWhy(e.target.value)} />
        <div className="wide"><span className="conglabel">{w.units}</span><Select {...namedList(w.units)} mode="multiple" style={{ width: '100%' }} value={units} onChange={setUnits} options={options} showSearch={{ optionFilterProp: 'label' }} />{errorAt(refusal, 'unionIds') ? <p className="congerror" role="alert">{errorAt(refusal, 'unionIds')}</p> : null}</div>
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={add.busy || change.busy || name.trim().length < 2}>{w.save}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}

function Line({ term: t, of: c, edit, call }: { term: Term; of: One; edit: () => void; call: () => void }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const remove = useAct(division.remove, { done: w.removed, refreshes: [api.term] });
  const sure = async (): Promise<void> => { if (await ask({ title: w.removeAsk({ name: c.name }), yes: w.removeConstituency })) remove.act({ id: c.id }); };
  const outcome = (c.election?.state ?? '') as 'open' | 'entered' | 'elected' | 'short' | 'void' | '';
  const isOpen = outcome === 'open' || outcome === 'entered';
  return (
    <tr>
      <td><b>{c.name}</b><br /><small className="note">{c.units.length > 1 ? `${c.units[0]?.name ?? ''} +${c.units.length - 1}` : c.units[0]?.name}{c.delegation ? ` · ${c.delegation}` : ''}</small></td>
      <td className="r num">{c.workers}{c.others === 0 ? null : <small className="note" title={c.othersReason}> ({c.others > 0 ? '+' : ''}{c.others})</small>}</td><td className="r num">{c.women}</td><td className="r num">{c.share}</td><td>{kw[`by_${c.by}`]}</td><td className="r num"><b>{c.seats}</b></td>
      <td className="r num">{c.filled}{c.vacant > 0 ? <> <Chip kind="warn">-{c.vacant}</Chip></> : null}</td>
      <td><span className="congacts noprint">
        {c.election ? <Link to={`/congress/elections/${c.election.id}`}>{kw[`outcome_${outcome || 'open'}`]}</Link> : null}
        {t.may.includes('elect') && c.vacant > 0 && !isOpen ? <button type="button" className="btn plain" onClick={call}>{t.stage === 'sitting' ? w.callBy : w.call}</button> : null}
        {t.may.includes('divide') ? <><button type="button" className="btn plain" aria-label={`${w.editConstituency} ${c.name}`} onClick={edit}>{w.editConstituency}</button>{c.election || c.filled > 0 ? null : <button type="button" className="iconbtn" aria-label={`${w.removeConstituency} ${c.name}`} disabled={remove.busy} onClick={() => void sure()}><Icon name="remove" size={18} /></button>}</> : null}
      </span></td>
    </tr>
  );
}

function Table({ term: t, edit, call }: { term: Term; edit: (c: One) => void; call: (c: One) => void }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const sum = (of: (c: One) => number): number => t.constituencies.reduce((all, c) => all + of(c), 0);
  return (
    <section className="panel congscroll"><table className="congtable" aria-label={w.tab_constituencies}>
      <thead><tr><th>{w.constituency}</th><th className="r">{w.workers}</th><th className="r">{w.women}</th><th className="r">{w.share}</th><th>{kw.columnBy}</th><th className="r">{w.seats}</th><th className="r">{w.held}</th><th>{w.tab_elections}</th></tr></thead>
      <tbody>{t.constituencies.map((c) => <Line key={c.id} term={t} of={c} edit={() => edit(c)} call={() => call(c)} />)}</tbody>
      <tfoot><tr><td>{w.sum}</td><td className="r num">{sum((c) => c.workers)}</td><td className="r num">{sum((c) => c.women)}</td><td /><td /><td className="r num">{sum((c) => c.seats)}</td><td className="r num">{sum((c) => c.filled)}</td><td /></tr></tfoot>
    </table></section>
  );
}

/** Constituencies with the table that explains their seats. */
export function Constituencies({ term: t }: { term: Term }) {
  const w = useWords(words);
  const [edited, edit] = useState<One | 'new' | null>(null);
  const [calling, call] = useState<One | null>(null);
  const propose = useAct(division.propose, { done: (out) => w.proposed({ n: out.constituencies }), refreshes: [api.term] });
  const apportion = useAct(division.apportion, { done: (out) => w.apportioned({ n: out.seats }), refreshes: [api.term] });
  const divide = t.may.includes('divide');
  const anew = async (): Promise<void> => { if (t.constituencies.length === 0 || (await ask({ title: w.proposeAsk, text: w.proposeHint, yes: w.propose }))) propose.act({ id: t.id }); };
  return (
    <div className="congdesk">
      <div className="congacts noprint">
        {divide ? <><button type="button" className={`btn ${t.constituencies.length === 0 ? 'primary' : ''}`} disabled={propose.busy} onClick={() => void anew()}>{w.propose}</button><button type="button" className="btn" onClick={() => edit('new')}><Icon name="add" size={18} />{w.addConstituency}</button><button type="button" className="btn" disabled={apportion.busy} onClick={() => apportion.act({ id: t.id })}>{w.apportion}</button></> : null}
        <button type="button" className="btn" onClick={() => void saveFile(division.exportConstituencies, { id: t.id }, 'constituencies.xlsx')}><Icon name="download" size={18} />{w.export}</button>
        <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
      </div>
      {edited ? <EditForm key={edited === 'new' ? 'new' : edited.id} term={t} of={edited === 'new' ? null : edited} close={() => edit(null)} /> : null}
      {calling ? <CallForm key={calling.id} of={calling} close={() => call(null)} /> : null}
      {t.apart.length > 0 && t.stage !== 'ended' ? <Card><Chip kind="warn" icon="late">{w.apart({ n: t.apart.length, people: t.apart.reduce((sum, u) => sum + u.people, 0), names: t.apart.slice(0, 5).map((u) => u.name).join('、') })}</Chip></Card> : null}
      {t.constituencies.length === 0 ? <Card><Empty icon="tree" title={w.noConstituency} hint={w.noConstituencyHint} /></Card> : <Table term={t} edit={edit} call={call} />}
      <Basis>{w.shareHow}</Basis>
    </div>
  );
}
