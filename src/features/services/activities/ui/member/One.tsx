import type { ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Card, Facts, Icon, Loaded, PhonePage, refresh, RefusedByServer, Row, saveFile, showList, showTime, tell, Timeline, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { offerRoutes as offers } from '../../../offers/ui/both/routes.ts';
import { api } from '../../activities.contract.ts';
import { words as kinds } from '../../activities.words.ts';
import { words } from '../activities-ui.words.ts';
import { Comments } from '../both/Comments.tsx';
import { Cover, Fill, type Seen, StandingChip, usePrice, useTimes } from '../both/Look.tsx';
import { DraftActs } from './DraftActs.tsx';
import { MySign } from './MySign.tsx';
import { Rate } from './Rate.tsx';

async function shareLink(title: string, done: string): Promise<void> {
  const url = `${location.origin}${location.pathname}`;
  if (typeof navigator.share === 'function') return void navigator.share({ title, url }).catch(() => undefined);
  await navigator.clipboard.writeText(url).then(() => tell(done), () => tell(url, 'plain'));
}

function useFacts(a: Seen): readonly (readonly [string, string])[] {
  const w = useWords(words);
  const language = useLocale();
  const times = useTimes();
  const price = usePrice();
  const fee = a.pays === 'atHandOver' ? `${price(a)} · ${w.atHandOver}` : a.pays === 'online' ? `${price(a)} · ${w.online}` : price(a);
  const all: readonly (readonly [string, string])[] = [
    [w.time, times(a.startsAt, a.endsAt)], [w.place, a.place], [w.fee, fee], [w.family, a.family > 0 ? w.familyUpTo({ n: a.family }) : w.noFamily], ...(a.opensAt && a.standing === 'coming' ? [[w.opens, showTime(a.opensAt, language)] as const] : []), [w.closes, showTime(a.closesAt, language)],
    [w.giveBackUntil, showTime(a.cancelUntil ?? a.closesAt, language)], [w.forWhom, showList(a.audience.map((u) => u.name))], [w.organiser, `${a.union} · ${a.organiser}`],
  ];
  return all;
}

function Head({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const kw = useWords(kinds);
  const save = (): void => void saveFile(api.calendar, { id: a.id }, 'activity.ics').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const live = !['drafted', 'submitted', 'returned', 'declined', 'withdrawn', 'cancelled', 'over'].includes(a.standing);
  return (
    <Card>
      <div className="actdesk">
        <Cover of={a} wide />
        <p className="actrow"><StandingChip of={a.standing} /><small className="note">{kw[`kind_${a.kind}`]}</small></p>
        <h2>{a.title}</h2>
        {a.standing === 'cancelled' ? <p className="claimsaid">{w.cancelledWhy({ why: a.why })}</p> : null}
        <Facts of={useFacts(a)} />
        <Fill of={a} />
        {live ? <p className="actrow"><button type="button" className="btn" onClick={save}><Icon name="calendar" size={18} />{w.calendar}</button><button type="button" className="btn" onClick={() => void shareLink(a.title, w.shared)}><Icon name="link" size={18} />{w.share}</button></p> : null}
      </div>
    </Card>
  );
}

/** The button at the foot: sign up, wait, or nothing with the reason. */
function useFoot(a: Seen | undefined): ReactNode {
  const w = useWords(words);
  const language = useLocale();
  if (a === undefined || a.own !== null) return undefined;
  if (a.may.includes('signUp')) return <Link className="btn primary" to={`/activities/${a.id}/join`}><Icon name="add" size={20} />{a.standing === 'waiting' ? w.joinList : w.signUp}</Link>;
  if (a.standing === 'coming' && a.opensAt) return <button type="button" className="btn primary" disabled>{w.opensAt({ time: showTime(a.opensAt, language) })}</button>;
  if (a.standing === 'full') return <button type="button" className="btn primary" disabled>{w.full}</button>;
  return a.bar && ['open', 'waiting'].includes(a.standing) ? <p className="note">{a.bar}</p> : undefined;
}

function CheckIn({ of: a, here }: { of: Seen; here: string | null }) {
  const w = useWords(words);
  const { act, busy } = useAct(api.checkIn, { done: w.checkedIn, refreshes: [api.activity, offers.ofOffer] });
  if (!a.may.includes('checkIn')) return null;
  return (
    <Card title={w.checkInHere}>
      {here ? <button type="button" className="btn primary wide" disabled={busy} onClick={() => act({ id: a.id, here })}><Icon name="check" size={20} />{w.checkInHere}</button> : <><p className="note">{w.checkInHint}</p><Link className="btn wide" to="/scan"><Icon name="scan" size={20} />{w.scan}</Link></>}
    </Card>
  );
}

function Shown({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const [params] = useSearchParams();
  return (
    <>
      <Head of={a} />
      {a.own ? <MySign of={a} /> : null}
      <CheckIn of={a} here={params.get('here')} />
      {a.may.includes('rate') || a.rating ? <Rate of={a} /> : null}
      {a.about ? <Card title={w.about}><p className="actabout">{a.about}</p></Card> : null}
      {['running', 'over'].includes(a.standing) ? <Card><Row icon="photo" title={w.photos} to={`/activities/${a.id}/photos`} /></Card> : null}
      {a.ratings > 0 ? <Card title={w.comments}><Comments of={a} /></Card> : null}
      {a.events.length > 0 ? <Card title={w.story}><Timeline items={a.events.map((e) => ({ key: e.id, what: e.word, when: e.at, note: [e.by, e.text].filter(Boolean).join('：') }))} /></Card> : null}
      <DraftActs of={a} />
    </>
  );
}

/** One activity: what, when, where, how full; signing up; afterwards rating and pictures. */
export default function One() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const activity = useCall(api.activity, { id });
  const foot = useFoot(activity.data);
  useLive(() => void refresh(api.activity));
  return <PhonePage title={w.title} up="/activities" foot={foot}><Loaded from={activity} lines={10}>{(a) => <Shown of={a} />}</Loaded></PhonePage>;
}
