import { Link } from 'react-router';
import { Chip, Deadline, DeskPage, Empty, type Output, refresh, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { DECISIONS, KINDS, STATES } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.register>['items'][number];
const HIDDEN = ['gathering', 'withdrawn', 'lapsed'];
const YEARS = 6;
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() + 1;

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const t = useWords(texts);
  return {
    title: { title: w.colTitle, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{t.prefix} {r.number}</small></span> },
    kind: { title: w.colKind, width: 90, cell: (r) => t[`kind_${r.kind}`] },
    mover: { title: w.colMover, width: 130, cell: (r) => <span className="cell"><span>{r.mover}</span><small>{r.unit}</small></span> },
    seconders: { title: w.colSeconders, width: 60, align: 'right', cell: (r) => <span className="num">{r.seconders}</span> },
    session: { title: w.colSession, width: 130, cell: (r) => r.session },
    state: { title: w.colState, width: 130, cell: (r) => <span className="cell"><StateChip of={r} />{r.hot ? <Chip kind="gold" icon="star">{w.hot}</Chip> : null}</span> },
    department: { title: w.colDepartment, width: 110, cell: (r) => <span className="cell"><span>{r.department}</span><small>{r.owner}</small></span> },
    due: { title: w.colDue, width: 120, cell: (r) => (r.nextDue ? <Deadline due={r.nextDue} /> : r.dueOn && r.answeredOn ? <Deadline due={r.dueOn} metAt={r.answeredOn} /> : '') },
    satisfaction: { title: w.colSatisfaction, width: 80, cell: (r) => (r.satisfaction ? t[`satisfaction_${r.satisfaction}`] : '') },
  };
}

/** Everything that was handed in, the latest session first. */
export default function Register() {
  const w = useWords(words);
  const t = useWords(texts);
  const say = useSay();
  const filters: Filter[] = [
    { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.filter((s) => !HIDDEN.includes(s)).map((s) => [s, t[`state_${s}`]]) }, { kind: 'choose', name: 'kind', label: w.anyKind, options: KINDS.map((k) => [k, t[`kind_${k}`]]) },
    { kind: 'choose', name: 'decision', label: w.anyDecision, options: DECISIONS.map((d) => [d, t[`decision_${d}`]]) }, { kind: 'choose', name: 'year', label: w.year, options: Array.from({ length: YEARS }, (_, i) => String(thisYear() - i)).map((y) => [y, y]) },
    { kind: 'tick', name: 'open', label: w.onlyOpen }, { kind: 'tick', name: 'late', label: w.onlyLate }, { kind: 'tick', name: 'hot', label: w.onlyHot },
  ];
  const list = useList<Row>('proposals', { filters, columns: useColumns() });
  const rows = useRows(desk.register, list);
  useLive(() => void refresh(desk.register));
  return (
    <DeskPage title={say(titles.register)} about={rows.total === undefined ? undefined : w.registerAbout({ n: rows.total })} actions={<><ListActions list={list} to={desk.exportRegister} can="proposals.export" /><Link className="btn" to="/proposal-collections">{w.toCollections}</Link></>}>
      <ListPanel list={list} rows={rows} open={(r) => `/proposals/${r.id}`} empty={<Empty icon="form" title={w.empty} hint={w.emptyHint}><Link className="btn" to="/proposal-collections">{w.toCollections}</Link></Empty>} />
    </DeskPage>
  );
}
