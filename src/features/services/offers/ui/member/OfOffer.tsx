import { useParams } from 'react-router';
import { Card, PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../offers-ui.words.ts';
import { ClaimButton } from './ClaimButton.tsx';
import { MyClaim } from './MyClaim.tsx';
import '../offers.css';

/** The plain page of an offer that no part keeps (kind `trial`). */
export default function OfOffer() {
  const { id = '' } = useParams();
  const w = useWords(words);
  return (
    <PhonePage title={w.places} up="/places">
      <MyClaim offerId={id} />
      <Card><ClaimButton offerId={id} /></Card>
    </PhonePage>
  );
}
