import { useState } from 'react';
import { ask, Card, Chip, Empty, FieldText, Loaded, type Output, PhonePage, showDay, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../receptions.contract.ts';
import { words } from '../../receptions.words.ts';
import '../receptions.css';

type Day = Output<typeof api.upcoming>['items'][number];

function Booking({ day }: { day: Day }) {
  const w = useWords(words);
  const [seat, setSeat] = useState<number | null>(null);
  const [wish, setWish] = useState('');
  const book = useAct(api.book, { refreshes: [api.upcoming], done: w.bookedDone });
  return (
    <>
      <p className="note">{w.choose}</p>
      <div className="seats">
        {day.seats.map((s) => <button key={s.seat} type="button" className="btn num" disabled={!s.free} aria-pressed={seat === s.seat} onClick={() => setSeat(s.seat)}>{s.at}</button>)}
      </div>
      {seat === null ? null : (
        <>
          <FieldText label={w.wish} hint={w.wishHint} value={wish} rows={2} maxLength={200} onChange={(e) => setWish(e.target.value)} />
          <button type="button" className="btn primary wide" disabled={book.busy} onClick={() => book.act({ id: day.id, seat, wish })}>{w.book}</button>
        </>
      )}
    </>
  );
}

function OneDay({ day }: { day: Day }) {
  const w = useWords(words);
  const language = useLocale();
  const cancel = useAct(api.cancel, { refreshes: [api.upcoming], done: w.cancelled });
  const free = day.seats.filter((s) => s.free).length;
  const off = day.calledOff !== null;
  return (
    <Card className="receptioncard" title={`${showDay(day.heldOn, language)} ${day.from}–${day.to}`}>
      <p>{day.union} · {day.place}</p>
      <p><Chip kind={off ? 'quiet' : day.mine ? 'ok' : free > 0 ? 'info' : 'quiet'}>{off ? w.off : day.mine ? w.mine({ at: day.mine.at }) : free > 0 ? w.free({ n: free }) : w.full}</Chip></p>
      {off ? <p className="note">{day.calledOff}</p> : null}
      {day.mine?.wish ? <p className="note">{day.mine.wish}</p> : null}
      {day.may.includes('book') ? <Booking day={day} /> : null}
      {day.may.includes('cancel') ? <button type="button" className="btn wide" disabled={cancel.busy} onClick={() => void ask({ title: w.cancelAsk, text: w.cancelHint }).then((yes) => { if (yes) cancel.act({ id: day.id }); })}>{w.cancel}</button> : null}
    </Card>
  );
}

/** Coming reception days: choose a time, say what it is about, give it back. */
export default function Receptions() {
  const w = useWords(words);
  const days = useCall(api.upcoming, {});
  return (
    <PhonePage title={w.title}>
      <Loaded from={days}>
        {({ items }) => (items.length === 0 ? <Card><Empty icon="calendar" title={w.mineNone} hint={w.mineNoneHint} /></Card> : items.map((d) => <OneDay key={d.id} day={d} />))}
      </Loaded>
    </PhonePage>
  );
}
