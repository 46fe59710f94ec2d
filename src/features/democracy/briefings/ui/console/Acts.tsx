import { useState } from 'react';
import { Link } from 'react-router';
import { ask, askAgain, errorAt, FieldText, Icon, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../briefings.contract.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';

const SHOWS = [api.one, api.register, api.questions];

/** Calling it off with the reason, or the minutes: a text and a button. */
function Say({ label, button, rows, busy, error, send, close }: { label: string; button: string; rows: number; busy: boolean; error: string | undefined; send: (text: string) => void; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); send(text); }}>
      <FieldText label={label} rows={rows} autoFocus value={text} error={error} onChange={(e) => setText(e.target.value)} />
      <div className="bracts"><button type="submit" className="btn primary" disabled={busy || text.trim().length < 2}>{button}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

/** What the officer may do with a briefing now. */
export function Acts({ of: b }: { of: Seen }) {
  const w = useWords(words);
  const [open, setOpen] = useState<'callOff' | 'publish' | null>(null);
  const after = (): void => { setOpen(null); void askAgain(api.one); };
  const start = useAct(api.start, { done: w.started, refreshes: SHOWS, after });
  const end = useAct(api.end, { done: (out) => w.ended({ n: out.later }), refreshes: SHOWS, after });
  const off = useAct(api.callOff, { done: w.calledOffDone, refreshes: SHOWS, after });
  const publish = useAct(api.publish, { done: w.published, refreshes: SHOWS, after });
  const at = { id: b.id, version: b.version };
  const may = (what: string): boolean => b.may.includes(what);
  const close = (): void => setOpen(null);
  if (open === 'callOff') return <Say label={w.reason} button={w.callOff} rows={2} busy={off.busy} error={errorAt(off.refusal, 'text')} send={(text) => off.act({ ...at, text })} close={close} />;
  if (open === 'publish') return <Say label={w.minutesText} button={w.publish} rows={12} busy={publish.busy} error={errorAt(publish.refusal, 'minutes')} send={(minutes) => publish.act({ ...at, minutes })} close={close} />;
  const finish = async (): Promise<void> => { if (await ask({ title: w.endAsk, text: w.endHint, yes: w.end })) end.act(at); };
  return (
    <div className="bracts noprint">
      {may('start') ? <button type="button" className="btn primary" disabled={start.busy} onClick={() => start.act(at)}><Icon name="play" size={18} />{w.start}</button> : null}
      {may('start') || may('end') ? <Link className="btn" to={`/briefings/${b.id}/screen`}><Icon name="board" size={18} />{w.screen}</Link> : null}
      {may('end') ? <button type="button" className="btn" disabled={end.busy} onClick={() => void finish()}><Icon name="stop" size={18} />{w.end}</button> : null}
      {may('publish') ? <button type="button" className="btn primary" onClick={() => setOpen('publish')}><Icon name="edit" size={18} />{w.publish}</button> : null}
      {may('change') ? <Link className="btn" to={`/briefings/${b.id}/edit`}><Icon name="edit" size={18} />{w.change}</Link> : null}
      {may('callOff') ? <button type="button" className="btn" onClick={() => setOpen('callOff')}><Icon name="close" size={18} />{w.callOff}</button> : null}
      {b.minutes ? <Link className="btn" to={`/briefings/${b.id}/minutes`}><Icon name="print" size={18} />{w.printMinutes}</Link> : null}
    </div>
  );
}
