import { useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../ballots.contract.ts';
import { PAPERS, STATES } from '../../matters.rules.ts';
import { words } from '../desk.words.ts';
import { LEVEL_CHIP, STATE_CHIP, words as phone } from '../phone.words.ts';

type Row = Output<typeof desk.register>['items'][number];

function useBallots(): List<Row> {
  const w = useWords(words);
  const p = useWords(phone);
  const language = useLocale();
  return useList<Row>('ballots', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, p[`state_${s}`]]) },
      { kind: 'choose', name: 'paper', label: w.anyPaper, options: PAPERS.map((k) => [k, w[`paper_${k}`]]) },
    ],
    columns: {
      title: { title: w.name, cell: (r) => <span className="cell"><b>{r.title}</b><small>{w[`paper_${r.paper as 'motion'}`]}</small></span> },
      union: { title: w.union, cell: (r) => r.union },
      level: { title: w.level, width: 130, cell: (r) => <Chip kind={LEVEL_CHIP[r.level]}>{w[`level_${r.level}`]}</Chip> },
      state: { title: w.state, width: 170, cell: (r) => <><Chip kind={STATE_CHIP[r.state]}>{p[`state_${r.state}`]}</Chip>{r.verdict && r.state !== 'void' ? <small> {p[`verdict_${r.verdict as 'passed'}`]}</small> : null}</> },
      closes: { title: w.closes, width: 180, cell: (r) => (r.closesAt ? <span className="num">{showTime(r.closesAt, language)}</span> : '') },
      turnout: { title: w.turnout, width: 130, align: 'right', cell: (r) => <span className="num">{r.given} / {r.entitled}</span> },
    },
  });
}

/** Votes over the unions of the officer, latest first. */
export default function Register() {
  const w = useWords(words);
  const go = useNavigate();
  const list = useBallots();
  const rows = useRows(desk.register, list);
  const make = <button type="button" className="btn primary" onClick={() => void go('/ballots/new')}><Icon name="add" size={18} />{w.new}</button>;
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={desk.exportRegister} can="ballots.keep" />{make}</>}>
      <ListPanel list={list} rows={rows} open={(r) => `/ballots/${r.id}`} empty={<Empty icon="vote" title={w.none} hint={w.noneHint}>{make}</Empty>} />
    </DeskPage>
  );
}
