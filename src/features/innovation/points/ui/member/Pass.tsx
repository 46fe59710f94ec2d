import { useParams } from 'react-router';
import { legalDateOf } from '#shared/dates';
import { ask, Card, Empty, Facts, Loaded, type Output, PhonePage, Qr, Row, showDate, showTime, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { pointsText } from '../../points.rules.ts';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';
import '../points.css';

type Seen = Output<typeof api.pass>;
/** The code is good for three minutes; the phone asks for a fresh one well before. */
const FRESH = 60_000;

function Code({ pass: v }: { pass: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  if (v.debt > 0) return <Card title={w.debtTitle({ n: pointsText(v.debt) })}><p>{w.debtHint}</p></Card>;
  if (!v.ready || v.token === null) {
    const early = legalDateOf(new Date()) < v.collectFrom;
    return <Card><Empty icon="calendar" title={early ? w.passEarly({ date: showDate(v.collectFrom, language) }) : w.passOver} hint={w.at({ place: v.place })} /></Card>;
  }
  return (
    <section className="prizepass" aria-label={w.pass}>
      <Qr text={v.token} size={220} label={w.pass} />
      <p>{w.passHint}</p>
      <p className="note">{w.shortCode}</p>
      <b className="num">{v.code.slice(0, 4)} {v.code.slice(4)}</b>
    </section>
  );
}

/** One of my prizes: the code to collect it with, or what became of it. */
export default function Pass() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(api.pass, { id }, { every: FRESH });
  const cancel = useAct(api.cancel, { done: w.cancelled, refreshes: [api.pass, api.mine, api.myRound, api.myReservations] });
  return (
    <PhonePage title={w.pass} up="/points/reservations">
      <Loaded from={seen}>
        {(v) => (
          <>
            <Card title={v.prize} aside={<StateChip state={v.state} />}>
              <Facts of={[
                [w.pts, w.points({ n: v.points })], [w.place, v.place], [w.collect, v.state === 'reserved' ? `${showDate(v.collectFrom, language)} – ${showDate(v.collectTo, language)}` : null],
                [w.state_collected, v.state === 'collected' && v.endedAt ? w.collectedAt({ time: showTime(v.endedAt, language), name: v.endedBy ?? '' }) : null], [w.colleague, v.collector ? w.byColleague({ name: v.collector, note: v.note }) : null],
                [w.reason, v.state === 'cancelled' ? v.note : null],
              ]} />
            </Card>
            {v.state === 'reserved' ? <Code pass={v} /> : null}
            {v.state === 'cancelled' || v.state === 'expired' ? <Card><Row icon="again" title={w.again} to="/points/round" /></Card> : null}
            {v.may.includes('cancel') ? (
              <button type="button" className="btn wide" disabled={cancel.busy} onClick={() => void ask({ title: w.cancelAsk({ prize: v.prize }), text: w.cancelHint({ n: v.points }) }).then((yes) => { if (yes) cancel.act({ id }); })}>{w.cancelIt}</button>
            ) : null}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}
