import { Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ask, errorAt, Field, FieldText, Icon, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../elections.contract.ts';
import '../elections.css';
import { words } from '../desk.words.ts';
import { VoteForm } from './VoteForm.tsx';

export type Seen = Output<typeof desk.one>;
export const CHANGED = [desk.one, desk.register] as const;
type Asked = 'reportPlan' | 'answer' | 'refuse' | 'callOff' | 'publish' | 'announceVote' | 'chairVote';

function ReportPlan({ of: e, close }: { of: Seen; close: () => void }) {
  const w = useWords(words);
  const [reply, setReply] = useState(e.partyReply);
  const [on, setOn] = useState<string | null>(e.partyOn);
  const { act, busy, refusal } = useAct(desk.reportPlan, { done: w.reported({ union: e.above }), refreshes: CHANGED, after: close });
  return (
    <Modal open title={w.reportPlan} onCancel={close} okText={w.reportPlan} onOk={() => { if (on) act({ id: e.id, partyReply: reply, partyOn: on }); }} okButtonProps={{ disabled: reply.trim().length < 2 || on === null }} confirmLoading={busy}>
      <div className="elec">
        <p className="note">{w.to({ union: e.above })}</p>
        <Field label={w.partyReply} hint={w.partyReplyHint} maxLength={100} value={reply} error={errorAt(refusal, 'partyReply')} onChange={(x) => setReply(x.target.value)} />
        <div><span className="eleclabel">{w.partyOn}</span><Day label={w.partyOn} value={on} onChange={setOn} />{errorAt(refusal, 'partyOn') ? <p className="elecerror" role="alert">{errorAt(refusal, 'partyOn')}</p> : null}</div>
      </div>
    </Modal>
  );
}

function Answer({ of: e, agree, close }: { of: Seen; agree: boolean; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(desk.answer, { done: w.answered, refreshes: CHANGED, after: close });
  const title = agree ? (e.state === 'resultReported' ? w.confirmIt : w.agree) : e.state === 'resultReported' ? w.annul : w.refuse;
  return (
    <Modal open title={`${title} · ${e.union}`} onCancel={close} okText={title} onOk={() => act(agree ? { id: e.id, agree, document: text } : { id: e.id, agree, text })} okButtonProps={{ danger: !agree, disabled: text.trim().length < 2 }} confirmLoading={busy}>
      <p className="note">{w.answerHint}</p>
      {agree ? <Field label={w.document} maxLength={100} value={text} error={errorAt(refusal, 'document')} onChange={(x) => setText(x.target.value)} /> : <FieldText label={w.why} maxLength={1000} value={text} error={errorAt(refusal, 'text')} onChange={(x) => setText(x.target.value)} />}
    </Modal>
  );
}

function CallOff({ of: e, close }: { of: Seen; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy } = useAct(desk.callOff, { done: w.calledOff, refreshes: CHANGED, after: close });
  return (
    <Modal open title={w.callOff} onCancel={close} okText={w.callOff} onOk={() => act({ id: e.id, text })} okButtonProps={{ danger: true, disabled: text.trim().length < 2 }} confirmLoading={busy}>
      <p className="note">{w.callOffHint}</p>
      <Input autoFocus aria-label={w.why} placeholder={w.why} maxLength={300} value={text} onChange={(x) => setText(x.target.value)} />
    </Modal>
  );
}

function Publish({ of: e, close }: { of: Seen; close: () => void }) {
  const w = useWords(words);
  const [place, setPlace] = useState('');
  const { act, busy } = useAct(desk.publish, { done: w.published, refreshes: CHANGED, after: close });
  return <Modal open title={w.publish} onCancel={close} okText={w.publish} onOk={() => act({ id: e.id, place })} confirmLoading={busy}><Field label={w.publishPlace} maxLength={100} value={place} onChange={(x) => setPlace(x.target.value)} /></Modal>;
}

/** Whatever is asked before a step. */
function Dialog({ what, of: e, close }: { what: Asked; of: Seen; close: () => void }) {
  switch (what) {
    case 'reportPlan': return <ReportPlan of={e} close={close} />;
    case 'answer': return <Answer of={e} agree close={close} />;
    case 'refuse': return <Answer of={e} agree={false} close={close} />;
    case 'callOff': return <CallOff of={e} close={close} />;
    case 'publish': return <Publish of={e} close={close} />;
    case 'announceVote': return <VoteForm of={e} to={{ kind: 'announce' }} close={close} />;
    case 'chairVote': return <VoteForm of={e} to={{ kind: 'chair' }} close={close} />;
  }
}

/** The steps that are open to the officer: on the page and beside the work list. */
export function Steps({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const [asked, setAsked] = useState<Asked | null>(null);
  const candidates = useAct(desk.reportCandidates, { done: w.reported({ union: e.above }), refreshes: CHANGED });
  const result = useAct(desk.reportResult, { done: w.reported({ union: e.above }), refreshes: CHANGED });
  const may = (what: string): boolean => e.may.includes(what);
  const final = e.state === 'resultReported';
  const primary = (what: Asked, label: string) => (may(what) ? <button type="button" className="btn primary" onClick={() => setAsked(what)}>{label}</button> : null);
  const sure = (title: string, run: () => void) => () => void ask({ title, yes: title }).then((yes) => { if (yes) run(); });
  return (
    <>
      {may('callOff') ? <button type="button" className="btn" onClick={() => setAsked('callOff')}>{w.callOff}</button> : null}
      {may('change') ? <Link className="btn" to={`/elections/${e.id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link> : null}
      {may('handOut') ? <Link className="btn" to={`/elections/${e.id}/hall`}><Icon name="form" size={18} />{w.handOut}</Link> : null}
      {primary('reportPlan', w.reportPlan)}
      {may('reportCandidates') ? <button type="button" className="btn primary" disabled={candidates.busy} onClick={sure(w.reportCandidates, () => candidates.act({ id: e.id }))}>{w.reportCandidates}</button> : null}
      {primary('publish', w.publish)}
      {primary('announceVote', w.announceVote)}
      {primary('chairVote', w.chairVote)}
      {may('reportResult') ? <button type="button" className="btn primary" disabled={result.busy} onClick={sure(w.reportResult, () => result.act({ id: e.id }))}>{w.reportResult}</button> : null}
      {may('answer') ? <button type="button" className="btn" onClick={() => setAsked('refuse')}>{final ? w.annul : w.refuse}</button> : null}
      {primary('answer', final ? w.confirmIt : w.agree)}
      {asked ? <Dialog what={asked} of={e} close={() => setAsked(null)} /> : null}
    </>
  );
}

