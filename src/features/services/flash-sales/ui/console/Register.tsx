import { Link } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showMoney, showNumber, showTime, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api, STATES } from '../../sales.contract.ts';
import { OCCASIONS } from '../../sales.rules.ts';
import { words as saleWords } from '../../sales.words.ts';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../desk.words.ts';
import { words as titles } from '../screens.words.ts';
import '../sales.css';

type Row = Output<typeof api.register>['items'][number];

/** Flash sales of the officer's unions, latest start first. */
export default function Register() {
  const w = useWords(words);
  const sw = useWords(saleWords);
  const say = useSay();
  const language = useLocale();
  const list = useList<Row>('sales', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, sw[`state_${s}`]] as const) },
      { kind: 'choose', name: 'occasion', label: w.anyOccasion, options: OCCASIONS.map((o) => [o, sw[`occasion_${o}`]] as const) },
    ],
    columns: {
      title: { title: w.name, cell: (r) => <span className="cell"><b>{r.title}</b><small>{r.union.name}</small></span> },
      state: { title: w.state, width: 130, cell: (r) => <><StateChip state={r.state} word={r.stateWord} />{r.returned ? <> <Chip kind="warn">{w.returned}</Chip></> : null}</> },
      opens: { title: w.opens, width: 150, cell: (r) => <span className="num">{showTime(r.opensAt, language)}</span> },
      places: { title: w.places, width: 80, align: 'right', cell: (r) => <span className="num">{showNumber(r.places)}</span> },
      taken: { title: w.taken, width: 130, align: 'right', cell: (r) => <span className="num">{showNumber(r.taken)} / {showNumber(r.handed)}</span> },
      seconds: { title: w.seconds, width: 110, align: 'right', cell: (r) => (r.lastSeconds === null ? '' : <span className="num">{w.secondsN({ n: showNumber(r.lastSeconds) })}</span>) },
      price: { title: w.price, width: 100, align: 'right', extra: true, cell: (r) => <span className="num">{r.pays === 'points' ? w.pointsN({ n: r.price / 100 }) : showMoney(r.price)}</span> },
      cost: { title: w.cost, width: 130, align: 'right', cell: (r) => <span className="num">{showMoney(r.costFen)}</span> },
      maker: { title: w.madeBy, width: 100, extra: true, cell: (r) => r.madeBy },
    },
  });
  const rows = useRows(api.register, list);
  const make = <Link className="btn primary" to="/flash-sales/new"><Icon name="add" size={18} />{w.make}</Link>;
  return (
    <DeskPage title={say(titles.sales)} about={w.about} actions={<><ListActions list={list} to={api.exportRegister} can="sales.export" />{make}</>}>
      <ListPanel list={list} rows={rows} open={(r) => `/flash-sales/${r.id}`} empty={<Empty icon="flash" title={w.none} hint={w.noneHint}>{make}</Empty>} />
    </DeskPage>
  );
}
