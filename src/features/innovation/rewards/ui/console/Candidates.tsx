import { Input, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Chip, Empty, type Output, showDate, showMoney, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';

type Row = Output<typeof api.candidates>['items'][number];
const PER_PAGE = 10;

/** Suggestions that qualify, most benefit first; the ticked ones are the caller's. */
export function Candidates({ unionId, year, campaignId, chosen, choose }: { unionId: string; year: number; campaignId?: string; chosen: readonly string[]; choose: (ids: string[]) => void }) {
  const w = useWords(words);
  const [page, turn] = useState(1);
  const [text, find] = useState('');
  const list = useCall(api.candidates, { unionId, year, text, limit: PER_PAGE, offset: (page - 1) * PER_PAGE, ...(campaignId ? { campaignId } : {}) }, { keepWhileChanging: true });
  return (
    <>
      <Input.Search aria-label={w.search} placeholder={w.search} allowClear onSearch={(value) => { find(value.trim()); turn(1); }} style={{ maxWidth: 280 }} />
      <Table<Row> rowKey="id" size="middle" loading={list.isPending} dataSource={[...(list.data?.items ?? [])]} scroll={{ x: 'max-content' }} locale={{ emptyText: <Empty icon="star" title={w.noCandidates} hint={w.noCandidatesHint} /> }}
        rowSelection={{ selectedRowKeys: [...chosen], preserveSelectedRowKeys: true, onChange: (keys) => choose(keys.map(String)), getCheckboxProps: (r) => ({ disabled: r.chosen, 'aria-label': r.title }) }}
        pagination={{ current: page, pageSize: PER_PAGE, total: list.data?.total ?? 0, hideOnSinglePage: true, showSizeChanger: false, onChange: turn }}
        columns={[
          { key: 'title', title: w.suggestion, render: (_, r) => <span className="cell"><Link to={`/suggestions/${r.id}`}>{r.title}</Link><small className="num">{r.number}</small></span> },
          { key: 'unit', title: w.unit, render: (_, r) => r.unit },
          { key: 'authors', title: w.person, render: (_, r) => r.authors },
          { key: 'completed', title: w.completed, render: (_, r) => (r.completedOn ? <span className="num">{showDate(r.completedOn)}</span> : '—') },
          { key: 'benefit', title: w.benefit, align: 'right', className: 'num', render: (_, r) => (r.benefitFen === null ? '—' : showMoney(r.benefitFen)) },
          { key: 'chosen', title: '', render: (_, r) => (r.chosen ? <Chip kind="ok">{w.chosen}</Chip> : null) },
        ]} />
    </>
  );
}
