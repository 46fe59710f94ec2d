import { useId } from 'react';

/** One of a few, all in sight, each large enough for a thumb. */
export function Chips<T extends string>({ label, options, value, onChange, error }: {
  label: string; options: readonly (readonly [value: T, label: string])[]; value: T | undefined; onChange: (value: T) => void; error?: string | undefined;
}) {
  const name = useId();
  return (
    <fieldset className="chips" aria-describedby={error ? `${name}e` : undefined}>
      <legend>{label}</legend>
      <div>
        {options.map(([key, text]) => (
          <label key={key}><input type="radio" className="unseen" name={name} checked={value === key} onChange={() => onChange(key)} /><span>{text}</span></label>
        ))}
      </div>
      {error ? <p className="fielderror" id={`${name}e`}>{error}</p> : null}
    </fieldset>
  );
}

/** One of a few that each need a sentence. */
export function Choices<T extends string>({ label, options, value, onChange }: {
  label: string; options: readonly { readonly key: T; readonly title: string; readonly note?: string | undefined }[]; value: T; onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <div className="choices" role="radiogroup" aria-label={label}>
      {options.map((o) => (
        <label key={o.key} className="choice">
          <input type="radio" name={name} checked={value === o.key} onChange={() => onChange(o.key)} />
          <span className="rowtext"><b>{o.title}</b>{o.note ? <span>{o.note}</span> : null}</span>
        </label>
      ))}
    </div>
  );
}
