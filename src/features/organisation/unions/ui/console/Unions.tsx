import { Button, Input, Space, Table, Tag } from 'antd';
import { type Key, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { call, Card, Chip, DeskPage, Empty, Icon, Loaded, type Output, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';

type Row = Output<typeof api.roots>['items'][number] & { children?: Row[] };

/** Puts the branches that were fetched under their union, wherever it stands in the tree. */
const grafted = (rows: readonly Row[], id: string, children: Row[]): Row[] =>
  rows.map((r) => (r.id === id ? { ...r, children } : r.children ? { ...r, children: grafted(r.children, id, children) } : r));

const asRow = (u: Row): Row => (u.branches > 0 ? { ...u, children: [] } : u);

function Tree({ roots }: { roots: readonly Row[] }) {
  const w = useWords(words);
  const go = useNavigate();
  const [rows, setRows] = useState<Row[]>(() => roots.map(asRow));
  const [opened, setOpened] = useState<readonly Key[]>([]);
  const expand = async (open: boolean, row: Row): Promise<void> => {
    setOpened((before) => (open ? [...before, row.id] : before.filter((id) => id !== row.id)));
    if (!open || (row.children?.length ?? 0) > 0) return;
    const found = await call(api.branches, { id: row.id });
    setRows((before) => grafted(before, row.id, found.items.map(asRow)));
  };
  const only = roots.length === 1 ? roots[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a single root is opened once, when it is first shown
  useEffect(() => { if (only && only.branches > 0) void expand(true, only); }, [only?.id]);
  return (
    <Table<Row>
      rowKey="id" size="middle" pagination={false} dataSource={rows} scroll={{ x: 760 }}
      expandable={{ expandedRowKeys: opened, onExpand: (open, row) => void expand(open, row), indentSize: 20 }}
      onRow={(row) => ({ onClick: (e) => { if (!(e.target as HTMLElement).closest('button')) go(`/unions/${row.id}`); }, style: { cursor: 'pointer' } })}
      columns={[
        { title: w.name, dataIndex: 'name', render: (name: string, row) => <Space size={8}><b style={{ fontWeight: 500 }}>{name}</b>{row.bySector ? <Tag>{w.sector}</Tag> : null}{row.state === 'active' ? null : <Chip kind="quiet">{w[`state_${row.state}` as 'state_active']}</Chip>}</Space> },
        { title: w.kind, dataIndex: 'kindWord', width: 170 },
        { title: w.chair, dataIndex: 'chair', width: 110, render: (chair: string | null) => chair ?? <span className="note">{w.none}</span> },
        { title: w.members, dataIndex: 'members', width: 90, align: 'right', className: 'num' },
        { title: w.branches, dataIndex: 'branches', width: 100, align: 'right', className: 'num' },
        { title: w.code, dataIndex: 'code', width: 140, className: 'num' },
      ]}
    />
  );
}

function Results({ text }: { text: string }) {
  const w = useWords(words);
  const found = useCall(api.find, { text });
  return (
    <Loaded from={found}>
      {(f) => (f.items.length === 0 ? <Empty icon="search" title={w.none} hint={w.search} /> : <Tree key={text} roots={f.items} />)}
    </Loaded>
  );
}

function Scoped({ id }: { id: string }) {
  const w = useWords(words);
  const branches = useCall(api.branches, { id });
  return <Loaded from={branches}>{(b) => (b.items.length === 0 ? <Empty icon="search" title={w.noBranches} hint={w.noBranchesHint} /> : <Tree key={id} roots={b.items} />)}</Loaded>;
}

export default function Unions() {
  const w = useWords(words);
  const go = useNavigate();
  const scope = useScope();
  const [text, setText] = useAddress('text');
  const roots = useCall(api.roots, {}, { when: !scope.union });
  return (
    <DeskPage title={w.title} actions={scope.union ? <Button onClick={() => go(`/unions/${scope.union}`)}>{w.particulars}</Button> : null}>
      <Card>
        <Input allowClear prefix={<Icon name="search" size={16} />} placeholder={w.search} aria-label={w.search} value={text ?? ''} onChange={(e) => setText(e.target.value || undefined)} style={{ maxWidth: 360, marginBottom: 12 }} />
        {text ? <Results text={text} /> : scope.union ? <Scoped id={scope.union} /> : <Loaded from={roots}>{(r) => <Tree roots={r.items} />}</Loaded>}
      </Card>
    </DeskPage>
  );
}
