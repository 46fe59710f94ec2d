import { useEffect } from 'react';
import { Link } from 'react-router';
import { Icon, Loaded, Qr, showDate, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import '../disclosure.css';
import { words } from '../desk-ui.words.ts';
import { useOwnUnion } from './own-union.ts';

const PAUSE_MS = 12_000;
const ASK_EVERY_MS = 60_000;

/** In a full screen the board goes on by itself, a screen at a time, and begins again at its end. */
function useGoesOn(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.fullscreenElement) return;
      const end = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 4;
      window.scrollTo({ top: end ? 0 : window.scrollY + window.innerHeight * 0.8, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    }, PAUSE_MS);
    return () => clearInterval(timer);
  }, []);
}

/** What hangs before everybody: for the screen in the hall, and on paper. */
export default function Board() {
  const w = useWords(words);
  const language = useLocale();
  const unionId = useOwnUnion();
  const board = useCall(desk.board, { unionId: unionId ?? '' }, { when: unionId !== undefined, every: ASK_EVERY_MS });
  useGoesOn();
  return (
    <main className="pubboard">
      <title>{w.board}</title>
      <div className="pubacts noprint">
        <Link className="btn" to="/disclosures"><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn" onClick={() => void document.documentElement.requestFullscreen()}><Icon name="board" size={18} />{w.fullScreen}</button><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
      </div>
      {unionId === undefined ? <p>{w.chooseUnion}</p> : (
        <Loaded from={board} lines={8}>
          {(b) => (
            <>
              <header><h1>{b.union} · {w.board}</h1><small className="num">{w.boardAt({ time: showTime(b.at, language) })}</small></header>
              {b.items.length === 0 ? <p>{w.boardEmpty}</p> : null}
              <div className="pubsheets">
                {b.items.map((i) => (
                  <article key={i.id}>
                    <small className="num">{i.entry} · {showDate(i.publishedAt, language)} · {w.boardUntil({ date: showDate(i.publicUntil, language) })}{i.version > 1 ? ` · ${w.boardVersion({ n: i.version })}` : ''}</small>
                    <h2>{i.title}</h2>
                    <p className="pubbody">{i.body}</p>
                    {i.files > 0 ? <small>{w.boardFiles({ n: i.files })}</small> : null}
                    {i.questions.map((q) => <div key={q.text} className="pubanswer"><b>{w.question}：{q.text}</b><span>{w.answerShort}：{q.answer}</span></div>)}
                    <div className="pubrow"><Qr text={`${location.origin}/disclosures/${i.id}`} size={88} label={w.boardAsk} /><small>{w.boardAsk}</small></div>
                  </article>
                ))}
              </div>
            </>
          )}
        </Loaded>
      )}
    </main>
  );
}
