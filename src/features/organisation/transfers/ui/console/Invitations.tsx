import { Chip, DeskPage, Empty, type Output, showDate, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../transfers.contract.ts';
import { columns, words } from '../../transfers-ui.words.ts';
import { Invite } from './Invite.tsx';

type Row = Output<typeof api.offers>['items'][number];

function useInvitations(): List<Row> {
  const w = useWords(words);
  const c = useWords(columns);
  return useList<Row>('invitations', {
    filters: [{ kind: 'choose', name: 'state', label: w.anyState, options: [['open', w.offer_open], ['accepted', w.offer_accepted], ['declined', w.offer_declined]] }],
    columns: {
      name: { title: w.name, cell: (o) => <span className="cell"><b>{o.name}</b></span> },
      union: { title: w.whereTo, cell: (o) => o.union },
      job: { title: w.job, cell: (o) => o.job },
      origin: { title: w.origin, width: 130, cell: (o) => w[`origin_${o.origin}` as 'origin_desk'] },
      offeredAt: { title: w.offeredAt, width: 120, cell: (o) => <span className="num">{showDate(o.offeredAt)}</span> },
      state: { title: c.state, width: 130, cell: (o) => <Chip kind={o.state === 'accepted' ? 'ok' : o.state === 'open' ? 'info' : 'quiet'}>{w[`offer_${o.state}`]}</Chip> },
    },
  });
}

/** Whom we invited and what they said. */
export default function Invitations() {
  const w = useWords(words);
  const list = useInvitations();
  const rows = useRows(api.offers, list);
  return (
    <DeskPage title={w.invitations} actions={<><ListActions list={list} to={api.exportOffers} can="transfers.receive" /><Invite /></>}>
      <ListPanel list={list} rows={rows} empty={<Empty icon="swap" title={w.invitationsNone} hint={w.invitationsHint} />} />
    </DeskPage>
  );
}
