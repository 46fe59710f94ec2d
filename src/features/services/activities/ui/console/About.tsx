import { Card, Facts, showList, showMoney, showTime, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { words as states } from '../../activities.words.ts';
import { words as shared } from '../activities-ui.words.ts';
import { Comments } from '../both/Comments.tsx';
import { Cover, Fill, type Seen, usePrice, useTimes } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';

/** What an activity is, line by line. */
export function AboutFacts({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const s = useWords(shared);
  const kw = useWords(states);
  const language = useLocale();
  const times = useTimes();
  const price = usePrice();
  const conditions = [a.who.memberDays > 0 ? `${w.memberDays} ${String(a.who.memberDays)}` : '', a.who.misses ? `${w.misses} ${String(a.who.misses.most)}` : '', a.who.sex ? w[a.who.sex] : '', a.who.newForm ? w.newForm : ''].filter(Boolean).join('；');
  const all: readonly (readonly [string, string])[] = [
    [w.kind, kw[`kind_${a.kind}`]], [w.starts, times(a.startsAt, a.endsAt)], [w.place, a.place], [s.closes, showTime(a.closesAt, language)], [s.fee, price(a)], [s.family, a.family > 0 ? s.familyUpTo({ n: a.family }) : s.noFamily], [w.audience, showList(a.audience.map((u) => u.name))], [w.organiser, `${a.union} · ${a.organiser}`],
    ...(a.quotas.length > 0 ? [[w.quota, a.quotas.map((x) => `${x.union} ${String(x.places)}`).join('；')] as const] : []), ...(conditions ? [[w.who, conditions] as const] : []), ...(a.questions.length > 0 ? [[s.question, a.questions.map((x) => x.label).join('；')] as const] : []),
    ...(a.club ? [[s.clubPays, a.club] as const] : []),
    ...(a.plannedFen > 0 ? [[w.planned, `${showMoney(a.plannedFen)} · ${w.perHead} ${showMoney(Math.round(a.plannedFen / a.places))}`] as const] : []),
  ];
  return <Facts of={all} />;
}

/** Who did what before it was published. */
export function Story({ of: a }: { of: Seen }) {
  return <Timeline items={a.events.map((e) => ({ key: e.id, what: e.word, when: e.at, note: [e.by, e.text].filter(Boolean).join('：') }))} />;
}

/** The first tab. */
export function AboutTab({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const s = useWords(shared);
  return (
    <div className="columns">
      <Card><div className="actdesk"><Cover of={a} wide /><Fill of={a} />{a.standing === 'cancelled' ? <p className="claimsaid">{s.cancelledWhy({ why: a.why })}</p> : null}<AboutFacts of={a} /></div></Card>
      {a.about ? <Card title={w.about}><p className="actabout">{a.about}</p></Card> : null}
      {a.ratings > 0 ? <Card title={w.comments}><Comments of={a} /></Card> : null}
      {a.events.length > 0 ? <Card title={w.story}><Story of={a} /></Card> : null}
    </div>
  );
}
