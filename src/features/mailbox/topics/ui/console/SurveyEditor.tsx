import { useState } from 'react';
import { Card, errorAt, Field, FieldText, Icon, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import type { Question, QuestionKind } from '../../survey.rules.ts';
import { api } from '../../topics.contract.ts';
import { words } from '../topics-ui.words.ts';

type Topic = Output<typeof api.topic>;
type Drafted = { readonly key: number; readonly kind: QuestionKind; readonly text: string; readonly options: string };
const KINDS: readonly QuestionKind[] = ['single', 'several', 'scale', 'yesNo', 'open'];
const MOST = 10;
const chosen = (kind: QuestionKind): boolean => kind === 'single' || kind === 'several';

let keys = 0;
const drafted = (q: Question): Drafted => ({ key: keys++, kind: q.kind, text: q.text, options: q.options.join('\n') });
const question = (d: Drafted): Question => ({ kind: d.kind, text: d.text.trim(), options: chosen(d.kind) ? d.options.split('\n').map((o) => o.trim()).filter(Boolean) : [] });

function One({ q, n, last, error, write, move, remove }: { q: Drafted; n: number; last: boolean; error: string | undefined; write: (change: Partial<Drafted>) => void; move: (by: 1 | -1) => void; remove: () => void }) {
  const w = useWords(words);
  return (
    <div className="questionedit">
      <div className="questionbar">
        <select className="btn" aria-label={w.kind} value={q.kind} onChange={(e) => write({ kind: e.target.value as QuestionKind })}>{KINDS.map((k) => <option key={k} value={k}>{w[`kind_${k}`]}</option>)}</select>
        <span className="end">
          <button type="button" className="iconbtn" aria-label={w.up} title={w.up} disabled={n === 1} onClick={() => move(-1)}><Icon name="upload" size={16} /></button>
          <button type="button" className="iconbtn" aria-label={w.down} title={w.down} disabled={last} onClick={() => move(1)}><Icon name="down" size={16} /></button>
          <button type="button" className="iconbtn" aria-label={w.remove} title={w.remove} onClick={remove}><Icon name="remove" size={16} /></button>
        </span>
      </div>
      <Field label={w.questionText({ n })} maxLength={200} value={q.text} error={error} onChange={(e) => write({ text: e.target.value })} />
      {chosen(q.kind) ? <FieldText label={w.options} rows={4} maxLength={900} value={q.options} onChange={(e) => write({ options: e.target.value })} /> : null}
    </div>
  );
}

/** Writes the questionnaire: title, first words, up to ten questions in any order. */
export function SurveyEditor({ topic, close }: { topic: Topic; close: () => void }) {
  const w = useWords(words);
  const [title, setTitle] = useState(topic.survey?.title ?? topic.title);
  const [intro, setIntro] = useState(topic.survey?.intro ?? '');
  const [list, setList] = useState<readonly Drafted[]>(() => (topic.survey?.questions ?? [{ kind: 'single', text: '', options: [] }]).map(drafted));
  const save = useAct(api.draft, { refreshes: [api.topic], done: w.saved, after: close });
  const move = (at: number, by: 1 | -1): void => setList((all) => {
    const next = [...all];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    return next;
  });
  const wrong = (at: number): string | undefined => save.refusal?.fields.find((f) => f.path === `questions.${String(at)}` || f.path.startsWith(`questions.${String(at)}.`))?.sentence;
  return (
    <Card title={w.write}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); save.act({ id: topic.id, title, intro, questions: list.map(question) }); }}>
        <Field label={w.surveyTitle} maxLength={60} value={title} error={errorAt(save.refusal, 'title')} onChange={(e) => setTitle(e.target.value)} />
        <FieldText label={w.intro} rows={2} maxLength={500} value={intro} error={errorAt(save.refusal, 'intro')} onChange={(e) => setIntro(e.target.value)} />
        {list.map((q, at) => (
          <One key={q.key} q={q} n={at + 1} last={at === list.length - 1} error={wrong(at)} write={(change) => setList((all) => all.map((x) => (x.key === q.key ? { ...x, ...change } : x)))} move={(by) => move(at, by)} remove={() => setList((all) => all.filter((x) => x.key !== q.key))} />
        ))}
        <div className="topicacts">
          <button type="submit" className="btn primary" disabled={save.busy || list.length === 0}>{w.save}</button>
          <button type="button" className="btn" disabled={list.length >= MOST} onClick={() => setList((all) => [...all, drafted({ kind: 'single', text: '', options: [] })])}><Icon name="add" size={18} />{w.addQuestion}</button>
          <button type="button" className="btn" onClick={close}>{w.cancel}</button>
        </div>
      </form>
    </Card>
  );
}
