import { useState } from 'react';
import { Icon, useAct, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { api } from '../../proposals.contract.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { AssignForm } from './AssignForm.tsx';
import { DecideForm } from './DecideForm.tsx';
import { type Said, SayForm } from './SayForm.tsx';

type Open = 'decide' | 'assign' | Said;
/** The step of the process that opens each form. */
const OPENS: readonly (readonly [step: string, form: Open])[] = [['decide', 'decide'], ['giveBack', 'giveBack'], ['assign', 'assign'], ['reassign', 'assign'], ['answer', 'answer'], ['answerAgain', 'answer'], ['report', 'progress'], ['close', 'close'], ['takeBack', 'takeBack']];
const WAITS_MOVER = ['returned', 'answered', 'answeredAgain'];

/** The steps that are open to me now; each opens its form in place. */
export function Acts({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const [open, setOpen] = useState<Open | null>(null);
  const hot = useAct(desk.hot, { done: (out) => (out.hot ? w.markedHot : w.unmarkedHot), refreshes: [api.one, desk.register] });
  const close = (): void => setOpen(null);
  if (open === 'decide') return <DecideForm of={p} close={close} />;
  if (open === 'assign') return <AssignForm of={p} close={close} />;
  if (open !== null) return <SayForm of={p} verb={open} close={close} />;
  const label = (step: string, form: Open): string => (step === 'reassign' ? w.reassign : step === 'assign' && p.state === 'working' ? w.assignAgain : form === 'decide' ? w.decideTitle : w[form]);
  const may = OPENS.filter(([step]) => p.may.includes(step));
  const marks = p.may.includes('hot');
  if (may.length === 0 && !marks) return <p className="propnote">{WAITS_MOVER.includes(p.state) ? w.waitsMover : w.nothingToDo}</p>;
  return (
    <div className="propacts noprint">
      {may.map(([step, form], i) => <button key={step} type="button" className={i === 0 ? 'btn primary' : 'btn'} onClick={() => setOpen(form)}>{label(step, form)}</button>)}
      {marks ? <button type="button" className="btn" disabled={hot.busy} onClick={() => hot.act({ id: p.id, on: !p.hot })}><Icon name="star" size={18} />{p.hot ? w.unmarkHot : w.markHot}</button> : null}
    </div>
  );
}
