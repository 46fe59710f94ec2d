import { useState } from 'react';
import { ask, Attach, type Attached, attachments, Card, errorAt, Field, FieldText, type Output, refresh, useAct, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api as looking } from '../../looking.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { LEAST, MOST } from '../../writing.rules.ts';
import { words as writing } from '../writing-ui.words.ts';
import { words } from '../own-ui.words.ts';
import { Pick, useKinds } from './Pick.tsx';

export type Seen = Output<typeof api.one>;
type Shown = { readonly suggestion: Seen };

/** The officer's words of the last of these steps. */
const lastWords = (s: Seen, steps: readonly string[]): string => s.events.findLast((e) => steps.includes(e.step))?.text ?? '';

function Buttons({ busy, close, send, label }: { busy: boolean; close: () => void; send: () => void; label: string }) {
  const w = useWords(words);
  return <div className="sugacts"><button type="button" className="btn" onClick={close}>{w.cancel}</button><button type="button" className="btn primary" disabled={busy} onClick={send}>{label}</button></div>;
}

/** Completes what was given back: everything can be changed but its authors. */
function Complete({ suggestion: s, close }: Shown & { close: () => void }) {
  const w = useWords(words);
  const ww = useWords(writing);
  const kinds = useKinds();
  const draft = useDraft(`suggestion.again.${s.id}`, { title: s.title, problem: s.problem, remedy: s.remedy, effect: s.effect, place: s.place, category: s.category, text: '', files: [] as readonly Attached[] });
  const [told, setTold] = useState(false);
  const { act, busy, refusal } = useAct(api.complete, { done: w.completeDone, refreshes: [api.one, api.mine, looking.likenesses], after: () => { draft.drop(); close(); } });
  const { value: d, write } = draft;
  const short = (f: 'title' | 'problem' | 'remedy'): string | undefined => (told && d[f].trim().length < LEAST[f] ? ww.short({ n: LEAST[f] }) : errorAt(refusal, f));
  const send = (): void => {
    setTold(true);
    if ((['title', 'problem', 'remedy'] as const).every((f) => d[f].trim().length >= LEAST[f])) act({ id: s.id, version: s.version, ...d, files: d.files.map((f) => f.id) });
  };
  return (
    <Card title={w.completeTitle}>
      <div className="fields">
        <Field label={ww.matter} maxLength={MOST.title} value={d.title} error={short('title')} onChange={(e) => write({ title: e.target.value })} />
        <FieldText label={ww.problem} rows={4} maxLength={MOST.problem} value={d.problem} error={short('problem')} onChange={(e) => write({ problem: e.target.value })} />
        <FieldText label={ww.remedy} rows={4} maxLength={MOST.remedy} value={d.remedy} error={short('remedy')} onChange={(e) => write({ remedy: e.target.value })} />
        <FieldText label={ww.effect} rows={2} maxLength={MOST.effect} value={d.effect} onChange={(e) => write({ effect: e.target.value })} />
        <Field label={ww.place} maxLength={MOST.place} value={d.place} onChange={(e) => write({ place: e.target.value })} />
        <Pick label={ww.kind} options={kinds} value={d.category} onChange={(category) => write({ category })} />
        <div className="field"><span className="note">{w.morePhotos}</span><Attach to={attachments.upload} input={(name) => ({ name })} value={d.files} onChange={(files) => write({ files })} /></div>
        <FieldText label={w.completeNote} rows={2} maxLength={1000} value={d.text} onChange={(e) => write({ text: e.target.value })} />
        <Buttons busy={busy} close={close} send={send} label={w.complete} />
      </div>
    </Card>
  );
}

/** Says something more, or appeals: a text and, if wanted, photos. */
function Say({ suggestion: s, verb, close }: Shown & { verb: 'say' | 'appeal'; close: () => void }) {
  const w = useWords(words);
  const draft = useDraft(`suggestion.${s.id}.${verb}`, { text: '', files: [] as readonly Attached[] });
  const told = verb === 'say' ? { title: w.say, label: w.sayText, done: w.sayDone } : { title: w.appealTitle, label: w.appealText, done: w.appealDone };
  const { act, busy, refusal } = useAct(verb === 'say' ? api.say : api.appeal, { done: told.done, refreshes: [api.one, api.mine], after: () => { draft.drop(); close(); } });
  const { text, files } = draft.value;
  return (
    <Card title={told.title}>
      <div className="fields">
        <FieldText label={told.label} hint={verb === 'appeal' ? w.appealHint : undefined} rows={4} maxLength={3000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
        <Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={(all) => draft.write({ files: all })} />
        <Buttons busy={busy || text.trim().length < 2} close={close} send={() => act({ id: s.id, version: s.version, text, files: files.map((f) => f.id) })} label={w.send} />
      </div>
    </Card>
  );
}

/** What the author is asked, and what he can do now. */
export function AuthorSteps({ suggestion: s, after }: Shown & { after: React.ReactNode }) {
  const w = useWords(words);
  const [doing, setDoing] = useState<'complete' | 'say' | 'appeal' | null>(null);
  const { act: withdraw, busy } = useAct(api.withdraw, { done: w.withdrawDone, refreshes: [api.one, api.mine], after: () => void refresh(api.one) });
  const may = (verb: string): boolean => s.may.includes(verb);
  const leave = async (): Promise<void> => {
    if (await ask({ title: w.withdrawAsk, text: w.withdrawHint, yes: w.withdraw, danger: true })) withdraw({ id: s.id, version: s.version, text: '' });
  };
  const close = (): void => setDoing(null);
  return (
    <>
      {may('complete') && doing !== 'complete' ? <Card className="sugasked" title={w.returnedAsk}><blockquote className="sugquote">{lastWords(s, ['giveBack'])}</blockquote><button type="button" className="btn primary wide" onClick={() => setDoing('complete')}>{w.completeTitle}</button></Card> : null}
      {s.state === 'rejected' ? <Card className="sugasked" title={w.rejectedWhy}><blockquote className="sugquote">{lastWords(s, ['rejectUnit', 'reject', 'uphold'])}</blockquote>{may('appeal') && doing === null ? <button type="button" className="btn wide" onClick={() => setDoing('appeal')}>{w.appeal}</button> : null}</Card> : null}
      {doing === 'complete' ? <Complete suggestion={s} close={close} /> : doing ? <Say key={doing} suggestion={s} verb={doing} close={close} /> : null}
      {after}
      {doing ? null : (
        <div className="sugends">
          {may('say') ? <button type="button" className="btn" onClick={() => setDoing('say')}>{w.say}</button> : null}
          {may('withdraw') ? <button type="button" className="btn plain" disabled={busy} onClick={() => void leave()}>{w.withdraw}</button> : null}
        </div>
      )}
    </>
  );
}
