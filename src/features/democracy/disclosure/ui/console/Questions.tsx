import { Chip, Deadline, DeskPage, Empty, type Output, refresh, useLive, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, type Filter, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as states } from '../../disclosure.words.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.questions>['items'][number];

function useColumns(): Columns<Row> {
  const w = useWords(words);
  const sw = useWords(states);
  return {
    text: { title: w.asked, cell: (r) => <span className="cell"><b>{r.text}</b><small className="num">{sw.questionPrefix} {r.number}</small></span> },
    item: { title: w.item, width: 220, cell: (r) => r.title }, union: { title: w.union, width: 150, extra: true, cell: (r) => r.union },
    kind: { title: w.kind, width: 90, cell: (r) => <Chip kind={r.kind === 'objection' ? 'warn' : 'info'}>{sw[`kind_${r.kind}`]}</Chip> }, by: { title: w.by, width: 100, cell: (r) => r.by || w.anonymous },
    due: { title: w.answerDue, width: 150, cell: (r) => <Deadline due={r.dueAt} metAt={r.answeredAt} /> }, state: { title: w.state, width: 100, cell: (r) => <Chip kind={r.answeredAt ? 'ok' : r.late ? 'late' : 'warn'}>{r.answeredAt ? w.answered : w.open}</Chip> },
  };
}

/** What workers ask about disclosures: what waits first, by its day. */
export default function Questions() {
  const w = useWords(words);
  const say = useSay();
  const filters: Filter[] = [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: [['open', w.open], ['late', w.late], ['answered', w.answered]] }];
  const list = useList<Row>('disclosure-questions', { filters, columns: useColumns() });
  const rows = useRows(desk.questions, list);
  useLive(() => void refresh(desk.questions));
  return (
    <DeskPage title={say(titles.questions)} about={rows.total === undefined ? undefined : w.registerAbout({ n: rows.total })} actions={<ListActions list={list} to={desk.exportQuestions} can="disclosure.export" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/disclosure-questions/${r.id}`} empty={<Empty icon="talk" title={w.noQuestions} hint={w.noQuestionsHint} />} />
    </DeskPage>
  );
}
