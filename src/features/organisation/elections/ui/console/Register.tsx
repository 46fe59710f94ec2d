import { Link } from 'react-router';
import { Chip, Deadline, DeskPage, Empty, Icon, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../elections.contract.ts';
import { KINDS, STATES } from '../../elections.rules.ts';
import { words as part } from '../../elections.words.ts';
import { words } from '../desk.words.ts';

type Row = Output<typeof desk.register>['items'][number];
const TINT: Partial<Record<Row['state'], 'ok' | 'late' | 'quiet' | 'info'>> = { confirmed: 'ok', annulled: 'late', calledOff: 'quiet', voting: 'info' };

/** How far an election is. */
export const StateChip = ({ of }: { of: Pick<Row, 'state' | 'stateWord'> }) => <Chip kind={TINT[of.state] ?? 'warn'}>{of.stateWord}</Chip>;

function useElections(): List<Row> {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  return useList<Row>('elections', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, p[`state_${s}`]]) }, { kind: 'choose', name: 'kind', label: w.anyKind, options: KINDS.map((k) => [k, p[`kind_${k}`]]) },
    ],
    columns: {
      union: { title: w.union, cell: (r) => <span className="cell"><b>{r.union}</b><small>{r.number}</small></span> },
      kind: { title: w.kind, width: 170, cell: (r) => <span className="cell"><span>{r.kind === 'renewal' ? w.termN({ n: r.term }) : `${p.kind_byElection} ${p[`post_${r.post}`]}`}</span><small>{p[`timing_${r.timing}`]}</small></span> },
      state: { title: w.state, width: 150, cell: (r) => <StateChip of={r} /> },
      planned: { title: w.planned, width: 130, cell: (r) => <span className="num">{showDate(r.electedOn ?? r.plannedOn, language)}</span> },
      ends: { title: w.ends, width: 130, cell: (r) => (r.endsOn ? <span className="num">{showDate(r.endsOn, language)}</span> : '') },
      due: { title: w.due, width: 150, cell: (r) => (r.due ? <Deadline due={r.due} /> : '') },
    },
  });
}

/** Elections of the officer's unions, latest first. */
export default function Register() {
  const w = useWords(words);
  const list = useElections();
  const rows = useRows(desk.register, list);
  const begin = <Link className="btn primary" to="/elections/new"><Icon name="add" size={18} />{w.new}</Link>;
  return (
    <DeskPage title={w.title} about={rows.answer ? w.about({ n: rows.answer.total }) : undefined} actions={<><ListActions list={list} to={desk.exportRegister} can="elections.count" /><Link className="btn" to="/elections/terms"><Icon name="calendar" size={18} />{w.terms}</Link>{begin}</>}>
      <ListPanel list={list} rows={rows} open={(r) => `/elections/${r.id}`} empty={<Empty icon="vote" title={w.none} hint={w.noneHint}><Link className="btn primary" to="/elections/terms">{w.terms}</Link></Empty>} />
    </DeskPage>
  );
}
