import { useState } from 'react';
import { Card, Facts, type Output, Qr, showSpan, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../offers.contract.ts';
import { amountText } from '../both/amount.ts';
import { Countdown } from '../both/countdown.tsx';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../offers-ui.words.ts';
import '../offers.css';

export type Place = Output<typeof api.mine>['items'][number];

/** Under which name the phone remembers what somebody has, for when there is no network. */
export const placesShelf = (me: { readonly person: { readonly id: string } }, rest: string): string => `places.${me.person.id}.${rest}`;

/** The code to show, large; a press makes it as large as the screen. */
export function Code({ place: p, size = 220 }: { place: Pick<Place, 'code' | 'shortCode' | 'title'>; size?: number }) {
  const w = useWords(words);
  const [large, setLarge] = useState(false);
  if (p.code === null) return null;
  return (
    <section className={`placecode ${large ? 'large' : ''}`} aria-label={w.code}>
      <button type="button" className="placeqr" aria-label={large ? w.closeIt : w.brighter} onClick={() => setLarge(!large)}><Qr text={p.code} size={large ? Math.min(innerWidth, innerHeight) - 48 : size} label={w.code} /></button>
      <p className="note">{w.codeHint}</p>
      <b className="num">{p.shortCode}</b>
      {large ? <button type="button" className="btn" onClick={() => setLarge(false)}>{w.closeIt}</button> : null}
    </section>
  );
}

/** When it takes place or is collected, in words. */
export function useTimes(): (p: Pick<Place, 'startsAt' | 'endsAt' | 'handOverFrom' | 'handOverTo'>) => { own: string | null; collect: string | null } {
  const language = useLocale();
  const w = useWords(words);
  const span = (from: string | null, to: string | null): string | null => {
    if (from !== null && to !== null) return showSpan(from, to, language);
    if (from !== null) return w.fromOn({ time: showTime(from, language) });
    return to === null ? null : w.upTo({ time: showTime(to, language) });
  };
  return (p) => ({ own: span(p.startsAt, p.endsAt), collect: span(p.handOverFrom, p.handOverTo) });
}

function Answering({ place: p }: { place: Place }) {
  const w = useWords(words);
  const language = useLocale();
  if (p.dueAt === null) return null;
  const time = showTime(p.dueAt, language);
  return <p className="placedue">{p.state === 'held' ? w.payUntil({ time }) : w.until({ time })} <Countdown to={p.dueAt} /></p>;
}

/** What a place is for, when and where, what it costs and where it stands. `here`: on the page of the thing itself, which has said what, where and by whom. */
export function PlaceFacts({ place: p, here }: { place: Place; here?: boolean }) {
  const w = useWords(words);
  const times = useTimes()(p);
  const amount = amountText(p, w.points);
  const money = amount === null || p.pays === 'points' ? amount : p.owedBack ? w.owedBack({ amount }) : p.paidAt ? w.paid({ amount }) : p.pays === 'online' ? w.toPay({ amount }) : w.payThere({ amount });
  return (
    <Card title={here ? w.mine : p.title} aside={<StateChip state={p.state} text={p.stateText} />}>
      {p.state === 'waiting' ? <p className="placeahead"><b>{p.ahead === 0 ? w.first : w.ahead({ n: p.ahead })}</b></p> : null}
      <Answering place={p} />
      <Facts of={[
        [w.thing, p.unitLabel], [w.count, p.places > 1 ? String(p.places) : null], [w.time, times.own], [p.timesText ?? w.collect, times.collect], [w.where, here ? null : p.place], [w.price, money],
        ...(p.rank !== null && p.mode !== 'draw' ? [[w.queueNo, String(p.rank)] as const] : [[w.no, String(p.no)] as const, [w.rank, p.rank === null ? null : String(p.rank)] as const]), [w.union, here ? null : p.union],
      ]} />
    </Card>
  );
}
