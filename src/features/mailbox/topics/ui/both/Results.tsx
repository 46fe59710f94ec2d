import { Card, Empty, type Output, showList, useWords } from '../../../../../web/kit/index.ts';
import type { Question } from '../../survey.rules.ts';
import type { api } from '../../topics.contract.ts';
import { words } from '../questionnaire-ui.words.ts';
import '../topics.css';

export type Results = NonNullable<Output<typeof api.questionnaire>['results']>;

/** What each choice of a question is called. */
export function useChoices(): (q: Question) => string[] {
  const w = useWords(words);
  return (q) => (q.kind === 'scale' ? [1, 2, 3, 4, 5].map((n) => w.points({ n })) : q.kind === 'yesNo' ? [w.yes, w.no] : [...q.options]);
}

const percent = (n: number, of: number): number => (of === 0 ? 0 : Math.round((n * 100) / of));
const averageOf = (votes: readonly number[]): string => {
  const n = votes.reduce((a, b) => a + b, 0);
  return n === 0 ? '–' : (votes.reduce((sum, v, at) => sum + v * (at + 1), 0) / n).toFixed(1);
};

function Bars({ question, votes, people }: { question: Question; votes: readonly number[]; people: number }) {
  const w = useWords(words);
  const names = useChoices()(question);
  return (
    <>
      {question.kind === 'scale' ? <p className="note">{w.average({ n: averageOf(votes) })}</p> : null}
      <ul className="bars">
        {names.map((name, at) => (
          <li key={name}><span>{name}</span><span className="num">{w.votes({ n: votes[at] ?? 0 })} · {percent(votes[at] ?? 0, people)}%</span><i style={{ '--share': `${String(percent(votes[at] ?? 0, people))}%` } as React.CSSProperties} /></li>
        ))}
      </ul>
    </>
  );
}

/** How the places that may be shown answered one question, side by side. */
function ByUnion({ question, at, results }: { question: Question; at: number; results: Results }) {
  const w = useWords(words);
  const names = useChoices()(question);
  if (results.places.length < 2) return null;
  return (
    <details>
      <summary>{w.byUnion}</summary>
      <div className="byunion">
        <table>
          <thead><tr><th scope="col">{w.byUnion}</th><th scope="col">{w.people({ n: '' })}</th>{names.map((n) => <th key={n} scope="col">{n}</th>)}</tr></thead>
          <tbody>{results.places.map((p) => <tr key={p.union ?? 'rest'}><td>{p.union ?? w.rest}</td><td>{w.fromAsked({ n: p.people, all: p.asked })}</td>{names.map((n, c) => <td key={n}>{percent(p.votes[at]?.[c] ?? 0, p.people)}%</td>)}</tr>)}</tbody>
        </table>
      </div>
    </details>
  );
}

/** What a questionnaire brought: bars for each question, places side by side, what was written. */
export function ResultsCard({ questions, results }: { questions: readonly Question[]; results: Results }) {
  const w = useWords(words);
  if (results.people === 0) return <Card title={w.results}><Empty icon="shield" title={w.tooFew} hint={w.tooFewNote({ n: results.smallest })} /></Card>;
  return (
    <Card title={w.results} aside={w.people({ n: results.people })}>
      {questions.map((q, at) => {
        const texts = results.texts[at] ?? [];
        return (
          <section key={q.text} className="result">
            <h3>{at + 1}. {q.text}</h3>
            {q.kind !== 'open' ? <><Bars question={q} votes={results.votes[at] ?? []} people={results.people} /><ByUnion question={q} at={at} results={results} /></>
              : texts.length === 0 ? <p className="note">{w.noTexts}</p> : <><p className="note">{w.texts({ n: texts.length })}</p><ul className="saidlist">{texts.map((t, i) => <li key={`${String(i)} ${t}`}>{t}</li>)}</ul></>}
          </section>
        );
      })}
      {results.hidden.length > 0 ? <p className="note">{w.hidden({ unions: showList(results.hidden) })}</p> : null}
    </Card>
  );
}
