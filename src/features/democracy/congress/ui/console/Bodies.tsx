import { Link } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showDate, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { KINDS } from '../../congress.rules.ts';
import { words as congressWords } from '../../congress.words.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof api.bodies>['items'][number];

/** How long a term lasts yet: late once it is over, near within six months. */
export function TimeLeft({ of: r }: { of: Pick<Row, 'monthsLeft' | 'stage'> }) {
  const w = useWords(words);
  if (r.monthsLeft === null || r.stage !== 'sitting') return null;
  if (r.monthsLeft < 0) return <Chip kind="late" icon="late">{w.isOver}</Chip>;
  return r.monthsLeft < 6 ? <Chip kind="warn" icon="clock">{r.monthsLeft === 0 ? w.leftNone : w.left({ n: r.monthsLeft })}</Chip> : null;
}

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const language = useLocale();
  return {
    name: { title: kw.columnBody, cell: (r) => <span className="cell"><b>{r.name}</b><small>{r.union}</small></span> },
    kind: { title: kw.columnKind, width: 150, cell: (r) => <span className="cell"><span>{kw[`kind_${r.kind}`]}</span><small>{kw[`form_${r.form}`]}</small></span> },
    term: { title: kw.columnTerm, width: 130, cell: (r) => (r.number === null ? <Chip>{w.noTerm}</Chip> : <span className="cell"><span>{kw.termOf({ n: r.number })}</span><small>{kw[`stage_${r.stage ?? 'prepared'}`]}</small></span>) },
    ends: { title: kw.columnEnds, width: 210, cell: (r) => (r.endsOn === null ? '' : <span className="congline"><span className="num">{showDate(r.endsOn, language)}</span><TimeLeft of={r} />{r.nextId ? <Chip kind="info">{w.nextPrepared}</Chip> : null}</span>) },
    seats: { title: kw.columnDelegates, width: 110, align: 'right', cell: (r) => <span className="num">{r.form === 'meeting' ? '' : `${r.delegates}/${r.seats}`}</span> },
    vacant: { title: kw.columnVacant, width: 80, align: 'right', cell: (r) => (r.vacancies > 0 ? <Chip kind="warn">{r.vacancies}</Chip> : '') },
  };
}

function useFilters(): Filter[] {
  const w = useWords(words);
  const kw = useWords(congressWords);
  return [
    { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'kind', label: w.anyKind, options: KINDS.map((k) => [k, kw[`kind_${k}`]]) },
    { kind: 'choose', name: 'ends', label: w.anyEnd, options: [['six', w.ends_six], ['over', w.ends_over]] }, { kind: 'tick', name: 'vacant', label: w.onlyVacant },
  ];
}

/** Every body of the unions I keep them for, with the watch over ends of terms. */
export default function Bodies() {
  const w = useWords(words);
  const say = useSay();
  const list = useList<Row>('congress', { filters: useFilters(), columns: useColumns(), ask: (set) => ({ ...set, ...(set['vacant'] ? { vacant: 'true' } : {}) }) });
  const rows = useRows(api.bodies, list);
  const a = rows.answer;
  return (
    <DeskPage title={say(titles.bodies)} about={a ? w.about({ n: a.total }) : undefined} actions={<><ListActions list={list} to={api.exportBodies} can="congress.export" /><Link className="btn primary" to="/congress/new"><Icon name="add" size={18} />{w.add}</Link></>}>
      {a && a.soon + a.over + a.vacant > 0 ? (
        <div className="tiles noprint">
          <Link className="tile" to="/congress?ends=six"><small>{w.soon}</small><b className="num">{a.soon}</b></Link><Link className="tile" to="/congress?ends=over"><small>{w.over}</small><b className={`num ${a.over > 0 ? 'late' : ''}`}>{a.over}</b></Link><Link className="tile" to="/congress?vacant=1"><small>{w.vacantBodies}</small><b className="num">{a.vacant}</b></Link>
        </div>
      ) : null}
      <ListPanel list={list} rows={rows} open={(r) => (r.termId ? `/congress/terms/${r.termId}` : `/congress/bodies/${r.id}`)} empty={<Empty icon="hall" title={w.empty} hint={w.emptyHint}><Link className="btn primary" to="/congress/new">{w.add}</Link></Empty>} />
    </DeskPage>
  );
}
