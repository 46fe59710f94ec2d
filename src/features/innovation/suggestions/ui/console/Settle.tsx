import { useState } from 'react';
import { plainYuan } from '#shared/money';
import { errorAt, Field, FieldText, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { workApi } from '../../work.contract.ts';
import { fenOf, Foot } from '../both/WorkForms.tsx';
import { words } from '../work-ui.words.ts';

type Claim = Pick<Output<typeof workApi.benefit>['claims'][number], 'id' | 'claimedFen' | 'may'>;
const REFRESHES = [workApi.benefit, workApi.benefits];

/** Finance verifies a claim, lowers it with a reason, or refuses it. */
export function Settle({ claim: c, again }: { claim: Claim; again: () => void }) {
  const w = useWords(words);
  const [verb, setVerb] = useState<'verify' | 'refuse' | null>(null);
  const [amount, setAmount] = useState(plainYuan(BigInt(c.claimedFen)));
  const [text, setText] = useState('');
  const verify = useAct(workApi.verify, { done: w.done_verify, refreshes: REFRESHES, after: again });
  const refuse = useAct(workApi.refuse, { done: w.done_refuse, refreshes: REFRESHES, after: again });
  const fen = fenOf(amount);
  const close = (): void => setVerb(null);
  if (verb === null) return <div className="workacts noprint">{c.may.map((v) => <button key={v} type="button" className={v === 'verify' ? 'btn primary' : 'btn'} onClick={() => setVerb(v)}>{w[v]}</button>)}</div>;
  if (verb === 'refuse') {
    return (
      <form className="fields" onSubmit={(e) => { e.preventDefault(); refuse.act({ id: c.id, text }); }}>
        <FieldText label={w.refuseReason} rows={3} maxLength={3000} autoFocus value={text} error={errorAt(refuse.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        <Foot busy={refuse.busy} yes={w.refuse} close={close} off={text.trim().length < 2} />
      </form>
    );
  }
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); if (fen !== null) verify.act({ id: c.id, verifiedFen: fen, text }); }}>
      <Field label={w.verifiedAmount} inputMode="decimal" autoFocus value={amount} error={fen === null ? w.amountWrong : errorAt(verify.refusal, 'verifiedFen')} onChange={(e) => setAmount(e.target.value)} />
      <FieldText label={w.lowerReason} rows={2} maxLength={3000} value={text} error={errorAt(verify.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <Foot busy={verify.busy} yes={w.verify} close={close} off={fen === null || (fen < c.claimedFen && text.trim().length < 2)} />
    </form>
  );
}
