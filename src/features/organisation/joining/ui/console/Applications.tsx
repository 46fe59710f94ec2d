import { Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Chip, Deadline, DeskPage, Empty, Loaded, type Output, showDate, tell, useAct, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joining.contract.ts';
import { words } from '../../joining.words.ts';

type Row = Output<typeof api.register>['items'][number];

function List({ rows, total, page, turn }: { rows: Row[]; total: number; page: number; turn: (page: number) => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [chosen, setChosen] = useState<string[]>([]);
  const approve = useAct(api.approve, {
    refreshes: [api.register],
    after: (out) => { setChosen([]); tell(out.left.length > 0 ? `${w.decided({ n: out.approved })} · ${out.left.map((l) => l.why).join(' ')}` : w.decided({ n: out.approved })); },
  });
  if (rows.length === 0) return <Empty icon="join" title={w.none} hint={w.noneHint} />;
  return (
    <>
      {chosen.length > 0 ? <Button type="primary" loading={approve.busy} style={{ marginBottom: 12 }} onClick={() => approve.act({ ids: chosen })}>{w.bulk({ n: chosen.length })}</Button> : null}
      <Table<Row>
        rowKey="id" size="middle" dataSource={rows} scroll={{ x: 860 }} pagination={{ current: page, pageSize: 20, total, onChange: turn, hideOnSinglePage: true, showSizeChanger: false }}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)), getCheckboxProps: (r) => ({ disabled: !r.may.includes('approve'), 'aria-label': r.applicant }) }}
        onRow={(r) => ({ onClick: (e) => { if (!(e.target as HTMLElement).closest('input, label, .ant-table-selection-column')) go(`/joining/${r.id}`); }, style: { cursor: 'pointer' } })}
        columns={[
          { title: w.applicant, dataIndex: 'applicant', render: (name: string, r) => <><b style={{ fontWeight: 500 }}>{name}</b> {r.unattached ? <Chip kind="info">{w.unattachedShort}</Chip> : null}</> },
          { title: w.employer, dataIndex: 'employer', render: (e: string, r) => e || (r.newForm ? w[`form_${r.newForm}` as 'form_delivery'] : '—') },
          { title: w.union, dataIndex: 'union' },
          { title: w.state, dataIndex: 'stateWord', width: 130 },
          { title: w.appliedAt, dataIndex: 'openedAt', width: 120, render: (at: string) => <span className="num">{showDate(at)}</span> },
          { title: w.due, dataIndex: 'nextDue', width: 150, render: (due: string | null) => (due ? <Deadline due={due} /> : null) },
        ]}
      />
    </>
  );
}

export default function Applications() {
  const w = useWords(words);
  const scope = useScope();
  const [which = 'open', setWhich] = useAddress('which');
  const [page = '1', setPage] = useAddress('page');
  const list = useCall(api.register, { ...(which === 'open' ? { open: 'true' } : {}), ...(scope.union ? { unionId: scope.union } : {}), offset: (Number(page) - 1) * 20 }, { keepWhileChanging: true });
  return (
    <DeskPage title={w.desk} actions={<Segmented options={[{ value: 'open', label: w.open }, { value: 'all', label: w.all }]} value={which} onChange={(v) => { setPage(undefined); setWhich(v === 'open' ? undefined : v); }} />}>
      <Card><Loaded from={list}>{(l) => <List rows={l.items} total={l.total} page={Number(page)} turn={(p) => setPage(p === 1 ? undefined : String(p))} />}</Loaded></Card>
    </DeskPage>
  );
}
