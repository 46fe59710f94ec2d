import { Basis, Chip, type Output, showSentences, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { desk } from '../../appraisals.contract.ts';
import { words } from '../desk.words.ts';
import { showScore, showShare } from './looks.tsx';

export type Report = Output<typeof desk.report>;
type Leader = Report['leaders'][number];

function ByClass({ of, leader }: { of: Report; leader: Leader }) {
  const w = useWords(words);
  return <>{of.classes.map((c) => { const own = leader.byClass.find((x) => x.id === c.id); return <td key={c.id} className="num">{own ? own.votes.join(' / ') : w.hidden}</td>; })}</>;
}

function ClassHeads({ of }: { of: Report }) {
  const w = useWords(words);
  return <>{of.classes.map((c) => <th key={c.id} scope="col">{c.name} <small>{w.weight({ n: c.weight })}</small></th>)}</>;
}

/** What each leader came to: in all and class by class, never of fewer than five. On paper the classes stand in a table of their own. */
export function ReportTable({ of, shown, paper = false }: { of: Report; shown: readonly Leader[]; paper?: boolean }) {
  const w = useWords(words);
  const names = of.grades.map((g) => g.name).join(' / ');
  return (
    <div className="app">
      <div className="appwide">
        <table className="apptable">
          <thead><tr><th scope="col">{w.leaders}</th><th scope="col" className="r">{w.markedN}</th><th scope="col" className="r">{w.score}</th>{of.grades.map((g) => <th key={g.id} scope="col" className="r">{g.name}</th>)}{of.years.map((y) => <th key={y} scope="col" className="r">{y}</th>)}{paper ? null : <ClassHeads of={of} />}<th scope="col">{w.advice}</th></tr></thead>
          <tbody>
            {shown.map((l) => (
              <tr key={l.no}>
                <th scope="row"><b>{l.name}</b><br /><small>{l.post}</small></th><td className="r num">{l.marked}</td><td className="r num"><b>{l.score === null ? w.hidden : showScore(l.score)}</b>{l.exact ? '' : ' *'}</td>
                {of.grades.map((g) => { const own = l.grades.find((x) => x.id === g.id); return <td key={g.id} className="r num">{own ? showShare(own.rate) : w.hidden}</td>; })}
                {of.years.map((y) => { const then = l.before.find((x) => x.year === y)?.score ?? null; return <td key={y} className="r num">{then === null ? w.hidden : showScore(then)}</td>; })}
                {paper ? null : <ByClass of={of} leader={l} />}
                <td>{l.valid ? l.consequences.map((c) => <Chip key={c} kind="late" icon="late">{c}</Chip>) : <Chip kind="warn">{w.notValid}</Chip>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {paper ? (
        <table className="apptable">
          <thead><tr><th scope="col">{w.leaders}</th><ClassHeads of={of} /></tr></thead>
          <tbody>{shown.map((l) => <tr key={l.no}><th scope="row"><b>{l.name}</b></th><ByClass of={of} leader={l} /></tr>)}</tbody>
        </table>
      ) : null}
      <p className="note">{w.byClass({ names })} {w.hiddenHint} {of.leaders.some((l) => !l.exact) ? w.roundedHint : ''}</p>
    </div>
  );
}

/** The figures of the vote with the sums they rest on. */
export function ReportSums({ of }: { of: Report }) {
  const w = useWords(words);
  const language = useLocale();
  const worst = of.grades.at(-1)?.name ?? '';
  return (
    <div className="app">
      <div className="apptiles">
        <div><b className="num">{w.turnoutShare({ share: showShare(of.sums.turnout) })}</b><span className="note num">{w.returned} {of.sums.returned} · {w.validN} {of.sums.valid} · {w.entitled} {of.sums.entitled}</span></div>
        {of.sums.above === null ? null : <div><b className="num">{w.aboveWorst({ grade: worst, share: showShare(of.sums.above) })}</b><span className="note">{w.peopleN({ n: of.leaders.length })}</span></div>}
        {of.classes.map((c) => <div key={c.id}><b className="num">{c.given} / {c.entitled}</b><span className="note">{c.name}</span></div>)}
      </div>
      {of.fails ? <p><Chip kind="late" icon="late">{of.fails}</Chip></p> : null}
      {of.figures.map((l) => <p key={l.rule} className="note">{l.rule} <b className="num">{l.worked}</b></p>)}
      {of.basis.length > 0 ? <Basis>{showSentences(of.basis, language)}</Basis> : null}
    </div>
  );
}
