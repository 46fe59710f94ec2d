import { useId } from 'react';
import '../offers.css';

type Options<T extends string> = readonly (readonly [value: T, label: string])[];

/** One of a few, all in sight. */
export function Chips<T extends string>({ label, options, value, onChange, hideLabel }: { label: string; options: Options<T>; value: T | undefined; onChange: (value: T) => void; hideLabel?: boolean }) {
  const name = useId();
  return (
    <fieldset className="choosechips">
      <legend className={hideLabel ? 'unseen' : ''}>{label}</legend>
      <div>{options.map(([key, text]) => <label key={key}><input type="radio" className="unseen" name={name} checked={value === key} onChange={() => onChange(key)} /><span>{text}</span></label>)}</div>
    </fieldset>
  );
}

/** One of many, in a list that opens. */
export function Choose<T extends string>({ label, options, value, onChange, hideLabel, error }: { label: string; options: Options<T>; value: T; onChange: (value: T) => void; hideLabel?: boolean; error?: string | undefined }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'unseen' : ''}>{label}</label>
      <select id={id} className="choosebox" value={value} {...(error ? { 'aria-invalid': true } : {})} onChange={(e) => onChange(e.target.value as T)}>{options.map(([key, text]) => <option key={key} value={key}>{text}</option>)}</select>
      {error ? <p className="fielderror">{error}</p> : null}
    </div>
  );
}
