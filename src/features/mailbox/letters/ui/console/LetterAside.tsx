import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Icon, Loaded, refresh, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../desk-ui.words.ts';
import { LetterActions } from './LetterActions.tsx';
import { LetterElsewhere } from './LetterElsewhere.tsx';
import { LetterChips, LetterFacts, LetterPast, LetterText } from './LetterDetail.tsx';

/** Brings the newest step into view when one was added while the letter is shown: the story is longer than the panel. */
function useNewestInView(id: string, steps: number) {
  const article = useRef<HTMLElement>(null);
  const seen = useRef({ id, steps });
  useEffect(() => {
    if (seen.current.id === id && seen.current.steps > 0 && steps > seen.current.steps) article.current?.querySelector('.timeline > :last-child')?.scrollIntoView({ block: 'center' });
    seen.current = { id, steps };
  }, [id, steps]);
  return article;
}

/** A letter beside a list, with everything that can be done to it. */
export default function LetterAside({ id }: { id: string }) {
  const w = useWords(words);
  const letter = useCall(api.letter, { id }, { keepWhileChanging: true });
  const article = useNewestInView(letter.data?.id ?? '', letter.data?.events.length ?? 0);
  useLive(() => void refresh(api.letter));
  return (
    <Loaded from={letter} lines={6}>
      {(l) => (
        <article className="aside" aria-label={l.title} ref={article}>
          <LetterChips letter={l} />
          <h2 className="asidetitle"><Link to={`/letters/${l.id}`}>{l.title}</Link><Link className="asideopen" to={`/letters/${l.id}`} aria-label={w.open} title={w.open}><Icon name="next" size={16} /></Link></h2>
          <LetterFacts letter={l} />
          <LetterText letter={l} />
          <LetterPast letter={l} />
          <LetterElsewhere id={l.id} />
          <div className="asideacts"><LetterActions key={l.id} letter={l} /></div>
        </article>
      )}
    </Loaded>
  );
}
