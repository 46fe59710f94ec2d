import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Card, Empty, errorAt, FieldText, Icon, Loaded, type Output, PhonePage, showDay, useAct, useCall, useDraft, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type Answer, type Question, wronglyAnswered } from '../../survey.rules.ts';
import { api } from '../../topics.contract.ts';
import { ResultsCard, useChoices } from '../both/Results.tsx';
import { words } from '../questionnaire-ui.words.ts';
import '../topics.css';

type Asked = Output<typeof api.questionnaire>;
const NOTHING: Answer = { choices: [], text: '' };
const answersOf = (q: readonly Question[], given: readonly Answer[]): Answer[] => q.map((_, at) => given[at] ?? NOTHING);

function Ask({ question: q, at, answer, write, error }: { question: Question; at: number; answer: Answer; write: (a: Answer) => void; error: string | undefined }) {
  const w = useWords(words);
  const names = useChoices()(q);
  const told = q.kind === 'several' ? w.several : q.kind === 'open' ? w.optional : undefined;
  const pick = (c: number): void => write({ text: '', choices: q.kind !== 'several' ? [c] : answer.choices.includes(c) ? answer.choices.filter((x) => x !== c) : [...answer.choices, c].sort((a, b) => a - b) });
  if (q.kind === 'open') return <Card className="questionopen"><FieldText label={`${String(at + 1)}. ${q.text}`} hint={told} rows={3} maxLength={500} value={answer.text} onChange={(e) => write({ choices: [], text: e.target.value })} /></Card>;
  return (
    <Card>
      <fieldset className={`question ${error ? 'wrong' : ''}`}>
        <legend>{at + 1}. {q.text}{told ? <small>{told}</small> : null}</legend>
        <div className={q.kind === 'scale' ? 'qscale' : 'question'}>
          {names.map((name, c) => (
            <label key={name} className="qoption"><input type={q.kind === 'several' ? 'checkbox' : 'radio'} name={`q${String(at)}`} checked={answer.choices.includes(c)} onChange={() => pick(c)} /><span>{q.kind === 'scale' ? c + 1 : name}</span></label>
          ))}
        </div>
        {q.kind === 'scale' ? <p className="note qends"><span>{w.scaleLow}</span><span>{w.scaleHigh}</span></p> : null}
        {error ? <p className="fielderror">{error}</p> : null}
      </fieldset>
    </Card>
  );
}

/** All questions on one page; what was ticked survives leaving. */
function Sheet({ asked }: { asked: Asked }) {
  const w = useWords(words);
  const language = useLocale();
  const draft = useDraft<{ answers: readonly Answer[] }>(`questionnaire.${asked.id}`, { answers: [] });
  const [tried, setTried] = useState(false);
  const { act, busy, waiting, refusal } = useAct(api.answer, { refreshes: [api.questionnaire, api.questionnaires], after: () => draft.drop() });
  const answers = answersOf(asked.questions, draft.value.answers);
  const missing = wronglyAnswered(asked.questions, answers);
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing.length > 0) return document.querySelectorAll('.question')[0]?.closest('main')?.querySelectorAll('section.card')[(missing[0] ?? 0) + 1]?.scrollIntoView({ behavior: 'smooth', block: 'center' });
    if (await ask({ title: w.ask, text: w.onceOnly, yes: w.send })) act({ id: asked.id, answers: answers.map((a) => ({ choices: [...a.choices], text: a.text })) });
  };
  return (
    <PhonePage title={asked.title} up="/questionnaires" foot={<button type="button" className="btn primary" disabled={busy} onClick={() => void send()}>{waiting ? w.waiting : tried && missing.length > 0 ? w.left({ n: missing.length }) : w.send}</button>}>
      <Card>
        <p>{asked.intro}</p>
        <p className="note questionuntil">{asked.union} · {w.until({ date: showDay(new Date(Date.parse(asked.closesAt) - 1), language) })}</p>
        <div className="sealedline"><Icon name="shield" /><div><b>{w.nameless}</b><p className="note">{w.namelessHow({ n: asked.smallest })}</p></div></div>
      </Card>
      {asked.questions.map((q, at) => (
        <Ask key={q.text} question={q} at={at} answer={answers[at] ?? NOTHING} error={errorAt(refusal, `answers.${String(at)}`) ?? (tried && missing.includes(at) ? w.answerThis : undefined)}
          write={(a) => draft.write({ answers: answers.with(at, a) })} />
      ))}
    </PhonePage>
  );
}

/** One questionnaire: to be filled in, thanked for, or with its results. */
export default function Questionnaire() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const asked = useCall(api.questionnaire, { id });
  if (asked.data?.may.includes('answer')) return <Sheet asked={asked.data} />;
  return (
    <PhonePage title={asked.data?.title ?? w.one} up="/questionnaires">
      <Loaded from={asked}>
        {(a) => (
          <>
            {a.results === null ? (
              <Card>{a.answered ? <div className="thanks"><Icon name="ok" size={48} /><h2>{w.thanks}</h2><p className="note">{w.thanksNote}</p></div> : <Empty icon="clock" title={w.missed} hint={w.missedNote} />}</Card>
            ) : <ResultsCard questions={a.questions} results={a.results} />}
            <Card><div className="sealedline"><Icon name="shield" /><div><b>{w.nameless}</b><p className="note">{w.namelessHow({ n: a.smallest })}</p></div></div></Card>
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}
