import { Deadline, DeskPage, Empty, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof api.register>['items'][number];

function useRequests(): List<Row> {
  const w = useWords(words);
  const language = useLocale();
  return useList<Row>('data-requests', {
    filters: [{ kind: 'parts', name: 'which', label: w.state, options: [['', w.open], ['all', w.all]] }, { kind: 'find', name: 'text', label: w.find }],
    ask: ({ which, ...set }) => ({ ...set, ...(which === 'all' ? {} : { open: 'true' }) }),
    columns: {
      title: { title: w.request, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{r.number}</small></span> },
      person: { title: w.person, width: 120, cell: (r) => r.person },
      union: { title: w.union, cell: (r) => r.union },
      state: { title: w.state, width: 130, cell: (r) => r.stateWord },
      due: { title: w.due, width: 150, cell: (r) => (r.due ? <Deadline due={r.due} /> : null) },
      opened: { title: w.opened, width: 120, cell: (r) => <span className="num">{showDate(r.openedAt, language)}</span> },
    },
  });
}

/** Requests about personal data in my unions: the open ones first asked for. */
export default function Register() {
  const w = useWords(words);
  const t = useWords(titles);
  const list = useRequests();
  const rows = useRows(api.register, list);
  return (
    <DeskPage title={t.requests} about={w.registerHint} actions={<ListActions list={list} to={api.exportRegister} can="myData.read" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/data-requests/${r.id}`} empty={<Empty icon="shield" title={w.registerEmpty} hint={w.registerEmptyHint} />} />
    </DeskPage>
  );
}
