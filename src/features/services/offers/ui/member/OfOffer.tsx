import { useParams } from 'react-router';
import { Card, Loaded, PhonePage, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import { ClaimButton } from './ClaimButton.tsx';
import { MyClaim } from './MyClaim.tsx';
import '../offers.css';

/** The plain page of an offer that no part keeps (kind `trial`). */
export default function OfOffer() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const count = useCall(api.count, { offerId: id }, { every: 15_000 });
  return (
    <PhonePage title={w.places} up="/places">
      <MyClaim offerId={id} />
      <Loaded from={count}>{(c) => <Card title={c.title} aside={w.takenOf({ taken: c.taken, places: c.places })}><ClaimButton offerId={id} disabled={c.now < c.opensAt || c.now >= c.closesAt} /></Card>}</Loaded>
    </PhonePage>
  );
}
