import { useParams } from 'react-router';
import { Loaded, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { board } from '../../ballots.contract.ts';
import '../ballots.css';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';

/** For the wall of the hall: how many took part, never how. */
export default function Hall() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const p = useWords(phone);
  const language = useLocale();
  const turnout = useCall(board.turnout, { id }, { every: 3_000 });
  return (
    <Loaded from={turnout} lines={8}>
      {(t) => (
        <main className="balhall">
          <title>{t.title}</title>
          <p>{t.union}</p>
          <h1>{t.title}</h1>
          <strong className="num">{t.given} / {t.entitled}</strong>
          <div className="balbar"><i style={{ width: `${t.entitled === 0 ? 0 : (100 * t.given) / t.entitled}%` }} /></div>
          <p>{p[`state_${t.state}`]}{t.closesAt ? ` · ${p.until({ time: showTime(t.closesAt, language) })}` : ''}</p>
          <p className="note">{w.hallHint}</p>
          <small>{p.fingerprint} {t.fingerprint}</small>
        </main>
      )}
    </Loaded>
  );
}
