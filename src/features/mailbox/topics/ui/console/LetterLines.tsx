import { Link } from 'react-router';
import { Chip, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../topics.contract.ts';
import '../topics.css';
import { words } from '../topics-ui.words.ts';

export type LetterLine = Output<typeof api.letters>['items'][number];

function Title({ l }: { l: LetterLine }) {
  const w = useWords(words);
  const language = useLocale();
  if (l.id === null) return <b>{w.hiddenLetter}</b>;
  return (
    <>
      <b><Link to={`/letters/${l.id}`}>{l.title}</Link></b>
      <p className="note">{l.excerpt}</p>
      <span className="note">{l.union} · {l.openedAt ? showDate(l.openedAt, language) : ''} · {l.stateWord}{l.common.length > 0 ? ` · ${w.common({ what: l.common.map((c) => `“${c}”`).join(' ') })}` : ''}</span>
    </>
  );
}

/** Letters with a box to tick; those that belong to a topic already, or were told, cannot be ticked. */
export function LetterLines({ letters, ticked, tick }: { letters: readonly LetterLine[]; ticked: ReadonlySet<string>; tick?: (id: string) => void }) {
  const w = useWords(words);
  return (
    <div>
      {letters.map((l) => (
        <div key={l.number} className="topicletter">
          {tick && l.id ? <input type="checkbox" aria-label={l.title} checked={ticked.has(l.id)} disabled={l.told || l.elsewhere !== null} onChange={() => tick(l.id ?? '')} /> : null}
          <div>
            <Title l={l} /> {l.told ? <Chip kind="ok" icon="check">{w.toldChip}</Chip> : null} {l.elsewhere ? <Chip kind="quiet"><Link to={`/topics/${l.elsewhere.id}`}>{w.inOther({ topic: l.elsewhere.name })}</Link></Chip> : null}
          </div>
        </div>
      ))}
    </div>
  );
}

/** A set of ticked ids with what changes it. */
export const toggled = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set(set.has(id) ? [...set].filter((x) => x !== id) : [...set, id]);
