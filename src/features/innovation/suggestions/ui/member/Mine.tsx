import { type ReactNode, useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { ask, Card, Deadline, Empty, Icon, type Input, LoadedPages, type Output, PhonePage, Row, showDate, useAct, useAddress, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api as browse } from '../../browse.contract.ts';
import { api as looking } from '../../looking.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../own-ui.words.ts';
import '../suggestions.css';
import { Pick } from './Pick.tsx';
import { isSettled, StateChip, Way } from './Way.tsx';

type Own = Output<typeof api.mine>['items'][number];
type Which = 'open' | 'over' | 'all';

/** What I handed in this year and what came of it. */
function Figures() {
  const w = useWords(words);
  const scheme = useCall(browse.myScheme, {});
  if (!scheme.data) return null;
  const { year, figures: f } = scheme.data;
  return (
    <Card title={w.figures({ year })}>
      <dl className="sugfigures">{([[w.submitted, f.submitted], [w.adopted, f.adopted], [w.completed, f.completed]] as const).map(([name, n]) => <div key={name}><dt>{name}</dt><dd className="num">{n}</dd></div>)}</dl>
    </Card>
  );
}

function Inside({ own: s, joined }: { own: Own; joined: boolean }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const language = useLocale();
  return (
    <>
      <b>{s.title}</b>
      <Way place6={s.place6} settled={isSettled(s.state)} />
      <span className="sugstate">
        <StateChip state={s.state} word={s.stateWord} />
        {s.nextDue && s.state !== 'returned' ? <span>{w.inHand({ who: s.desk })}</span> : null}
        {s.nextDue ? <Deadline due={s.nextDue} /> : null}
        {s.grade ? <span>{w[`grade${s.grade as 1}`]}</span> : null}
        {s.supporters > 0 ? <span>{w.supporters({ n: s.supporters })}</span> : null}
      </span>
      <span className="note num">{sw.prefix} {s.number} · {showDate(s.submittedOn, language)}{joined ? ` · ${s.unit}` : ''}</span>
    </>
  );
}

/** One that I only joined: where it stands; its text once it is adopted. */
function JoinedOne({ own }: { own: Own }) {
  const w = useWords(words);
  const { act, busy } = useAct(looking.unsupport, { done: w.left, refreshes: [api.mine] });
  const leave = async (): Promise<void> => { if (await ask({ title: w.leaveAsk, text: own.title, yes: w.leave })) act({ id: own.id }); };
  return (
    <section className="card">
      {own.opens ? <Link className="sugcard" to={`/suggestions/${own.id}`}><Inside own={own} joined /></Link> : <div className="sugcard"><Inside own={own} joined /><span className="note">{w.notOpen}</span></div>}
      <div className="sugacts"><button type="button" className="btn" disabled={busy} onClick={() => void leave()}>{w.leave}</button></div>
    </section>
  );
}

function List({ joined, which, text, empty }: { joined: boolean; which: Which; text: string; empty: ReactNode }) {
  const asked: Input<typeof api.mine> = { ...(joined ? { joined: 'true' } : {}), ...(which === 'all' ? {} : { open: which === 'open' ? 'true' : 'false' }), ...(text ? { text } : {}) };
  const mine = usePages(api.mine, asked);
  return (
    <LoadedPages from={mine} empty={<Card>{empty}</Card>}>
      {(items) => <div className="suglist">{items.map((s) => (joined ? <JoinedOne key={s.id} own={s} /> : <Link key={s.id} className="card sugcard" to={`/suggestions/${s.id}`}><Inside own={s} joined={false} /></Link>))}</div>}
    </LoadedPages>
  );
}

/** My suggestions: those I wrote or share in, and those I joined. */
export default function Mine() {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const [of, setOf] = useAddress('of');
  const [which, setWhich] = useState<Which>('all');
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const joined = of === 'joined';
  const empty = wanted || which !== 'all' ? <Empty icon="search" title={w.nothing} />
    : joined ? <Empty icon="people" title={w.emptyJoined} hint={w.emptyJoinedHint} /> : <Empty icon="idea" title={w.empty} hint={w.emptyHint} />;
  return (
    <PhonePage title={sw.title} foot={<Link className="btn primary" to="/suggestions/new"><Icon name="edit" size={20} />{w.write}</Link>}>
      <Figures />
      <Pick label={w.title} hidden shape="line" value={joined ? 'joined' : 'written'} onChange={(v) => setOf(v === 'joined' ? 'joined' : undefined)} options={[{ key: 'written', text: w.written }, { key: 'joined', text: w.joinedTab }]} />
      <label className="searchbox"><Icon name="search" size={18} /><input type="search" value={text} placeholder={w.find} aria-label={w.find} onChange={(e) => setText(e.target.value)} /></label>
      <Pick<Which> label={w.state} hidden shape="line" value={which} onChange={setWhich} options={[{ key: 'all', text: w.all }, { key: 'open', text: w.open }, { key: 'over', text: w.over }]} />
      <List joined={joined} which={which} text={wanted} empty={empty} />
      <Card><Row icon="star" tint="gold" title={w.sharedRow} to="/suggestions/shared" /><Row icon="books" tint="info" title={w.guideRow} to="/suggestions/guide" /></Card>
    </PhonePage>
  );
}
