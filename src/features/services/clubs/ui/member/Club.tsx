import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ask, Basis, Card, Chip, Empty, Icon, Loaded, type Output, PhonePage, refresh, Row, showSentences, showTime, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { meeting } from '../../gatherings.contract.ts';
import { ClubFacts, ClubStory, FounderList, type Seen } from '../both/ClubFacts.tsx';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';
import { type Asked, Founders } from './Founders.tsx';

const CHANGED = [api.club, api.list] as const;

/** Founders: who confirmed, one's own answer, asking more, sending it. */
function Founding({ club: c }: { club: Seen }) {
  const w = useWords(words);
  const [more, setMore] = useState<readonly Asked[]>([]);
  const answer = useAct(api.answer, { done: w.didConfirm, refreshes: CHANGED });
  const refuse = useAct(api.answer, { done: w.didDecline, refreshes: CHANGED });
  const submit = useAct(api.submit, { done: w.submitted, refreshes: CHANGED });
  const withdraw = useAct(api.withdraw, { done: w.withdrawn, refreshes: CHANGED });
  const invite = useAct(api.invite, { done: w.invited, refreshes: CHANGED, after: () => setMore([]) });
  const mine = c.founders.find((f) => f.me)?.state;
  const leave = async (): Promise<void> => { if (await ask({ title: w.withdrawAsk, yes: w.withdraw })) withdraw.act({ id: c.id, version: c.version }); };
  return (
    <Card title={w.founders} aside={w.confirmedOf({ n: c.confirmed, needed: c.needed })}>
      <div className="clubdesk">
        {c.may.includes('answer') ? <div className="clubacts">{mine === 'confirmed' ? null : <button type="button" className="btn primary" disabled={answer.busy} onClick={() => answer.act({ id: c.id, confirm: true })}>{w.confirm}</button>}{mine === 'declined' ? null : <button type="button" className="btn" disabled={refuse.busy} onClick={() => refuse.act({ id: c.id, confirm: false })}>{w.decline}</button>}</div> : null}
        <FounderList club={c} />
        {c.may.includes('invite') ? <><Founders unionId={c.unionId} of={more} change={setMore} />{more.length > 0 ? <button type="button" className="btn" disabled={invite.busy} onClick={() => invite.act({ id: c.id, people: more.map((m) => m.id) })}>{w.invite({ n: more.length })}</button> : null}</> : null}
        <div className="clubacts">
          {c.may.includes('submit') ? <button type="button" className="btn primary" disabled={submit.busy} onClick={() => submit.act({ id: c.id, version: c.version })}>{w.submit}</button> : null}
          {c.may.includes('withdraw') ? <button type="button" className="btn" disabled={withdraw.busy} onClick={() => void leave()}>{w.withdraw}</button> : null}
        </div>
      </div>
    </Card>
  );
}

type Held = Output<typeof meeting.gatherings>['items'][number];
function OneGathering({ of: g }: { of: Held }) {
  const w = useWords(words);
  const language = useLocale();
  const coming = new Date(g.startsAt).getTime() > Date.now();
  return <Row icon="calendar" tint={g.dropped ? 'quiet' : coming ? 'info' : 'ok'} title={g.title} note={`${showTime(g.startsAt, language)} · ${g.place}`} end={g.dropped ? <Chip>{w.dropped}</Chip> : coming ? <Chip kind="info">{w.coming}</Chip> : <small className="num">{w.cameN({ n: g.came })}</small>} to={g.activity ? `/activities/${g.id}` : `/club-gatherings/${g.id}`} />;
}

function Gatherings({ club: c }: { club: Seen }) {
  const w = useWords(words);
  const list = useCall(meeting.gatherings, { id: c.id, limit: 10 });
  return (
    <Card title={w.gatherings}>
      {c.may.includes('lead') ? <Link className="btn wide" to={`/clubs/${c.id}/gathering`}><Icon name="add" size={18} />{w.newGathering}</Link> : null}
      <Loaded from={list} lines={3}>{(l) => l.items.length === 0 ? <Empty icon="calendar" title={w.noGathering} hint={w.noGatheringHint} /> : l.items.map((g) => <OneGathering key={g.id} of={g} />)}</Loaded>
    </Card>
  );
}

/** Joining and leaving; pressed twice it is one membership. */
function Belonging({ club: c }: { club: Seen }) {
  const w = useWords(words);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const join = useAct(api.join, { done: (out) => (out.state === 'waiting' ? w.waits : w.joined), refreshes: [...CHANGED, meeting.gatherings], after: () => setKey(crypto.randomUUID()) });
  const leave = useAct(api.leave, { done: w.left, refreshes: CHANGED });
  const go = async (): Promise<void> => { if (await ask({ title: w.leaveAsk({ name: c.name }), yes: w.leave })) leave.act({ id: c.id }); };
  const full = c.capacity !== null && c.members >= c.capacity;
  return (
    <>
      {c.may.includes('join') ? <button type="button" className="btn primary wide big" disabled={join.busy} onClick={() => join.act({ id: c.id, key })}>{full ? w.queue : w.join}</button> : null}
      {c.mine === 'waiting' ? <p className="note num" role="status">{w.waits} · {w.ahead({ n: c.ahead })}</p> : null}
      {c.may.includes('leave') ? <button type="button" className="btn wide" disabled={leave.busy} onClick={() => void go()}>{w.leave}</button> : null}
      {c.bar && c.state === 'active' && c.mine === null ? <p className="note">{c.bar}</p> : null}
    </>
  );
}

function Shown({ club: c }: { club: Seen }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const inside = c.may.includes('inside') && c.foundedOn !== null;
  return (
    <>
      <Card><div className="clubdesk"><ClubFacts club={c} />{c.may.includes('save') ? <Link className="btn" to={`/clubs/${c.id}/change`}><Icon name="edit" size={18} />{w.change}</Link> : null}</div></Card>
      {c.foundedOn === null && c.founders.length > 0 ? <Founding club={c} /> : null}
      {c.foundedOn !== null ? <Belonging club={c} /> : null}
      {inside ? <Card><Row icon="people" title={w.members} note={w.memberN({ n: c.members })} to={`/clubs/${c.id}/members`} /><Row icon="wallet" title={w.money} note={kw.aboutMoney} to={`/clubs/${c.id}/money`} /><Row icon="file" title={w.report} note={String(new Date().getMonth() < 2 ? year - 1 : year)} to={`/clubs/${c.id}/report`} /></Card> : null}
      {c.foundedOn !== null ? <Gatherings club={c} /> : null}
      {c.events.length > 0 ? <Card title={w.story}><ClubStory club={c} />{c.basis.length > 0 ? <Basis>{showSentences(c.basis)}</Basis> : null}</Card> : null}
    </>
  );
}

/** One club: what it is, joining it, its gatherings; for its leader everything else. */
export default function Club() {
  const kw = useWords(clubWords);
  const { id = '' } = useParams();
  const club = useCall(api.club, { id });
  useLive(() => void refresh(api.club));
  return <PhonePage title={club.data?.name ?? kw.club} up="/clubs"><Loaded from={club} lines={8}>{(c) => <Shown key={c.id} club={c} />}</Loaded></PhonePage>;
}
