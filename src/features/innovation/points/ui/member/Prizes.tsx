import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { newId } from '#shared/ids';
import { ask, Card, Chip, Empty, Loaded, type Output, PhonePage, showDate, showMoney, Toggle, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { pointsText } from '../../points.rules.ts';
import { PrizePicture } from '../both/PrizePicture.tsx';
import { StandingChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';
import '../points.css';

type Shelf = Output<typeof api.myRound>;
type Round = NonNullable<Shelf['round']>;
type Prize = Shelf['items'][number];

function Choose({ prize: p, round }: { prize: Prize; round: Round }) {
  const w = useWords(words);
  const language = useLocale();
  const go = useNavigate();
  // A request that was sent and not heard of is asked again under the same id.
  const requestId = useRef(newId());
  const reserve = useAct(api.reserve, { done: w.reserved, refreshes: [api.myRound, api.mine, api.myReservations], after: (out) => void go(`/points/reservations/${out.id}`), refused: () => { requestId.current = newId(); return false; } });
  const sure = (): void => void ask({ title: w.reserveAsk({ n: p.points, prize: p.title }), text: w.reserveHint({ date: showDate(round.collectTo, language), place: round.place }) })
    .then((yes) => { if (yes) reserve.act({ id: p.id, requestId: requestId.current }); });
  return <button type="button" className="btn primary" disabled={reserve.busy} onClick={sure}>{w.reserve}</button>;
}

function OnePrize({ prize: p, round }: { prize: Prize; round: Round }) {
  const w = useWords(words);
  return (
    <li className="prize">
      <PrizePicture files={p.files} title={p.title} />
      <div>
        <b>{p.title}</b>
        {p.text ? <p className="note">{p.text}</p> : null}
        <p className="prizefacts"><span className="num">{w.points({ n: p.points })}</span><span className="note num">{w.worth({ n: showMoney(p.worthFen) })}</span></p>
        <p className="chips">
          {p.mine > 0 ? <Chip kind="ok">{w.youHave({ n: p.mine })}</Chip> : null}
          {p.left === 0 ? <Chip>{w.gone}</Chip> : <Chip kind={p.left < 4 ? 'warn' : 'quiet'}>{w.left({ n: p.left })}</Chip>}
          {p.missing > 0 ? <Chip kind="info">{w.missing({ n: pointsText(p.missing) })}</Chip> : null}
          {p.perPerson > 1 ? <Chip>{w.perPerson({ n: p.perPerson })}</Chip> : null}
        </p>
      </div>
      {p.may.includes('reserve') ? <Choose prize={p} round={round} /> : null}
    </li>
  );
}

function Shelves({ shelf, round }: { shelf: Shelf; round: Round }) {
  const w = useWords(words);
  const [near, setNear] = useState(false);
  const items = near ? shelf.items.filter((p) => p.mine > 0 || p.may.includes('reserve')) : shelf.items;
  return (
    <>
      <Card><Toggle label={w.reachable} checked={near} onChange={setNear} /></Card>
      {items.length === 0 ? <Card><Empty icon="gift" title={w.nothingReachable} hint={w.noLinesHint} /></Card> : null}
      {round.bands.map((band, i) => {
        const own = items.filter((p) => p.band === i);
        return own.length === 0 ? null : <Card key={band.title} title={band.title} aside={<span className="num">{w.bandRange({ from: band.from, to: band.to })}</span>}><ul className="prizes">{own.map((p) => <OnePrize key={p.id} prize={p} round={round} />)}</ul></Card>;
      })}
    </>
  );
}

/** The prizes of this year's exchange: what is within reach, what is missing, and choosing. */
export default function Prizes() {
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(api.myRound, {}, { every: 30_000 });
  const date = (on: string): string => showDate(on, language);
  return (
    <PhonePage title={w.round} up="/points">
      <Loaded from={seen}>
        {(s) => (s.round === null ? <Card><Empty icon="gift" title={w.noRound} hint={w.noRoundHint} /></Card> : (
          <>
            <section className="pointscard small">
              <p>{s.round.title} <StandingChip standing={s.round.standing} /></p>
              <h2 className="num">{w.points({ n: pointsText(s.available) })}</h2>
              <p>{w.days({ from: date(s.round.from), to: date(s.round.to) })}</p>
              <p>{w.at({ place: s.round.place })} · {w.takenOf({ n: s.taken, most: s.round.mostEach })}</p>
            </section>
            {s.debt > 0 ? <Card title={w.debtTitle({ n: pointsText(s.debt) })}><p>{w.debtHint}</p></Card> : null}
            {s.round.text ? <Card><p>{s.round.text}</p></Card> : null}
            <Shelves shelf={s} round={s.round} />
          </>
        ))}
      </Loaded>
    </PhonePage>
  );
}
