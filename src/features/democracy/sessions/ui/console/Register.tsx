import { useNavigate } from 'react-router';
import { DeskPage, Empty, Icon, type Output, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../sessions.contract.ts';
import { SESSION_STATES, SORTS } from '../../sessions.rules.ts';
import { words as states } from '../../sessions.words.ts';
import { words as both } from '../both.words.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../desk.words.ts';

type Row = Output<typeof desk.register>['items'][number];

function useSessions(): List<Row> {
  const w = useWords(words);
  const b = useWords(both);
  const s = useWords(states);
  const language = useLocale();
  return useList<Row>('sessions', {
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: SESSION_STATES.map((x) => [x, s[`state_${x}`]]) }, { kind: 'choose', name: 'sort', label: w.anySort, options: SORTS.map((x) => [x, b[`sort_${x}`]]) }],
    columns: {
      title: { title: w.name, cell: (r) => <span className="cell"><b>{r.title}</b><small>{b[`sort_${r.sort}`]} · {r.body}</small></span> },
      union: { title: w.union, width: 170, cell: (r) => r.union },
      held: { title: w.held, width: 190, cell: (r) => <span className="cell"><span className="num">{showTime(r.heldAt, language)}</span><small>{r.place}</small></span> },
      state: { title: w.state, width: 140, cell: (r) => <StateChip of={r.state} /> },
      present: { title: w.presentCol, width: 130, align: 'right', cell: (r) => <span className="num">{r.entitled > 0 ? `${r.present} / ${r.entitled}` : ''}</span> },
      items: { title: w.itemsCol, width: 210, cell: (r) => w.itemsN({ passed: r.passed, failed: r.failed, n: r.items }) },
    },
  });
}

/** Sessions over the unions of the officer, latest first. */
export default function Register() {
  const w = useWords(words);
  const go = useNavigate();
  const list = useSessions();
  const rows = useRows(desk.register, list);
  const make = <button type="button" className="btn primary" onClick={() => void go('/sessions/new')}><Icon name="add" size={18} />{w.plan}</button>;
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={desk.exportRegister} can="sessions.export" />{make}</>}>
      <ListPanel list={list} rows={rows} open={(r) => `/sessions/${r.id}`} empty={<Empty icon="hall" title={w.none} hint={w.noneHint}>{make}</Empty>} />
    </DeskPage>
  );
}
