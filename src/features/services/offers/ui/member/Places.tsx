import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Empty, Loaded, LoadedPages, PhonePage, Row, showTime, useCall, useKeptCall, useLocale, useMe, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { Countdown } from '../both/countdown.tsx';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../offers-ui.words.ts';
import { placesShelf, type Place, useTimes } from './PlaceCard.tsx';
import '../offers.css';

/** Live places of one person; more than anybody has. */
const MOST = 100;

function Note({ place: p }: { place: Place }) {
  const w = useWords(words);
  const times = useTimes()(p);
  if (p.state === 'waiting') return p.ahead === 0 ? w.first : w.ahead({ n: p.ahead });
  if (p.dueAt !== null) return <Countdown to={p.dueAt} />;
  return [p.unitLabel, times.own ?? times.collect, p.place].filter(Boolean).join(' · ') || p.union;
}

function Kinds({ chosen, choose }: { chosen: string; choose: (kind: string) => void }) {
  const w = useWords(words);
  const kinds = useCall(api.kinds, {});
  const all = kinds.data?.items ?? [];
  if (all.length < 2) return null;
  return (
    <div className="placekinds">
      {[{ kind: '', title: w.allKinds }, ...all].map((k) => <button key={k.kind} type="button" className="btn" aria-pressed={chosen === k.kind} onClick={() => choose(k.kind)}>{k.title}</button>)}
    </div>
  );
}

function List({ items }: { items: readonly Place[] }) {
  return items.map((p) => <Row key={p.id} icon={p.state === 'taken' ? 'qr' : 'clock'} tint={p.endedAt === null && p.state !== 'handed' && p.state !== 'missed' ? 'union' : 'quiet'} title={p.title} note={<><span>{p.kindTitle}</span> · <Note place={p} /></>} to={`/places/${p.id}`} end={<StateChip state={p.state} text={p.stateText} />} />);
}

/** Everything I have or wait for, live ones first, with what must be answered counted down. */
export default function Places() {
  const w = useWords(words);
  const [kind, choose] = useState('');
  const of = kind === '' ? {} : { kind };
  const me = useMe();
  const language = useLocale();
  const now = useKeptCall(api.mine, { when: 'now', limit: MOST, ...of }, placesShelf(me, kind), { every: 60_000 });
  const past = usePages(api.mine, { when: 'past', ...of });
  return (
    <PhonePage title={w.places} up="/me">
      <Kinds chosen={kind} choose={choose} />
      {now.asOf === null ? null : <p className="note placeasof" role="status">{w.asOf({ time: showTime(now.asOf, language) })}</p>}
      <Card title={w.now}>
        <Loaded from={now}>{({ items }) => (items.length === 0 ? <Empty icon="qr" title={w.noneNow} hint={w.noneNowHint}><Link className="btn" to="/services">{w.services}</Link></Empty> : <List items={items} />)}</Loaded>
      </Card>
      {past.items.length > 0 ? <Card title={w.past}><LoadedPages from={past} empty={null}>{(items) => <List items={items} />}</LoadedPages></Card> : null}
    </PhonePage>
  );
}
