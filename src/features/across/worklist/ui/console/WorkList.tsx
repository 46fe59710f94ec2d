import { Tabs } from 'antd';
import { Suspense } from 'react';
import { answers, DeskPage, Empty, NotShown, type Output, useCall, useLive, useScope, useWords, useWorklistKinds, Waiting } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../worklist.contract.ts';
import { words } from '../worklist-ui.words.ts';
import '../worklist.css';
import { PlainAside } from './PlainAside.tsx';
import { Tiles } from './Tiles.tsx';
import { type Row, useWorklistColumns } from './worklist-columns.tsx';

const everyMinute = 60_000;
type Counts = Output<typeof api.counts>;

function Aside({ row }: { row: Row | undefined }) {
  const w = useWords(words);
  const kinds = useWorklistKinds();
  if (!row) return <Empty icon="tasks" title={w.choose} hint={w.keys} />;
  const Panel = kinds.get(row.process)?.aside;
  return <Suspense fallback={<Waiting lines={6} />}>{Panel ? <Panel id={row.id} /> : <PlainAside process={row.process} id={row.id} />}</Suspense>;
}

/** One tab for each kind of thing, in a row of their own so that none is cut off. */
function Kinds({ list, counts }: { list: List<Row>; counts: Counts | undefined }) {
  const w = useWords(words);
  const tab = (label: string, n: number) => <>{label} <span className="num">{n}</span></>;
  return (
    <Tabs activeKey={list.value('process') ?? 'all'} onChange={(key) => list.change({ process: key === 'all' ? undefined : key })}
      items={[{ key: 'all', label: tab(w.all, counts?.waiting ?? 0) }, ...(counts?.processes ?? []).map((p) => ({ key: p.process, label: tab(p.title, p.waiting) }))]} />
  );
}

/** The console's first page: what waits for me over all areas, most urgent first, one click to act. */
export default function WorkList() {
  const w = useWords(words);
  const { union } = useScope();
  const list = useList<Row>('worklist', {
    columns: useWorklistColumns(), more: ['process'],
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'tick', name: 'late', label: w.onlyLate }],
  });
  const counts = useCall(api.counts, union ? { unionId: union } : {}, { keepWhileChanging: true, every: everyMinute });
  const rows = useRows(api.list, list, { every: everyMinute });
  useLive(() => void answers.invalidateQueries({ predicate: (q) => String(q.queryKey[0]).startsWith(api.list.path) }));
  const row = rows.items.find((r) => r.id === list.at) ?? (list.at ? undefined : rows.items[0]);
  const n = counts.data?.waiting;
  return (
    <DeskPage title={w.title} about={n === undefined ? undefined : n === 0 ? w.aboutNone : n === 1 ? w.aboutOne({ n }) : w.about({ n })} actions={<ListActions list={list} to={api.exportList} />}>
      {counts.data ? <Tiles counts={counts.data} /> : counts.error ? <NotShown why={counts.error} again={() => void counts.refetch()} /> : <div className="tiles"><Waiting lines={2} /></div>}
      <div className="split">
        <ListPanel label={w.title} list={list} rows={rows} at={row?.id} open={(r) => r.path} marks keys={w.keys} head={<Kinds list={list} counts={counts.data} />} empty={<Empty icon="ok" title={w.empty} hint={w.emptyHint} />} />
        <aside className="beside"><section className="card asidecard"><Aside row={row} /></section></aside>
      </div>
    </DeskPage>
  );
}
