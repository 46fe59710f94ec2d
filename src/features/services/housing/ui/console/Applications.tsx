import { Chip, Deadline, DeskPage, Empty, type Output, refresh, showTime, useLive, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { STATES } from '../../housing.rules.ts';
import { words as said } from '../../housing.words.ts';
import { lookOf, Standing } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.applications>['items'][number];

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const language = useLocale();
  return {
    name: { title: w.name, cell: (h) => <span className="cell"><b>{h.name}</b><small className="num">{h.number} · {h.staffNumber}</small></span> }, unit: { title: w.unit, cell: (h) => h.unit }, allocation: { title: w.title, cell: (h) => h.allocation }, order: { title: w.order, width: 80, align: 'right', cell: (h) => <b className="num">{h.order}</b> },
    people: { title: w.people, width: 90, align: 'right', cell: (h) => <span className="num">{h.people}</span> }, papers: { title: w.papers, width: 80, cell: (h) => <span className="num">{w.papersN({ n: h.papers })}</span> }, state: { title: w.state, width: 120, cell: (h) => <Chip kind={lookOf(h.state)}>{h.stateWord}</Chip> },
    standing: { title: w.standing, width: 110, cell: (h) => (h.standing === 'none' ? '' : <Standing of={h.standing} />) }, submitted: { title: w.submitted, width: 150, cell: (h) => (h.submittedAt ? <span className="num">{showTime(h.submittedAt, language)}</span> : '') }, due: { title: w.due, width: 120, cell: (h) => (h.due ? <Deadline due={h.due} /> : '') },
  };
}

/** Applications that I check, latest submitted first. */
export default function Applications() {
  const w = useWords(words);
  const sw = useWords(said);
  const say = useSay();
  const list = useList<Row>('housing-applications', { columns: useColumns(), more: ['allocationId'], filters: [{ kind: 'find', name: 'text', label: w.findPerson }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.filter((s) => s !== 'drafted').map((s) => [s, sw[s]]) }] });
  const rows = useRows(desk.applications, list);
  useLive(() => void refresh(desk.applications));
  return (
    <DeskPage title={say(titles.applications)} about={rows.answer ? w.total({ n: rows.answer.total }) : undefined} actions={<ListActions list={list} to={desk.exportApplications} can="housing.export" />}>
      <ListPanel list={list} rows={rows} open={(h) => `/housing-applications/${h.id}`} empty={<Empty icon="house" title={w.noApplications} />} />
    </DeskPage>
  );
}
