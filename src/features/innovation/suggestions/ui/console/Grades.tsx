import { useId } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../desk-ui.words.ts';
import '../review.css';

/** One of the three grades; where it may be left open, none. */
export function Grades({ value, onChange, label, optional, error }: { value: number | null; onChange: (grade: number | null) => void; label: string; optional?: boolean; error?: string | undefined }) {
  const w = useWords(words);
  const name = useId();
  return (
    <fieldset className="picks">
      <legend>{label}</legend>
      {([1, 2, 3] as const).map((n) => <label key={n} className="pick"><input type="radio" name={name} checked={value === n} onChange={() => onChange(n)} />{w[`grade_${n}`]}</label>)}
      {optional ? <label className="pick"><input type="radio" name={name} checked={value === null} onChange={() => onChange(null)} />{w.noGrade}</label> : null}
      {error ? <p className="fielderror">{error}</p> : null}
    </fieldset>
  );
}
