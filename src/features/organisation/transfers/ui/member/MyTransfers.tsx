import { Link } from 'react-router';
import { Card, Deadline, Empty, Loaded, PhonePage, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import { OfferCard } from './OfferCard.tsx';

/** My invitations and transfers. */
export default function MyTransfers() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  const open = mine.data?.items.some((t) => t.nextDue !== null) ?? true;
  return (
    <PhonePage title={w.mine} foot={open ? null : <Link className="btn primary" to="/transfers/new">{w.ask}</Link>}>
      <Loaded from={mine}>
        {({ items, offers }) => (
          <>
            {offers.map((o) => <OfferCard key={o.id} offer={o} />)}
            {items.length > 0 ? <Card>{items.map((t) => <Row key={t.id} icon="swap" tint={t.state === 'done' || t.state === 'issued' ? 'ok' : 'info'} title={t.to} note={`${t.stateWord} · ${t.number}`} end={t.nextDue ? <Deadline due={t.nextDue} /> : undefined} to={`/transfers/${t.id}`} />)}</Card> : null}
            {items.length + offers.length === 0 ? <Card><Empty icon="swap" title={w.none} hint={w.noneHint} /></Card> : null}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}
