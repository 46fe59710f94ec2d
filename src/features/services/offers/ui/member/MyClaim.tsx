import { Link } from 'react-router';
import { useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import { PlaceActs } from './acts.tsx';
import { Code, PlaceFacts } from './PlaceCard.tsx';

/** What I have of an offer, for any part's page: state, code, place in the waiting list, give back. Draws nothing for who has nothing. */
export function MyClaim({ offerId }: { offerId: string }) {
  const w = useWords(words);
  const mine = useCall(api.ofOffer, { offerId }, { every: 30_000 });
  const all = mine.data?.items ?? [];
  const live = all.filter((p) => p.endedAt === null);
  const shown = live.length > 0 ? live : all.slice(0, 1);
  return shown.map((p) => (
    <div key={p.id} className="myclaim">
      <PlaceFacts place={p} here />
      <Code place={p} size={180} />
      <PlaceActs place={p} small />
      <p className="placemore"><Link to={`/places/${p.id}`}>{w.story}</Link></p>
    </div>
  ));
}
