import { useId } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../letter-ui.words.ts';

const MOUTHS = ['M8 17c1.5-3 6.500-3 8 0', 'M8 16.500c2-1.500 6-1.500 8 0', 'M8 16h8', 'M8 15c2 1.800 6 1.800 8 0', 'M7.500 14c1 4 8 4 9 0z'] as const;

function Face({ n }: { n: number }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="9" />
      <path d="M9 9.500v.6M15 9.500v.6" />
      <path d={MOUTHS[n - 1]} />
    </svg>
  );
}

export const FACES = [1, 2, 3, 4, 5] as const;

/** The word for a rating from 1 to 5. */
export function useFaceWord(): (n: number) => string {
  const w = useWords(words);
  return (n) => [w.face1, w.face2, w.face3, w.face4, w.face5][n - 1] ?? '';
}

/** Five faces to choose from; each has its word below it. */
export function Faces({ value, onChange, label }: { value: number | null; onChange: (n: number) => void; label: string }) {
  const say = useFaceWord();
  const name = useId();
  return (
    <div className="faces" role="radiogroup" aria-label={label}>
      {FACES.map((n) => (
        <label key={n} className={`face f${n.toString()}`}>
          <input type="radio" className="unseen" name={name} value={n} checked={value === n} onChange={() => onChange(n)} />
          <Face n={n} /><span>{say(n)}</span>
        </label>
      ))}
    </div>
  );
}

/** A rating that was given: face and word. */
export function Rated({ n }: { n: number }) {
  const say = useFaceWord();
  return <span className={`rated f${n.toString()}`}><Face n={n} />{say(n)}</span>;
}
