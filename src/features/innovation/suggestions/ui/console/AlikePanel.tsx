import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, FieldText, Loaded, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { merging } from '../../merging.contract.ts';
import type { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../review-ui.words.ts';
import { MergeForm } from './MergeForm.tsx';
import { TwoSides } from './TwoSides.tsx';

type Suggestion = Output<typeof api.one>;
type Found = Output<typeof merging.alike>;
type Alike = Found['items'][number];

const KIND = { found: 'warn', contested: 'late', cleared: 'quiet', merged: 'ok', searched: 'info' } as const;

function ClearForm({ id, otherId, close }: { id: string; otherId: string; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy } = useAct(merging.clear, { refreshes: [merging.alike], done: w.cleared, after: close });
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id, otherId, text }); }}>
      <FieldText label={w.clearWhy} rows={2} maxLength={1000} autoFocus value={text} onChange={(e) => setText(e.target.value)} />
      <div className="sugacts"><button type="submit" className="btn primary" disabled={busy}>{w.clear}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

function AlikeLine({ suggestion: s, own, other: o, judges }: { suggestion: Suggestion; own: string; other: Alike; judges: boolean }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const [open, show] = useState<'compare' | 'merge' | 'clear' | null>(null);
  return (
    <article className="alikeone" aria-label={o.title}>
      <div className="chiprow"><Chip kind={KIND[o.state]}>{w[`state_${o.state}`]}</Chip>{o.score > 0 ? <Chip>{w.likeness({ n: Math.round(o.score * 100) })}</Chip> : null}{o.shown ? <Chip>{o.first ? w.first : w.later}</Chip> : null}</div>
      {o.shown ? <p><Link to={`/suggestions/${o.id}`}><b>{o.title}</b></Link><br /><span className="note">{[`${sw.prefix} ${o.number}`, o.authors, o.unit, o.submittedOn, o.stateWord].filter(Boolean).join(' · ')}</span></p> : <p className="note">{o.title}</p>}
      {o.said ? <p><span className="note">{w.said}：</span>{o.said}</p> : null}
      {o.settledText ? <p><span className="note">{w.officerSaid}：</span>{o.settledText}</p> : null}
      {o.contradicts.map((c) => <p key={`${c.own}/${c.other}`} className="note">{w.contradicts(c)}</p>)}
      {open !== null && open !== 'clear' ? <TwoSides own={own} other={o.content} passages={o.passages} /> : null}
      {open === 'merge' ? <MergeForm suggestion={s} earlier={o} close={() => show(null)} /> : null}
      {open === 'clear' ? <ClearForm id={s.id} otherId={o.id} close={() => show(null)} /> : null}
      {o.whyNot && o.first && o.state !== 'cleared' ? <p className="note">{o.whyNot}</p> : null}
      {o.shown && (open === null || open === 'compare') ? (
        <div className="sugacts">
          <button type="button" className="btn" onClick={() => show(open === null ? 'compare' : null)}>{open === null ? w.compare : w.hideCompare}</button>
          {judges && o.mayMerge ? <button type="button" className="btn" onClick={() => show('merge')}>{w.merge}</button> : null}
          {judges && o.state !== 'cleared' && o.state !== 'merged' ? <button type="button" className="btn" onClick={() => show('clear')}>{w.clear}</button> : null}
        </div>
      ) : null}
    </article>
  );
}

function Hint({ hint }: { hint: Found['hint'] }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  if (hint.of === 0 || hint.category === null) return null;
  return <p className="note">{w.hint({ n: hint.of, category: sw[`category_${hint.category}`], grade: hint.grade === null ? '' : w[`grade_${hint.grade as 1}`] })}</p>;
}

/** Suggestions like this one with the shared passages beside each other; what was merged into it; what its likes were judged to be. */
export function AlikePanel({ suggestion: s }: { suggestion: Suggestion }) {
  const w = useWords(words);
  const [anew, search] = useState(false);
  const found = useCall(merging.alike, anew ? { id: s.id, anew: 'true' } : { id: s.id }, { keepWhileChanging: true });
  const judges = s.may.some((v) => ['adoptUnit', 'merge', 'adoptForImplementation', 'giveBack'].includes(v));
  return (
    <Card title={w.alike}>
      <Loaded from={found} lines={3}>
        {(f) => (
          <div className="alikes">
            <Hint hint={f.hint} />
            {f.mergedHere.length > 0 ? <p><span className="note">{w.mergedHere}：</span>{f.mergedHere.map((m) => <span key={m.id}><Link to={`/suggestions/${m.id}`}>{m.title}</Link> <span className="note">{m.share > 0 ? w.shareOf({ n: m.share }) : w.supporters}</span> </span>)}</p> : null}
            {f.items.length === 0 ? <p className="note">{w.alikeNone}</p> : f.items.map((o) => <AlikeLine key={o.id} suggestion={s} own={f.content} other={o} judges={judges} />)}
            {anew ? null : <div className="sugacts"><button type="button" className="btn" onClick={() => search(true)}>{w.alikeAnew}</button></div>}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
