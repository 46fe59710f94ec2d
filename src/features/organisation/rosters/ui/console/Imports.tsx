import { Table } from 'antd';
import { Link } from 'react-router';
import { Chip, DeskPage, Empty, type Output, showTime, useCall, useAddress, useScope, useWords, NotShown } from '../../../../../web/kit/index.ts';
import { api } from '../../rosters.contract.ts';
import { words } from '../roster-ui.words.ts';
import '../rosters.css';
import { NewImport } from './NewImport.tsx';

type Line = Output<typeof api.list>['items'][number];
const KIND = { done: 'ok', previewed: 'warn', read: 'warn', failed: 'late', checking: 'info', running: 'info', undoing: 'info', undone: 'quiet', cancelled: 'quiet' } as const;
const OPEN: readonly string[] = ['checking', 'running', 'undoing'];
const PER_PAGE = 20;

export const StateChip = ({ of }: { of: Pick<Line, 'state' | 'stateWord'> }) => <Chip kind={KIND[of.state]}>{of.stateWord}</Chip>;

function Outcome({ of }: { of: Line }) {
  const w = useWords(words);
  const { counts, result } = of;
  if (of.state === 'undone') return <span className="num">{w.undoneLine({ taken: result.taken, restored: result.restored, kept: result.kept })}</span>;
  if (of.state === 'done' || result.added + result.updated > 0) return <span className="num">{w.resultLine({ added: result.added, updated: result.updated, rejected: result.rejected + result.elsewhere })}</span>;
  if (of.state === 'previewed') return <span className="num">{w.previewLine({ takes: counts.new + counts.update + counts.same, rejected: counts.rejected + counts.elsewhere })}</span>;
  return <span className="num">{w.rowsLine({ n: of.rows })}</span>;
}

/** Drop a sheet, and what was imported before. */
export default function Imports() {
  const w = useWords(words);
  const scope = useScope();
  const [page = '1', setPage] = useAddress('page');
  const list = useCall(api.list, { ...(scope.union ? { union: scope.union } : {}), limit: PER_PAGE, offset: (Number(page) - 1) * PER_PAGE }, { keepWhileChanging: true, every: 5000 });
  const items = list.data?.items ?? [];
  return (
    <DeskPage title={w.title} about={w.about}>
      <NewImport />
      <section className="panel" aria-label={w.history}>
        {list.error && !list.data ? <NotShown why={list.error} again={() => void list.refetch()} /> : (
          <Table<Line> rowKey="id" size="middle" loading={list.isPending} dataSource={[...items]} scroll={{ x: 'max-content' }} locale={{ emptyText: <Empty icon="table" title={w.none} hint={w.noneHint} /> }}
            pagination={{ current: Number(page), pageSize: PER_PAGE, total: list.data?.total ?? 0, hideOnSinglePage: true, showSizeChanger: false, onChange: (n) => setPage(String(n)) }}
            columns={[
              { title: w.file, key: 'file', render: (_, i) => <Link className="cell" to={`/rosters/${i.id}`}><b>{i.fileName}</b><small>{w.rowsLine({ n: i.rows })}</small></Link> },
              { title: w.union, key: 'union', render: (_, i) => i.union.name },
              { title: w.state, key: 'state', render: (_, i) => <><StateChip of={i} />{OPEN.includes(i.state) ? <small className="num"> {w.progress({ done: i.done, total: i.total })}</small> : null}</> },
              { title: w.result, key: 'result', render: (_, i) => <Outcome of={i} /> },
              { title: w.who, key: 'who', render: (_, i) => i.author },
              { title: w.when, key: 'when', render: (_, i) => <time>{showTime(i.createdAt)}</time> },
            ]} />
        )}
      </section>
    </DeskPage>
  );
}
