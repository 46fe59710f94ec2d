import { Link, useParams } from 'react-router';
import { Card, keptAnswer, Loaded, type Output, PhonePage, showTime, Timeline, useKeptCall, useLocale, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import { PlaceActs } from './acts.tsx';
import { Code, PlaceFacts, placesShelf } from './PlaceCard.tsx';
import '../offers.css';

/** A place as it stood in the list, where its own page was never opened and there is no network. */
function listed(shelf: string, id: string) {
  const list = keptAnswer<Output<typeof api.mine>>(shelf);
  const found = list?.data.items.find((p) => p.id === id);
  return list && found ? { data: { ...found, story: [] }, error: null, asOf: list.at } : {};
}

/** One of my places: the code to show, what it is for, what can be done with it, what happened. */
export default function PlacePage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const me = useMe();
  const asked = useKeptCall(api.place, { id }, placesShelf(me, id), { every: 30_000 });
  const seen = asked.data === undefined && (asked.error?.status === 0 || asked.fetchStatus === 'paused') ? { ...asked, ...listed(placesShelf(me, ''), id) } : asked;
  return (
    <PhonePage title={seen.data?.kindTitle ?? w.places} up="/places">
      <Loaded from={seen}>
        {(p) => (
          <>
            {seen.asOf === null ? null : <p className="note placeasof" role="status">{w.asOf({ time: showTime(seen.asOf, language) })}</p>}
            <Code place={p} />
            <PlaceFacts place={p} />
            {seen.asOf === null ? <PlaceActs place={p} /> : null}
            {p.story.length === 0 ? null : <Card title={w.story}><Timeline items={p.story.map((e, i) => ({ key: `${i}`, what: e.text, when: e.at, note: [e.by, e.why].filter(Boolean).join(' · ') || undefined }))} /></Card>}
            {p.kind === 'trial' ? null : <p className="placemore"><Link to={p.path}>{w.openOffer}</Link></p>}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}
