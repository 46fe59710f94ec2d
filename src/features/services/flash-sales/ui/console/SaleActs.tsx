import { useState } from 'react';
import { Link } from 'react-router';
import { ask, askAgain, Icon, RefusedByServer, saveFile, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../desk.words.ts';
import type { Desk } from './SaleDesk.tsx';
import { AmendForm, CopyForm, RaiseForm, WhyForm } from './SaleForms.tsx';

type Step = 'return' | 'callOff' | 'amend' | 'copy' | 'raise' | null;
const again = (): void => void askAgain(api.desk, api.register, api.report);

/** Every step that is open with a sale: the first is the one that is waited for. */
export function SaleActs({ sale: s, busy }: { sale: Desk; busy?: (editing: boolean) => void }) {
  const w = useWords(words);
  const [step, setStep] = useState<Step>(null);
  const choose = (next: Step): void => { setStep(next); busy?.(next !== null); };
  const submit = useAct(api.submit, { done: (o) => (o.state === 'waiting' ? w.submitted : w.published), after: again });
  const approve = useAct(api.approve, { done: w.approved, after: again });
  const withdraw = useAct(api.withdraw, { done: w.withdrawn, after: again });
  const show = useAct(api.showOrder, { done: () => (s.orderPublished ? w.orderHidden : w.orderShown), after: again });
  const can = (what: string): boolean => s.may.includes(what);
  const save = (): void => void saveFile(api.exportOrder, { id: s.id }, `${s.title}.xlsx`).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const version = s.caseVersion === null ? {} : { version: s.caseVersion };
  return (
    <>
      {can('hall') ? <Link className="btn" to={`/flash-sales/${s.id}/hall`}><Icon name="play" size={18} />{w.hall}</Link> : null}
      {can('report') ? <Link className="btn" to={`/flash-sales/${s.id}/report`}><Icon name="chart" size={18} />{w.report}</Link> : null}
      {can('export') && s.taken > 0 ? <button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.exportOrder}</button> : null}
      {can('showOrder') ? <button type="button" className="btn" disabled={show.busy} onClick={() => show.act({ id: s.id, shown: !s.orderPublished })}><Icon name="table" size={18} />{s.orderPublished ? w.hideOrder : w.showOrder}</button> : null}
      {can('copy') ? <button type="button" className="btn" onClick={() => choose('copy')}><Icon name="copy" size={18} />{w.copy}</button> : null}
      {can('amend') ? <button type="button" className="btn" onClick={() => choose('amend')}>{w.amend}</button> : null}
      {can('raise') ? <button type="button" className="btn" onClick={() => choose('raise')}>{w.raise}</button> : null}
      {can('callOff') ? <button type="button" className="btn" onClick={() => choose('callOff')}>{w.callOff}</button> : null}
      {can('withdraw') ? <button type="button" className="btn" disabled={withdraw.busy} onClick={() => withdraw.act({ id: s.id })}>{w.withdraw}</button> : null}
      {can('change') ? <Link className="btn" to={`/flash-sales/${s.id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link> : null}
      {can('submit') ? <button type="button" className="btn primary" disabled={submit.busy} onClick={() => submit.act({ id: s.id })}>{s.needsApproval ? w.submit : w.publish}</button> : null}
      {can('return') ? <button type="button" className="btn" onClick={() => choose('return')}>{w.return}</button> : null}
      {can('approve') ? <button type="button" className="btn primary" disabled={approve.busy} onClick={() => void ask({ title: w.approveAsk({ title: s.title }), text: w.approveHint, yes: w.approve }).then((yes) => { if (yes) approve.act({ id: s.id, ...version }); })}>{w.approve}</button> : null}
      {step === 'return' || step === 'callOff' ? <WhyForm sale={s} of={step} close={() => choose(null)} after={again} /> : null}
      {step === 'amend' ? <AmendForm sale={s} close={() => choose(null)} after={again} /> : null}
      {step === 'copy' ? <CopyForm sale={s} close={() => choose(null)} /> : null}
      {step === 'raise' ? <RaiseForm sale={s} close={() => choose(null)} after={again} /> : null}
    </>
  );
}
