import { useId, useState } from 'react';
import { Attach, type Attached, attachments, errorAt, FieldText, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { MOST, type Outcome, OUTCOMES } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { useTake } from './use-steps.ts';

export type Said = 'giveBack' | 'takeBack' | 'progress' | 'answer' | 'close';
const LONG: Readonly<Record<Said, number>> = { giveBack: MOST.text, takeBack: MOST.text, progress: MOST.text, answer: MOST.answer, close: MOST.outcome };
const LEAST: Readonly<Record<Said, number>> = { giveBack: 2, takeBack: 2, progress: 2, answer: 10, close: 4 };

/** A step that is said in words: giving back, taking back, progress, the answer, closing with the evidence. What was written survives leaving. */
export function SayForm({ of: p, verb, close }: { of: Seen; verb: Said; close: () => void }) {
  const w = useWords(words);
  const t = useWords(texts);
  const name = useId();
  const draft = useDraft(`proposal.${verb}.${p.id}.${p.state}`, { text: '' });
  const [outcome, setOutcome] = useState<Outcome>('done');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const steps = useTake(p);
  const label = { giveBack: w.giveBackText, takeBack: w.reason, progress: w.progressText, answer: w.answerText, close: w.evidence }[verb];
  const attaches = verb === 'progress' || verb === 'answer' || verb === 'close';
  const { text } = draft.value;
  const send = async (): Promise<void> => {
    if (!(await steps.take(verb, { text: text.trim(), outcome, files: files.map((f) => f.id) }))) return;
    draft.drop();
    close();
  };
  return (
    <form className="propform" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {verb === 'close' ? <fieldset className="propchoice"><legend className="proplabel">{w.outcome}</legend>{OUTCOMES.map((o) => <label key={o}><span><input type="radio" name={name} checked={outcome === o} onChange={() => setOutcome(o)} /> {t[`outcome_${o}`]}</span></label>)}</fieldset> : null}
      <FieldText label={label} hint={verb === 'answer' ? w.answerHint : undefined} rows={verb === 'answer' ? 8 : 4} maxLength={LONG[verb]} autoFocus value={text} error={errorAt(steps.refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
      {attaches ? <Attach to={attachments.upload} input={(file) => ({ name: file })} value={files} onChange={setFiles} accept="image/*,.pdf,.docx,.xlsx" /> : null}
      <div className="propacts"><button type="submit" className="btn primary" disabled={steps.busy || text.trim().length < LEAST[verb]}>{w[verb]}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}
