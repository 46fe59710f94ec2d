import { useState } from 'react';
import { Link } from 'react-router';
import { Empty, Icon, type Output, showMoney, useAct, useWords } from '../../../../../web/kit/index.ts';
import { ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api, LineState } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import { Why } from './Actions.tsx';
import { AddRows } from './AddRows.tsx';
import { LineMark } from './marks.tsx';

type List = Output<typeof api.list>;
type Person = Output<typeof api.people>['items'][number];
type Line = Person['of'][number];

/** The lines behind one person's sum. */
function Lines({ person, may, withdraw }: { person: Person; may: (line: Line) => boolean; withdraw: (line: Line) => void }) {
  const w = useWords(words);
  return (
    <ul className="paylines" aria-label={`${w.linesOf} ${person.name}`}>
      {person.of.map((l) => (
        <li key={l.id}>
          <span>{l.path ? <Link to={l.path}>{l.reason}</Link> : l.reason}{l.why ? <span className="note"> · {l.why}</span> : null}{l.attempt > 1 ? <span className="note"> · {w.attempt({ n: l.attempt })}</span> : null}</span>
          <LineMark state={l.state} />
          <b className="num">{showMoney(l.amountFen)}</b>
          {may(l) ? <button type="button" className="btn plain" onClick={() => withdraw(l)}>{w.withdraw}</button> : <i />}
        </li>
      ))}
    </ul>
  );
}

/** People of a list with their sums; the lines behind each unfold. */
export function People({ list }: { list: List }) {
  const w = useWords(words);
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Line | null>(null);
  const withdraw = useAct(api.withdrawLine, { refreshes: [api.list, api.lists, api.people], done: w.withdrawn, after: () => setWithdrawing(null) });
  const people = useList<Person>('payment-people', {
    filters: [{ kind: 'find', name: 'text', label: w.findPerson }, { kind: 'choose', name: 'state', label: w.anyLine, options: LineState.options.map((s) => [s, w[`line_${s}`]]) }],
    columns: {
      name: { title: w.person, width: 110, cell: (p) => <span className="cell"><b>{p.name}</b><small className="num">{p.staffNumber}</small></span> },
      unit: { title: w.unit, width: 120, cell: (p) => p.unit },
      why: { title: w.why, width: 190, cell: (p) => p.reasons.join(' · ') },
      amount: { title: w.amount, width: 116, align: 'right', cell: (p) => <b className="num">{showMoney(p.amountFen)}</b> },
      state: { title: w.state, width: 104, cell: (p) => (p.of[0] ? <LineMark state={p.of[0].state} /> : null) },
    },
  });
  const rows = useRows(api.people, people, { also: { id: list.id } });
  const may = (line: Line): boolean => (line.state === 'pending' && list.may.includes('edit')) || (line.state === 'failed' && list.may.includes('again'));
  const add = list.may.includes('add') ? <button type="button" className="btn primary" onClick={() => setAdding(true)}><Icon name="add" size={18} />{w.add}</button> : null;
  return (
    <>
      <ListPanel label={w.peopleTitle} list={people} rows={rows} also={list.people > 0 ? add : null} empty={<Empty icon="people" title={w.noPeople} hint={add ? w.noPeopleHint : undefined}>{add}</Empty>}
        expand={{ expandedRowRender: (p: Person) => <Lines person={p} may={may} withdraw={setWithdrawing} /> }} />
      {adding ? <AddRows id={list.id} close={() => setAdding(false)} /> : null}
      {withdrawing ? <Why title={w.withdrawTitle} hint={withdrawing.state === 'failed' ? w.giveUpHint : w.withdrawHint} busy={withdraw.busy} close={() => setWithdrawing(null)} done={(why) => withdraw.act({ id: list.id, lineId: withdrawing.id, why })} /> : null}
    </>
  );
}
