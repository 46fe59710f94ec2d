import { Link, useParams } from 'react-router';
import { Card, Loaded, PhonePage, Timeline, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import { PlaceActs } from './acts.tsx';
import { Code, PlaceFacts } from './PlaceCard.tsx';
import '../offers.css';

/** One of my places: the code to show, what it is for, what can be done with it, what happened. */
export default function PlacePage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(api.place, { id }, { every: 30_000 });
  return (
    <PhonePage title={seen.data?.kindTitle ?? w.places} up="/places">
      <Loaded from={seen}>
        {(p) => (
          <>
            <Code place={p} />
            <PlaceFacts place={p} />
            <PlaceActs place={p} />
            <Card title={w.story}><Timeline items={p.story.map((e, i) => ({ key: `${i}`, what: e.text, when: e.at, note: [e.by, e.why].filter(Boolean).join(' · ') || undefined }))} /></Card>
            {p.kind === 'trial' ? null : <p className="placemore"><Link to={p.path}>{w.openOffer}</Link></p>}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}
