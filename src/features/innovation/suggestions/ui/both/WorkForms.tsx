import { useState } from 'react';
import { readYuan } from '#shared/money';
import { Attach, type Attached, attachments, errorAt, Field, FieldText, showMoney, Toggle, useAct, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { reckon } from '../../benefit.rules.ts';
import { workApi } from '../../work.contract.ts';
import { words } from '../work-ui.words.ts';
import type { Shown } from './WorkShown.tsx';

type Form = Shown & { readonly close: () => void };
const REFRESHES = [workApi.work, workApi.benefit];

/** What was typed as yuan, in fen; null when it is none. */
export function fenOf(text: string): number | null {
  const read = readYuan(text);
  return read.ok ? Number(read.fen) : null;
}

/** The two buttons below a form. */
export function Foot({ busy, yes, close, off = false }: { busy: boolean; yes: string; close: () => void; off?: boolean }) {
  const w = useWords(words);
  return <div className="workacts"><button type="submit" className="btn primary" disabled={busy || off}>{yes}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>;
}

/** How far the work is, with pictures. */
export function ProgressForm({ suggestion: s, again, close }: Form) {
  const w = useWords(words);
  const draft = useDraft<{ text: string }>(`suggestion.progress.${s.id}`, { text: '' });
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, refusal } = useAct(workApi.progress, { done: w.done_progress, refreshes: REFRESHES, after: () => { draft.drop(); close(); again(); } });
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: s.id, text: draft.value.text, files: files.map((f) => f.id) }); }}>
      <FieldText label={w.text_progress} rows={3} maxLength={3000} autoFocus value={draft.value.text} error={errorAt(refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
      <Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} />
      <Foot busy={busy} yes={w.send} close={close} off={draft.value.text.trim().length < 2} />
    </form>
  );
}

/** The work is done: what was done, pictures from before and after. */
export function ReportForm({ suggestion: s, again, close }: Form) {
  const w = useWords(words);
  const draft = useDraft<{ text: string }>(`suggestion.report.${s.id}`, { text: '' });
  const [before, setBefore] = useState<readonly Attached[]>([]);
  const [after, setAfter] = useState<readonly Attached[]>([]);
  const { act, busy, refusal } = useAct(workApi.report, { done: w.done_report, refreshes: REFRESHES, after: () => { draft.drop(); close(); again(); } });
  const shot = (shows: 'before' | 'after') => (f: Attached) => ({ fileId: f.id, shows });
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: s.id, text: draft.value.text, evidence: [...before.map(shot('before')), ...after.map(shot('after'))] }); }}>
      <FieldText label={w.text_report} rows={4} maxLength={3000} autoFocus value={draft.value.text} error={errorAt(refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
      <div><p>{w.before}</p><Attach to={attachments.upload} input={(name) => ({ name })} value={before} onChange={setBefore} most={4} /></div>
      <div><p>{w.after}</p><Attach to={attachments.upload} input={(name) => ({ name })} value={after} onChange={setAfter} most={4} /></div>
      <Foot busy={busy} yes={w.report} close={close} off={draft.value.text.trim().length < 2} />
    </form>
  );
}

type Typed = { amount: string; basis: string; what: string; unit: string; before: string; after: string; price: string; times: string; counted: boolean };
const EMPTY: Typed = { amount: '', basis: '', what: '', unit: '', before: '', after: '', price: '', times: '', counted: false };

function reckoningOf(t: Typed) {
  const [before, after, times] = [t.before, t.after, t.times].map((x) => (x.trim() === '' ? Number.NaN : Number(x))) as [number, number, number];
  const priceFen = fenOf(t.price);
  const whole = [before, after, times].every((n) => Number.isFinite(n) && n >= 0) && priceFen !== null && t.what.trim() !== '';
  return whole ? { what: t.what.trim(), unit: t.unit.trim(), before, after, priceFen, times } : null;
}

function Quantity({ typed, write }: { typed: Typed; write: (change: Partial<Typed>) => void }) {
  const w = useWords(words);
  const field = (name: 'before' | 'after' | 'price' | 'times', label: string) => <Field label={label} inputMode="decimal" value={typed[name]} onChange={(e) => write({ [name]: e.target.value })} />;
  return (
    <>
      <div className="workpair"><Field label={w.what} maxLength={60} value={typed.what} onChange={(e) => write({ what: e.target.value })} /><Field label={w.unit} maxLength={10} value={typed.unit} onChange={(e) => write({ unit: e.target.value })} /></div>
      <div className="workpair">{field('before', w.quantityBefore)}{field('after', w.quantityAfter)}</div>
      <div className="workpair">{field('price', w.price)}{field('times', w.times)}</div>
    </>
  );
}

/** Claims what it brings: reckoned by quantity, or told in words. */
export function ClaimForm({ suggestion: s, again, close }: Form) {
  const w = useWords(words);
  const draft = useDraft<Typed>(`suggestion.claim.${s.id}`, EMPTY);
  const { act, busy, refusal } = useAct(workApi.claim, { done: w.done_claim, refreshes: [...REFRESHES, workApi.benefits], after: () => { draft.drop(); close(); again(); } });
  const typed = draft.value;
  const reckoning = typed.counted ? reckoningOf(typed) : null;
  const fen = typed.counted ? (reckoning === null ? null : reckon(reckoning)) : fenOf(typed.amount);
  const good = fen !== null && fen > 0;
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); if (good) act({ id: s.id, claimedFen: fen, basis: typed.basis, reckoning }); }}>
      <Toggle label={w.byQuantity} checked={typed.counted} onChange={(counted) => draft.write({ counted })} />
      {typed.counted ? <><Quantity typed={typed} write={draft.write} /><p className={`worksum num ${good ? '' : 'none'}`}><small>{w.comes}</small>{good ? showMoney(fen) : '—'}</p></>
        : <Field label={w.amount} inputMode="decimal" value={typed.amount} error={typed.amount !== '' && !good ? w.amountWrong : errorAt(refusal, 'claimedFen')} onChange={(e) => draft.write({ amount: e.target.value })} />}
      <FieldText label={w.basis} hint={w.basisHint} rows={3} maxLength={3000} value={typed.basis} error={errorAt(refusal, 'basis')} onChange={(e) => draft.write({ basis: e.target.value })} />
      <Foot busy={busy} yes={w.claim} close={close} off={!good || typed.basis.trim().length < 2} />
    </form>
  );
}
