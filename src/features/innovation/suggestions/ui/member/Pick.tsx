import { type ReactNode, useId } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { CATEGORIES, type Category } from '../../suggestions.rules.ts';
import { words } from '../../suggestions.words.ts';

type Option<T extends string> = { readonly key: T; readonly text: ReactNode; readonly note?: ReactNode };

/** One of several, large enough for a thumb. `line`: side by side, to be pushed along; `tall`: one below the other, each with a note. */
export function Pick<T extends string>({ label, options, value, onChange, error, shape, hidden }: {
  label: string; options: readonly Option<T>[]; value: T | ''; onChange: (value: T) => void; error?: string | undefined; shape?: 'line' | 'tall'; hidden?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={`pick ${shape === 'line' ? 'line' : shape === 'tall' ? 'picktall' : ''}`} {...(error ? { 'aria-describedby': `${name}e` } : {})}>
      <legend className={hidden ? 'unseen' : ''}>{label}</legend>
      <div>
        {options.map((o) => (
          <label key={o.key}><input type="radio" className="unseen" name={name} checked={value === o.key} onChange={() => onChange(o.key)} /><span>{o.text}{o.note ? <small>{o.note}</small> : null}</span></label>
        ))}
      </div>
      {error ? <p className="fielderror" id={`${name}e`}>{error}</p> : null}
    </fieldset>
  );
}

/** The kinds of suggestions with their words. */
export function useKinds(): readonly { readonly key: Category; readonly text: string }[] {
  const w = useWords(words);
  return CATEGORIES.map((key) => ({ key, text: w[`category_${key}`] }));
}
