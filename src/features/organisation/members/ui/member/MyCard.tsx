import { ask, Card, Chip, Empty, Loaded, type Output, PhonePage, Qr, Row, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../members.contract.ts';
import { words } from '../../members.words.ts';
import '../members.css';

type Held = NonNullable<Output<typeof api.card>['card']>;

function TheCard({ card }: { card: Held }) {
  const w = useWords(words);
  return (
    <section className="membercard" aria-label={w.myCard}>
      <header><b>{card.union}</b><Chip kind={card.state === 'active' ? 'ok' : 'quiet'}>{w[`state_${card.state}` as 'state_active']}</Chip></header>
      <Qr text={card.qr} size={200} />
      <h2>{card.name}</h2>
      <p className="num">{card.cardNumber.replace(/(\d{4})(?=\d)/g, '$1 ')}</p>
      <p className="note">{w.since} {card.since}</p>
      <p className="note">{w.cardHint}</p>
    </section>
  );
}

/** My member card, large, and every period of my membership. */
export default function MyCard() {
  const w = useWords(words);
  const mine = useCall(api.card, {});
  const leave = useAct(api.leave, { refreshes: [api.card], done: w.done });
  return (
    <PhonePage title={w.myCard}>
      <Loaded from={mine}>
        {({ card, periods }) => (
          <>
            {card ? <TheCard card={card} /> : <Card><Empty icon="card" title={w.noMembership} hint={w.joinHint} /></Card>}
            {periods.length > 0 ? (
              <Card title={w.history}>
                {periods.map((p) => <Row key={`${p.union}${p.beganOn}${p.state}`} title={p.union} note={<span className="num">{p.beganOn} – {p.endedOn ?? ''} {p.endReason ? w[`reason_${p.endReason}` as 'reason_left'] : ''}</span>} end={<Chip kind={p.state === 'ended' ? 'quiet' : 'ok'}>{w[`state_${p.state}` as 'state_active']}</Chip>} />)}
              </Card>
            ) : null}
            {card ? <Card><Row title={w.transfer} note={w.transferHint} to="/transfers" /><Row title={w.leave} note={w.leaveHint} onClick={() => void ask({ title: w.leaveAsk, text: w.leaveHint }).then((yes) => { if (yes) leave.act({}); })} /></Card> : null}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}
