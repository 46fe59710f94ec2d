import { useId } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { textIn } from '../../form.rules.ts';
import { words } from '../phone.words.ts';
import type { Given } from './Ask.tsx';

const MOUTHS = ['M8 17c2-3 6-3 8 0', 'M8 16c2-1.6 6-1.6 8 0', 'M8 15.5h8', 'M8 15c2 1.8 6 1.8 8 0', 'M7.5 14c1.5 4 7.5 4 9 0'] as const;

/** A face from bad (0) to good (4). Its name stands beside it, so that nobody has to read a mouth. */
const Face = ({ at }: { at: number }) => (
  <svg width="28" height="28" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" aria-hidden="true"><circle cx="12" cy="12" r="9" /><path d="M9 10h.01M15 10h.01" strokeWidth="2.4" /><path d={MOUTHS[at] ?? MOUTHS[2]} /></svg>
);

/** A scale: faces, numbers, or 0 to 10. */
export function Scale({ q, answer, language, write }: Given) {
  const w = useWords(words);
  const name = useId();
  const [low, high] = [q.low ?? 1, q.high ?? 5];
  const steps = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const faces = q.look === 'smileys' && steps.length === 5;
  const names = [w.face1, w.face2, w.face3, w.face4, w.face5];
  const ends = q.ends.map((e) => textIn(e, language));
  return (
    <>
      <div className="svscale">
        {steps.map((n, i) => (
          <label key={n}>
            <input type="radio" name={name} checked={answer === n} onChange={() => write(n)} {...(faces ? {} : { 'aria-label': [n, i === 0 ? ends[0] : i === steps.length - 1 ? ends[1] : ''].filter(Boolean).join(' ') })} />
            {faces ? <><Face at={i} /><span>{i === 0 && ends[0] ? ends[0] : i === 4 && ends[1] ? ends[1] : names[i]}</span></> : <b>{n}</b>}
          </label>
        ))}
      </div>
      {!faces && (ends[0] || ends[1]) ? <div className="svends"><span>{ends[0]}</span><span>{ends[1]}</span></div> : null}
    </>
  );
}
