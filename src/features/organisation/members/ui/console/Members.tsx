import { Button, Dropdown, Input, Modal, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Chip, DeskPage, Empty, holds, Icon, Loaded, type Output, saveFile, tell, useAddress, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../members.contract.ts';
import { words } from '../../members.words.ts';

type Row = Output<typeof api.register>['items'][number];
type Filter = { text?: string; state?: 'active' | 'reserved'; category?: 'regular' | 'unattached'; unionId?: string };

function Purpose({ close, save }: { close: () => void; save: (purpose: string) => void }) {
  const w = useWords(words);
  const [purpose, setPurpose] = useState('');
  return (
    <Modal open title={w.exportIds} onCancel={close} onOk={() => save(purpose)} okButtonProps={{ disabled: purpose.trim().length < 2 }}>
      <p className="note">{w.purposeHint}</p>
      <Input autoFocus aria-label={w.purpose} placeholder={w.purpose} value={purpose} onChange={(e) => setPurpose(e.target.value)} maxLength={100} />
    </Modal>
  );
}

function Export({ filter }: { filter: Filter }) {
  const w = useWords(words);
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const save = (identity: boolean, purpose: string): void => { setAsking(false); saveFile(api.exportRegister, { ...filter, identity, purpose }, 'members.xlsx').catch((e: Error & { sentence?: string }) => tell(e.sentence ?? e.message, 'bad')); };
  if (!holds(me, 'members.export')) return null;
  if (!holds(me, 'members.exportIdentity')) return <Button onClick={() => save(false, '')}>{w.export}</Button>;
  return (
    <>
      <Dropdown menu={{ items: [{ key: 'plain', label: w.export }, { key: 'ids', label: w.exportIds }], onClick: ({ key }) => (key === 'ids' ? setAsking(true) : save(false, '')) }}><Button>{w.export} ▾</Button></Dropdown>
      {asking ? <Purpose close={() => setAsking(false)} save={(purpose) => save(true, purpose)} /> : null}
    </>
  );
}

function List({ rows, total, page, turn }: { rows: Row[]; total: number; page: number; turn: (page: number) => void }) {
  const w = useWords(words);
  const go = useNavigate();
  if (rows.length === 0) return <Empty icon="search" title={w.none} hint={w.noneHint} />;
  return (
    <Table<Row>
      rowKey="id" size="middle" dataSource={rows} scroll={{ x: 820 }} pagination={{ current: page, pageSize: 20, total, onChange: turn, showSizeChanger: false, hideOnSinglePage: true, showTotal: (n) => (n > 10_000 ? '10,000+' : n.toLocaleString()) }}
      onRow={(r) => ({ onClick: () => go(`/members/${r.id}`), style: { cursor: 'pointer' } })}
      columns={[
        { title: w.name, dataIndex: 'name', render: (name: string) => <b style={{ fontWeight: 500 }}>{name}</b> },
        { title: w.union, dataIndex: 'union' },
        { title: w.job, dataIndex: 'job' },
        { title: w.state, dataIndex: 'state', width: 150, render: (state: string, r) => <Space size={4}><Chip kind={state === 'active' ? 'ok' : 'quiet'}>{w[`state_${state}` as 'state_active']}</Chip>{r.category === 'unattached' ? <Chip kind="info">{w.category_unattached}</Chip> : null}</Space> },
        { title: w.since, dataIndex: 'beganOn', width: 120, className: 'num' },
        { title: w.card, dataIndex: 'cardNumber', width: 150, className: 'num' },
        { title: w.staffNumber, dataIndex: 'staffNumber', width: 110, className: 'num' },
      ]}
    />
  );
}

export default function Members() {
  const w = useWords(words);
  const scope = useScope();
  const [text, setText] = useAddress('text');
  const [state, setState] = useAddress('state');
  const [category, setCategory] = useAddress('category');
  const [page = '1', setPage] = useAddress('page');
  const filter: Filter = { ...(text ? { text } : {}), ...(state ? { state: state as 'active' } : {}), ...(category ? { category: category as 'regular' } : {}), ...(scope.union ? { unionId: scope.union } : {}) };
  const list = useCall(api.register, { ...filter, offset: (Number(page) - 1) * 20 }, { keepWhileChanging: true });
  const narrow = (set: (v: string | undefined) => void) => (v: string | undefined): void => { setPage(undefined); set(v || undefined); };
  return (
    <DeskPage title={w.register} actions={<Export filter={filter} />}>
      <Card>
        <Space wrap style={{ marginBottom: 12 }}>
          <Input allowClear prefix={<Icon name="search" size={16} />} placeholder={w.search} aria-label={w.search} value={text ?? ''} onChange={(e) => narrow(setText)(e.target.value)} style={{ width: 260 }} />
          <Select allowClear placeholder={w.state} aria-label={w.state} value={state ?? null} onChange={(v) => narrow(setState)(v ?? undefined)} options={[{ value: 'active', label: w.state_active }, { value: 'reserved', label: w.state_reserved }]} style={{ width: 140 }} />
          <Select allowClear placeholder={w.category} aria-label={w.category} value={category ?? null} onChange={(v) => narrow(setCategory)(v ?? undefined)} options={[{ value: 'regular', label: w.category_regular }, { value: 'unattached', label: w.category_unattached }]} style={{ width: 150 }} />
        </Space>
        <Loaded from={list}>{(l) => <List rows={l.items} total={l.total} page={Number(page)} turn={(p) => setPage(p === 1 ? undefined : String(p))} />}</Loaded>
      </Card>
    </DeskPage>
  );
}
