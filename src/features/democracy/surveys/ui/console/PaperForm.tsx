import { useParams } from 'react-router';
import { Loaded, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { type Question, textIn } from '../../form.rules.ts';
import { desk } from '../../surveys.contract.ts';
import { useStepNames } from '../both/Figures.tsx';
import { plainTitle } from '../../logic.rules.ts';
import { words } from '../desk.words.ts';
import '../surveys.css';

function Boxes({ q, language }: { q: Question; language: 'zh' | 'en' }) {
  const names = useStepNames()(q, language);
  if (q.kind === 'note') return null;
  if (q.kind === 'matrix') return <table className="svtable"><tbody>{q.rows.map((r) => <tr key={r.id}><td>{textIn(r.text, language)}</td>{names.map((n) => <td key={n}>□ {n}</td>)}</tr>)}</tbody></table>;
  if (q.kind === 'long') return <><div className="lines" /><div className="lines" /><div className="lines" /></>;
  if (q.kind === 'short' || q.kind === 'number' || q.kind === 'date') return <div className="lines" />;
  const sign = q.kind === 'ranking' ? '（  ）' : q.kind === 'multiple' ? '□' : '○';
  return <div className="opts">{names.map((n, i) => <span key={q.options[i]?.id ?? n}>{sign} {n}{q.options[i]?.other ? ' ________' : ''}</span>)}</div>;
}

/** The questionnaire on paper, for the box and for those who like a pen. */
export default function PaperForm() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const kept = useCall(desk.kept, { id });
  return (
    <Paper title={w.paperTitle} back={`/surveys/${id}`}>
      <Loaded from={kept}>
        {(s) => {
          const numbers = new Map(s.form.sections.flatMap((x) => x.questions).filter((q) => q.kind !== 'note').map((q, i) => [q.id, i + 1]));
          return (
            <div className="svprint">
              <h1>{s.title}</h1>
              <p>{s.about}</p>
              <p>{w.paperUntil({ time: showTime(s.closesAt, language) })}</p>
              {s.form.sections.map((section) => (
                <section key={section.id}>
                  <h2>{textIn(section.title, language)}</h2>
                  {section.questions.map((q) => <div key={q.id} className="svfig"><p><b>{numbers.get(q.id) ? `${numbers.get(q.id)}. ` : ''}{plainTitle(q, language)}</b> {q.showIf ? w.paperOnly : ''}</p><Boxes q={q} language={language} /></div>)}
                </section>
              ))}
            </div>
          );
        }}
      </Loaded>
    </Paper>
  );
}
