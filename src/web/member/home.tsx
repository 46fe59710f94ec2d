import { Suspense } from 'react';
import { Link } from 'react-router';
import { Boundary, type HomeCard, Icon, Mark, setTypeSize, showDay, tell, TYPE_SIZES, useAllWaiting, useLocale, useMe, useTypeSize, useWords } from '../kit/index.ts';
import { homeServices } from './gather.ts';
import { words } from './member.words.ts';
import { ServiceLink } from './service-link.tsx';

/** The hour in China, where the greeting's day is lived. */
const hourNow = (): number => (new Date().getUTCHours() + 8) % 24;

/** Which greeting fits an hour. */
export const greeting = (hour: number): 'morning' | 'forenoon' | 'noon' | 'afternoon' | 'evening' =>
  hour >= 5 && hour < 9 ? 'morning' : hour >= 9 && hour < 11 ? 'forenoon' : hour >= 11 && hour < 13 ? 'noon' : hour >= 13 && hour < 18 ? 'afternoon' : 'evening';

/** One press makes everything one size larger, and after the largest usual again. */
function TypeButton() {
  const w = useWords(words);
  const size = useTypeSize();
  const next = TYPE_SIZES[(TYPE_SIZES.indexOf(size) + 1) % TYPE_SIZES.length] ?? 'usual';
  return (
    <button type="button" className="iconbtn" aria-label={w.typeNow({ size: w[size] })} onClick={() => { setTypeSize(next); tell(w.typeNow({ size: w[next] }), 'plain'); }}>
      <span className="glyph" aria-hidden>{w.typeMark}</span>
    </button>
  );
}

function RedHeader() {
  const w = useWords(words);
  const language = useLocale();
  const me = useMe();
  const waiting = useAllWaiting();
  const waits = waiting === undefined ? '' : ` · ${waiting === 0 ? w.calm : waiting === 1 ? w.oneWaits({ n: 1 }) : w.waits({ n: waiting })}`;
  return (
    <header className="red">
      <div className="redtop">
        <Mark onRed />
        <b>{me.union?.name ?? w.noUnion}</b>
        <TypeButton />
        <Link className="iconbtn" to="/messages" aria-label={me.unread > 0 ? w.unread({ n: me.unread }) : w.noUnread}>
          <Icon name="bell" />
          {me.unread > 0 ? <i className="dot" /> : null}
        </Link>
      </div>
      <h1>{w[greeting(hourNow())]({ name: me.person.name })}</h1>
      <p className="sub">{showDay(Date.now(), language)}{waits}</p>
    </header>
  );
}

/** Home: who I am, what waits for me, my things, what is on, and the way to every service. */
export function Home({ cards }: { cards: readonly HomeCard[] }) {
  const w = useWords(words);
  const me = useMe();
  return (
    <>
      <title>{w.home}</title>
      <RedHeader />
      <main className="stack over">
        {cards.map(({ order, card: Shown }, i) => (
          <Boundary key={`${order}.${i.toString()}`} instead={null}><Suspense fallback={null}><Shown /></Suspense></Boundary>
        ))}
        <section className="card" aria-label={w.services}>
          <div className="servicegrid">
            {homeServices.map((s) => <ServiceLink key={s.path} service={s} />)}
            <Link to="/services"><span className="serviceicon"><Icon name="more" /></span>{w.allServices}</Link>
          </div>
        </section>
        {me.mode === 'demo' ? <p className="note demonote">{w.demo} · <Link to="/sign-in">{w.switchPerson}</Link></p> : null}
      </main>
    </>
  );
}
