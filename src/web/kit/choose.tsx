import { useId } from 'react';
import './choose.css';
import { Icon } from './icons.tsx';
import { attachments } from './uploads.ts';

/** One of a few, all in sight, each large enough for a thumb. */
export function Choose<T extends string>({ label, options, value, onChange }: { label: string; options: readonly (readonly [value: T, label: string])[]; value: T; onChange: (value: T) => void }) {
  const name = useId();
  return (
    <fieldset className="choose">
      <legend className="unseen">{label}</legend>
      <div>{options.map(([key, text]) => <label key={key}><input type="radio" className="unseen" name={name} checked={value === key} onChange={() => onChange(key)} /><span>{text}</span></label>)}</div>
    </fieldset>
  );
}

/** Files as links that open them, pictures small. */
export function FileLinks({ files }: { files: readonly { readonly id: string; readonly name: string; readonly image: boolean }[] }) {
  if (files.length === 0) return null;
  return <ul className="filelinks">{files.map((f) => <li key={f.id}><a href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer">{f.image ? <img src={attachments.thumbnail.path.replace(':id', f.id)} alt={f.name} loading="lazy" /> : <><Icon name="file" size={18} />{f.name}</>}</a></li>)}</ul>;
}
