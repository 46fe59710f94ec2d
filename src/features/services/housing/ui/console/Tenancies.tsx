import { Chip, Deadline, DeskPage, Empty, type Output, showMoney, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as said } from '../../housing.words.ts';
import { lookOf } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.tenancies>['items'][number];
const STATES = ['agreed', 'lives', 'leaving', 'ended'] as const;

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const sw = useWords(said);
  return {
    flat: { title: w.flat, cell: (n) => <span className="cell"><b>{n.flat}</b><small>{n.estate}</small></span> }, name: { title: w.tenant, cell: (n) => <span className="cell">{n.name}<small className="num">{n.staffNumber}</small></span> }, unit: { title: w.unit, cell: (n) => n.unit }, people: { title: w.people, width: 90, align: 'right', cell: (n) => <span className="num">{n.people}</span> },
    rent: { title: w.rent, width: 130, align: 'right', cell: (n) => <span className="num">{showMoney(n.rentFen)}</span> }, term: { title: w.term, width: 220, cell: (n) => <span className="num">{n.from ? `${n.from} – ${n.to ?? ''}` : ''}</span> }, state: { title: w.state, width: 120, cell: (n) => <Chip kind={lookOf(n.state)}>{sw[`tenancy_${n.state}`]}</Chip> },
    leaveBy: { title: w.leaveBy, width: 150, cell: (n) => (n.leaveBy && n.endedOn === null ? <span className="cell"><Deadline due={n.leaveBy} /><small>{n.notice}</small></span> : '') },
  };
}

/** Who lives where, what is to be handed over first. */
export default function Tenancies() {
  const w = useWords(words);
  const sw = useWords(said);
  const say = useSay();
  const list = useList<Row>('housing-tenancies', { columns: useColumns(), more: ['allocationId'], filters: [{ kind: 'find', name: 'text', label: w.findFlat }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, sw[`tenancy_${s}`]]) }] });
  const rows = useRows(desk.tenancies, list);
  return (
    <DeskPage title={say(titles.tenancies)} about={rows.answer ? w.total({ n: rows.answer.total }) : undefined} actions={<ListActions list={list} to={desk.exportTenancies} can="housing.export" />}>
      <ListPanel list={list} rows={rows} open={(n) => `/housing-tenancies/${n.id}`} empty={<Empty icon="key" title={w.noTenancies} />} />
    </DeskPage>
  );
}
