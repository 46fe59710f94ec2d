import { type ReactNode, useId } from 'react';
import { DayPick, Field, FieldText, useWords } from '../../../../../web/kit/index.ts';
import type { Answer, Answers, Question } from '../../form.rules.ts';
import { textIn } from '../../form.rules.ts';
import { filled } from '../../logic.rules.ts';
import { words } from '../phone.words.ts';
import { Scale } from './Scale.tsx';

export type Given = { readonly q: Question; readonly answer: Answer | undefined; readonly language: 'zh' | 'en'; readonly write: (a: Answer | undefined) => void };
type Pick = { readonly pick: readonly string[]; readonly other?: string };

const picked = (a: Answer | undefined): Pick => (typeof a === 'object' && 'pick' in a ? a : { pick: [] });

function Choices({ q, answer, language, write }: Given) {
  const w = useWords(words);
  const name = useId();
  const a = picked(answer);
  const other = q.options.find((o) => o.other && a.pick.includes(o.id));
  const put = (pick: readonly string[]): void => write({ pick, ...(q.options.some((o) => o.other && pick.includes(o.id)) && a.other ? { other: a.other } : {}) });
  const press = (id: string, on: boolean): void => {
    if (q.kind === 'single') put([id]);
    else if (!on) put(a.pick.filter((x) => x !== id));
    else if (q.options.find((o) => o.id === id)?.exclusive) put([id]);
    else put(q.options.map((o) => o.id).filter((x) => x === id || (a.pick.includes(x) && !q.options.find((o) => o.id === x)?.exclusive)));
  };
  const full = q.kind === 'multiple' && q.most > 0 && a.pick.length >= q.most;
  return (
    <>
      {q.kind === 'multiple' ? <p className="note">{q.most > 0 ? w.chooseUpTo({ n: q.most }) : w.chooseAny}</p> : null}
      {q.options.map((o) => (
        <label key={o.id} className="svopt">
          <input type={q.kind === 'single' ? 'radio' : 'checkbox'} name={name} checked={a.pick.includes(o.id)} disabled={full && !a.pick.includes(o.id) && !o.exclusive} onChange={(e) => press(o.id, e.target.checked)} />
          <span>{textIn(o.text, language)}</span>
        </label>
      ))}
      {other ? <Field label={w.other} value={a.other ?? ''} maxLength={200} onChange={(e) => write({ pick: a.pick, ...(e.target.value ? { other: e.target.value } : {}) })} /> : null}
    </>
  );
}

function Matrix({ q, answer, language, write }: Given) {
  const name = useId();
  const rows = typeof answer === 'object' && 'rows' in answer ? answer.rows : {};
  return q.rows.map((row) => (
    <div key={row.id} className="svrow" role="radiogroup" aria-label={textIn(row.text, language)}>
      <b>{textIn(row.text, language)}</b>
      <span>
        {q.options.map((o) => (
          <label key={o.id}><input type="radio" name={`${name}${row.id}`} checked={rows[row.id] === o.id} onChange={() => write({ rows: { ...rows, [row.id]: o.id } })} />{textIn(o.text, language)}</label>
        ))}
      </span>
    </div>
  ));
}

function Ranking({ q, answer, language, write }: Given) {
  const w = useWords(words);
  const order = typeof answer === 'object' && 'order' in answer ? answer.order : [];
  return (
    <>
      <p className="note">{w.tapInOrder}</p>
      {q.options.map((o) => {
        const at = order.indexOf(o.id);
        return <button key={o.id} type="button" className="svrank" aria-pressed={at >= 0} onClick={() => write({ order: at >= 0 ? order.filter((x) => x !== o.id) : [...order, o.id] })}><b>{at >= 0 ? at + 1 : ''}</b><span>{textIn(o.text, language)}</span></button>;
      })}
      {order.length > 0 ? <button type="button" className="btn" onClick={() => write(undefined)}>{w.orderAgain}</button> : null}
    </>
  );
}

function Written({ q, answer, write, language }: Given) {
  const w = useWords(words);
  const text = answer === undefined || typeof answer === 'object' ? '' : String(answer);
  if (q.kind === 'number') {
    const unit = textIn(q.unit, language);
    return <Field label={unit ? `${w.yourAnswer}（${unit}）` : w.yourAnswer} inputMode="decimal" type="number" value={text} {...(q.low === null ? {} : { min: q.low })} {...(q.high === null ? {} : { max: q.high })} onChange={(e) => write(e.target.value === '' ? undefined : Number(e.target.value))} />;
  }
  if (q.kind === 'date') return <DayPick label={w.yourAnswer} value={text} until="2035-12-31" years={100} onChange={write} />;
  const hint = w.chars({ n: text.length, most: q.most });
  if (q.kind === 'short') return <Field label={w.yourAnswer} hint={hint} value={text} maxLength={q.most} onChange={(e) => write(e.target.value || undefined)} />;
  return <FieldText label={w.yourAnswer} hint={hint} rows={6} value={text} maxLength={q.most} onChange={(e) => write(e.target.value || undefined)} />;
}

function inputOf(g: Given): ReactNode {
  switch (g.q.kind) {
    case 'single': case 'multiple': return <Choices {...g} />;
    case 'scale': return <Scale {...g} />;
    case 'matrix': return <Matrix {...g} />;
    case 'ranking': return <Ranking {...g} />;
    case 'note': return null;
    default: return <Written {...g} />;
  }
}

/** One question with what it is answered by: the same on the phone, in the preview and at an interview. */
export function Ask({ q, answers, byId, language, fault, write, no }: { q: Question; answers: Answers; byId: ReadonlyMap<string, Question>; language: 'zh' | 'en'; fault?: string | undefined; write: (a: Answer | undefined) => void; no?: number | undefined }) {
  const w = useWords(words);
  const say = (text: string): string => filled(text, byId, answers, language);
  const hint = say(textIn(q.hint, language));
  if (q.kind === 'note') return <div className="svq"><h2>{say(textIn(q.title, language))}</h2>{hint ? <p>{hint}</p> : null}</div>;
  return (
    <div className="svq" data-question={q.id}>
      <fieldset>
        <legend><h2>{no ? `${no}. ` : ''}{say(textIn(q.title, language))}{q.required ? <span className="note"> · {w.required}</span> : null}</h2></legend>
        {hint ? <p className="note">{hint}</p> : null}
        {inputOf({ q, answer: answers[q.id], language, write })}
        {fault ? <p className="fielderror" role="alert">{fault}</p> : null}
      </fieldset>
    </div>
  );
}
