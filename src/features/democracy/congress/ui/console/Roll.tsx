import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, Empty, holds, Icon, type Output, showDate, useAct, useLocale, useMe, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { CHECKS, CLASSES, POSTS } from '../../congress.rules.ts';
import { words as congressWords } from '../../congress.words.ts';
import { roll } from '../../delegates.contract.ts';
import { words } from '../desk-ui.words.ts';
import { DelegateSteps } from './DelegateSteps.tsx';
import { Invite } from './Invite.tsx';
import type { Term } from './TermPage.tsx';

export type Delegate = Output<typeof roll.list>['items'][number];
const CHECK_KIND = { waiting: 'info', passed: 'ok', failed: 'late' } as const;

function useColumns(): Columns<Delegate> {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const language = useLocale();
  return {
    card: { title: kw.columnCard, width: 110, cell: (d) => <span className="num">{d.cardNumber}</span> },
    name: { title: kw.columnName, width: 150, cell: (d) => <span className="cell"><b>{d.name}</b><small className="num">{d.staffNumber}</small></span> },
    sex: { title: kw.columnSex, width: 90, cell: (d) => <span className="num">{d.sex === '' ? '' : kw[d.sex === 'female' ? 'female' : 'male']}{d.age === null ? '' : ` ${d.age}`}{d.young ? <> <Chip>{w.young}</Chip></> : null}</span> },
    constituency: { title: kw.columnConstituency, width: 150, cell: (d) => d.constituency },
    delegation: { title: kw.columnDelegation, width: 120, cell: (d) => d.delegation },
    post: { title: kw.columnPost, width: 140, cell: (d) => <span>{kw[`post_${d.post}`]}{d.dispatched ? <> <Chip>{kw.columnDispatched}</Chip></> : null}</span> },
    class: { title: kw.columnClass, width: 100, extra: true, cell: (d) => kw[`class_${d.class}`] },
    checked: { title: kw.columnChecked, width: 170, cell: (d) => (d.until ? <span className="cell"><Chip>{d.endReason}</Chip><small>{d.replacedBy ? w.replacedBy({ name: d.replacedBy }) : d.seatDropped ? w.dropWhy({ why: d.seatDropped }) : d.class === 'delegate' ? w.openVacancy : ''}</small></span> : <span className="congline">{d.class === 'delegate' ? <Chip kind={CHECK_KIND[d.checked]} title={d.checkNote}>{kw[`checked_${d.checked}`]}</Chip> : <Chip>{kw[`class_${d.class}`]}</Chip>}{d.gone ? <Chip kind="warn" icon="late">{w.gone}</Chip> : null}</span>) },
    unit: { title: kw.columnUnit, width: 160, extra: true, cell: (d) => <span className="cell"><span>{d.unit}</span><small>{d.job}</small></span> },
    since: { title: kw.columnSince, width: 120, extra: true, cell: (d) => <span className="num">{showDate(d.since, language)}</span> },
  };
}

function useFilters(t: Term): Filter[] {
  const w = useWords(words);
  const kw = useWords(congressWords);
  return [
    { kind: 'find', name: 'text', label: w.findPerson }, { kind: 'choose', name: 'held', label: w.anyHeld, options: [['vacant', w.held_vacant], ['ended', w.held_ended]] }, { kind: 'choose', name: 'class', label: w.anyClass, options: CLASSES.map((c) => [c, kw[`class_${c}`]]) },
    { kind: 'choose', name: 'post', label: w.anyPost, options: POSTS.map((p) => [p, kw[`post_${p}`]]) }, { kind: 'choose', name: 'checked', label: w.anyCheck, options: CHECKS.map((c) => [c, kw[`checked_${c}`]]) },
    { kind: 'choose', name: 'constituencyId', label: w.anyConstituency, options: t.constituencies.map((c) => [c.id, c.name]) }, { kind: 'choose', name: 'delegationId', label: w.anyDelegation, options: t.delegations.map((g) => [g.id, g.name]) },
  ];
}

/** What can be done with the delegates that are ticked: the check of qualification. */
function Check({ termId, ids, done }: { termId: string; ids: readonly string[]; done: () => void }) {
  const w = useWords(words);
  const [note, setNote] = useState('');
  const check = useAct(roll.check, { done: w.checked, refreshes: [roll.list, api.term], after: done });
  if (ids.length === 0) return null;
  return (
    <div className="congacts">
      <button type="button" className="btn primary" disabled={check.busy} onClick={() => check.act({ id: termId, ids: [...ids], passed: true })}><Icon name="check" size={18} />{w.pass({ n: ids.length })}</button>
      <input className="ant-input" style={{ width: 220 }} aria-label={w.note} placeholder={w.note} maxLength={300} value={note} onChange={(e) => setNote(e.target.value)} />
      <button type="button" className="btn" disabled={check.busy || note.trim().length < 2} onClick={() => check.act({ id: termId, ids: [...ids], passed: false, note })}>{w.fail}</button>
    </div>
  );
}

/** The delegates' roll: check, changes, import, print, cards. */
export function Roll({ term: t }: { term: Term }) {
  const w = useWords(words);
  const me = useMe();
  const [chosen, choose] = useState<string[]>([]);
  const [inviting, setInviting] = useState(false);
  const list = useList<Delegate>('congress-roll', { filters: useFilters(t), columns: useColumns() });
  const { unionId: _, ...asked } = list.asked;
  const own = { ...list, asked };
  const rows = useRows(roll.list, own, { also: { id: t.id } });
  const at = rows.items.find((d) => d.id === list.at);
  const may = t.may.includes('roll');
  return (
    <div className="congdesk">
      <div className="congacts noprint">
        {may ? <><button type="button" className="btn" onClick={() => setInviting(true)}><Icon name="join" size={18} />{w.invite}</button><Link className="btn" to={`/congress/terms/${t.id}/import`}><Icon name="upload" size={18} />{w.takeRoll}</Link></> : null}
        <Link className="btn" to={`/congress/terms/${t.id}/list`}><Icon name="print" size={18} />{w.printList}</Link><Link className="btn" to={`/congress/terms/${t.id}/cards`}><Icon name="card" size={18} />{w.printCards}</Link>
        {holds(me, 'congress.export') ? <ListActions list={own} to={roll.exportRoll} also={{ id: t.id }} /> : null}
      </div>
      {inviting ? <Invite term={t} close={() => setInviting(false)} /> : null}
      {at && at.may.length > 0 ? <Card title={`${at.name} · ${at.cardNumber}`}><DelegateSteps key={at.id} term={t} of={at} /></Card> : null}
      <ListPanel list={own} rows={rows} label={w.tab_roll} marks bulk={<Check termId={t.id} ids={chosen} done={() => choose([])} />} empty={<Empty icon="people" title={w.rollEmpty} hint={w.rollEmptyHint} />}
        ticks={{ chosen, choose, can: (d) => d.may.includes('check'), label: (d) => d.name }} />
    </div>
  );
}
