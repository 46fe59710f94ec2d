import { useParams } from 'react-router';
import { Deadline, DeskPage, Empty, type Output, showDay, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { api } from '../../housing.contract.ts';
import { words as said } from '../../housing.words.ts';
import { Standing } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';

type Answered = Output<typeof desk.queue>['items'][number];
type Row = Answered & { readonly id: string };
const STANDINGS = ['waiting', 'offered', 'taken', 'lives'] as const;

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const language = useLocale();
  return {
    place: { title: w.place, width: 80, align: 'right', cell: (x) => <b className="num">{x.place}</b> }, order: { title: w.order, width: 80, align: 'right', cell: (x) => <span className="num">{x.order}</span> }, name: { title: w.name, cell: (x) => <span className="cell"><b>{x.name}</b><small className="num">{x.staffNumber}</small></span> }, unit: { title: w.unit, cell: (x) => x.unit },
    people: { title: w.people, width: 90, align: 'right', cell: (x) => <span className="num">{x.people}</span> }, standing: { title: w.standing, width: 110, cell: (x) => <Standing of={x.standing} /> }, flat: { title: w.flat, width: 110, cell: (x) => x.flat }, joined: { title: w.joined, width: 140, cell: (x) => <span className="num">{showDay(x.joinedAt, language)}</span> }, due: { title: w.due, width: 130, cell: (x) => (x.dueAt ? <Deadline due={x.dueAt} /> : '') },
  };
}

/** The queue of an allocation in its strict order: who waits at which place, who has which flat. */
export default function Queue() {
  const w = useWords(words);
  const sw = useWords(said);
  const { id = '' } = useParams();
  const allocation = useCall(api.allocation, { id });
  const list = useList<Row>('housing-queue', { columns: useColumns(), filters: [{ kind: 'find', name: 'text', label: w.findFlat }, { kind: 'choose', name: 'standing', label: w.anyStanding, options: STANDINGS.map((s) => [s, sw[`standing_${s}`]]) }], ask: (set) => ({ ...set, allocationId: id }) });
  const { unionId: _, ...asked } = list.asked;
  const rows = useRows(desk.queue, { ...list, asked });
  const shown = { ...rows, items: rows.items.map((x) => ({ ...(x as Answered), id: (x as Answered).claimId })) };
  return (
    <DeskPage title={w.queue} about={allocation.data ? `${allocation.data.title} · ${rows.answer ? w.total({ n: rows.answer.total }) : ''}` : undefined} crumbs={[{ title: allocation.data?.title ?? '', to: `/housing/${id}` }]} actions={<ListActions list={{ ...list, asked }} to={desk.exportQueue} can="housing.export" />}>
      <ListPanel list={{ ...list, asked }} rows={shown} open={(x) => `/housing-applications/${x.applicationId}`} empty={<Empty icon="people" title={w.noQueue} />} />
    </DeskPage>
  );
}
