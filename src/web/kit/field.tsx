import { type ComponentProps, type ReactNode, useId } from 'react';
import type { RefusedByServer } from './client.ts';

type FieldFrame = { readonly label: ReactNode; readonly hint?: ReactNode; readonly error?: string | undefined; readonly end?: ReactNode };

/**
 * One line of a short form without a form library: label, input, what is wrong. Longer forms use antd-mobile's or antd's `Form`.
 * @param end a button inside the line, such as "send code"
 */
export function Field({ label, hint, error, end, ...input }: FieldFrame & Omit<ComponentProps<'input'>, 'id'>) {
  const id = useId();
  const told = error ? `${id}e` : hint ? `${id}h` : undefined;
  return (
    <div className={`field ${error ? 'wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <div className="fieldbox"><input id={id} aria-invalid={error ? true : undefined} aria-describedby={told} {...input} />{end}</div>
      {error ? <p className="fielderror" id={`${id}e`}>{error}</p> : hint ? <p className="note" id={`${id}h`}>{hint}</p> : null}
    </div>
  );
}

/** Several lines of text in a short form. */
export function FieldText({ label, hint, error, ...input }: FieldFrame & Omit<ComponentProps<'textarea'>, 'id'>) {
  const id = useId();
  const told = error ? `${id}e` : hint ? `${id}h` : undefined;
  return (
    <div className={`field ${error ? 'wrong' : ''}`}>
      <label htmlFor={id}>{label}</label>
      <div className="fieldbox"><textarea id={id} rows={4} aria-invalid={error ? true : undefined} aria-describedby={told} {...input} /></div>
      {error ? <p className="fielderror" id={`${id}e`}>{error}</p> : hint ? <p className="note" id={`${id}h`}>{hint}</p> : null}
    </div>
  );
}

/** Yes or no, as a line one can press anywhere. */
export function Toggle({ label, note, checked, onChange, disabled }: { label: ReactNode; note?: ReactNode; checked: boolean; onChange: (on: boolean) => void; disabled?: boolean }) {
  return (
    <label className="toggle">
      <span className="rowtext"><b>{label}</b>{note ? <span>{note}</span> : null}</span>
      <input type="checkbox" role="switch" aria-checked={checked} checked={checked} disabled={disabled} onChange={(e) => onChange(e.target.checked)} />
    </label>
  );
}

/** What the server said about one field of a refused write; for `Field`'s `error`. */
export const errorAt = (refusal: RefusedByServer | null, path: string): string | undefined => refusal?.fields.find((f) => f.path === path)?.sentence;
