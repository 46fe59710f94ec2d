import { useWords } from '../../../../../web/kit/index.ts';
import type { Figures as Numbers, GroupFigures, QuestionFigures } from '../../figures.rules.ts';
import { askedOf, type Form, type Question, textIn } from '../../form.rules.ts';
import type { Dimension } from '../../tally.rules.ts';
import { plainTitle } from '../../logic.rules.ts';
import { words } from '../phone.words.ts';
import { useGroupNames } from './AboutYou.tsx';

export const percent = (thousandths: number): string => `${(thousandths / 10).toFixed(1)}%`;
const share = (n: number, of: number): string => (of === 0 ? '0%' : `${((100 * n) / of).toFixed(1)}%`);
export const mean = (hundredths: number): string => (hundredths / 100).toFixed(2);

/** One line: what, how long a bar, how many. */
export function Bar({ name, n, of, text }: { name: string; n: number; of: number; text?: string }) {
  return <div className="svbar"><span>{name}</span><i aria-hidden="true"><b style={{ width: of === 0 ? 0 : `${Math.max(n > 0 ? 1 : 0, (100 * n) / of)}%` }} /></i><span>{text ?? `${n} · ${share(n, of)}`}</span></div>;
}

function Marks({ f }: { f: Numbers }) {
  const w = useWords(words);
  return (
    <div className="svmarks">
      <span>{w.answeredBy({ n: f.n })}</span>
      {f.topTwo === null ? null : <b>{w.topTwoIs({ n: percent(f.topTwo) })}</b>}
      {f.mean === null ? null : <span>{w.meanIs({ n: mean(f.mean) })}</span>}
      {f.nps === null ? null : <b>{w.npsIs({ n: f.nps })}</b>}
    </div>
  );
}

function useStepNames(): (q: Question, language: 'zh' | 'en') => string[] {
  const w = useWords(words);
  return (q, language) => {
    if (q.kind === 'scale') {
      const names = [w.face1, w.face2, w.face3, w.face4, w.face5];
      const faces = q.look === 'smileys' && (q.high ?? 0) - (q.low ?? 0) === 4;
      return Array.from({ length: (q.high ?? 0) - (q.low ?? 0) + 1 }, (_, i) => (faces ? (names[i] ?? '') : String((q.low ?? 0) + i)));
    }
    return q.options.map((o) => textIn(o.text, language));
  };
}
export { useStepNames };

function Distribution({ q, f, language }: { q: Question; f: Numbers; language: 'zh' | 'en' }) {
  const w = useWords(words);
  const names = useStepNames()(q, language);
  const wide = q.options.length;
  if (q.kind === 'matrix') {
    return (
      <div className="svwide"><table className="svtable"><thead><tr><th />{names.map((n) => <th key={n} className="num">{n}</th>)}</tr></thead>
        <tbody>{q.rows.map((row, r) => <tr key={row.id}><th scope="row">{textIn(row.text, language)}</th>{names.map((n, c) => <td key={n} className="num">{share(f.counts[r * wide + c] ?? 0, f.n)}</td>)}</tr>)}</tbody></table></div>
    );
  }
  if (q.kind === 'ranking') return <div className="svbars">{names.map((n, i) => <Bar key={n} name={w.place({ n: 1, name: n })} n={f.counts[i * wide] ?? 0} of={f.n} />)}</div>;
  return <div className="svbars">{names.map((n, i) => <Bar key={q.options[i]?.id ?? n} name={n} n={f.counts[i] ?? 0} of={f.n} />)}</div>;
}

function ByGroup({ groups, dimension, units }: { groups: readonly GroupFigures[]; dimension: Dimension; units: readonly { id: string; name: string }[] }) {
  const w = useWords(words);
  const name = useGroupNames(units);
  const best = (f: Numbers): [number, number, string] => (f.topTwo !== null ? [f.topTwo, 1000, `${f.n} · ${percent(f.topTwo)}`] : f.mean !== null ? [f.mean, 1000, `${f.n} · ${mean(f.mean)}`] : [f.n, f.n, String(f.n)]);
  return (
    <div className="svbars">
      {groups.map((g) => {
        if (g.figures === null) return <div className="svbar" key={g.value}><span>{name(dimension, g.value)}</span><span className="note">{w.hiddenSmall}</span><span /></div>;
        const [n, of, text] = best(g.figures);
        return <Bar key={g.value} name={name(dimension, g.value)} n={n} of={of} text={text} />;
      })}
    </div>
  );
}

type Shown = { readonly form: Form; readonly questions: readonly Omit<QuestionFigures, 'by'>[]; readonly by: readonly { readonly id: string; readonly groups: readonly GroupFigures[] }[]; readonly dimension: Dimension | undefined; readonly units: readonly { id: string; name: string }[]; readonly language: 'zh' | 'en'; readonly aside?: (q: Question) => React.ReactNode };

/** The figures of every question, or of every question by group. */
export function AllFigures({ form, questions, by, dimension, units, language, aside }: Shown) {
  const w = useWords(words);
  const [at, groupsAt] = [new Map(questions.map((f) => [f.id, f])), new Map(by.map((b) => [b.id, b.groups]))];
  return askedOf(form).map((q, i) => {
    const f = at.get(q.id);
    const closed = q.kind !== 'short' && q.kind !== 'long' && q.kind !== 'date';
    return (
      <div className="svfig" key={q.id}>
        <h3>{i + 1}. {plainTitle(q, language)}</h3>
        {f === undefined || f.all.n === 0 ? <p className="note">{w.hiddenSmall}</p> : (
          <>
            <Marks f={f.all} />
            {f.least === null || f.greatest === null ? null : <p className="note">{w.range({ least: f.least, greatest: f.greatest })}</p>}
            {dimension === undefined || !closed ? (closed && f.all.counts.length > 0 ? <Distribution q={q} f={f.all} language={language} /> : null) : <ByGroup groups={groupsAt.get(q.id) ?? []} dimension={dimension} units={units} />}
          </>
        )}
        {aside?.(q)}
      </div>
    );
  });
}
