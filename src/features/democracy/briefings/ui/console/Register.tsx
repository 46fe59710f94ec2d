import { Link } from 'react-router';
import { DeskPage, Empty, Icon, type Output, refresh, showTime, useLive, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../briefings.contract.ts';
import { words as states } from '../../briefings.words.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof api.register>['items'][number];
const STATES = ['planned', 'live', 'ended', 'published', 'calledOff'] as const;
const YEARS = 6;
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const sw = useWords(states);
  const language = useLocale();
  return {
    title: { title: w.what, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{sw.prefix} {r.number}</small></span> }, union: { title: w.union, width: 170, cell: (r) => r.union }, held: { title: w.held, width: 170, cell: (r) => <span className="num">{showTime(r.heldAt, language)}</span> },
    place: { title: w.place, width: 160, extra: true, cell: (r) => r.place }, attended: { title: w.attendedCol, width: 80, align: 'right', cell: (r) => <span className="num">{r.attended || ''}</span> }, questions: { title: w.questionsCol, width: 100, align: 'right', cell: (r) => <span className="num">{r.questions > 0 ? `${String(r.answered)} / ${String(r.questions)}` : ''}</span> },
    state: { title: w.state, width: 130, cell: (r) => <StateChip of={r.state} /> },
  };
}

/** Briefings of the unions I keep them for, latest first. */
export default function Register() {
  const w = useWords(words);
  const sw = useWords(states);
  const say = useSay();
  const filters: Filter[] = [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, sw[`state_${s}`]]) }, { kind: 'choose', name: 'year', label: w.year, options: Array.from({ length: YEARS }, (_, i) => String(thisYear() - i)).map((y) => [y, y]) }];
  const list = useList<Row>('briefings', { filters, columns: useColumns() });
  const rows = useRows(api.register, list);
  useLive(() => void refresh(api.register));
  const actions = <><ListActions list={list} to={api.exportRegister} can="briefings.export" /><Link className="btn primary" to="/briefings/new"><Icon name="add" size={18} />{w.plan}</Link></>;
  return <DeskPage title={say(titles.register)} about={rows.total === undefined ? undefined : w.registerAbout({ n: rows.total })} actions={actions}><ListPanel list={list} rows={rows} open={(r) => `/briefings/${r.id}`} empty={<Empty icon="hall" title={w.empty} hint={w.statHint} />} /></DeskPage>;
}
