import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ask as sure, Card, Chip, Facts, Field, Icon, Loaded, PhonePage, Qr, refresh, showClock, showTime, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../my.contract.ts';
import { seat } from '../../room.contract.ts';
import { words as both } from '../both.words.ts';
import { Count, ItemChips, Papers, Quorum, Resolution, type Seen, type SeenItem, StateChip, TimeLeft } from '../both/looks.tsx';
import { words } from '../phone.words.ts';

const LIVE_MS = 5_000;
const CHANGED = [mine.one, mine.list] as const;

function MySeat({ of: z }: { of: Seen }) {
  const w = useWords(words);
  const here = useAct(seat.hereOnline, { done: w.checkedIn, refreshes: CHANGED });
  const gone = useAct(seat.leaveOnline, { done: w.left, refreshes: CHANGED });
  const leave = async (): Promise<void> => { if (await sure({ title: w.leaveAsk, yes: w.leave })) gone.act({ id: z.id }); };
  if (z.seat === '') return null;
  const running = ['noticed', 'discussing', 'open', 'sitting', 'adjourned'].includes(z.state);
  return (
    <Card title={w.you} aside={w[`seat_${z.seat}`]}>
      <div className="sesdesk">
        <Facts of={[[w.delegation, z.delegation ? `${z.delegation}${z.head ? ` · ${w.head}` : ''}` : ''], [w.card, z.card]]} />
        {z.here ? <p className="sesline"><Chip kind="ok" icon="check">{w.here}</Chip>{z.may.includes('leave') ? <button type="button" className="btn" disabled={gone.busy} onClick={() => void leave()}>{w.leave}</button> : null}</p> : null}
        {z.may.includes('checkIn') ? <button type="button" className="btn primary wide" disabled={here.busy} onClick={() => here.act({ id: z.id })}><Icon name="check" size={18} />{w.checkIn}</button> : null}
        {!z.here && running ? <div className="seshold"><Qr text={z.code} size={168} label={`${z.name} ${z.card}`} /><small className="note">{w.showCard}</small></div> : null}
      </div>
    </Card>
  );
}

function Speaking({ of: z }: { of: Seen }) {
  const w = useWords(words);
  const [about, setAbout] = useState('');
  const ask = useAct(seat.ask, { done: w.asked, refreshes: CHANGED, after: () => setAbout('') });
  const back = useAct(seat.withdraw, { done: w.askedBack, refreshes: CHANGED });
  if (z.seat === '' || (z.state !== 'open' && z.state !== 'sitting')) return null;
  const now = z.agenda.find((i) => i.state === 'presented' || i.state === 'voting')?.id ?? null;
  return (
    <Card title={w.speak} aside={z.waiting > 0 ? w.waitingN({ n: z.waiting }) : undefined}>
      <div className="sesdesk">
        <p className="sesline">{z.speaker ? <><b>{w.speaking({ name: z.speaker.name })}</b><TimeLeft of={z.speaker} /></> : <span className="note">{w.nobodySpeaks}</span>}</p>
        {z.asked ? <p className="sesline"><Chip kind="info" icon="clock">{w.asked}</Chip><button type="button" className="btn" disabled={back.busy} onClick={() => back.act({ id: z.id })}>{w.askBack}</button></p> : null}
        {z.may.includes('ask') ? <form className="sesform" onSubmit={(e) => { e.preventDefault(); ask.act({ id: z.id, itemId: now, about }); }}><Field label={w.about} maxLength={200} value={about} onChange={(e) => setAbout(e.target.value)} /><button type="submit" className="btn wide" disabled={ask.busy}><Icon name="talk" size={18} />{w.ask}</button></form> : null}
      </div>
    </Card>
  );
}

function Line({ of: i, z }: { of: SeenItem; z: Seen }) {
  const w = useWords(words);
  const b = useWords(both);
  return (
    <li className={`sesitem ${i.state === 'presented' || i.state === 'voting' ? 'now' : ''}`}>
      <span className="sesline"><ItemChips of={i} />{i.voted ? <Chip kind="ok" icon="check">{w.voted}</Chip> : null}</span>
      <h3>{i.number}. {z.seat === '' ? i.title : <Link to={`/sessions/${z.id}/items/${i.id}`}>{i.title}</Link>}</h3>
      {i.amends ? <small className="note">{b.amends({ title: i.amends })}</small> : null}
      {i.may.includes('vote') ? <Link className="btn primary" to={`/sessions/${z.id}/items/${i.id}`}><Icon name="vote" size={18} />{w.vote}<span className="unseen">{i.title}</span></Link> : null}
      {i.may.includes('late') ? <small className="note">{w.lateVote}</small> : null}
      {i.count ? <Count of={i.count} state={i.state} /> : null}
      <Resolution of={i} />
    </li>
  );
}

function Shown({ of: z }: { of: Seen }) {
  const w = useWords(words);
  const b = useWords(both);
  const language = useLocale();
  const seen = useAct(mine.seen, { refreshes: CHANGED });
  const held = ['open', 'sitting', 'adjourned'].includes(z.state);
  return (
    <>
      <Card>
        <div className="sesdesk">
          <p className="sesline"><StateChip of={z.state} /><Chip>{b[`sort_${z.sort}`]}</Chip></p><h2>{z.title}</h2>
          {z.why ? <p className="sestext">{w.why({ why: z.why })}</p> : null}
          <Facts of={[[w.time, `${showTime(z.heldAt, language)} – ${showClock(z.endsAt)}`], [w.place, z.place], [w.mode, b[`mode_${z.mode}`]]]} />{z.about ? <p className="sestext">{z.about}</p> : null}
          {held ? <Quorum of={z.quorum} /> : null}
        </div>
      </Card>
      <MySeat of={z} /><Speaking of={z} />
      <Card title={w.agenda} aside={z.fresh > 0 ? w.papersWait({ n: z.fresh }) : undefined}>
        <ol className="sesagenda">{z.agenda.filter((i) => i.state !== 'withdrawn').map((i) => <Line key={i.id} of={i} z={z} />)}</ol>
        {z.fresh > 0 ? <button type="button" className="btn wide" disabled={seen.busy} onClick={() => seen.act({ id: z.id })}>{w.seen}</button> : null}
      </Card>
      {z.papers.length > 0 ? <Card title={w.general}><Papers of={z.papers} /></Card> : null}
      {z.minutes ? <Card title={w.minutes}><p className="sestext">{z.minutes}</p></Card> : null}
    </>
  );
}

/** One session: checking in, agenda, speaking, votes, what was decided. */
export default function One() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const one = useCall(mine.one, { id }, { every: LIVE_MS, keepWhileChanging: true });
  useLive(() => void refresh(mine.one));
  return <PhonePage title={w.title} up="/sessions"><Loaded from={one} lines={10}>{(z) => <Shown of={z} />}</Loaded></PhonePage>;
}
