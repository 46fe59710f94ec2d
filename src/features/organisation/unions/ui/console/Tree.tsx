import { Button, Table, Tag } from 'antd';
import { type Key, useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, Chip, type Output, useWords } from '../../../../../web/kit/index.ts';
import type { List } from '../../../../../web/kit/desk.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import './unions.css';

type Union = Output<typeof api.roots>['items'][number];
/** A line of the table: a union, or the button that brings the next page of branches of `rest.of`. */
type Row = { readonly id: string; readonly union?: Union; readonly rest?: { readonly of: string; readonly from: number; readonly left: number }; readonly children?: readonly Row[] };

const asRow = (u: Union): Row => ({ id: u.id, union: u, ...(u.branches > 0 ? { children: [] } : {}) });

/** The rows of one page of branches, and if there are more, the line that asks for them. */
function page(items: readonly Union[], of: string, from: number, total: number): Row[] {
  const to = from + items.length;
  return [...items.map(asRow), ...(total > to && items.length > 0 ? [{ id: `rest ${of}`, rest: { of, from: to, left: total - to } }] : [])];
}

/** Puts the branches that were fetched under their union, wherever it stands in the tree; a further page takes the place of its button. */
const grafted = (rows: readonly Row[], of: string, fresh: readonly Row[]): Row[] =>
  rows.flatMap((r) => {
    if (r.rest?.of === of) return fresh;
    if (r.id === of) return [{ ...r, children: r.children?.some((c) => c.rest) ? grafted(r.children, of, fresh) : fresh }];
    return [r.children ? { ...r, children: grafted(r.children, of, fresh) } : r];
  });

/** A union's name with its code; `found` says where it lies. */
export function Name({ union, found }: { union: Union; found: boolean }) {
  const w = useWords(words);
  return (
    <span className="unionname">
      <span><Link to={`/unions/${union.id}`}>{union.name}</Link>{union.bySector ? <Tag>{w.sector}</Tag> : null}{union.state === 'active' ? null : <Chip kind="quiet">{w[`state_${union.state}` as 'state_active']}</Chip>}</span>
      <span className="note num">{union.code}{found && union.parent ? ` · ${w.inUnion({ name: union.parent })}` : ''}</span>
    </span>
  );
}

/** A sum over the subtree with the union's own share below it. */
export function Sum({ all, own }: { all: number; own: string | null }) {
  return <span className="unionsum"><span>{all.toLocaleString()}</span>{own === null ? null : <span className="note">{own}</span>}</span>;
}

/** Unions as a tree whose branches are fetched when they are opened, a hundred at a time. `below` tells whose branches `roots` are. */
export function Tree({ list, roots, below }: { list: List<Union>; roots: readonly Union[]; below?: { id: string; total: number } }) {
  const w = useWords(words);
  const go = useNavigate();
  const [rows, setRows] = useState<readonly Row[]>(() => (below ? page(roots, below.id, 0, below.total) : roots.map(asRow)));
  const [opened, setOpened] = useState<readonly Key[]>([]);
  const bring = async (of: string, offset: number): Promise<void> => {
    const next = await call(api.branches, { id: of, offset });
    setRows((before) => grafted(before, of, page(next.items, of, offset, next.total)));
  };
  const expand = async (open: boolean, row: Row): Promise<void> => {
    setOpened((before) => (open ? [...before, row.id] : before.filter((id) => id !== row.id)));
    if (open && row.children?.length === 0) await bring(row.id, 0);
  };
  const only = roots.length === 1 ? rows[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a single root is opened once, when it is first shown
  useEffect(() => { if (only?.children) void expand(true, only); }, [only?.id]);
  return (
    <Table<Row>
      rowKey="id" size="middle" pagination={false} dataSource={rows} scroll={{ x: 700 }} className="uniontree"
      expandable={{ expandedRowKeys: opened, onExpand: (open, row) => void expand(open, row), indentSize: 20 }}
      onRow={({ union }) => (union ? { onClick: (e) => { if (!(e.target as HTMLElement).closest('button, a')) void go(`/unions/${union.id}`); }, style: { cursor: 'pointer' } } : {})}
      columns={list.shown.flatMap((name) => {
        const c = list.columns[name];
        const more = (of: string, from: number, left: number) => (name === list.shown[0] ? <Button type="link" onClick={() => void bring(of, from)}>{w.moreBranches({ n: left })}</Button> : null);
        return c ? [{ key: name, title: c.title, ...(c.width ? { width: c.width } : {}), ...(c.align ? { align: c.align, className: 'num' } : {}), render: (_: unknown, { union, rest }: Row) => (union ? c.cell(union) : rest ? more(rest.of, rest.from, rest.left) : null) }] : [];
      })}
    />
  );
}
