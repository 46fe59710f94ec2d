import { Link, useParams } from 'react-router';
import { Icon, Loaded, Mark, Qr, showDay, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import '../boxes.css';

/** The sheet on the box: what it is for, when it is opened, and the code that leads a phone to its board and to the chairperson. */
export default function Poster() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(api.box, { id });
  return (
    <Loaded from={seen}>
      {(b) => (
        <main className="boxposter" id="content">
          <title>{w.posterTitle}</title>
          <div className="posterbar"><Link className="btn" to={`/contact-boxes/${b.id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div>
          <Mark />
          <h2>{b.union}</h2>
          <h1>{w.posterTitle}</h1>
          <p>{w.posterSay}</p>
          <Qr text={`${location.origin}/box/${b.joinCode}/${b.number}`} size={300} label={w.posterScan} />
          <p>{w.posterScan}</p>
          <p className="boxdate">{w.posterNext({ date: showDay(b.dueOn, language) })}</p>
          <p className="note">{w.posterWeekly({ n: b.everyDays })}</p>
          <p className="note">{w.posterAnonymous}</p>
          <p className="note num">{w.boxAt({ n: b.number, place: b.place })} · {location.origin}/box/{b.joinCode}/{b.number}</p>
        </main>
      )}
    </Loaded>
  );
}
