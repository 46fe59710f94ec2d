import { Link } from 'react-router';
import { DeskPage, Empty, Icon, type Output, refresh, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { KINDS } from '../../activities.rules.ts';
import { words as states } from '../../activities.words.ts';
import { desk } from '../../desk.contract.ts';
import { StandingChip, useTimes } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.register>['items'][number];

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const sw = useWords(states);
  const times = useTimes();
  return {
    title: { title: w.what, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{sw.prefix} {r.number}</small></span> },
    kind: { title: w.kind, width: 100, cell: (r) => sw[`kind_${r.kind}`] },
    starts: { title: w.starts, width: 230, cell: (r) => <span className="num">{times(r.startsAt, r.endsAt)}</span> },
    place: { title: w.place, extra: true, cell: (r) => r.place },
    union: { title: w.union, width: 170, cell: (r) => r.union },
    organiser: { title: w.organiser, width: 90, extra: true, cell: (r) => r.organiser },
    places: { title: w.places, width: 120, align: 'right', cell: (r) => <span className="cell num"><span>{r.taken} / {r.capacity}</span>{r.waiting > 0 ? <small>{w.waitingN({ n: r.waiting })}</small> : null}</span> },
    came: { title: w.came, width: 70, align: 'right', cell: (r) => <span className="num">{r.came > 0 ? r.came : ''}</span> },
    stars: { title: w.stars, width: 70, align: 'right', cell: (r) => <span className="num">{r.stars === null ? '' : r.stars.toFixed(1)}</span> },
    state: { title: w.state, width: 120, cell: (r) => <StandingChip of={r.standing} /> },
  };
}

function useFilters(): Filter[] {
  const w = useWords(words);
  const sw = useWords(states);
  return [
    { kind: 'find', name: 'text', label: w.find },
    { kind: 'choose', name: 'state', label: w.anyState, options: [['upcoming', w.upcoming], ['over', w.over], ['cancelled', w.cancelled], ...(['drafted', 'submitted', 'returned', 'declined', 'withdrawn'] as const).map((s) => [s, sw[s]] as const)] },
    { kind: 'choose', name: 'kind', label: w.anyKind, options: KINDS.map((k) => [k, sw[`kind_${k}`]]) },
    { kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] },
  ];
}

/** Every activity of the unions I keep them for, latest beginning first. */
export default function Register() {
  const w = useWords(words);
  const say = useSay();
  const list = useList<Row>('activities', { filters: useFilters(), columns: useColumns(), more: ['seriesId'] });
  const rows = useRows(desk.register, list);
  useLive(() => void refresh(desk.register));
  const actions = <><ListActions list={list} to={desk.exportRegister} can="activities.export" /><Link className="btn primary" to="/activities/new"><Icon name="add" size={18} />{w.create}</Link></>;
  return (
    <DeskPage title={say(titles.register)} about={rows.total === undefined ? undefined : w.registerAbout({ n: rows.total })} actions={actions}>
      <ListPanel list={list} rows={rows} open={(r) => `/activities/${r.id}`} empty={<Empty icon="calendar" title={w.empty} hint={w.emptyHint} />} />
    </DeskPage>
  );
}
