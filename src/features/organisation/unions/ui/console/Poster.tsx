import { Link, useParams } from 'react-router';
import { Icon, Loaded, Mark, Qr, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../unions.contract.ts';
import { words } from '../../unions.words.ts';
import './unions.css';

/** A poster for the wall: the union's name and its joining code, one A4 page. */
export default function Poster() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const union = useCall(api.union, { id });
  return (
    <Loaded from={union}>
      {(u) => (
        <main className="unionposter">
          <title>{u.name}</title>
          <nav className="posterbar">
            <Link className="btn" to={`/unions/${id}`}><Icon name="back" size={16} />{w.back}</Link>
            <span className="note">{w.posterSize}</span>
            <button type="button" className="btn primary" onClick={() => print()}>{w.print}</button>
          </nav>
          <Mark size={72} />
          <h1>{u.name}</h1>
          <Qr text={`${location.origin}/join/${u.joinCode}`} size={340} />
          <p>{w.qrPoster}</p>
          <span className="note num">{location.origin}/join/{u.joinCode}</span>
          {u.mailbox ? <span className="note">{w.mailboxAt} <b className="num">{u.mailbox}</b></span> : null}
        </main>
      )}
    </Loaded>
  );
}
