import { Link, useParams } from 'react-router';
import { Icon, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../briefings.contract.ts';
import '../briefings.css';
import { words } from '../briefings-ui.words.ts';

const EVERY_MS = 3_000;

/** The screen in the room: the code, the question being answered, what comes next by votes. */
export default function BigScreen() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const screen = useCall(api.screen, { id }, { every: EVERY_MS, keepWhileChanging: true });
  return (
    <main className="brscreen">
      <title>{w.screen}</title>
      <div className="bracts noprint"><Link className="btn" to={`/briefings/${id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn" onClick={() => void document.documentElement.requestFullscreen()}><Icon name="board" size={18} />{w.fullScreen}</button></div>
      <Loaded from={screen} lines={8}>
        {(s) => (
          <>
            <header><div><p>{s.union}</p><h1>{s.title}</h1><p className="num">{w.attended({ n: s.attended })} · {w.answeredN({ n: s.answered })}</p></div>{s.state === 'live' ? <div className="code"><small>{w.codeLabel}</small><b className="num">{s.code}</b><small>{w.joinHint}</small></div> : null}</header>
            <section className="now" aria-live="polite">{s.now ? <><small>{w.answering} · {s.now.by || w.anonymous}</small>{s.now.text}</> : w.nothingNow}</section>
            {s.next.length > 0 ? <section><h2>{w.next}</h2><ol>{s.next.map((q) => <li key={q.id}><b>{q.text}</b><span className="num">{w.votes({ n: q.votes })}</span></li>)}</ol></section> : null}
          </>
        )}
      </Loaded>
    </main>
  );
}
