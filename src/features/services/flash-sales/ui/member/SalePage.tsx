import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Chip, Facts, Icon, Loaded, type Output, PhonePage, refresh, Row, showClock, showDay, showList, showMoney, showNumber, showSpan, showTime, useAct, useCall, useLocale, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { offerRoutes as offers } from '../../../offers/ui/both/routes.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../member.words.ts';
import { Boxes, Picture, usePrice } from '../both/parts.tsx';
import { type Live, useLiveSale } from '../both/use-clock.ts';
import '../sales.css';

// the code, its drawing and what can be done with a place come when there is one
const MyClaim = lazy(() => import('../../../offers/ui/member/MyClaim.tsx').then((m) => ({ default: m.MyClaim })));
type Sale = Output<typeof api.sale>;
type Outcome = { readonly kind: 'yours' | 'waits' | 'gone' | 'not' | 'trouble'; readonly note: string };
const OVER = ['cancelled', 'declined', 'expired', 'lost', 'returned'];
const has = (s: Sale): boolean => s.mine !== null && !OVER.includes(s.mine.state);

/** Presses that came a moment too early by this phone's clock are sent again by themselves. */
const EARLY = { most: 4, wait: 350 } as const;

/** One press, one key; what came of it. */
function usePress(s: Sale, look: () => void): { press: () => void; busy: boolean; outcome: Outcome | null } {
  const w = useWords(words);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [early, setEarly] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const claim = useAct(offers.claim, {
    after: (c) => {
      setOutcome(c.state === 'waiting' ? { kind: 'waits', note: w.yoursNo({ n: c.no }) } : { kind: 'yours', note: c.state === 'held' ? w.pay : w.yoursNo({ n: c.no }) });
      void refresh(api.sale, api.sales, offers.ofOffer);
      look();
    },
    refused: (why) => {
      if (why.code === 'not_started' && early < EARLY.most) {
        timer.current = setTimeout(() => setEarly((n) => n + 1), EARLY.wait * (1 + Math.random()));
        return true;
      }
      setEarly(0);
      setOutcome({ kind: why.code === 'sold_out' || why.code === 'ended' ? 'gone' : why.code === 'not_eligible' || why.code === 'claims.short' || why.code === 'limit_reached' ? 'not' : 'trouble', note: why.code === 'sold_out' ? w.gotGoneHint : why.sentence });
      if (why.code === 'sold_out') void refresh(api.sale);
      return true;
    },
  });
  const { act } = claim;
  useEffect(() => { if (early > 0) act({ offerId: s.id }); }, [early, act, s.id]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { press: () => { setOutcome(null); act({ offerId: s.id }); }, busy: claim.busy || (early > 0 && outcome === null), outcome };
}

function Remind({ sale: s, live }: { sale: Sale; live: Live }) {
  const w = useWords(words);
  const remind = useAct(api.remind, { done: (o) => (o.remindedAt ? w.remindOn({ n: s.remindMinutes }) : w.remindOff), refreshes: [api.sale] });
  if (s.state !== 'coming' || Date.parse(s.opensAt) - live.now < (s.remindMinutes + 1) * 60_000) return null;
  return <button type="button" className="btn plain saleremind" aria-pressed={s.remindedAt !== null} disabled={remind.busy} onClick={() => remind.act({ id: s.id, on: s.remindedAt === null })}><Icon name="alarm" size={20} />{s.remindedAt ? w.reminded : w.remindMe}</button>;
}

/** What the page is about at this moment: the countdown, what is left, or what it came to. */
function Head({ sale: s, live, over }: { sale: Sale; live: Live; over: boolean }) {
  const w = useWords(words);
  const price = usePrice();
  const language = useLocale();
  const start = Date.parse(s.opensAt);
  const places = live.places ?? s.places;
  const left = live.places === null ? s.left : Math.max(0, places - (live.taken ?? 0));
  return (
    <section className="card salehead">
      <h2>{s.title}</h2>
      <p className="note">{s.union}</p>
      <p className="saleprice"><b className="num">{price(s)}</b> <span className="note num">{w.worth({ price: showMoney(s.worthFen) })}</span></p>
      <p className="note num">{w.places({ n: showNumber(places), measure: s.measure })} · {w.onlyOne}</p>
      {s.state === 'cancelled' ? <p className="salecalled" role="status"><Icon name="info" size={20} />{w.called({ why: s.why })}</p>
        : live.now < start ? <div className="salecount"><span>{w.startsIn}</span><Boxes ms={start - live.now} /><small className="note num">{showDay(s.opensAt, language)} {showClock(s.opensAt)}{live.synced ? ` · ${w.synced}` : ''}</small></div>
          : <p className="saleleft"><Chip kind={over || left === 0 ? 'quiet' : 'warn'}>{over ? w.state_over : left === 0 ? w.soldOut : w.on}</Chip> <b className="num">{left === 0 ? (s.lastSeconds === null ? '' : w.goneIn({ n: showNumber(s.lastSeconds) })) : w.left({ n: showNumber(left ?? 0) })}</b></p>}
    </section>
  );
}

function Result({ outcome: o }: { outcome: Outcome }) {
  const w = useWords(words);
  const title = { yours: w.yours, waits: w.waits, gone: w.gotGone, not: w.notYou, trouble: w.trouble }[o.kind];
  return <section className={`saleresult ${o.kind}`} role="status"><Icon name={o.kind === 'yours' ? 'ok' : o.kind === 'waits' ? 'clock' : 'info'} size={32} /><h2>{title}</h2><p>{o.note}</p></section>;
}

/** The one button: grey before, armed at the second, one press. */
function PressBar({ sale: s, live, over, busy, press }: { sale: Sale; live: Live; over: boolean; busy: boolean; press: () => void }) {
  const w = useWords(words);
  const started = live.now >= Date.parse(s.opensAt);
  const gone = live.places !== null && live.taken !== null && live.taken >= live.places;
  const off = !started || over || s.bar !== null || (gone && !s.waits);
  const label = busy ? w.pressing : !started ? w.notYet : over ? w.over2 : gone ? (s.waits ? w.queue : w.gone2) : w.press;
  return <button type="button" className="btn primary wide big salepress" disabled={off || busy} aria-busy={busy} onClick={press}>{label}</button>;
}

function About({ sale: s }: { sale: Sale }) {
  const w = useWords(words);
  const language = useLocale();
  const time = (t: string): string => showTime(t, language);
  const who = [showList(s.unions, language), s.memberMonths > 0 ? w.months({ n: s.memberMonths }) : '', s.restDays > 0 ? w.rest({ n: s.restDays }) : ''].filter(Boolean).join(' · ');
  return (
    <>
      {s.about ? <Card title={w.about}><p className="saleabout">{s.about}</p>{s.form === 'voucher' ? <p className="note">{w.form_voucher}</p> : null}{s.photos.length > 1 ? <div className="salephotos">{s.photos.slice(1).map((p) => <Picture key={p.id} photo={p} title={s.title} />)}</div> : null}</Card> : null}
      <Card title={w.pickUp}>
        <Facts of={[[w.where, s.place], [w.when, s.handOverFrom && s.handOverTo ? showSpan(s.handOverFrom, s.handOverTo, language) : null], [w.ends, time(s.closesAt)], [w.who, who], [w.passing, s.transferable ? w.transferable : w.notTransferable]]} />
      </Card>
      <Card title={w.rules}><ul className="salerules"><li>{w.rule1}</li><li>{w.rule2}</li><li>{w.rule3}</li></ul></Card>
    </>
  );
}

function Shown({ sale: s }: { sale: Sale }) {
  const w = useWords(words);
  const [start, end] = [Date.parse(s.opensAt), Date.parse(s.closesAt)];
  const running = s.state === 'coming' || s.state === 'on';
  const live = useLiveSale(s.id, start, end, running);
  const { press, busy, outcome } = usePress(s, live.look);
  const over = s.state === 'over' || live.now >= end;
  const mine = has(s);
  const bar = !mine && s.bar !== null && running;
  const foot = running && !mine ? <PressBar sale={s} live={live} over={over} busy={busy} press={press} /> : undefined;
  return (
    <PhonePage title={w.title} up="/flash-sales" {...(foot ? { foot } : {})} actions={<Remind sale={s} live={live} />}>
      {outcome ? <Result outcome={outcome} /> : null}
      {mine ? <Suspense fallback={<Waiting lines={4} />}><MyClaim offerId={s.id} /></Suspense> : null}
      <Picture photo={s.photo} title={s.title} large />
      <Head sale={s} live={live} over={over} />
      {bar ? <section className="card salebar" role="status"><Icon name="info" size={20} /><p><b>{w.notYou}</b><br />{s.bar}</p></section> : null}
      {s.orderPublished ? <Card><Row icon="table" title={w.orderSee} note={w.orderHint} to={`/flash-sales/${s.id}/order`} /></Card> : null}
      <About sale={s} />
      {s.state === 'draft' || s.state === 'waiting' ? <p className="note center">{w.preview}</p> : null}
    </PhonePage>
  );
}

/** One sale on the phone: it counts down by the server's time, and at the second one press decides. */
export default function SalePage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(api.sale, { id });
  return seen.data ? <Shown key={seen.data.id} sale={seen.data} /> : <PhonePage title={w.title} up="/flash-sales"><Loaded from={seen}>{() => <Link to="/flash-sales">{w.all}</Link>}</Loaded></PhonePage>;
}
