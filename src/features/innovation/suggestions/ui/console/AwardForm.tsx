import { Select } from 'antd';
import { useState } from 'react';
import { plainYuan } from '#shared/money';
import { errorAt, Field, FieldText, Loaded, type Output, showMoney, Toggle, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { paysOf } from '../../award.rules.ts';
import { workApi } from '../../work.contract.ts';
import { words as workWords } from '../../work.words.ts';
import { fenOf, Foot } from '../both/WorkForms.tsx';
import type { Shown } from '../both/WorkShown.tsx';
import { words } from '../work-ui.words.ts';

type Facts = Output<typeof workApi.award>;
type Form = Shown & { readonly close: () => void };
const plain = (fen: number): string => plainYuan(BigInt(fen));

function Levels({ of, at }: { of: Facts; at: number | null }) {
  const w = useWords(words);
  return (
    <table className="worklevels"><tbody>
      {of.levels.map((l) => <tr key={l.level} className={l.level === at ? 'at' : ''} aria-current={l.level === at ? 'true' : undefined}><th scope="row">{w.level({ n: l.level })}</th><td className="num">{l.fromFen > 0 ? `≥ ${showMoney(l.fromFen)}` : ''}</td><td className="num">{showMoney(l.atLeastFen)} – {showMoney(l.atMostFen)}</td></tr>)}
    </tbody></table>
  );
}

function Decide({ of, suggestion: s, again, close }: Form & { of: Facts }) {
  const w = useWords(words);
  const ww = useWords(workWords);
  const [ground, setGround] = useState(of.grounds[0] ?? 'benefit');
  const [chosen, setChosen] = useState<number | null>(null);
  const [borrowed, setBorrowed] = useState(false);
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const { act, busy, refusal } = useAct(workApi.decideAward, { done: w.done_award, refreshes: [workApi.benefit, workApi.award], after: () => { close(); again(); } });
  const level = ground === 'reserve' ? 5 : ground === 'benefit' ? (borrowed ? of.levelBorrowed : of.level) : chosen === null ? null : Math.min(5, chosen + (borrowed ? 1 : 0));
  const bounds = of.levels.find((l) => l.level === level);
  const fen = fenOf(amount);
  const whole = level !== null && fen !== null && reason.trim().length >= 2;
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); if (fen !== null) act({ id: s.id, ground, level: ground === 'effect' ? chosen : null, borrowed, amountFen: fen, reason }); }}>
      {of.unconfirmed ? <p className="workwarn" role="note">{w.unconfirmed}</p> : null}
      <Levels of={of} at={level} />
      <div className="workpair">
        <div className="field"><label htmlFor="awardground">{w.ground}</label><Select id="awardground" value={ground} options={of.grounds.map((g) => ({ value: g, label: ww[`ground_${g}`] }))} onChange={setGround} /></div>
        {ground === 'effect' ? <div className="field"><label htmlFor="awardlevel">{w.chooseLevel}</label><Select id="awardlevel" value={chosen} options={of.levels.map((l) => ({ value: l.level, label: w.level({ n: l.level }) }))} onChange={setChosen} />{errorAt(refusal, 'level') ? <p className="fielderror">{errorAt(refusal, 'level')}</p> : null}</div> : null}
      </div>
      {ground === 'reserve' ? null : <Toggle label={w.borrowed} checked={borrowed} onChange={setBorrowed} />}
      <Field label={`${w.awardAmount}（${level === null ? '—' : w.comesTo({ n: level })}）`} inputMode="decimal" value={amount} error={errorAt(refusal, 'amountFen')} hint={bounds ? w.within({ from: plain(bounds.atLeastFen), to: plain(bounds.atMostFen) }) : undefined} onChange={(e) => setAmount(e.target.value)} />
      {fen !== null ? <p className="worksum num"><small>{w.pays}</small>{w.difference({ before: plain(of.paidBeforeFen), now: plain(paysOf(fen, of.paidBeforeFen)) })}</p> : null}
      {bounds?.filed ? <p className="note">{w.willFile}</p> : null}
      <FieldText label={w.reason} hint={w.reasonHint} rows={3} maxLength={3000} value={reason} error={errorAt(refusal, 'reason')} onChange={(e) => setReason(e.target.value)} />
      <Foot busy={busy} yes={w.award} close={close} off={!whole} />
    </form>
  );
}

/** The officer decides an award: sees the table and whether anybody confirmed it, the level, and what is paid. */
export function AwardForm(form: Form) {
  const facts = useCall(workApi.award, { id: form.suggestion.id });
  return <Loaded from={facts}>{(of) => <Decide of={of} {...form} />}</Loaded>;
}
