import { Table, Tabs } from 'antd';
import { Suspense, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answers, DeskPage, Empty, Icon, type Input, NotShown, type Output, RefusedByServer, SavedViews, saveFile, tell, useCall, useLive, useRowKeys, useScope, useWords, useWorklistKinds, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../worklist.contract.ts';
import { words } from '../worklist-ui.words.ts';
import '../worklist.css';
import { PlainAside } from './PlainAside.tsx';
import { Tiles } from './Tiles.tsx';
import { COLUMNS, type Row, useColumns, useWorklistColumns } from './worklist-columns.tsx';

const PER_PAGE = 20;
const everyMinute = 60_000;
type Counts = Output<typeof api.counts>;
type Asked = Pick<Input<typeof api.list>, 'process' | 'text' | 'unionId' | 'late'>;

/** Tab, search, page and marked row, all in the address bar. */
function useAsked() {
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const page = Math.max(1, Number(params.get('page') ?? 1) || 1);
  const get = (name: string): string | undefined => params.get(name) ?? undefined;
  const change = (what: Readonly<Record<string, string | undefined>>): void =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (!('at' in what)) for (const name of ['page', 'at']) next.delete(name);
      for (const [name, value] of Object.entries(what)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      return next;
    }, { replace: true });
  const [process, text, late] = [get('process'), get('text'), get('late')];
  const asked: Asked = { ...(process ? { process } : {}), ...(text ? { text } : {}), ...(union ? { unionId: union } : {}), ...(late ? { late: 'true' } : {}) };
  return { asked, page, process, text, late, at: get('at'), change };
}
type State = ReturnType<typeof useAsked>;

function Aside({ row }: { row: Row | undefined }) {
  const w = useWords(words);
  const kinds = useWorklistKinds();
  if (!row) return <Empty icon="tasks" title={w.choose} hint={w.keys} />;
  const Panel = kinds.get(row.process)?.aside;
  return <Suspense fallback={<Waiting lines={6} />}>{Panel ? <Panel id={row.id} /> : <PlainAside process={row.process} id={row.id} />}</Suspense>;
}

type Shown = ReturnType<typeof useColumns>;

function Head({ state, counts, columns: [shown, toggle] }: { state: State; counts: Counts | undefined; columns: Shown }) {
  const w = useWords(words);
  const [text, setText] = useState(state.text ?? '');
  const columns = useWorklistColumns();
  const tab = (label: string, n: number) => <>{label} <span className="num">{n}</span></>;
  return (
    <div className="listhead">
      <Tabs activeKey={state.process ?? 'all'} onChange={(key) => state.change({ process: key === 'all' ? undefined : key })}
        items={[{ key: 'all', label: tab(w.all, counts?.waiting ?? 0) }, ...(counts?.processes ?? []).map((p) => ({ key: p.process, label: tab(p.title, p.waiting) }))]} />
      <form className="listfind" onSubmit={(e) => { e.preventDefault(); state.change({ text: text.trim() || undefined }); }}>
        <Icon name="search" size={16} /><input type="search" value={text} maxLength={60} placeholder={w.find} aria-label={w.find} onChange={(e) => { setText(e.target.value); if (e.target.value === '') state.change({ text: undefined }); }} />
      </form>
      <button type="button" className="latebtn" aria-pressed={state.late === 'true'} onClick={() => state.change({ late: state.late ? undefined : 'true' })}>{w.onlyLate}</button>
      <SavedViews screen="worklist" />
      <details className="viewmenu"><summary>{w.columns}<Icon name="down" size={14} /></summary>
        <div className="popuppanel">{COLUMNS.map((c) => <label key={c}><input type="checkbox" checked={shown.includes(c)} onChange={() => toggle(c)} />{String(columns[c].title)}</label>)}</div>
      </details>
    </div>
  );
}

function List({ state, shown, rows, total, loading, open }: { state: State; shown: Shown[0]; rows: readonly Row[]; total: number; loading: boolean; open: (id: string) => void }) {
  const w = useWords(words);
  const columns = useWorklistColumns();
  const narrowed = Boolean(state.process ?? state.text ?? state.late);
  return (
    <Table<Row> rowKey="id" size="middle" loading={loading} dataSource={[...rows]} columns={shown.map((c) => columns[c])} scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty icon="ok" title={narrowed ? w.emptyFiltered : w.empty} hint={narrowed ? undefined : w.emptyHint} /> }}
      rowClassName={(r) => (r.id === state.at ? 'at' : '')} onRow={(r) => ({ onClick: () => state.change({ at: r.id }), onDoubleClick: () => open(r.id) })}
      pagination={{ current: state.page, pageSize: PER_PAGE, total, showSizeChanger: false, hideOnSinglePage: true, onChange: (page) => state.change({ page: String(page) }) }} />
  );
}

/** The console's first page: what waits for me over all areas, most urgent first, one click to act. */
export default function WorkList() {
  const w = useWords(words);
  const go = useNavigate();
  const state = useAsked();
  const columns = useColumns();
  const counts = useCall(api.counts, state.asked.unionId ? { unionId: state.asked.unionId } : {}, { keepWhileChanging: true, every: everyMinute });
  const list = useCall(api.list, { ...state.asked, limit: PER_PAGE, offset: (state.page - 1) * PER_PAGE }, { keepWhileChanging: true, every: everyMinute });
  useLive(() => void answers.invalidateQueries({ predicate: (q) => String(q.queryKey[0]).startsWith(api.list.path) }));
  const rows = list.data?.items ?? [];
  const row = rows.find((r) => r.id === state.at) ?? (state.at ? undefined : rows[0]);
  const open = (id: string): void => void go(rows.find((r) => r.id === id)?.path ?? '/');
  useRowKeys(rows.map((r) => r.id), row?.id, { mark: (at) => state.change({ at }), open });
  const save = (): void => void saveFile(api.exportList, state.asked, w.exportName).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const n = counts.data?.waiting;
  return (
    <DeskPage title={w.title} about={n === undefined ? undefined : n === 0 ? w.aboutNone : n === 1 ? w.aboutOne({ n }) : w.about({ n })} actions={<button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button>}>
      {counts.data ? <Tiles counts={counts.data} /> : <div className="tiles"><Waiting lines={2} /></div>}
      <div className="split">
        <section className="panel worklist" aria-label={w.title}>
          <Head state={state} counts={counts.data} columns={columns} />
          {list.error && !list.data ? <NotShown why={list.error} again={() => void list.refetch()} /> : <List state={{ ...state, at: row?.id }} shown={columns[0]} rows={rows} total={list.data?.total ?? 0} loading={list.isPending} open={open} />}
          <p className="note tablenote">{w.keys}</p>
        </section>
        <aside className="beside"><section className="card asidecard"><Aside row={row} /></section></aside>
      </div>
    </DeskPage>
  );
}
