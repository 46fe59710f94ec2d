import { Link } from 'react-router';
import { Icon, Loaded, refresh, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../suggestions.contract.ts';
import { words } from '../desk-ui.words.ts';
import { SuggestionActions } from './SuggestionActions.tsx';
import { SuggestionChips, SuggestionFacts, SuggestionPast, SuggestionText } from './SuggestionDetail.tsx';

/** A suggestion beside the work list, with everything that can be done to it. */
export default function SuggestionAside({ id }: { id: string }) {
  const w = useWords(words);
  const found = useCall(api.one, { id }, { keepWhileChanging: true });
  useLive(() => void refresh(api.one));
  return (
    <Loaded from={found} lines={6}>
      {(s) => (
        <article className="sugaside" aria-label={s.title}>
          <SuggestionChips suggestion={s} />
          <h2><Link to={`/suggestions/${s.id}`}>{s.title} <Icon name="next" size={16} label={w.open} /></Link></h2>
          <SuggestionText suggestion={s} />
          <SuggestionFacts suggestion={s} />
          <SuggestionActions key={`${s.id}/${s.version}`} suggestion={s} />
          <SuggestionPast suggestion={s} />
        </article>
      )}
    </Loaded>
  );
}
