import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { reviews } from '../../review.contract.ts';
import { words } from '../review-ui.words.ts';

/** On Home: suggestions that wait for my opinion; nothing for whoever is no expert. */
export default function ReviewsCard() {
  const w = useWords(words);
  const found = useCall(reviews.waiting, { waits: 'true', limit: 1 });
  const n = found.data?.total ?? 0;
  useTellWaiting('reviews', n);
  return n === 0 ? null : <Card><Row icon="tasks" tint="warn" title={w.homeCard({ n })} to="/suggestions/reviews" /></Card>;
}
