import { Table, type TableColumnsType } from 'antd';
import { Empty, NotShown, type Output, showNumber, showShare, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../figures.contract.ts';
import { words } from '../figures-ui.words.ts';

type Row = Output<typeof api.branches>['items'][number];
type Share = Row['inTime'];
const PER_PAGE = 20;

function ShareCell({ share }: { share: Share }) {
  return share.of === 0 ? <span className="note">—</span> : <span className="cell num">{showShare(share.part / share.of)}<small>{share.part} / {share.of}</small></span>;
}

/** The branches of the chosen union; pressing one narrows the page to it. */
export function BranchTable({ asked, page, turn, choose }: { asked: { unionId?: string; year?: number }; page: number; turn: (page: number) => void; choose: (id: string) => void }) {
  const w = useWords(words);
  const list = useCall(api.branches, { ...asked, limit: PER_PAGE, offset: (page - 1) * PER_PAGE }, { keepWhileChanging: true });
  const number = (n: number) => <span className="num">{showNumber(n)}</span>;
  const columns: TableColumnsType<Row> = [
    { key: 'name', title: w.union, render: (_, r) => <button type="button" className="drill" onClick={() => choose(r.id)}><b>{r.name}</b>{r.below > 0 ? <small>{w.below({ n: r.below })}</small> : null}</button> },
    { key: 'members', title: w.members, align: 'right', render: (_, r) => number(r.members) },
    { key: 'joined', title: w.joined, align: 'right', render: (_, r) => number(r.joinedYear) },
    { key: 'women', title: w.women, align: 'right', render: (_, r) => <ShareCell share={{ part: r.women, of: r.members }} /> },
    { key: 'letters', title: w.letters, align: 'right', render: (_, r) => number(r.opened) },
    { key: 'inTime', title: w.inTime, align: 'right', render: (_, r) => <ShareCell share={r.inTime} /> },
    { key: 'satisfied', title: w.satisfied, align: 'right', render: (_, r) => <ShareCell share={r.satisfied} /> },
  ];
  if (list.error && !list.data) return <NotShown why={list.error} again={() => void list.refetch()} />;
  return (
    <Table<Row> rowKey="id" size="middle" loading={list.isPending} dataSource={[...(list.data?.items ?? [])]} columns={columns} scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Empty icon="tree" title={w.noBranches} hint={w.noBranchesHint} /> }}
      pagination={{ current: page, pageSize: PER_PAGE, total: list.data?.total ?? 0, showSizeChanger: false, hideOnSinglePage: true, onChange: turn }} />
  );
}
