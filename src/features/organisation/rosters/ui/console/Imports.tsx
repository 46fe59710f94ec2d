import { Chip, DeskPage, Empty, type Output, showTime, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { stateWords } from '../../outcomes.words.ts';
import { api } from '../../rosters.contract.ts';
import { words } from '../roster-ui.words.ts';
import '../rosters.css';
import { NewImport } from './NewImport.tsx';

type Line = Output<typeof api.list>['items'][number];
const KIND = { done: 'ok', previewed: 'warn', read: 'warn', failed: 'late', checking: 'info', running: 'info', undoing: 'info', undone: 'quiet', cancelled: 'quiet' } as const;
const OPEN: readonly string[] = ['checking', 'running', 'undoing'];
const STATES = ['read', 'checking', 'previewed', 'running', 'done', 'undoing', 'undone', 'cancelled'] as const;

export const StateChip = ({ of }: { of: Pick<Line, 'state' | 'stateWord'> }) => <Chip kind={KIND[of.state]}>{of.stateWord}</Chip>;

function Outcome({ of }: { of: Line }) {
  const w = useWords(words);
  const { counts, result } = of;
  if (of.state === 'undone') return <span className="num">{w.undoneLine({ taken: result.taken, restored: result.restored, kept: result.kept })}</span>;
  if (of.state === 'done' || result.added + result.updated > 0) return <span className="num">{w.resultLine({ added: result.added, updated: result.updated, rejected: result.rejected + result.elsewhere })}</span>;
  if (of.state === 'previewed') return <span className="num">{w.previewLine({ takes: counts.new + counts.update + counts.same, rejected: counts.rejected + counts.elsewhere })}</span>;
  return <span className="num">{w.rowsLine({ n: of.rows })}</span>;
}

function useImports(): List<Line> {
  const w = useWords(words);
  const sw = useWords(stateWords);
  return useList<Line>('rosters', {
    union: 'union', filters: [{ kind: 'choose', name: 'state', label: w.state, options: STATES.map((s) => [s, sw[s]]) }],
    columns: {
      file: { title: w.file, cell: (i) => <span className="cell"><b>{i.fileName}</b><small>{w.rowsLine({ n: i.rows })}</small></span> },
      union: { title: w.union, cell: (i) => i.union.name },
      state: { title: w.state, cell: (i) => <><StateChip of={i} />{OPEN.includes(i.state) ? <small className="num"> {w.progress({ done: i.done, total: i.total })}</small> : null}</> },
      result: { title: w.result, cell: (i) => <Outcome of={i} /> },
      who: { title: w.who, cell: (i) => i.author },
      when: { title: w.when, cell: (i) => <time>{showTime(i.createdAt)}</time> },
    },
  });
}

/** Drop a sheet, and what was imported before. */
export default function Imports() {
  const w = useWords(words);
  const list = useImports();
  const rows = useRows(api.list, list, { every: 5000 });
  return (
    <DeskPage title={w.title} about={w.about} actions={<ListActions list={list} to={api.exportList} can="rosters.import" />}>
      <NewImport />
      <ListPanel label={w.history} list={list} rows={rows} open={(i) => `/rosters/${i.id}`} empty={<Empty icon="table" title={w.none} hint={w.noneHint} />} />
    </DeskPage>
  );
}
