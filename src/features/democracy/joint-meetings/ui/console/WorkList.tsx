import { Deadline, DeskPage, Empty, type Output, useSay, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../joint-meetings.contract.ts';
import { ITEM_STATES, SIDES } from '../../joint-meetings.rules.ts';
import { ItemChip } from '../both/looks.tsx';
import { words } from '../joint-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof api.items>['items'][number];

/** The work lists of all councils: open ones first, the earliest due on top. */
export default function WorkList() {
  const w = useWords(words);
  const say = useSay();
  const list = useList<Row>('joint-items', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: ITEM_STATES.map((s) => [s, w[`item_${s}`]]) }, { kind: 'choose', name: 'side', label: w.anySide, options: SIDES.map((s) => [s, w[`side_${s}`]]) }, { kind: 'choose', name: 'late', label: w.all, options: [['yes', w.onlyLate]] },
    ],
    columns: {
      title: { title: w.item, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{r.number}</small></span> }, council: { title: w.council, width: 200, cell: (r) => r.council }, owner: { title: w.owner, width: 170, cell: (r) => `${w[`side_${r.side}`]} · ${r.owner}` },
      due: { title: w.due, width: 150, cell: (r) => (r.state === 'working' || r.state === 'asked' ? <Deadline due={r.dueOn} /> : <span className="num">{r.dueOn}</span>) }, progress: { title: w.progress, width: 90, align: 'right', cell: (r) => <span className="num">{r.state === 'done' ? 100 : r.progress}%</span> }, state: { title: w.state, width: 140, cell: (r) => <ItemChip of={r.state} /> },
    },
  });
  const rows = useRows(api.items, list);
  return <DeskPage title={say(titles.list)} actions={<ListActions list={list} to={api.exportItems} can="jointMeetings.keep" />}><ListPanel list={list} rows={rows} open={(r) => `/joint-meetings/items/${r.id}`} empty={<Empty icon="tasks" title={w.listNone} hint={w.noItemsHint} />} /></DeskPage>;
}
