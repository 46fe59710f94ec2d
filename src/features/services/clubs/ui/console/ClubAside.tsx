import { Link } from 'react-router';
import { Icon, Loaded, refresh, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { ClubFacts, ClubStory, FounderList } from '../both/ClubFacts.tsx';
import '../clubs.css';
import { words } from '../desk-ui.words.ts';
import { ClubSteps } from './ClubSteps.tsx';

/** A club beside the work list, with its steps. */
export default function ClubAside({ id }: { id: string }) {
  const w = useWords(words);
  const club = useCall(api.club, { id }, { keepWhileChanging: true });
  useLive(() => void refresh(api.club));
  return (
    <Loaded from={club} lines={6}>
      {(c) => (
        <article className="clubdesk" aria-label={c.name}>
          <h2><Link to={`/clubs/${c.id}`}>{c.name} <Icon name="next" size={16} /></Link></h2>
          <ClubFacts club={c} />
          <p className="note num">{w.confirmedOf({ n: c.confirmed, needed: c.needed })}</p>
          <ClubSteps key={c.id} club={c} />
          <FounderList club={c} />
          <ClubStory club={c} />
        </article>
      )}
    </Loaded>
  );
}
