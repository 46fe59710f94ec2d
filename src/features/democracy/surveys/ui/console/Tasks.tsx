import { Chip, Deadline, DeskPage, Empty, type Output, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { found } from '../../surveys.contract.ts';
import { words } from '../desk.words.ts';
import '../surveys.css';

type Row = Output<typeof found.tasks>['items'][number];
const STATES = ['planned', 'working', 'done', 'dropped'] as const;
/** The colour of a task's state; its word says the same. */
export const TASK_CHIP: Readonly<Record<string, 'quiet' | 'info' | 'ok' | 'warn'>> = { planned: 'warn', working: 'info', done: 'ok', dropped: 'quiet' };

/** Tasks of one survey, or of all over the officer's unions. */
export function TaskList({ surveyId }: { surveyId?: string }) {
  const w = useWords(words);
  const list = useList<Row>(surveyId ? 'survey-own-tasks' : 'survey-tasks', {
    filters: [{ kind: 'find', name: 'text', label: w.taskFind }, { kind: 'choose', name: 'state', label: w.anyStage, options: STATES.map((s) => [s, w[`task_${s}`]]) }],
    ...(surveyId ? { ask: (set: Readonly<Record<string, string>>) => ({ ...set, surveyId }) } : {}),
    columns: {
      title: { title: w.taskTitle, cell: (r) => <span className="cell"><b>{r.title}</b><small>{r.number}</small></span> },
      finding: { title: w.taskFinding, cell: (r) => r.finding },
      ...(surveyId ? {} : { survey: { title: w.name, cell: (r: Row) => r.survey } }),
      state: { title: w.stage, width: 110, cell: (r) => <Chip kind={TASK_CHIP[r.state] ?? 'quiet'}>{w[`task_${r.state as (typeof STATES)[number]}`]}</Chip> },
      owner: { title: w.owner, width: 110, cell: (r) => r.owner ?? '' },
      due: { title: w.due, width: 150, cell: (r) => <Deadline due={r.dueOn} {...(r.answeredAt ? { metAt: r.answeredAt } : {})} /> },
      progress: { title: w.progressCol, width: 90, align: 'right', cell: (r) => `${r.progress}%` },
    },
  });
  const rows = useRows(found.tasks, list);
  return (
    <>
      <p className="svhead"><ListActions list={list} to={found.exportTasks} can="surveys.tasks" /></p>
      <ListPanel list={list} rows={rows} open={(r) => `/survey-tasks/${r.id}`} empty={<Empty icon="tasks" title={w.tasksNone} hint={w.tasksNoneHint} />} />
    </>
  );
}

/** Everything that surveys have brought to be done. */
export default function Tasks() {
  const w = useWords(words);
  return <DeskPage title={w.tasksTitle}><TaskList /></DeskPage>;
}
