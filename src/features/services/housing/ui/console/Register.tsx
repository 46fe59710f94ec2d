import { Link } from 'react-router';
import { DeskPage, Empty, Icon, type Output, showSpan, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as said } from '../../housing.words.ts';
import { PHASES } from '../../housing.rules.ts';
import { PhaseChip } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.register>['items'][number];

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const language = useLocale();
  const n = (value: number) => <span className="num">{value}</span>;
  return {
    title: { title: w.title, cell: (a) => <span className="cell"><b>{a.title}</b><small>{a.union}</small></span> }, union: { title: w.union, extra: true, cell: (a) => a.union }, phase: { title: w.phase, width: 120, cell: (a) => <PhaseChip of={a.phase} /> },
    flats: { title: w.flats, width: 80, align: 'right', cell: (a) => n(a.flats) }, given: { title: w.given, width: 80, align: 'right', cell: (a) => n(a.given) }, applications: { title: w.applications, width: 80, align: 'right', cell: (a) => n(a.applications) }, waiting: { title: w.waiting, width: 80, align: 'right', cell: (a) => n(a.waiting) },
    opens: { title: w.opens, width: 260, cell: (a) => <span className="num">{showSpan(a.opensAt, a.closesAt, language)}</span> },
  };
}

/** Allocations of the unions I keep housing for, latest first. */
export default function Register() {
  const w = useWords(words);
  const sw = useWords(said);
  const say = useSay();
  const list = useList<Row>('housing', { columns: useColumns(), filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'phase', label: w.anyPhase, options: PHASES.map((p) => [p, sw[`phase_${p}`]]) }] });
  const rows = useRows(desk.register, list);
  const actions = <><Link className="btn" to="/housing-statistics"><Icon name="chart" size={18} />{w.statistics}</Link><ListActions list={list} to={desk.exportRegister} can="housing.export" /><Link className="btn primary" to="/housing/new"><Icon name="add" size={18} />{w.add}</Link></>;
  return <DeskPage title={say(titles.allocations)} about={rows.answer ? w.total({ n: rows.answer.total }) : undefined} actions={actions}><ListPanel list={list} rows={rows} open={(a) => `/housing/${a.id}`} empty={<Empty icon="house" title={w.empty} hint={w.emptyHint} />} /></DeskPage>;
}
