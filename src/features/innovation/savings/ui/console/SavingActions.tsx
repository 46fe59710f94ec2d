import { useState } from 'react';
import { plainYuan, readYuan } from '#shared/money';
import { answers, call, errorAt, Field, FieldText, refresh, RefusedByServer, showMoney, tell, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import type { Seen } from '../both/SavingFacts.tsx';
import { words } from '../desk-ui.words.ts';

const VERBS = ['verify', 'confirm', 'refuse', 'reject', 'strike'] as const;
type Verb = (typeof VERBS)[number];
type Given = { readonly amountFen?: number; readonly text: string; readonly doubleWord: string };

async function send(verb: Verb, at: { id: string; version: number }, { amountFen, text, doubleWord }: Given): Promise<void> {
  const amount = amountFen === undefined ? {} : { amountFen };
  if (verb === 'verify') await call(api.verify, { ...at, ...amount, text, doubleWord });
  else if (verb === 'confirm') await call(api.confirm, { ...at, ...amount, text });
  else await call(api[verb], { ...at, text });
}

function useSteps(s: Seen, close: () => void) {
  const w = useWords(words);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusedByServer | null>(null);
  const take = async (verb: Verb, given: Given): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      await send(verb, { id: s.id, version: s.version }, given);
      tell(w[`done_${verb}`]);
      close();
      void answers.invalidateQueries({ predicate: (asked) => String(asked.queryKey[0]).startsWith('/api/v1/worklist') });
      await refresh(api.saving, api.register, api.sums);
    } catch (why) {
      if (!(why instanceof RefusedByServer)) throw why;
      setRefusal(why);
      if (why.fields.length === 0) tell(why.sentence, 'bad');
      if (why.status === 409) await refresh(api.saving);
    } finally {
      setBusy(false);
    }
  };
  return { take, busy, refusal };
}

/** The form of a verification: the amount stands there and may be lowered; a double needs its word. */
function Form({ saving: s, verb, close }: { saving: Seen; verb: Verb; close: () => void }) {
  const w = useWords(words);
  const steps = useSteps(s, close);
  const most = verb === 'confirm' ? (s.verifiedFen ?? s.claimedFen) : s.claimedFen;
  const [amount, setAmount] = useState(plainYuan(BigInt(most)));
  const [text, setText] = useState('');
  const [doubleWord, setDoubleWord] = useState('');
  const counts = verb === 'verify' || verb === 'confirm';
  const read = readYuan(amount);
  const fen = read.ok && read.fen > 0n ? Number(read.fen) : null;
  const finance = verb === 'verify' && fen !== null && fen * s.months > s.financeAbove;
  const yes = verb === 'confirm' ? w.confirms : verb === 'verify' ? (finance ? w.passes : w.counts) : w[verb];
  const twin = verb === 'verify' && s.others.some((o) => o.verified);
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); void steps.take(verb, { ...(counts && fen !== null ? { amountFen: fen } : {}), text: text.trim(), doubleWord: doubleWord.trim() }); }}>
      {counts ? <Field label={s.monthly ? w.verifyAmountMonth : w.verifyAmount} inputMode="decimal" autoFocus value={amount} error={fen === null ? w.wrongAmount : errorAt(steps.refusal, 'amountFen')} hint={finance ? w.financeAbove({ bound: showMoney(s.financeAbove) }) : undefined} onChange={(e) => setAmount(e.target.value)} /> : null}
      {twin ? <FieldText label={w.doubleWord} placeholder={w.doubleHint} rows={2} maxLength={300} value={doubleWord} error={errorAt(steps.refusal, 'doubleWord')} onChange={(e) => setDoubleWord(e.target.value)} /> : null}
      <FieldText label={counts ? w.lowerReason : w.reason} hint={verb === 'strike' ? w.strikeHint : w.reasonHint} rows={2} maxLength={500} autoFocus={!counts} value={text} error={errorAt(steps.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <div className="saveacts"><button type="submit" className="btn primary" disabled={steps.busy || (counts && fen === null)}>{yes}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

/** The steps that are open to the officer now; each opens its form in place. */
export function SavingActions({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  const [open, setOpen] = useState<Verb | null>(null);
  const may = VERBS.filter((v) => s.may.includes(v));
  if (may.length === 0) return s.state === 'entered' || s.state === 'withFinance' ? <p className="note">{w.nothingOpen}</p> : null;
  if (open && may.includes(open)) return <Form key={`${s.id} ${open}`} saving={s} verb={open} close={() => setOpen(null)} />;
  return <div className="saveacts noprint">{may.map((v) => <button key={v} type="button" className={v === 'verify' || v === 'confirm' ? 'btn primary' : 'btn'} onClick={() => setOpen(v)}>{w[v]}</button>)}</div>;
}
