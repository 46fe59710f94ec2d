import { useState } from 'react';
import { Card, errorAt, FieldText, Icon, Loaded, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../briefings.contract.ts';
import { AskedOne, type Asked, type Seen } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';

const LIVE_MS = 4_000;
const SHOWS = [api.questions, api.one, api.screen];

/** What the moderator may do with one question. */
function One({ of: q }: { of: Asked }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const move = useAct(api.moderate, { refreshes: SHOWS });
  const answer = useAct(api.answer, { done: w.answerDone, refreshes: SHOWS, after: () => setOpen(false) });
  const may = (what: string): boolean => q.may.includes(what);
  if (open) {
    return (
      <form className="fields" onSubmit={(e) => { e.preventDefault(); answer.act({ id: q.id, text }); }}>
        <FieldText label={w.answerText} rows={3} maxLength={3000} autoFocus value={text} error={errorAt(answer.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        <div className="bracts"><button type="submit" className="btn primary" disabled={answer.busy || text.trim().length < 2}>{w.answer}</button><button type="button" className="btn" onClick={() => setOpen(false)}>{w.cancel}</button></div>
      </form>
    );
  }
  return (
    <div className="bracts noprint">
      {may('answering') ? <button type="button" className="btn" disabled={move.busy} onClick={() => move.act({ id: q.id, state: 'answering' })}><Icon name="talk" size={18} />{w.takeUp}</button> : null}
      {may('answer') ? <button type="button" className={q.state === 'answering' ? 'btn primary' : 'btn'} onClick={() => setOpen(true)}><Icon name="answer" size={18} />{w.answer}</button> : null}
      {may('asked') ? <button type="button" className="btn" disabled={move.busy} onClick={() => move.act({ id: q.id, state: 'asked' })}>{w.putBack}</button> : null}
      {may('hidden') ? <button type="button" className="btn plain" disabled={move.busy} onClick={() => move.act({ id: q.id, state: 'hidden' })}><Icon name="hidden" size={18} />{w.hide}</button> : null}
    </div>
  );
}

/** The moderator's list: the one being answered, then by votes. */
export function Moderate({ of: b }: { of: Seen }) {
  const w = useWords(words);
  const list = useCall(api.questions, { id: b.id, limit: 100 }, { ...(b.state === 'live' ? { every: LIVE_MS } : {}), keepWhileChanging: true });
  return <Card title={w.moderating}><Loaded from={list} lines={4}>{({ items }) => (items.length === 0 ? <p className="note">{w.noQuestions}</p> : <ul className="brasked">{items.map((q) => <AskedOne key={q.id} of={q}><One of={q} /></AskedOne>)}</ul>)}</Loaded></Card>;
}
