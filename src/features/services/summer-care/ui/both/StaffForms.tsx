import { useEffect, useRef, useState } from 'react';
import { ask, Card, Chip, errorAt, Field, FieldText, type Output, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Choose } from '../../../offers/ui/both/Choose.tsx';
import '../../../activities/ui/activities.css';
import { staff } from '../../staff.contract.ts';
import { type Relation, RELATIONS } from '../../summer-care.rules.ts';
import { words as server } from '../../summer-care.words.ts';
import { words } from '../care-ui.words.ts';

type Of = { readonly id: string; readonly entryId: string; readonly child: string; readonly close: () => void };

/** Brings a form that opened below the list into sight. */
function useShown() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => { place.current?.scrollIntoView({ block: 'center' }); place.current?.querySelector<HTMLElement>('input, textarea')?.focus(); }, []);
  return place;
}

/** Asks to hand a child to somebody who is not listed. */
export function ReleaseForm({ id, entryId, child, close }: Of) {
  const w = useWords(words);
  const sw = useWords(server);
  const place = useShown();
  const [d, write] = useState<{ taker: string; phone: string; relation: Relation; reason: string }>({ taker: '', phone: '', relation: 'relative', reason: '' });
  const { act, busy, refusal } = useAct(staff.askRelease, { done: w.asked, refreshes: [staff.day], after: close });
  return (
    <div ref={place} className="carebox fields noprint">
      <b>{w.release} · {child}</b><p className="note">{w.releaseHint}</p>
      <Field label={w.taker} maxLength={60} value={d.taker} error={errorAt(refusal, 'taker')} onChange={(e) => write({ ...d, taker: e.target.value })} />
      <Field label={w.phone} inputMode="tel" maxLength={20} value={d.phone} error={errorAt(refusal, 'phone')} onChange={(e) => write({ ...d, phone: e.target.value })} />
      <Choose<Relation> label={w.relation} value={d.relation} options={RELATIONS.map((r) => [r, sw[`relation_${r}`]] as const)} onChange={(relation) => write({ ...d, relation })} />
      <FieldText label={w.reason} rows={3} maxLength={1000} value={d.reason} error={errorAt(refusal, 'reason')} onChange={(e) => write({ ...d, reason: e.target.value })} />
      <div className="careacts"><button type="button" className="btn" onClick={close}>{w.close}</button><button type="button" className="btn primary" disabled={busy || !d.taker.trim() || !d.phone.trim() || d.reason.trim().length < 2} onClick={() => act({ id, entryId, ...d })}>{w.ask}</button></div>
    </div>
  );
}

/** Notes what happened to a child. */
export function IncidentForm({ id, entryId, child, close }: Of) {
  const w = useWords(words);
  const place = useShown();
  const [text, write] = useState('');
  const { act, busy, refusal } = useAct(staff.incident, { done: w.noted, refreshes: [staff.day], after: close });
  return (
    <div ref={place} className="carebox fields noprint">
      <b>{w.incident} · {child}</b><p className="note">{w.incidentHint}</p>
      <FieldText label={w.incidentText} rows={3} maxLength={1000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => write(e.target.value)} />
      <div className="careacts"><button type="button" className="btn" onClick={close}>{w.close}</button><button type="button" className="btn primary" disabled={busy || text.trim().length < 2} onClick={() => act({ id, entryId, text: text.trim() })}>{w.save}</button></div>
    </div>
  );
}

type Release = Output<typeof staff.day>['releases'][number];

function One({ of: r }: { of: Release }) {
  const w = useWords(words);
  const sw = useWords(server);
  const language = useLocale();
  const { act, busy } = useAct(staff.decideRelease, { done: w.saved, refreshes: [staff.day] });
  const confirm = async (): Promise<void> => { if (await ask({ title: w.confirmAsk({ child: r.child, taker: r.taker }), text: w.confirmText, yes: w.confirm })) act({ id: r.id, confirm: true }); };
  return (
    <div className="carebox">
      <p className="carehead"><b>{r.child} → {r.taker}（{sw[`relation_${r.relation}`]}）</b><Chip kind={r.state === 'asked' ? 'warn' : r.state === 'confirmed' ? 'ok' : 'quiet'}>{w[`release_${r.state}`]}</Chip></p>
      <p>{r.reason}</p>
      <small className="note num">{[w.askedBy({ name: r.by }), showTime(r.at, language), r.second ? w.secondBy({ name: r.second }) : ''].filter(Boolean).join(' · ')}</small>
      {r.may.length > 0 ? <div className="careacts noprint">{r.may.includes('confirm') ? <button type="button" className="btn primary" disabled={busy} onClick={() => void confirm()}>{w.confirm}</button> : null}<button type="button" className="btn" disabled={busy} onClick={() => act({ id: r.id, confirm: false })}>{r.may.includes('confirm') ? w.decline : w.takeBack}</button></div> : null}
    </div>
  );
}

/** Releases of a day: what waits for another member of staff, and what was settled. */
export function Releases({ of }: { of: readonly Release[] }) {
  const w = useWords(words);
  return of.length === 0 ? null : <Card title={w.releases}>{of.map((r) => <One key={r.id} of={r} />)}</Card>;
}
