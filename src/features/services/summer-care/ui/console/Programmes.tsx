import { Link } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showDay, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as server } from '../../summer-care.words.ts';
import { words } from '../care-desk.words.ts';
import { Tabs } from './Tabs.tsx';

type Row = Output<typeof desk.programmes>['items'][number];
const LOOK = { draft: 'quiet', coming: 'info', open: 'ok', running: 'info', over: 'quiet' } as const;

/** Where a programme stands. */
export function PhaseChip({ of }: { of: Row['phase'] }) {
  const w = useWords(server);
  return <Chip kind={LOOK[of]}>{w[`phase_${of}`]}</Chip>;
}

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const language = useLocale();
  return {
    title: { title: w.name, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{r.year}</small></span> }, union: { title: w.union, width: 170, cell: (r) => r.union }, ages: { title: w.ages, width: 110, cell: (r) => w.agesN({ from: r.ageFrom, to: r.ageTo }) },
    dates: { title: w.dates, width: 300, cell: (r) => (r.startsOn && r.endsOn ? <span className="num">{showDay(r.startsOn, language)} – {showDay(r.endsOn, language)}</span> : null) }, sessions: { title: w.sessions, width: 70, align: 'right', cell: (r) => <span className="num">{r.sessions}</span> },
    places: { title: w.places, width: 110, align: 'right', cell: (r) => <span className="num">{w.takenOf({ taken: r.taken, places: r.places })}</span> }, waiting: { title: w.waiting, width: 70, align: 'right', cell: (r) => <span className="num">{r.waiting > 0 ? r.waiting : ''}</span> }, state: { title: w.state, width: 120, cell: (r) => <PhaseChip of={r.phase} /> },
  };
}

/** Programmes of the unions I keep them for, latest first. */
export default function Programmes() {
  const w = useWords(words);
  const now = new Date().getUTCFullYear();
  const years = [now + 1, now, now - 1, now - 2, now - 3].map((y): readonly [string, string] => [String(y), String(y)]);
  const list = useList<Row>('care-programmes', { filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'year', label: w.anyYear, options: years }], columns: useColumns() });
  const rows = useRows(desk.programmes, list);
  const actions = <><ListActions list={list} to={desk.exportProgrammes} can="summerCare.export" /><Link className="btn primary" to="/summer-care/new"><Icon name="add" size={18} />{w.create}</Link></>;
  return (
    <DeskPage title={w.title} about={rows.total === undefined ? undefined : w.about({ n: rows.total })} actions={actions}>
      <Tabs />
      <ListPanel list={list} rows={rows} open={(r) => `/summer-care/${r.id}`} empty={<Empty icon="child" title={w.noProgrammes} hint={w.noProgrammesHint} />} />
    </DeskPage>
  );
}
