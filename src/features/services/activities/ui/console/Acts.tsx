import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ask, call, errorAt, FieldText, Icon, useAct, useSteps, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { desk } from '../../desk.contract.ts';
import type { Seen } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';
import { AmendForm } from './AmendForm.tsx';
import { CallOffForm, CopyForm, RepeatForm } from './SmallForms.tsx';

const VERBS = ['approve', 'giveBack', 'decline', 'publish', 'drop'] as const;
type Verb = (typeof VERBS)[number];
type Open = Verb | 'amend' | 'callOff' | 'copy' | 'repeat' | null;

/** Approving, returning or declining with its reason. */
function StepForm({ of: a, verb, close }: { of: Seen; verb: Verb; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const steps = useSteps<Verb, string>({
    send: async (v, said) => {
      const at = { id: a.id, version: a.version };
      if (v === 'publish' || v === 'drop') await call(desk[v], at);
      else await call(desk[v], { ...at, text: said });
    },
    done: (v) => w[`done_${v}`], one: api.activity, also: [desk.register],
  });
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); void steps.take(verb, text.trim()).then((done) => { if (done) close(); }); }}>
      <FieldText label={w.reason} hint={w.reasonHint} rows={2} maxLength={300} autoFocus value={text} error={errorAt(steps.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <div className="actacts"><button type="submit" className="btn primary" disabled={steps.busy}>{w[verb]}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

function useAtOnce(a: Seen) {
  const w = useWords(words);
  const go = useNavigate();
  const refreshes = [api.activity, desk.register];
  const publish = useAct(desk.publish, { done: w.done_publish, refreshes });
  const drop = useAct(desk.drop, { done: w.done_drop, refreshes, after: () => void go('/activities') });
  const close = useAct(desk.close, { done: w.closed, refreshes });
  const at = { id: a.id, version: a.version };
  return {
    publish: () => publish.act(at), drop: () => drop.act(at), busy: publish.busy || drop.busy || close.busy,
    close: async (): Promise<void> => { if (await ask({ title: w.closeAsk, text: w.closeHint, yes: w.close })) close.act({ id: a.id }); },
  };
}

/** Everything an officer may do with an activity now. */
export function Acts({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const [open, setOpen] = useState<Open>(null);
  const once = useAtOnce(a);
  const may = (what: string): boolean => a.may.includes(what);
  const close = (): void => setOpen(null);
  if (open === 'approve' || open === 'giveBack' || open === 'decline') return <StepForm of={a} verb={open} close={close} />;
  const button = (name: Exclude<Open, null>, icon: 'check' | 'answer' | 'close' | 'edit' | 'remove' | 'copy' | 'calendar', primary = false) => (may(name) ? <button type="button" className={primary ? 'btn primary' : 'btn'} onClick={() => setOpen(name)}><Icon name={icon} size={18} />{w[name]}</button> : null);
  return (
    <div className="actacts noprint">
      {button('approve', 'check', true)}{button('giveBack', 'answer')}{button('decline', 'close')}
      {may('publish') ? <button type="button" className="btn primary" disabled={once.busy} onClick={once.publish}><Icon name="send" size={18} />{w.publish}</button> : null}
      {may('draft') ? <Link className="btn" to={`/activities/${a.id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link> : null}
      {button('amend', 'edit')}{button('repeat', 'calendar')}{may('copy') ? button('copy', 'copy') : null}
      {may('close') ? <button type="button" className="btn" disabled={once.busy} onClick={() => void once.close()}>{w.close}</button> : null}
      {button('callOff', 'remove')}
      {may('drop') ? <button type="button" className="btn plain" disabled={once.busy} onClick={once.drop}>{w.drop}</button> : null}
      {open === 'amend' ? <AmendForm of={a} close={close} /> : open === 'callOff' ? <CallOffForm of={a} close={close} /> : open === 'copy' ? <CopyForm of={a} close={close} /> : open === 'repeat' ? <RepeatForm of={a} close={close} /> : null}
    </div>
  );
}
