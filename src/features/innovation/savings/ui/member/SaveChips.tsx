import { useId } from 'react';

/** One of a few, all in sight. */
export function SaveChips<T extends string>({ label, options, value, onChange, error }: {
  label: string; options: readonly (readonly [value: T, label: string])[]; value: T | undefined; onChange: (value: T) => void; error?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset className="savechips">
      <legend>{label}</legend>
      <div>{options.map(([key, text]) => <label key={key}><input type="radio" className="unseen" name={name} checked={value === key} onChange={() => onChange(key)} /><span>{text}</span></label>)}</div>
      {error ? <p className="fielderror">{error}</p> : null}
    </fieldset>
  );
}
