import { InputNumber } from 'antd';
import { useId, useState } from 'react';
import { errorAt, FieldText, type Input, type Output, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { merging } from '../../merging.contract.ts';
import { reviews } from '../../review.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { words } from '../review-ui.words.ts';
import { askAgain } from './use-verbs.tsx';

type Alike = Output<typeof merging.alike>['items'][number];
const WAYS = ['supporters', 'alike', 'share'] as const;

/** Merges a suggestion into the one that was first, with what its authors get. */
export function MergeForm({ suggestion: s, earlier, close }: { suggestion: Output<typeof api.one>; earlier: Alike; close: () => void }) {
  const w = useWords(words);
  const name = useId();
  const [way, setWay] = useState<(typeof WAYS)[number]>('supporters');
  const [percent, setPercent] = useState(50);
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(merging.merge, { refreshes: [api.one, api.register, merging.alike, reviews.opinions], after: () => { tell(w.merged); close(); void askAgain(); } });
  const sharing: Input<typeof merging.merge>['sharing'] = way === 'share' ? { way, percent } : { way };
  return (
    <form className="fields" aria-label={w.mergeTitle({ title: earlier.title })} onSubmit={(e) => { e.preventDefault(); act({ id: s.id, version: s.version, earlierId: earlier.id, sharing, text }); }}>
      <p className="note">{w.mergeHint}</p>
      <fieldset className="picks">
        <legend>{w.way}</legend>
        {WAYS.map((x) => <label key={x} className="pick"><input type="radio" name={name} checked={way === x} onChange={() => setWay(x)} />{w[`way_${x}`]}</label>)}
        {way === 'share' ? <InputNumber aria-label={w.percent} min={1} max={99} value={percent} onChange={(n) => setPercent(n ?? 50)} suffix="%" /> : null}
      </fieldset>
      {errorAt(refusal, 'sharing') ? <p className="fielderror">{errorAt(refusal, 'sharing')}</p> : null}
      <FieldText label={w.mergeWhy} rows={2} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} />
      <div className="sugacts"><button type="submit" className="btn primary" disabled={busy}>{w.merge}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}
