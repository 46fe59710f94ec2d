import { Card, Empty, Loaded, type Output, PhonePage, Row, showDate, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';

type Reservation = Output<typeof api.myReservations>['items'][number];

function List({ items }: { items: readonly Reservation[] }) {
  const w = useWords(words);
  const language = useLocale();
  return items.map((v) => (
    <Row
      key={v.id} icon="gift" tint={v.state === 'reserved' ? 'union' : 'quiet'} title={v.prize} to={`/points/reservations/${v.id}`} end={<StateChip state={v.state} />}
      note={`${w.points({ n: v.points })} · ${v.state === 'reserved' ? w.collectBy({ date: showDate(v.collectTo, language) }) : showTime(v.endedAt ?? v.reservedAt, language)}`}
    />
  ));
}

/** What I reserved and collected: what waits for me first. */
export default function Reservations() {
  const w = useWords(words);
  const all = useCall(api.myReservations, {});
  return (
    <PhonePage title={w.reservations} up="/points">
      <Loaded from={all}>
        {({ items }) => {
          const [waiting, earlier] = [items.filter((v) => v.state === 'reserved'), items.filter((v) => v.state !== 'reserved')];
          return items.length === 0 ? <Card><Empty icon="gift" title={w.noReservations} hint={w.noReservationsHint} /></Card> : (
            <>
              {waiting.length > 0 ? <Card title={w.waiting({ n: waiting.length })}><List items={waiting} /></Card> : null}
              {earlier.length > 0 ? <Card title={w.earlier}><List items={earlier} /></Card> : null}
            </>
          );
        }}
      </Loaded>
    </PhonePage>
  );
}
