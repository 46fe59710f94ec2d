import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Facts, Icon, Loaded, type Output, PhonePage, refresh, showDay, showTime, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Countdown } from '../../../offers/ui/both/countdown.tsx';
import { api } from '../../summer-care.contract.ts';
import { StandingChip, useCareWords } from '../both/look.tsx';
import { words } from '../care-ui.words.ts';
import { Children } from './Home.tsx';
import '../care.css';

type Seen = Output<typeof api.session>;

function useFoot(s: Seen | undefined): ReactNode {
  const w = useWords(words);
  const language = useLocale();
  if (s === undefined) return undefined;
  if (s.may.includes('signUp')) return <Link className="btn primary" to={`/summer-care/sessions/${s.id}/join`}><Icon name="add" size={20} />{s.standing === 'waiting' ? w.joinList : s.entries.length > 0 ? w.signAnother : w.signUp}</Link>;
  if (s.standing === 'coming') return <button type="button" className="btn primary" disabled>{w.opensAt({ time: showTime(s.opensAt, language) })}</button>;
  return s.bar && ['open', 'waiting'].includes(s.standing) ? <p className="note">{s.bar}</p> : undefined;
}

function Shown({ of: s }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const say = useCareWords();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [w.when, `${say.dates(s)}（${w.daysN({ n: s.days })}）`], [w.hours, `${say.weekdays(s.weekdays)} ${say.hours(s)}`], ...(s.daysOff.length > 0 ? [[w.offDays, s.daysOff.map((d) => showDay(d, language)).join('、')] as const] : []), [w.where, `${s.site} ${s.address}`], [w.ages, `${w.agesN({ from: s.ageFrom, to: s.ageTo })} · ${s.ageOn ? w.ageOnDay({ day: showDay(s.ageOn, language) }) : w.ageOnFirst}`],
    [w.fee, say.fee(s.price)], [w.places, say.places(s)], s.standing === 'coming' ? [w.signUpFrom, showTime(s.opensAt, language)] : [w.signUpUntil, showTime(s.closesAt, language)], [w.host, s.union],
  ];
  return (
    <>
      <Card>
        <div className="care">
          <p className="carerow"><StandingChip of={s.standing} /><small className="note">{s.programme}</small>{s.standing === 'coming' ? <Countdown to={s.opensAt} /> : null}</p>
          <h2>{s.title} · {s.site}</h2>
          <Facts of={facts} />
          <p className="note">{w.mostN({ n: s.mostChildren })}</p>
        </div>
      </Card>
      {s.entries.length > 0 ? <Card title={w.mine}><Children items={s.entries} /></Card> : null}
      {s.about ? <Card title={w.about}><p className="caretext">{s.about}</p></Card> : null}
      <Card className="carecard" title={w.step5} aside={w.version({ n: s.consent.no })}><p className="caretext">{s.consent.text}</p><p className="note">{w.keptHint({ n: s.keptDays })}</p></Card>
    </>
  );
}

/** One session: what, when, where, for whom, and my children in it. */
export default function Session() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const session = useCall(api.session, { id });
  useLive(() => void refresh(api.session));
  return <PhonePage title={session.data?.programme ?? w.title} up="/summer-care" foot={useFoot(session.data)}><Loaded from={session} lines={8}>{(s) => <Shown of={s} />}</Loaded></PhonePage>;
}
