import { Button, Input, Segmented, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Card, Chip, Deadline, DeskPage, Empty, holds, Icon, Loaded, type Output, saveFile, showDate, tell, useAct, useAddress, useCall, useMe, useRowKeys, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { columns, words } from '../../transfers-ui.words.ts';
import { StateChip } from '../both/Way.tsx';
import { Invite } from './Invite.tsx';

type Row = Output<typeof api.register>['items'][number];
type Direction = 'in' | 'out' | 'all';
const settles = (r: Row): boolean => r.may.includes('release') || r.may.includes('receive');

/** What can be done with all that is ticked. */
function Bulk({ chosen, clear }: { chosen: readonly Row[]; clear: () => void }) {
  const w = useWords(words);
  const settled = { refreshes: [api.register], after: (out: Output<typeof api.release>) => { clear(); tell([w.settled({ n: out.settled }), ...out.left.map((l) => l.why)].join(' · ')); } };
  const release = useAct(api.release, settled);
  const receive = useAct(api.receive, settled);
  const of = (verb: string): string[] => chosen.filter((r) => r.may.includes(verb)).map((r) => r.id);
  const [out, comes] = [of('release'), of('receive')];
  if (chosen.length === 0) return null;
  return (
    <Space style={{ marginBottom: 12 }}>
      {out.length > 0 ? <Button type="primary" loading={release.busy} onClick={() => release.act({ ids: out })}>{w.releaseN({ n: out.length })}</Button> : null}
      {comes.length > 0 ? <Button type="primary" loading={receive.busy} onClick={() => receive.act({ ids: comes })}>{w.receiveN({ n: comes.length })}</Button> : null}
    </Space>
  );
}

function List({ rows, total, page, size, turn }: { rows: Row[]; total: number; page: number; size: number; turn: (page: number) => void }) {
  const w = useWords(words);
  const c = useWords(columns);
  const go = useNavigate();
  const [keys, setKeys] = useState<string[]>([]);
  const [at, setAt] = useState<string>();
  useRowKeys(rows.map((r) => r.id), at, { mark: setAt, open: (id) => void go(`/transfers/${id}`) });
  if (rows.length === 0) return <Empty icon="swap" title={w.deskNone} hint={w.deskNoneHint} />;
  return (
    <>
      <Bulk chosen={rows.filter((r) => keys.includes(r.id))} clear={() => setKeys([])} />
      <Table<Row>
        rowKey="id" size="middle" dataSource={rows} scroll={{ x: 1000 }} pagination={{ current: page, pageSize: size, total, onChange: turn, hideOnSinglePage: true, showSizeChanger: false }}
        rowClassName={(r) => (r.id === at ? 'at' : '')} rowSelection={{ selectedRowKeys: keys, onChange: (k) => setKeys(k.map(String)), getCheckboxProps: (r) => ({ disabled: !settles(r), 'aria-label': r.name }) }}
        onRow={(r) => ({ onClick: (e) => { if (!(e.target as HTMLElement).closest('input, label, .ant-table-selection-column')) void go(`/transfers/${r.id}`); }, style: { cursor: 'pointer' } })}
        columns={[
          { title: c.name, dataIndex: 'name', width: 110, render: (name: string) => <b style={{ fontWeight: 500 }}>{name}</b> },
          { title: c.from, dataIndex: 'from' },
          { title: c.to, dataIndex: 'to', render: (to: string, r) => <>{to} {r.outside ? <Chip>{w.letter}</Chip> : null}</> },
          { title: c.reason, dataIndex: 'reason', ellipsis: true },
          { title: c.state, dataIndex: 'stateWord', width: 150, render: (_s, r) => <Space size={4}><StateChip t={r} />{r.objected && r.state === 'requested' ? <Chip kind="warn">{w.objected}</Chip> : null}</Space> },
          { title: c.openedAt, dataIndex: 'openedAt', width: 110, render: (day: string) => <span className="num">{showDate(day)}</span> },
          { title: c.dueOrDone, dataIndex: 'nextDue', width: 140, render: (due: string | null, r) => (due ? <Deadline due={due} /> : <span className="num">{r.effectiveOn ?? ''}</span>) },
        ]}
      />
    </>
  );
}

const SIZE = 100;

/** Everything that comes and goes within the officer's reach. */
export default function Transfers() {
  const w = useWords(words);
  const me = useMe();
  const scope = useScope();
  const [direction = 'all', setDirection] = useAddress('direction');
  const [state, setState] = useAddress('state');
  const [text, setText] = useAddress('text');
  const [page = '1', setPage] = useAddress('page');
  const narrow = (set: (v: string | undefined) => void) => (v: string | undefined): void => { setPage(undefined); set(v || undefined); };
  const filter = { direction: direction as Direction, ...(text ? { text } : {}), ...(scope.union ? { unionId: scope.union } : {}) };
  const list = useCall(api.register, { ...filter, ...(state === 'open' ? { open: 'true' } : {}), limit: SIZE, offset: (Number(page) - 1) * SIZE }, { keepWhileChanging: true });
  const save = (): void => { saveFile(api.exportRegister, { ...filter, ...(state === 'open' ? { open: true } : {}) }, 'transfers.xlsx').catch((e: Error & { sentence?: string }) => tell(e.sentence ?? e.message, 'bad')); };
  return (
    <DeskPage title={w.title} actions={<Space wrap><Button onClick={save}>{w.export}</Button>{holds(me, 'transfers.receive') ? <><Link className="btn" to="/transfers/invitations">{w.invitations}</Link><Invite /></> : null}</Space>}>
      <Card>
        <Space wrap style={{ marginBottom: 12 }}>
          <Segmented options={[{ value: 'all', label: w.all }, { value: 'in', label: w.in }, { value: 'out', label: w.out }]} value={direction} onChange={(v) => narrow(setDirection)(v === 'all' ? undefined : v)} />
          <Select aria-label={w.anyState} value={state ?? ''} onChange={(v) => narrow(setState)(v)} options={[{ value: '', label: w.anyState }, { value: 'open', label: w.openOnly }]} style={{ width: 130 }} />
          <Input allowClear prefix={<Icon name="search" size={16} />} placeholder={w.search} aria-label={w.search} value={text ?? ''} onChange={(e) => narrow(setText)(e.target.value)} style={{ width: 240 }} />
        </Space>
        <Loaded from={list}>{(l) => <List rows={l.items} total={l.total} page={Number(page)} size={SIZE} turn={(p) => setPage(p === 1 ? undefined : String(p))} />}</Loaded>
      </Card>
    </DeskPage>
  );
}
