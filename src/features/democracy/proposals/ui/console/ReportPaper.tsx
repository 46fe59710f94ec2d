import { useParams } from 'react-router';
import { Loaded, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as texts } from '../../proposals.words.ts';
import '../proposals.css';
import { words } from '../desk-ui.words.ts';
import { type ReportOut, shareOf } from './Report.tsx';

function Sheet({ of: r }: { of: ReportOut }) {
  const w = useWords(words);
  const t = useWords(texts);
  const language = useLocale();
  const f = r.figures;
  const share = (n: number | null): string => shareOf(n, w.noShare);
  return (
    <>
      <h1>{w.paperTitle({ session: r.collection.session })}</h1>
      <p>{w.paperBy({ union: r.collection.union, date: showDate(Date.now(), language, 0) })}</p>
      <p>{w.paperSum({ submitted: f.submitted, filed: f.filed, merged: f.merged, suggestion: f.suggestion, rejected: f.rejected, answered: f.answered, satisfied: share(f.satisfiedShare), done: share(f.doneShare) })}</p>
      <table className="proppaper">
        <thead><tr>{[w.colTitle, w.colMover, w.colDecision, w.colDepartment, w.colAnswer, w.colSatisfaction, w.colOutcome].map((x) => <th key={x}>{x}</th>)}</tr></thead>
        <tbody>{r.items.map((p) => <tr key={p.id}><td>{p.number}<br />{p.title}</td><td>{p.mover}</td><td>{p.decision ? t[`decision_${p.decision}`] : p.stateWord}{p.decisionText ? <><br />{p.decisionText}</> : null}</td><td>{p.department}</td><td>{p.answer}</td><td>{p.satisfaction ? t[`satisfaction_${p.satisfaction}`] : ''}</td><td>{p.outcome ? t[`outcome_${p.outcome}`] : ''}{p.outcomeText ? <><br />{p.outcomeText}</> : null}</td></tr>)}</tbody>
      </table>
    </>
  );
}

/** The report to the next session on paper. */
export default function ReportPaper() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const report = useCall(desk.report, { id });
  return <Paper title={w.report} back={`/proposal-collections/${id}`}><Loaded from={report} lines={8}>{(r) => <Sheet of={r} />}</Loaded></Paper>;
}
