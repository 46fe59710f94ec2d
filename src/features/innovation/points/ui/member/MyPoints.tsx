import { useState } from 'react';
import { Card, Empty, Facts, Loaded, type Output, PhonePage, Row, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { pointsText } from '../../points.rules.ts';
import { kindOf } from '../both/lines.rules.ts';
import { StandingChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';
import '../points.css';

type Mine = Output<typeof api.mine>;

function Wallet({ mine: { wallet, year } }: { mine: Mine }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <section className="pointscard" aria-label={w.available}>
      <p>{w.available}</p>
      <h2 className="num">{pointsText(wallet.available)}</h2>
      <dl>
        <div><dt>{w.earnedIn({ year })}</dt><dd className="num">{pointsText(wallet.earned)}</dd></div>
        <div><dt>{w.carried}</dt><dd className="num">{pointsText(wallet.carried)}</dd></div>
        <div><dt>{w.held}</dt><dd className="num">{pointsText(wallet.held)}</dd></div>
      </dl>
      {wallet.expiresOn ? <p className="pointsnote">{w.expiring({ n: pointsText(wallet.expiring), date: showDate(wallet.expiresOn, language) })}</p> : null}
    </section>
  );
}

function Round({ round }: { round: NonNullable<Mine['round']> }) {
  const w = useWords(words);
  const language = useLocale();
  const date = (on: string): string => showDate(on, language);
  return (
    <Card title={round.title} aside={<StandingChip standing={round.standing} />}>
      <p>{w.days({ from: date(round.from), to: date(round.to) })}</p>
      <p className="note pointsround">{w.collectDays({ from: date(round.collectFrom), to: date(round.collectTo) })} · {round.place}</p>
      <Row icon="gift" tint="union" title={round.standing === 'open' ? w.toRound : w.seeRound} to="/points/round" />
    </Card>
  );
}

function Lines({ year: now }: { year: number }) {
  const w = useWords(words);
  const language = useLocale();
  const [year, setYear] = useState(now);
  const lines = useCall(api.myLines, { year });
  return (
    <Card title={w.lines}>
      <div className="pointsyears">{[now, now - 1, now - 2].map((y) => <button key={y} type="button" className="btn" aria-pressed={y === year} onClick={() => setYear(y)}>{w.yearOf({ year: y })}</button>)}</div>
      <Loaded from={lines}>
        {({ items }) => (items.length === 0 ? <Empty icon="idea" title={w.noLines({ year })} hint={w.noLinesHint} /> : items.map((l) => {
          const to = ['adopted', 'completed', 'standardised'].includes(l.kind) ? `/suggestions/${l.documentId}` : l.kind === 'exchanged' ? `/points/reservations/${l.documentId}` : undefined;
          return (
            <Row
              key={l.id} title={l.text || kindOf(w, l)} note={`${showDate(l.on, language)} · ${kindOf(w, l)}`} {...(to ? { to } : {})}
              end={<span className={`pointsamount num ${l.amount < 0 ? 'less' : ''}`}>{l.amount > 0 ? '+' : ''}{pointsText(l.amount)}</span>}
            />
          );
        }))}
      </Loaded>
    </Card>
  );
}

/** My points: what I have, this year's exchange, and how each point was earned. */
export default function MyPoints() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  return (
    <PhonePage title={w.mine} up="/me">
      <Loaded from={mine}>
        {(m) => (m.scheme === null ? <Card><Empty icon="idea" title={w.noScheme} hint={w.noSchemeHint} /></Card> : (
          <>
            <Wallet mine={m} />
            {m.wallet.debt > 0 ? <Card title={w.debtTitle({ n: pointsText(m.wallet.debt) })}><p>{w.debtHint}</p></Card> : null}
            {m.round ? <Round round={m.round} /> : null}
            <Card><Row icon="qr" title={w.reservations} to="/points/reservations" {...(m.waiting > 0 ? { note: w.waiting({ n: m.waiting }) } : {})} /></Card>
            <Lines year={m.year} />
            <Card title={w.how}>
              <Facts of={[[w.worthAdopted, w.points({ n: m.worth.adopted })], [w.worthCompleted, w.points({ n: m.worth.completed })], [w.worthStandardised, w.points({ n: m.worth.standardised })]]} />
              <p className="note pointshow">{w.shared}</p>
              <p className="note">{w.keeps({ n: m.wallet.keepYears })}</p>
            </Card>
          </>
        ))}
      </Loaded>
    </PhonePage>
  );
}
