import { useState } from 'react';
import { Link } from 'react-router';
import { ask, call, errorAt, FieldText, Icon, type IconName, type Output, useAct, useSteps, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import { CheckForm } from './CheckForm.tsx';

export type Item = Output<typeof desk.item>;
const WITH_TEXT = ['giveBack', 'nothing', 'rectify', 'withdraw'] as const;
const AT_ONCE = ['submit', 'takeUp', 'drop', 'close', 'archive'] as const;
type Said = (typeof WITH_TEXT)[number];
type Plain = (typeof AT_ONCE)[number];
const SIGN: Readonly<Record<Said | Plain, IconName>> = { submit: 'send', giveBack: 'answer', nothing: 'close', takeUp: 'again', drop: 'remove', rectify: 'edit', withdraw: 'remove', close: 'check', archive: 'box' };

function useTake(i: Item) {
  const w = useWords(words);
  return useSteps<Said | Plain, string>({
    send: async (verb, text) => {
      const at = { id: i.id, version: i.caseVersion };
      if (verb === 'giveBack' || verb === 'nothing' || verb === 'rectify' || verb === 'withdraw') await call(desk[verb], { ...at, text });
      else await call(desk[verb], at);
    },
    done: (verb) => w[`done_${verb}`], one: desk.item, also: [desk.register, desk.calendar],
  });
}

/** A step that says why. */
function SayWhy({ of: i, verb, close }: { of: Item; verb: Said; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const steps = useTake(i);
  const send = async (): Promise<void> => {
    const early = verb === 'withdraw' && i.publishedAt !== null && Date.now() - new Date(i.publishedAt).getTime() < i.leastDays * 86_400_000;
    if (early && !(await ask({ title: w.withdrawTitle({ title: i.title }), text: w.withdrawEarly({ n: i.leastDays }), yes: w.withdraw }))) return;
    if (await steps.take(verb, text.trim())) close();
  };
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <FieldText label={`${w[verb]} · ${w.reason}`} hint={w.reasonHint} rows={2} maxLength={300} autoFocus value={text} error={errorAt(steps.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <div className="pubacts"><button type="submit" className="btn primary" disabled={steps.busy || text.trim().length < 2}>{w[verb]}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

/** Everything an officer may do with an item now. */
export function Acts({ of: i }: { of: Item }) {
  const w = useWords(words);
  const [open, setOpen] = useState<Said | 'clear' | null>(null);
  const steps = useTake(i);
  const remind = useAct(desk.remind, { done: (out) => w.reminded({ n: out.n }), refreshes: [desk.item] });
  const may = (what: string): boolean => i.may.includes(what);
  const close = (): void => setOpen(null);
  if (open === 'clear') return <CheckForm of={i} close={close} />;
  if (open !== null) return <SayWhy of={i} verb={open} close={close} />;
  const waits = ['checking', 'rechecking'].includes(i.state);
  return (
    <div className="pubacts noprint">
      {may('clear') ? <button type="button" className="btn primary" onClick={() => setOpen('clear')}><Icon name="shield" size={18} />{w.checkTitle}</button> : null}
      {may('save') ? <Link className="btn primary" to={`/disclosures/${i.id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link> : null}
      {AT_ONCE.filter(may).map((verb) => <button key={verb} type="button" className="btn" disabled={steps.busy} onClick={() => void steps.take(verb, '')}><Icon name={SIGN[verb]} size={18} />{w[verb]}</button>)}
      {WITH_TEXT.filter(may).map((verb) => <button key={verb} type="button" className="btn" onClick={() => setOpen(verb)}><Icon name={SIGN[verb]} size={18} />{w[verb]}</button>)}
      {may('remind') ? <button type="button" className="btn" disabled={remind.busy} onClick={() => remind.act({ id: i.id })}><Icon name="bell" size={18} />{w.remind}</button> : null}
      {waits && i.canCheck && !may('clear') ? <p className="note">{w.checkOther}</p> : null}
    </div>
  );
}
