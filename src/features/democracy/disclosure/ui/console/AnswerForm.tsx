import { useState } from 'react';
import { Link } from 'react-router';
import { askAgain, Chip, Deadline, errorAt, Facts, FieldText, type Output, showDay, Toggle, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words as texts } from '../disclosure-ui.words.ts';
import { words } from '../desk-ui.words.ts';

export type Question = Output<typeof desk.question>;

function Fill({ of: q }: { of: Question }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(true);
  const [upheld, setUpheld] = useState(false);
  const { act, busy, refusal } = useAct(desk.answer, { done: w.answeredDone, refreshes: [desk.question, desk.questions, desk.item, desk.register], after: () => void askAgain(desk.question) });
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: q.id, text, open, ...(q.kind === 'objection' ? { upheld } : {}) }); }}>
      <FieldText label={w.answerText} rows={5} maxLength={3000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <Toggle label={w.openTo} note={w.openNote} checked={open} onChange={setOpen} />
      {q.kind === 'objection' ? <Toggle label={w.upheld} checked={upheld} onChange={setUpheld} /> : null}
      <div className="pubacts"><button type="submit" className="btn primary" disabled={busy || text.trim().length < 2}>{w.answer}</button></div>
    </form>
  );
}

/** A question with its deadline, and the answer or the form for it. */
export function AnswerForm({ of: q }: { of: Question }) {
  const w = useWords(words);
  const t = useWords(texts);
  const language = useLocale();
  return (
    <div className="pubdesk">
      <p className="pubrow"><Chip kind={q.kind === 'objection' ? 'warn' : 'info'}>{q.kind === 'objection' ? t.objection : t.question}</Chip><Deadline due={q.dueAt} metAt={q.answeredAt} /></p>
      <Facts of={[[w.item, <Link key="item" to={`/disclosures/${q.itemId}`}>{q.title}</Link>], [w.union, q.union], [w.by, q.by || w.anonymous]]} />
      {q.follows ? <p className="note">{t.follows({ text: q.follows })}</p> : null}
      <p className="pubbody">{q.text}</p>
      {q.answeredAt === null ? null : <div className="pubanswer"><p className="pubbody">{q.answer}</p><small className="note">{t.answerBy({ by: q.answeredBy, date: showDay(q.answeredAt, language) })}{q.open ? '' : ` · ${t.onlyYou}`}{q.upheld === null ? '' : ` · ${q.upheld ? t.upheld : t.declined}`}</small></div>}
      {q.may.includes('answer') ? <Fill of={q} /> : null}
    </div>
  );
}
