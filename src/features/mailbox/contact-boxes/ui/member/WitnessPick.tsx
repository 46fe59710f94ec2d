import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../box-ui.words.ts';
import type { KeptBox } from './BoxRow.tsx';

/** Who was there when the box was opened, one press. */
export function WitnessPick({ of, value, error, onChange }: { of: KeptBox['witnesses']; value: string; error: string | undefined; onChange: (id: string) => void }) {
  const w = useWords(words);
  return (
    <fieldset className="kinds boxpeople"><legend>{w.witness}</legend>
      {of.length === 0 ? <p className="note">{w.noWitness}</p> : of.map((p) => <button key={p.id} type="button" aria-pressed={value === p.id} onClick={() => onChange(p.id)}>{p.name}</button>)}
      {error ? <p className="fielderror">{error}</p> : <p className="note">{w.witnessHint}</p>}
    </fieldset>
  );
}
