import { Link } from 'react-router';
import { Chip, Deadline, DeskPage, Empty, holds, Icon, type Output, refresh, showDay, showShare, useLive, useLocale, useMe, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { ENTRIES } from '../../catalogue.rules.ts';
import { desk } from '../../desk.contract.ts';
import { words as states } from '../../disclosure.words.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.register>['items'][number];
const STATES = ['due', 'drafted', 'checking', 'published', 'feedback', 'rectifying', 'rechecking', 'nothing', 'withdrawn', 'closed', 'archived', 'dropped'] as const;
const YEARS = 6;
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const sw = useWords(states);
  const language = useLocale();
  return {
    title: { title: w.what, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{sw.prefix} {r.number}</small></span> },
    entry: { title: w.entry, width: 150, cell: (r) => <span className="cell"><span>{r.entry}</span>{r.period ? <small className="num">{r.period}</small> : null}</span> },
    union: { title: w.union, width: 120, cell: (r) => r.union },
    due: { title: w.due, width: 120, cell: (r) => (r.dueAt === null || r.state === 'nothing' || r.state === 'dropped' ? '' : <Deadline due={r.dueAt} metAt={r.publishedAt} />) },
    published: { title: w.published, width: 100, cell: (r) => <span className="cell num"><span>{r.publishedAt ? showDay(r.publishedAt, language) : ''}</span>{r.lateDays > 0 ? <small>{w.lateN({ n: r.lateDays })}</small> : null}</span> },
    until: { title: w.until, width: 110, extra: true, cell: (r) => <span className="num">{r.publicUntil ? showDay(r.publicUntil, language) : ''}</span> },
    rate: { title: w.rate, width: 100, align: 'right', cell: (r) => (r.rate === null ? '' : <span className="cell num"><span>{showShare(r.rate / 1000)}</span><small>{w.readOf({ n: r.reads, all: r.audienceN })}</small></span>) },
    questions: { title: w.questions, width: 90, align: 'right', cell: (r) => <span className="cell num"><span>{r.questions || ''}</span>{r.open > 0 ? <small>{w.openN({ n: r.open })}</small> : null}</span> },
    state: { title: w.state, width: 120, cell: (r) => <span className="cell"><StateChip of={r.state} />{r.violation ? <Chip kind="late" icon="late">{w.violation}</Chip> : null}</span> },
  };
}

function useFilters(): Filter[] {
  const w = useWords(words);
  const sw = useWords(states);
  const years = Array.from({ length: YEARS }, (_, i) => String(thisYear() - i));
  return [
    { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, sw[`state_${s}`]]) }, { kind: 'choose', name: 'only', label: w.only, options: (['overdue', 'late', 'violation'] as const).map((o) => [o, w[`only_${o}`]]) },
    { kind: 'choose', name: 'entry', label: w.entry, options: ENTRIES.map((e) => [e, sw[`entry_${e}`]]) }, { kind: 'choose', name: 'year', label: w.year, options: years.map((y) => [y, y]) },
  ];
}

/** Everything that is or was to be disclosed: what waits first, by its day. */
export default function Register() {
  const w = useWords(words);
  const say = useSay();
  const me = useMe();
  const list = useList<Row>('disclosure', { filters: useFilters(), columns: useColumns() });
  const rows = useRows(desk.register, list);
  useLive(() => void refresh(desk.register));
  const actions = (
    <>
      <ListActions list={list} to={desk.exportRegister} can="disclosure.export" />
      <Link className="btn" to="/disclosure-board"><Icon name="board" size={18} />{w.board}</Link>
      {holds(me, 'disclosure.keep') ? <Link className="btn primary" to="/disclosures/new"><Icon name="add" size={18} />{w.create}</Link> : null}
    </>
  );
  return (
    <DeskPage title={say(titles.register)} about={rows.total === undefined ? undefined : w.registerAbout({ n: rows.total })} actions={actions}>
      <ListPanel list={list} rows={rows} open={(r) => `/disclosures/${r.id}`} empty={<Empty icon="board" title={w.empty} hint={w.emptyHint} />} />
    </DeskPage>
  );
}
