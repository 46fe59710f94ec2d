import { errorAt, Field, Icon, type RefusedByServer, showMoney, Toggle, useWords } from '../../../../../web/kit/index.ts';
import { ASKS } from '../../activities.rules.ts';
import { words } from '../activities-ui.words.ts';
import { Chips } from '../../../offers/ui/both/Choose.tsx';
import { type Asked, type Draft, plannedFen } from './write-draft.ts';

type Write = { readonly d: Draft; readonly write: (change: Partial<Draft>) => void };
const MOST_QUESTIONS = 10;
const MOST_ITEMS = 20;
const replaced = <T,>(list: readonly T[], at: number, change: Partial<T>): T[] => list.map((one, i) => (i === at ? { ...one, ...change } : one));
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at);

/** Up to ten questions of the sign-up. */
export function QuestionFields({ d, write, refusal }: Write & { refusal: RefusedByServer | null }) {
  const w = useWords(words);
  const set = (at: number, change: Partial<Asked>): void => write({ questions: replaced(d.questions, at, change) });
  return (
    <div className="fields">
      {d.questions.map((q, i) => (
        <section key={`question ${String(i)}`} className="actbox" aria-label={w.questionN({ n: i + 1 })}>
          <div className="acthead"><b>{w.questionN({ n: i + 1 })}</b><button type="button" className="btn plain" onClick={() => write({ questions: without(d.questions, i) })}>{w.removeOne}</button></div>
          <Field label={w.questionN({ n: i + 1 })} maxLength={80} value={q.label} error={errorAt(refusal, `questions.${i}.label`)} onChange={(e) => set(i, { label: e.target.value })} />
          <Chips label={w.askKind} options={ASKS.map((x) => [x, w[`ask_${x}`]] as const)} value={q.ask} onChange={(ask) => set(i, { ask })} />
          {q.ask === 'choice' ? <Field label={w.options} maxLength={300} value={q.options} error={errorAt(refusal, `questions.${i}.options`)} onChange={(e) => set(i, { options: e.target.value })} /> : null}
          <Toggle label={w.required} checked={q.required} onChange={(required) => set(i, { required })} />
        </section>
      ))}
      {d.questions.length < MOST_QUESTIONS ? <button type="button" className="btn wide" onClick={() => write({ questions: [...d.questions, { ask: 'text', label: '', options: '', required: false }] })}><Icon name="add" size={18} />{w.addQuestion}</button> : null}
    </div>
  );
}

/** What it should cost, item by item, with the sum and what it is for each. */
export function PlanFields({ d, write }: Write) {
  const w = useWords(words);
  const sum = plannedFen(d);
  const people = Number(d.places) || 0;
  return (
    <div className="fields">
      {d.plan.map((x, i) => (
        <section key={`item ${String(i)}`} className="actbox" aria-label={`${w.item} ${String(i + 1)}`}>
          <div className="actpair"><Field label={w.item} maxLength={40} value={x.item} onChange={(e) => write({ plan: replaced(d.plan, i, { item: e.target.value }) })} /><Field label={w.amount} inputMode="decimal" maxLength={10} value={x.yuan} onChange={(e) => write({ plan: replaced(d.plan, i, { yuan: e.target.value }) })} /></div>
          <button type="button" className="btn plain" onClick={() => write({ plan: without(d.plan, i) })}>{w.removeOne}</button>
        </section>
      ))}
      {d.plan.length < MOST_ITEMS ? <button type="button" className="btn wide" onClick={() => write({ plan: [...d.plan, { item: '', yuan: '' }] })}><Icon name="add" size={18} />{w.addItem}</button> : null}
      {sum > 0 && people > 0 ? <p className="note num">{w.planSum({ amount: showMoney(sum), each: showMoney(Math.round(sum / people)) })}</p> : null}
    </div>
  );
}
