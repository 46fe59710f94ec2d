import { Table } from 'antd';
import { Card, Chip, DeskPage, Empty, Loaded, type Output, showDate, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import { Invite } from './Invite.tsx';

type Row = Output<typeof api.offers>['items'][number];

/** Whom we invited and what they said. */
export default function Invitations() {
  const w = useWords(words);
  const scope = useScope();
  const [page = '1', setPage] = useAddress('page');
  const list = useCall(api.offers, { ...(scope.union ? { unionId: scope.union } : {}), offset: (Number(page) - 1) * 20 }, { keepWhileChanging: true });
  return (
    <DeskPage title={w.invitations} actions={<Invite />}>
      <Card>
        <Loaded from={list}>
          {(l) => (l.items.length === 0 ? <Empty icon="swap" title={w.invitationsNone} hint={w.invitationsHint} /> : (
            <Table<Row>
              rowKey="id" size="middle" dataSource={l.items} scroll={{ x: 760 }} pagination={{ current: Number(page), pageSize: 20, total: l.total, onChange: (p) => setPage(p === 1 ? undefined : String(p)), hideOnSinglePage: true, showSizeChanger: false }}
              columns={[
                { title: w.name, dataIndex: 'name', render: (name: string) => <b style={{ fontWeight: 500 }}>{name}</b> }, { title: w.whereTo, dataIndex: 'union' }, { title: w.job, dataIndex: 'job' },
                { title: w.origin, dataIndex: 'origin', width: 130, render: (o: string) => w[`origin_${o}` as 'origin_desk'] }, { title: w.offeredAt, dataIndex: 'offeredAt', width: 120, render: (at: string) => <span className="num">{showDate(at)}</span> },
                { title: w.anyState, dataIndex: 'state', width: 130, render: (s: Row['state']) => <Chip kind={s === 'accepted' ? 'ok' : s === 'open' ? 'info' : 'quiet'}>{w[`offer_${s}`]}</Chip> },
              ]}
            />
          ))}
        </Loaded>
      </Card>
    </DeskPage>
  );
}
