import { ask, Icon, RefusedByServer, saveFile, showTime, tell, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Link } from 'react-router';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import type { Place } from './PlaceCard.tsx';

const REFRESHES = [api.mine, api.place, api.ofOffer, api.kinds, api.count];

/** The steps that are open with a place: answer, pay, pass on, calendar, give back. */
export function PlaceActs({ place: p, small }: { place: Place; small?: boolean }) {
  const w = useWords(words);
  const language = useLocale();
  const accept = useAct(api.accept, { done: w.accepted, refreshes: REFRESHES });
  const decline = useAct(api.decline, { done: w.declined, refreshes: REFRESHES });
  const giveBack = useAct(api.giveBack, { done: w.givenBack, refreshes: REFRESHES });
  const pay = useAct(api.pay, { after: ({ url }) => location.assign(url) });
  const can = (what: Place['may'][number]): boolean => p.may.includes(what);
  const out = p.state === 'waiting' ? w.leave : p.state === 'entered' ? w.leaveDraw : w.giveBack;
  const hint = [p.state === 'waiting' || p.state === 'entered' ? '' : w.giveBackHint, p.cancelUntil ? w.giveBackUntil({ time: showTime(p.cancelUntil, language) }) : '', w.giveBackAgain].join(' ').trim();
  const sure = (title: string, go: () => void, text?: string, yes?: string): void => void ask({ title, ...(text ? { text } : {}), ...(yes ? { yes } : {}) }).then((agreed) => { if (agreed) go(); });
  return (
    <div className="placeacts">
      {can('accept') ? <button type="button" className="btn primary wide" disabled={accept.busy} onClick={() => accept.act({ id: p.id })}>{w.accept}</button> : null}
      {can('pay') ? <button type="button" className="btn primary wide" disabled={pay.busy} onClick={() => pay.act({ id: p.id })}>{w.pay}</button> : null}
      {can('decline') ? <button type="button" className="btn wide" disabled={decline.busy} onClick={() => sure(w.declineAsk, () => decline.act({ id: p.id }), w.giveBackHint, w.decline)}>{w.decline}</button> : null}
      {can('calendar') && !small ? <button type="button" className="btn wide" onClick={() => void saveFile(api.calendar, { id: p.id }, 'place.ics').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'))}><Icon name="calendar" size={20} />{w.calendar}</button> : null}
      {can('pass') && !small ? <Link className="btn wide" to={`/places/${p.id}/pass`}><Icon name="swap" size={20} />{w.pass}</Link> : null}
      {can('giveBack') ? <button type="button" className="btn wide" disabled={giveBack.busy} onClick={() => sure(w.giveBackAsk({ title: p.title }), () => giveBack.act({ id: p.id }), hint, out)}>{out}</button> : null}
    </div>
  );
}
