import { type ReactNode, useState } from 'react';
import { addDays } from '#shared/dates';
import { Attach, type Attached, attachments, Card, DayPick, Deadline, errorAt, Facts, Icon, Row, showDate, tell, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { ASKS } from '../../joint-meetings.rules.ts';
import { words } from '../joint-ui.words.ts';
import { Bar, Consents, type Item, ItemChip, Story } from './looks.tsx';
import { Say } from './Say.tsx';

const SHOWS = [api.item, api.mine, api.council, api.items] as const;
type Open = 'report' | 'ask' | 'refuse' | null;

function Evidence({ value, onChange }: { value: readonly Attached[]; onChange: (files: readonly Attached[]) => void }) {
  const w = useWords(words);
  return <div><p className="note">{w.evidence}</p><Attach to={attachments.upload} input={(name) => ({ name })} value={value} onChange={onChange} most={10} accept="image/*,.pdf,.docx,.xlsx" /></div>;
}

function Report({ of: i, close }: { of: Item; close: () => void }) {
  const w = useWords(words);
  const [progress, setProgress] = useState(Math.min(99, i.progress));
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, refusal } = useAct(api.report, { refreshes: SHOWS, done: w.reported, after: close });
  return (
    <Card title={w.report}>
      <Say label={w.reportText} button={w.send} busy={busy} error={errorAt(refusal, 'text')} send={(text) => act({ id: i.id, text, progress, files: files.map((f) => f.id) })} close={close}>
        <label className="jmrange"><span>{w.percent({ n: progress })}</span><input type="range" min={0} max={99} step={1} value={progress} onChange={(e) => setProgress(Number(e.target.value))} /></label>
        <Evidence value={files} onChange={setFiles} />
      </Say>
    </Card>
  );
}

function Asking({ of: i, close }: { of: Item; close: () => void }) {
  const w = useWords(words);
  const [what, setWhat] = useState<(typeof ASKS)[number]>('done');
  const [dueOn, setDueOn] = useState(addDays(i.dueOn, 30));
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, refusal } = useAct(api.ask, { refreshes: SHOWS, done: w.askedDone, after: close });
  return (
    <Card title={w.ask}>
      <Say key={what} label={w[`askText_${what}`]} button={w.send} busy={busy} error={errorAt(refusal, 'text')} send={(text) => act({ id: i.id, ask: what, text, dueOn: what === 'postpone' ? dueOn : null, files: files.map((f) => f.id) })} close={close}>
        <div className="jmacts">{ASKS.map((a) => <button key={a} type="button" className="btn" aria-pressed={what === a} onClick={() => setWhat(a)}>{w[`ask_${a}`]}</button>)}</div>
        {what === 'postpone' ? <DayPick label={w.newDue} value={dueOn} until={addDays(i.dueOn, 730)} years={3} error={errorAt(refusal, 'dueOn')} onChange={setDueOn} /> : null}
        {what === 'done' ? <Evidence value={files} onChange={setFiles} /> : null}
      </Say>
    </Card>
  );
}

/** What was asked of both sides, and one's own side's answer. */
function Asked({ of: i, refuse }: { of: Item; refuse: () => void }) {
  const w = useWords(words);
  const language = useLocale();
  const accept = useAct(api.accept, { refreshes: SHOWS, after: (out) => tell(out.state === 'asked' ? w.accepted : w.settled) });
  if (i.ask === null || i.state !== 'asked') return null;
  return (
    <Card title={i.ask === 'postpone' ? w.asks_postpone({ name: i.askBy, day: showDate(i.askDue ?? i.dueOn, language) }) : w[`asks_${i.ask}`]({ name: i.askBy })}>
      <div className="jmpage">
        <p className="jmtext">{i.askText}</p>
        <div className="jmacts noprint">
          {i.may.includes('accept') ? <button type="button" className="btn primary" disabled={accept.busy} onClick={() => accept.act({ id: i.id, round: i.round })}><Icon name="check" size={18} />{w.accept}</button> : null}
          {i.may.includes('refuse') ? <button type="button" className="btn" onClick={refuse}>{w.refuse}</button> : null}
        </div>
      </div>
    </Card>
  );
}

/** An item with what one may do. `acts`: what the officer may do besides. */
export function ItemView({ of: i, acts }: { of: Item; acts?: ReactNode }) {
  const w = useWords(words);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const refuse = useAct(api.refuse, { refreshes: SHOWS, done: w.refused, after: close });
  return (
    <div className="jmpage">
      <Card>
        <div className="jmpage">
          <p className="jmrow"><ItemChip of={i.state} />{i.state === 'working' || i.state === 'asked' ? <Deadline due={i.dueOn} /> : null}</p>
          {i.detail ? <p className="jmtext">{i.detail}</p> : null}
          <Bar n={i.state === 'done' ? 100 : i.progress} />
          <Facts of={[[w.number, i.number], [w.owner, `${w[`side_${i.side}`]} · ${i.owner}`], [w.due, i.dueOn], [w.council, i.council]]} />
          <Row icon="hall" title={i.meeting} note={w.from} to={`/joint-meetings/meetings/${i.meetingId}`} />
          {i.follows ? <Row icon="swap" title={w.follows} to={`/joint-meetings/items/${i.follows}`} /> : null}{i.followedBy ? <Row icon="swap" title={w.followedBy} to={`/joint-meetings/items/${i.followedBy}`} /> : null}
          {acts}
        </div>
      </Card>
      {open === 'refuse' ? <Card><Say label={w.refuseText} button={w.refuse} busy={refuse.busy} error={errorAt(refuse.refusal, 'text')} send={(text) => refuse.act({ id: i.id, round: i.round, text })} close={close} /></Card> : <Asked of={i} refuse={() => setOpen('refuse')} />}
      {i.state === 'asked' ? <Consents of={i.consents} /> : null}
      {open === 'report' ? <Report of={i} close={close} /> : open === 'ask' ? <Asking of={i} close={close} /> : i.may.includes('report') ? <div className="jmacts noprint"><button type="button" className="btn primary" onClick={() => setOpen('report')}><Icon name="edit" size={18} />{w.report}</button><button type="button" className="btn" onClick={() => setOpen('ask')}><Icon name="check" size={18} />{w.ask}</button></div> : null}
      <Story of={i.story} />
    </div>
  );
}
