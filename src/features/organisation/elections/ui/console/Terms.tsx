import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showDate, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { terms } from '../../elections.contract.ts';
import { STANDS } from '../../elections.rules.ts';
import { words as part } from '../../elections.words.ts';
import { words } from '../desk.words.ts';
import '../elections.css';

type Row = Output<typeof terms.list>['items'][number];
const TINT = { running: 'ok', prepare: 'warn', delayed: 'late', overdue: 'late', none: 'quiet' } as const;

function Act({ of: r }: { of: Row }) {
  const w = useWords(words);
  if (r.electionId) return <Link to={`/elections/${r.electionId}`}>{w.open}</Link>;
  if (!r.may.includes('start')) return null;
  const fill = r.vacantSince !== null;
  return fill || r.stands !== 'running' ? <Link to={`/elections/new?unionId=${r.unionId}${fill ? '&post=chair' : ''}`}>{fill ? w.fill : w.start}</Link> : null;
}

function useTerms(): List<Row> {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const day = (d: string): string => showDate(d, language);
  return useList<Row>('election-terms', {
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'stands', label: w.anyStand, options: STANDS.map((s) => [s, w[`${s}Option`]]) }],
    columns: {
      union: { title: w.union, cell: (r) => <span className="cell"><b>{r.union}</b><small>{r.above}</small></span> },
      members: { title: w.members, width: 80, align: 'right', cell: (r) => <span className="num">{r.members}</span> },
      chair: { title: w.chair, width: 230, cell: (r) => (r.vacantSince && r.vacantDue ? <Chip kind="late" icon="late">{w.vacantSince({ day: day(r.vacantSince), due: day(r.vacantDue) })}</Chip> : r.chair) },
      term: { title: w.term, width: 210, cell: (r) => (r.termTo ? <span className="num">{r.termFrom ? `${r.termFrom} — ` : ''}{r.termTo}</span> : '') },
      stands: { title: w.standsColumn, width: 190, cell: (r) => <span className="elecline"><Chip kind={TINT[r.stands]}>{p[`stands_${r.stands}`]}</Chip>{r.days !== null && r.stands !== 'running' ? <small className="num">{r.days >= 0 ? w.daysLeft({ n: r.days }) : w.daysOver({ n: -r.days })}</small> : null}</span> },
      state: { title: w.state, width: 130, cell: (r) => (r.electionState ? p[`state_${r.electionState}`] : '') },
      act: { title: '', width: 100, cell: (r) => <Act of={r} /> },
    },
  });
}

/** The watch over terms of the own unions and those below: what ends, what is over, where nobody chairs. */
export default function Terms() {
  const w = useWords(words);
  const list = useTerms();
  const rows = useRows(terms.list, list);
  const [chosen, choose] = useState<readonly string[]>([]);
  const remind = useAct(terms.remind, { done: w.reminded, after: () => choose([]) });
  const a = rows.answer;
  const tiles = [['soon', w.soon, a?.soon], ['over', w.over, a?.over], ['vacant', w.vacant, a?.vacant]] as const;
  return (
    <DeskPage title={w.terms} about={a ? w.aboutTerms({ n: a.total }) : undefined} actions={<ListActions list={list} to={terms.exportTerms} can="elections.export" />}>
      <div className="tiles noprint">{tiles.map(([key, title, n]) => <Link key={key} className="tile" to={`/elections/terms?stands=${key}`}><small>{title}</small><b className={`num ${n && key !== 'soon' ? 'late' : ''}`}>{n ?? ''}</b></Link>)}</div>
      <ListPanel list={list} rows={rows} empty={<Empty icon="calendar" title={w.noTerms} />} ticks={{ chosen, choose, can: (r) => r.may.includes('remind'), label: (r) => w.tick({ union: r.union }) }}
        bulk={chosen.length > 0 ? <button type="button" className="btn primary" disabled={remind.busy} onClick={() => remind.act({ unionIds: [...chosen] })}><Icon name="bell" size={18} />{w.remind}</button> : null} />
    </DeskPage>
  );
}
