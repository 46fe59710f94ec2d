import { Table } from 'antd';
import { type ComponentProps, type ReactElement, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { type AnyEndpoint, type Input, RefusedByServer, saveFile } from '../client.ts';
import { holds } from '../holds.ts';
import { Icon } from '../icons.tsx';
import { useWords } from '../language.ts';
import { NotShown } from '../loaded.tsx';
import { useMaybeMe } from '../me.tsx';
import { useRowKeys } from '../row-keys.ts';
import { Empty } from '../status.tsx';
import { tell } from '../toast.tsx';
import { Filters } from './filters.tsx';
import './lists.css';
import { words } from './lists.words.ts';
import type { List, Rows } from './use-list.ts';

/** Offsets beyond this are refused by every route: nobody turns five hundred pages. */
const MOST_TURNED = 10_000;

/** Rows a person ticks; `can` and `label` by row. */
export type Ticks<R> = { readonly chosen: readonly string[]; readonly choose: (ids: string[]) => void; readonly can: (row: R) => boolean; readonly label: (row: R) => string };

type PanelProps<R> = {
  readonly list: List<R>;
  readonly rows: Rows<R>;
  /** what is said when the union has none at all, with what to do; filters that match nothing are answered by the list itself */
  readonly empty: ReactElement;
  /** what is said when the filters match nothing, where the screen knows better */
  readonly nothing?: ReactElement;
  /** the page of a row; without it a row is only marked */
  readonly open?: (row: R) => string;
  /** pressing a row marks it, opening takes Enter or a double press */
  readonly marks?: boolean;
  /** the row that is marked when the address names none */
  readonly at?: string | undefined;
  readonly ticks?: Ticks<R>;
  readonly expand?: ComponentProps<typeof Table<R>>['expandable'];
  /** above the filters */
  readonly head?: ReactNode;
  /** among the filters */
  readonly also?: ReactNode;
  /** between filters and rows: what can be done with the ticked ones */
  readonly bulk?: ReactNode;
  /** the line below, in place of the usual one about keys */
  readonly keys?: string;
  readonly label?: string;
  /** in place of the rows, such as a tree while nothing is searched */
  readonly instead?: ReactNode;
};

const meantForIt = (target: EventTarget): boolean => target instanceof Element && target.closest('input, label, a, button, .ant-table-selection-column, .ant-table-row-expand-icon-cell') !== null;

function Grid<R extends { readonly id: string }>({ list, rows, empty, nothing, open, marks, at, ticks, expand }: Omit<PanelProps<R>, 'head' | 'also' | 'bulk' | 'keys' | 'label' | 'instead'>) {
  const w = useWords(words);
  const go = useNavigate();
  const marked = at ?? list.at;
  const mark = (id: string): void => list.change({ at: id });
  const show = (row: R | undefined): void => { if (row && open) void go(open(row)); };
  useRowKeys(rows.items.map((r) => r.id), marked, { mark, open: (id) => show(rows.items.find((r) => r.id === id)) });
  const unmatched = nothing ?? <Empty icon="search" title={w.nothing} hint={w.nothingHint}><button type="button" className="btn" onClick={list.clear}>{w.clear}</button></Empty>;
  const none = Object.keys(list.set).length > 0 || list.page > 1 ? unmatched : empty;
  const total = Math.min(rows.total ?? 0, MOST_TURNED);
  return (
    <Table<R>
      rowKey="id" size="middle" loading={rows.loading} dataSource={[...rows.items]} scroll={{ x: 'max-content' }} {...(expand ? { expandable: expand } : {})}
      columns={list.shown.flatMap((name) => { const c = list.columns[name]; return c ? [{ key: name, title: c.title, ...(c.width ? { width: c.width } : {}), ...(c.align ? { align: c.align, className: 'num' } : {}), render: (_: unknown, row: R) => c.cell(row) }] : []; })}
      locale={{ emptyText: rows.loading ? ' ' : none }} rowClassName={(r) => (r.id === marked ? 'at' : '')}
      {...(ticks ? { rowSelection: { selectedRowKeys: [...ticks.chosen], onChange: (keys) => ticks.choose(keys.map(String)), getCheckboxProps: (r) => ({ disabled: !ticks.can(r), 'aria-label': ticks.label(r) }) } } : {})}
      onRow={(row) => ({ onClick: (e) => { if (meantForIt(e.target)) return; if (marks || !open) mark(row.id); else show(row); }, ...(marks ? { onDoubleClick: () => show(row) } : {}) })}
      pagination={rows.total === undefined ? false : { current: list.page, pageSize: list.perPage, total, showSizeChanger: false, hideOnSinglePage: true, onChange: (page) => list.change({ page: page === 1 ? undefined : String(page) }),
        showTotal: () => (total < (rows.total ?? 0) ? w.pagesMany({ n: MOST_TURNED }) : w.pages({ n: total })) }}
    />
  );
}

/** A list of the console: filters, saved views, chosen columns, rows by mouse and by keyboard, pages, and on paper the rows alone. */
export function ListPanel<R extends { readonly id: string }>({ head, also, bulk, keys, label, instead, ...grid }: PanelProps<R>) {
  const w = useWords(words);
  const { list, rows, open } = grid;
  return (
    <section className={`panel listpanel ${open ? 'opens' : ''}`} {...(label ? { 'aria-label': label } : {})}>
      {head}
      <Filters list={list} also={also} />
      {bulk ? <div className="listbulk">{bulk}</div> : null}
      {instead ?? (rows.error && rows.items.length === 0 ? <NotShown why={rows.error} again={rows.again} /> : <Grid {...grid} />)}
      {rows.more ? <button type="button" className="btn wide morebtn" disabled={rows.loadingMore ?? false} onClick={rows.more}>{w.showMore}</button> : null}
      {instead ? null : <p className="note tablenote">{keys ?? (open ? w.keys : w.keysMove)}</p>}
    </section>
  );
}

/**
 * Saves a list as it is shown (filters and columns) as a spreadsheet, and prints it. `can`: the permission word of the route.
 * @param name of the file when the server tells none
 */
export function ListActions<E extends AnyEndpoint, R>({ list, to, can, also }: { readonly list: List<R>; readonly to: E; readonly can?: string; readonly also?: Readonly<Record<string, unknown>> }) {
  const w = useWords(words);
  const me = useMaybeMe();
  const [busy, setBusy] = useState(false);
  const save = (): void => {
    setBusy(true);
    saveFile(to, { ...list.asked, ...also, columns: list.shown } as unknown as Input<E>, `${list.screen}.xlsx`)
      .catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
      {can === undefined || holds(me, can) ? <button type="button" className="btn" disabled={busy} onClick={save}><Icon name="download" size={18} />{w.export}</button> : null}
    </>
  );
}
