import { InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ask, errorAt, Field, FieldText, Icon, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { room } from '../../room.contract.ts';
import { desk } from '../../sessions.contract.ts';
import { words as states } from '../../sessions.words.ts';
import type { Kept } from '../both/looks.tsx';
import { words } from '../desk.words.ts';

export const CHANGED = [desk.one, desk.register] as const;
type Filling = 'adjourn' | 'callOff' | 'publish' | 'report' | 'preside' | null;

/** A text and a button, in place of the steps. */
function Say({ label, hint, rows, button, busy, error, send, close }: { label: string; hint?: string; rows: number; button: string; busy: boolean; error: string | undefined; send: (text: string) => void; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  return (
    <form className="sesform" onSubmit={(e) => { e.preventDefault(); send(text); }}>
      <FieldText label={label} hint={hint} rows={rows} autoFocus value={text} error={error} onChange={(e) => setText(e.target.value)} />
      <div className="sesacts"><button type="submit" className="btn primary" disabled={busy || text.trim().length < 2}>{button}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

/** The presidium is adopted by a show of hands. */
function Preside({ of: z, close }: { of: Kept; close: () => void }) {
  const w = useWords(words);
  const [picked, setPicked] = useState<string[]>(() => z.presidium.map((p) => p.id));
  const [chair, setChair] = useState<string | undefined>(z.presidium[0]?.id);
  const [text, setText] = useState('');
  const [hands, setHands] = useState({ for: z.quorum.present, against: 0 });
  const found = useCall(room.seats, { id: z.id, class: 'delegate', here: 'here', limit: 30, ...(text.trim() ? { text: text.trim() } : {}) }, { keepWhileChanging: true });
  const { act, busy, refusal } = useAct(desk.preside, { done: w.adopted, refreshes: CHANGED, after: close });
  const people = [...new Map([...z.presidium.map((p) => [p.id, p.name] as const), ...(found.data?.items ?? []).filter((s) => s.votes).map((s) => [s.id, `${s.name} · ${s.unit}`] as const)])].map(([value, label]) => ({ value, label }));
  const told = errorAt(refusal, 'seats') ?? errorAt(refusal, 'chair') ?? errorAt(refusal, 'for');
  return (
    <form className="sesform" onSubmit={(e) => { e.preventDefault(); act({ id: z.id, seats: picked, chair: chair ?? '', ...hands }); }}>
      <div><span className="note">{w.presidiumPick}</span><Select mode="multiple" {...namedList(w.presidiumPick)} style={{ width: '100%' }} value={picked} onChange={setPicked} showSearch={{ filterOption: false, onSearch: setText }} options={people} /></div>
      <div className="sescols">
        <div><span className="note">{w.chairPick}</span><Select {...namedList(w.chairPick)} style={{ width: '100%' }} value={chair} onChange={setChair} options={people.filter((p) => picked.includes(p.value))} /></div>
        <div><span className="note">{w.handsFor}</span><InputNumber aria-label={w.handsFor} min={0} max={5000} style={{ width: '100%' }} value={hands.for} onChange={(n) => setHands({ ...hands, for: n ?? 0 })} /></div>
        <div><span className="note">{w.handsAgainst}</span><InputNumber aria-label={w.handsAgainst} min={0} max={5000} style={{ width: '100%' }} value={hands.against} onChange={(n) => setHands({ ...hands, against: n ?? 0 })} /></div>
      </div>
      {told ? <p className="fielderror" role="alert">{told}</p> : null}
      <div className="sesacts"><button type="submit" className="btn primary" disabled={busy || picked.length === 0 || chair === undefined}>{w.adopt}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

/** The steps of a session that are open to the officer. */
export function Acts({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const s = useWords(states);
  const [filling, fill] = useState<Filling>(null);
  const close = (): void => fill(null);
  const after = { refreshes: CHANGED, done: w.done, after: close };
  const confirm = useAct(desk.confirm, after);
  const notice = useAct(desk.notice, after);
  const discuss = useAct(desk.discuss, after);
  const open = useAct(desk.open, after);
  const resume = useAct(desk.resume, after);
  const shut = useAct(desk.close, after);
  const adjourn = useAct(desk.adjourn, after);
  const off = useAct(desk.callOff, after);
  const publish = useAct(desk.publish, after);
  const report = useAct(desk.report, after);
  const { id } = z;
  if (filling === 'adjourn') return <Say label={w.reason} rows={2} button={s.adjourn} busy={adjourn.busy} error={errorAt(adjourn.refusal, 'text')} send={(text) => adjourn.act({ id, text })} close={close} />;
  if (filling === 'callOff') return <Say label={w.reason} rows={2} button={s.callOff} busy={off.busy} error={errorAt(off.refusal, 'text')} send={(text) => off.act({ id, text })} close={close} />;
  if (filling === 'publish') return <Say label={w.minutesText} hint={w.publishHint} rows={10} button={s.publish} busy={publish.busy} error={errorAt(publish.refusal, 'minutes')} send={(minutes) => publish.act({ id, minutes })} close={close} />;
  if (filling === 'report') return <Say label={w.reportText} rows={6} button={s.report} busy={report.busy} error={errorAt(report.refusal, 'text')} send={(text) => report.act({ id, text })} close={close} />;
  if (filling === 'preside') return <Preside of={z} close={close} />;
  const one = (verb: string, label: string, run: () => void, busy = false, first = true): ReactNode => (z.may.includes(verb) ? <button key={verb} type="button" className={`btn ${first ? 'primary' : ''}`} disabled={busy} onClick={run}>{label}</button> : null);
  const sure = (title: string, yes: string, run: () => void) => (): void => void ask({ title, yes }).then((good) => { if (good) run(); });
  return (
    <div className="sesacts noprint">
      {one('confirm', s.confirm, () => confirm.act({ id }), confirm.busy)}{one('notice', s.notice, sure(w.sure_notice, s.notice, () => notice.act({ id })), notice.busy)}{one('open', s.open, sure(w.sure_open, s.open, () => open.act({ id })), open.busy)}{one('discuss', s.discuss, () => discuss.act({ id }), discuss.busy, false)}{one('preside', s.preside, () => fill('preside'))}{one('resume', s.resume, () => resume.act({ id }), resume.busy)}
      {one('publish', s.publish, () => fill('publish'))}{one('report', s.report, () => fill('report'))}{one('adjourn', s.adjourn, () => fill('adjourn'), false, false)}{one('close', s.close, sure(w.sure_close, s.close, () => shut.act({ id })), shut.busy, false)}{one('callOff', s.callOff, () => fill('callOff'), false, false)}
    </div>
  );
}

/** Who agreed to the agenda on one side, or a line to note it. */
export function Agree({ of: z, side }: { of: Kept; side: 'employer' | 'union' }) {
  const w = useWords(words);
  const [by, setBy] = useState('');
  const { act, busy, refusal } = useAct(desk.agree, { done: w.agreed, refreshes: CHANGED, after: () => setBy('') });
  const agreed = side === 'employer' ? z.agreedEmployer : z.agreedUnion;
  const label = side === 'employer' ? w.employer : w.unionSide;
  if (agreed || !z.may.includes('agree')) return <p className="sesline"><span className="note">{label}</span><b>{agreed || w.notYet}</b>{agreed ? <Icon name="check" size={18} /> : null}</p>;
  return <form className="sesform" onSubmit={(e) => { e.preventDefault(); act({ id: z.id, side, by }); }}><Field label={`${label} · ${w.agreeBy}`} maxLength={60} value={by} error={errorAt(refusal, 'by')} onChange={(e) => setBy(e.target.value)} /><button type="submit" className="btn" disabled={busy || by.trim().length < 2}>{side === 'employer' ? w.agreeEmployer : w.agreeUnion}</button></form>;
}
