import { Link, useParams } from 'react-router';
import { Icon, Loaded, showDay, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { clockOf, minutesOf, seatStart } from '../../hours.rules.ts';
import { api } from '../../receptions.contract.ts';
import { words } from '../../receptions.words.ts';
import '../receptions.css';

/** The day on paper: who booked when, room for signatures. */
export default function Sheet() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const day = useCall(api.day, { id });
  return (
    <main className="receptionsheet" id="content">
      <title>{w.sheet}</title>
      <div className="receptionbar"><Link className="btn" to={`/receptions/${id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div>
      <Loaded from={day}>
        {(d) => (
          <article>
            <h1>{d.union} {w.sheet}</h1>
            <p>{showDay(d.heldOn, language)} {d.from}–{d.to} · {d.place}</p>
            <table>
              <thead><tr><th>{w.time}</th><th>{w.name}</th><th>{w.itemTitle}</th><th>{w.signature}</th></tr></thead>
              <tbody>{Array.from({ length: d.slots }, (_, i) => i + 1).map((seat) => {
                const b = d.bookings.find((x) => x.seat === seat);
                return <tr key={seat}><td className="num">{b?.at ?? clockOf(seatStart({ fromMinute: minutesOf(d.from), toMinute: minutesOf(d.to), slots: d.slots }, seat))}</td><td>{b?.name}</td><td>{b?.wish}</td><td /></tr>;
              })}</tbody>
            </table>
            {d.list.length === 0 ? null : <table>
              <thead><tr><th>{w.number}</th><th>{w.list}</th></tr></thead>
              <tbody>{d.list.map((i) => <tr key={i.number}><td className="num">{i.number}</td><td>{i.letterId === null ? w.barred : i.title}</td></tr>)}</tbody>
            </table>}
          </article>
        )}
      </Loaded>
    </main>
  );
}
