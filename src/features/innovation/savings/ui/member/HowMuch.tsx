import { errorAt, Field, FieldText, type RefusedByServer, showMoney, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../saving-ui.words.ts';
import { amountNow, type Draft } from './entry-draft.ts';

/** The amount as it is typed. */
function Comes({ d, today }: { d: Draft; today: string }) {
  const w = useWords(words);
  const now = amountNow(d, today);
  if (now === null) return <p className="savecomes none" role="status">{d.by === 'amount' && d.amount !== '' ? w.wrongAmount : w.comesToNone}</p>;
  return <p className="savecomes num" role="status">{now.months > 1 ? w.comesToMonths({ each: showMoney(now.each), n: now.months, amount: showMoney(now.total) }) : w.comesTo({ amount: showMoney(now.each) })}{d.monthly && now.months === 1 ? <small>{w.perMonth}</small> : null}</p>;
}

/** How much was saved: quantities before and after with a price, or an amount with how it was reckoned. */
export function HowMuch({ d, write, refusal, today }: { d: Draft; today: string; write: (change: Partial<Draft>) => void; refusal: RefusedByServer | null }) {
  const w = useWords(words);
  const decimal = { inputMode: 'decimal' as const, autoComplete: 'off', maxLength: 13 };
  return (
    <div className="fields">
      <div className="segments" role="tablist" aria-label={w.howMuch}>
        {(['quantity', 'amount'] as const).map((by) => <button key={by} type="button" role="tab" aria-selected={d.by === by} onClick={() => write({ by })}>{by === 'quantity' ? w.byQuantity : w.byAmount}</button>)}
      </div>
      {d.by === 'quantity' ? (
        <div className="savepair">
          <Field label={w.before} {...decimal} value={d.before} error={errorAt(refusal, 'before')} onChange={(e) => write({ before: e.target.value })} />
          <Field label={w.after} {...decimal} value={d.after} error={errorAt(refusal, 'after') ?? errorAt(refusal, 'amountFen')} onChange={(e) => write({ after: e.target.value })} />
          <Field label={w.measure} placeholder={w.measureHint} maxLength={12} value={d.measure} onChange={(e) => write({ measure: e.target.value })} />
          <Field label={w.price} {...decimal} value={d.price} error={errorAt(refusal, 'price')} onChange={(e) => write({ price: e.target.value })} />
        </div>
      ) : (
        <>
          <Field label={d.monthly ? w.amountMonth : w.amount} {...decimal} value={d.amount} error={errorAt(refusal, 'amountFen')} onChange={(e) => write({ amount: e.target.value })} />
          <FieldText label={w.reckoned} placeholder={w.reckonedHint} rows={2} maxLength={300} value={d.reckoned} error={errorAt(refusal, 'reckoned')} onChange={(e) => write({ reckoned: e.target.value })} />
        </>
      )}
      <Comes d={d} today={today} />
    </div>
  );
}
