import { useState } from 'react';
import { ask, Card, Chip, errorAt, type Output, showSpan, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { elections } from '../../elections.contract.ts';
import { words } from '../../online.words.ts';
import '../congress.css';

type Seen = Output<typeof elections.one>;
const CHANGED = [elections.one, elections.list] as const;

function Announce({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const [v, set] = useState({ opensOn: e.heldOn, opensAt: '09:00', closesOn: e.heldOn, closesAt: '18:00' });
  const { act, busy, refusal } = useAct(elections.announceBallot, { done: w.announced, refreshes: CHANGED });
  const wrong = (path: string) => (errorAt(refusal, path) ? <p className="congerror" role="alert">{errorAt(refusal, path)}</p> : null);
  return (
    <form className="congform noprint" onSubmit={(x) => { x.preventDefault(); void ask({ title: w.announce, text: w.hint, yes: w.announce }).then((yes) => { if (yes) act({ id: e.id, ...v }); }); }}>
      <div><span className="conglabel">{w.opensOn}</span><Day label={w.opensOn} value={v.opensOn} onChange={(d) => set({ ...v, opensOn: d ?? v.opensOn })} />{wrong('opensOn')}</div>
      <div><span className="conglabel">{w.opensAt}</span><Clock label={w.opensAt} value={v.opensAt} onChange={(d) => set({ ...v, opensAt: d ?? v.opensAt })} /></div>
      <div><span className="conglabel">{w.closesOn}</span><Day label={w.closesOn} value={v.closesOn} onChange={(d) => set({ ...v, closesOn: d ?? v.closesOn })} />{wrong('closesOn')}</div>
      <div><span className="conglabel">{w.closesAt}</span><Clock label={w.closesAt} value={v.closesAt} onChange={(d) => set({ ...v, closesAt: d ?? v.closesAt })} /></div>
      <div className="wide congacts"><button type="submit" className="btn" disabled={busy}>{w.announce}</button></div>
    </form>
  );
}

function Running({ of: e, ballot: b }: { of: Seen; ballot: NonNullable<Seen['ballot']> }) {
  const w = useWords(words);
  const language = useLocale();
  const waiting = e.outcome === null && (!b.keysReady || (b.state === 'closed' && !b.counted));
  useCall(elections.one, { id: e.id }, { when: waiting, every: 3_000 });
  const open = useAct(elections.openBallot, { done: w.running, refreshes: CHANGED });
  const close = useAct(elections.closeBallot, { done: w.counting, refreshes: CHANGED });
  const state = b.state === 'announced' ? (b.keysReady ? w.waits : w.keys) : b.state === 'open' ? w.running : b.counted ? w.counted : w.counting;
  return (
    <div className="congdesk">
      <div className="congacts">{e.outcome === null ? <Chip kind={b.state === 'open' ? 'info' : 'warn'}>{state}</Chip> : null}<span className="num">{w.given({ given: b.given, all: e.entitled })}</span>{b.opensAt && b.closesAt ? <span className="note">{showSpan(b.opensAt, b.closesAt, language)}</span> : null}</div>
      <div className="congacts noprint">
        {e.may.includes('openBallot') ? <button type="button" className="btn primary" disabled={open.busy} onClick={() => open.act({ id: e.id })}>{w.open}</button> : null}
        {e.may.includes('closeBallot') ? <button type="button" className="btn primary" disabled={close.busy} onClick={() => void ask({ title: w.close, yes: w.close }).then((yes) => { if (yes) close.act({ id: e.id }); })}>{w.close}</button> : null}
      </div>
    </div>
  );
}

/** An election of delegates held at the devices: announced, open, counted; nothing where it is held in the hall. */
export function AtDevices({ of: e }: { of: Seen }) {
  const w = useWords(words);
  if (e.ballot) return <Card title={w.title}><Running of={e} ballot={e.ballot} /></Card>;
  return e.may.includes('announceBallot') ? <Card title={w.title}><p className="note">{w.hint}</p><Announce of={e} /></Card> : null;
}
