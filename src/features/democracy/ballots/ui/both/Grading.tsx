import { useState, useSyncExternalStore } from 'react';
import { Icon, type Output, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../ballots.contract.ts';
import { words } from '../phone.words.ts';
import type { Content } from './device.ts';

type Sheet = Output<typeof api.one>['sheet'];
type Marks = Extract<Content, { kind: 'appraisal' }>;
type Way = { readonly sheet: Sheet; readonly value: Marks; readonly write: (c: Marks) => void };

const wide = globalThis.matchMedia?.('(min-width: 900px)');
/** Whether there is room for all leaders beside all grades. */
const useWide = (): boolean => useSyncExternalStore((tell) => { wide?.addEventListener('change', tell); return () => wide?.removeEventListener('change', tell); }, () => wide?.matches ?? false);

const gradeOf = (value: Marks, person: string): string | undefined => value.marks.find((m) => m.person === person)?.grade;
const graded = (value: Marks, person: string, grade: string | null): Marks => ({ ...value, marks: [...value.marks.filter((m) => m.person !== person), ...(grade === null ? [] : [{ person, grade }])] });

/** All leaders at once: a line each, a column for each grade; arrow keys walk along a line. */
function Matrix({ sheet, value, write }: Way) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="balmatrix">
      <table className="baltable">
        <thead><tr><th scope="col">{w.leader}</th>{sheet.grades.map((g) => <th key={g.id} scope="col" className="c">{g[language]}</th>)}<th><span className="unseen">{w.clear}</span></th></tr></thead>
        <tbody>
          {sheet.persons.map((p) => (
            <tr key={p.id}>
              <th scope="row"><b>{p.name}</b>{p.title ? <small> {p.title}</small> : null}</th>
              {sheet.grades.map((g) => <td key={g.id} className="c"><label><input type="radio" name={`grade-${p.id}`} aria-label={w.gradeOf({ name: p.name, grade: g[language] })} checked={gradeOf(value, p.id) === g.id} onChange={() => write(graded(value, p.id, g.id))} /></label></td>)}
              <td className="c">{gradeOf(value, p.id) ? <button type="button" className="btn plain" aria-label={w.clearOf({ name: p.name })} onClick={() => write(graded(value, p.id, null))}><Icon name="close" size={16} /></button> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One leader at a time; the next comes by itself. */
function OneByOne({ sheet, value, write }: Way) {
  const w = useWords(words);
  const language = useLocale();
  const [at, setAt] = useState(0);
  const p = sheet.persons[Math.min(at, sheet.persons.length - 1)];
  if (p === undefined) return null;
  const choose = (grade: string): void => { write(graded(value, p.id, grade)); if (at < sheet.persons.length - 1) setAt(at + 1); };
  return (
    <>
      <fieldset className="balwho" key={p.id}>
        <legend aria-live="polite"><span className="note num">{w.nth({ n: at + 1, all: sheet.persons.length })}</span><b>{p.name}</b><span className="note">{p.title}</span></legend>
        <div className="balbig">{sheet.grades.map((g) => <button key={g.id} type="button" aria-pressed={gradeOf(value, p.id) === g.id} onClick={() => choose(g.id)}>{g[language]}</button>)}</div>
      </fieldset>
      <div className="balmarks">
        <button type="button" className="btn" disabled={at === 0} onClick={() => setAt(at - 1)}><Icon name="back" size={18} />{w.before}</button>
        <button type="button" className="btn" disabled={at >= sheet.persons.length - 1} onClick={() => setAt(at + 1)}>{gradeOf(value, p.id) ? w.after : w.skip}<Icon name="next" size={18} /></button>
      </div>
      <ul className="baldots">{sheet.persons.map((x, i) => <li key={x.id}><button type="button" aria-current={i === at} className={gradeOf(value, x.id) ? 'done' : ''} onClick={() => setAt(i)}>{i + 1}<span className="unseen"> {w.gradeOf({ name: x.name, grade: sheet.grades.find((g) => g.id === gradeOf(value, x.id))?.[language] ?? w.notGraded })}</span></button></li>)}</ul>
    </>
  );
}

/** The paper of an appraisal: one leader at a time on a phone, all at once where there is room. */
export function Grading(way: Way) {
  const w = useWords(words);
  const all = useWide();
  const last = way.value.marks.at(-1);
  return (
    <>
      <div className="balline"><span className="note" role="status">{w.marked({ n: way.value.marks.length, all: way.sheet.persons.length })}</span>{last ? <button type="button" className="btn plain" onClick={() => way.write(graded(way.value, last.person, null))}>{w.undo}</button> : null}</div>
      <p className="note">{w.gradeHint}</p>
      {all ? <Matrix {...way} /> : <OneByOne {...way} />}
    </>
  );
}
