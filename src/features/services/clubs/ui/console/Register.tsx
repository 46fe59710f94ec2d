import { Chip, Deadline, DeskPage, Empty, type Output, refresh, showDate, useLive, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { CATEGORIES, STATES } from '../../clubs.rules.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { desk } from '../../desk.contract.ts';
import { stateKind } from '../both/ClubFacts.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../clubs.css';

type Row = Output<typeof desk.register>['items'][number];

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const language = useLocale();
  return {
    name: { title: kw.columnName, cell: (r) => <span className="cell"><b>{r.name}</b><small className="num">{kw.prefix} {r.number}</small></span> },
    category: { title: kw.columnCategory, width: 110, cell: (r) => kw[`category_${r.category}`] },
    union: { title: kw.columnUnion, width: 200, cell: (r) => r.union },
    leader: { title: kw.columnLeader, width: 100, cell: (r) => r.leader },
    members: { title: kw.columnMembers, width: 110, align: 'right', cell: (r) => <span className="num">{r.members}{r.capacity === null ? '' : `/${r.capacity}`}{r.waiting > 0 ? ` +${r.waiting}` : ''}</span> },
    gatherings: { title: kw.columnGatherings, width: 110, align: 'right', cell: (r) => <span className="num">{r.gatherings} · {r.attendances}</span> },
    state: { title: kw.columnState, width: 120, cell: (r) => <Chip kind={stateKind(r.state)}>{r.stateWord}</Chip> },
    due: { title: w.due, width: 120, cell: (r) => (r.nextDue ? <Deadline due={r.nextDue} /> : '') },
    founded: { title: kw.columnFounded, width: 120, extra: true, cell: (r) => (r.foundedOn ? <span className="num">{showDate(r.foundedOn, language)}</span> : '') },
  };
}

function useFilters(): Filter[] {
  const w = useWords(words);
  const kw = useWords(clubWords);
  return [
    { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, kw[`state_${s}`]]) }, { kind: 'choose', name: 'category', label: w.anyCategory, options: CATEGORIES.map((c) => [c, kw[`category_${c}`]]) },
  ];
}

/** Every club of the unions I keep them for; what waits to be approved first. */
export default function Register() {
  const w = useWords(words);
  const say = useSay();
  const list = useList<Row>('clubs', { filters: useFilters(), columns: useColumns() });
  const rows = useRows(desk.register, list);
  useLive(() => void refresh(desk.register));
  return (
    <DeskPage title={say(titles.register)} about={rows.answer ? w.registerAbout({ n: rows.answer.total }) : undefined} actions={<ListActions list={list} to={desk.exportRegister} can="clubs.export" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/clubs/${r.id}`} empty={<Empty icon="people" title={w.empty} hint={w.emptyHint} />} />
    </DeskPage>
  );
}
