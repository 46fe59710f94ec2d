import { Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { errorAt, Field, FieldText, Toggle, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { END_REASONS, POSTS } from '../../congress.rules.ts';
import { words as congressWords } from '../../congress.words.ts';
import { recalls, roll } from '../../delegates.contract.ts';
import { words } from '../desk-ui.words.ts';
import type { Delegate } from './Roll.tsx';
import type { Term } from './TermPage.tsx';

type Props = { readonly term: Term; readonly of: Delegate; readonly close: () => void };
const CHANGED = [roll.list, api.term, recalls.list] as const;
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

function Frame({ busy, off, verb, close, send, children }: { busy: boolean; off?: boolean; verb: string; close: () => void; send: () => void; children: ReactNode }) {
  const w = useWords(words);
  return <form className="congform" onSubmit={(e) => { e.preventDefault(); send(); }}>{children}<div className="wide congacts"><button type="submit" className="btn primary" disabled={busy || (off ?? false)}>{verb}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div></form>;
}

function Pick<T extends string>({ label, value, options, change, clear }: { label: string; value: T | null; options: readonly (readonly [T, string])[]; change: (v: T | null) => void; clear?: boolean }) {
  return <div><span className="conglabel">{label}</span><Select {...namedList(label)} style={{ width: '100%' }} allowClear={clear ?? false} value={value} onChange={(v: T | undefined) => change(v ?? null)} options={options.map(([v, l]) => ({ value: v as string, label: l }))} showSearch={{ optionFilterProp: 'label' }} /></div>;
}

function Change({ term: t, of: d, close }: Props) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const inherited = t.constituencies.find((c) => c.id === d.constituencyId)?.delegationId ?? null;
  const [post, setPost] = useState(d.post);
  const [dispatched, setDispatched] = useState(d.dispatched);
  const [delegationId, setDelegation] = useState<string | null>(d.delegationId === inherited ? null : d.delegationId);
  const { act, busy } = useAct(roll.change, { done: w.saved, refreshes: CHANGED, after: close });
  return (
    <Frame busy={busy} verb={w.save} close={close} send={() => act({ id: d.id, post, dispatched, delegationId, contact: '' })}>
      <Pick label={w.post} value={post} options={POSTS.map((p) => [p, kw[`post_${p}`]] as const)} change={(p) => setPost(p ?? post)} />
      <Pick label={w.delegation} clear value={delegationId} options={t.delegations.map((g) => [g.id, g.name] as const)} change={setDelegation} />
      <Toggle label={kw.columnDispatched} checked={dispatched} onChange={setDispatched} />
    </Frame>
  );
}

function End({ term: t, of: d, close }: Props) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const reasons = [...END_REASONS, ...(d.class !== 'delegate' || t.stage === 'prepared' ? (['mistake'] as const) : [])] as const;
  const [reason, setReason] = useState<(typeof reasons)[number]>(d.gone ? 'leftFirm' : 'resigned');
  const [note, setNote] = useState('');
  const [on, setOn] = useState(today());
  const { act, busy, refusal } = useAct(roll.end, { done: w.ended, refreshes: CHANGED, after: close });
  return (
    <Frame busy={busy} verb={w.end} close={close} send={() => act({ id: d.id, reason, note, on })}>
      <Pick label={w.endReason} value={reason} options={reasons.map((r) => [r, kw[`end_${r}`]] as const)} change={(r) => setReason(r ?? reason)} />
      <div><span className="conglabel">{w.endOn}</span><Day label={w.endOn} value={on} onChange={(x) => setOn(x ?? on)} />{errorAt(refusal, 'on') ? <p className="congerror" role="alert">{errorAt(refusal, 'on')}</p> : null}</div>
      <Field label={w.note} maxLength={300} value={note} error={errorAt(refusal, 'note') ?? errorAt(refusal, 'reason')} onChange={(e) => setNote(e.target.value)} />
    </Frame>
  );
}

function Move({ term: t, of: d, close }: Props) {
  const w = useWords(words);
  const [to, setTo] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const { act, busy, refusal } = useAct(roll.move, { done: w.moved, refreshes: CHANGED, after: close });
  return (
    <Frame busy={busy} off={to === null || why.trim().length < 2} verb={w.move} close={close} send={() => { if (to) act({ id: d.id, constituencyId: to, why }); }}>
      <Pick label={w.moveTo} value={to} options={t.constituencies.filter((c) => c.id !== d.constituencyId).map((c) => [c.id, c.name] as const)} change={setTo} />
      <Field label={w.note} maxLength={300} value={why} error={errorAt(refusal, 'constituencyId')} onChange={(e) => setWhy(e.target.value)} />
    </Frame>
  );
}

function DropSeat({ of: d, close }: Props) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const { act, busy } = useAct(roll.dropSeat, { done: w.seatDropped, refreshes: CHANGED, after: close });
  return <Frame busy={busy} off={why.trim().length < 2} verb={w.dropSeat} close={close} send={() => act({ id: d.id, why })}><Field label={w.dropSeatWhy} maxLength={300} value={why} onChange={(e) => setWhy(e.target.value)} /></Frame>;
}

function Recall({ of: d, close }: Props) {
  const w = useWords(words);
  const [proposers, setProposers] = useState('');
  const [reason, setReason] = useState('');
  const [on, setOn] = useState(today());
  const { act, busy, refusal } = useAct(recalls.propose, { done: w.recallProposed, refreshes: CHANGED, after: close });
  return (
    <Frame busy={busy} off={!(Number(proposers) > 0) || reason.trim().length < 2} verb={w.recall} close={close} send={() => act({ id: d.id, proposers: Number(proposers), reason, on })}>
      <Field label={w.proposers} inputMode="numeric" maxLength={6} value={proposers} error={errorAt(refusal, 'proposers')} onChange={(e) => setProposers(e.target.value)} />
      <div><span className="conglabel">{w.proposedOn}</span><Day label={w.proposedOn} value={on} onChange={(x) => setOn(x ?? on)} />{errorAt(refusal, 'on') ? <p className="congerror" role="alert">{errorAt(refusal, 'on')}</p> : null}</div>
      <div className="wide"><FieldText label={w.recallReason} rows={2} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} /></div>
    </Frame>
  );
}

const FORMS = { change: Change, end: End, move: Move, dropSeat: DropSeat, recall: Recall } as const;
type Verb = keyof typeof FORMS;

/** The steps that are open for one delegate; each opens its form in place. */
export function DelegateSteps({ term, of: d }: { term: Term; of: Delegate }) {
  const w = useWords(words);
  const [open, setOpen] = useState<Verb | null>(null);
  const restore = useAct(roll.restore, { done: w.restored, refreshes: CHANGED });
  const close = (): void => setOpen(null);
  if (open) { const Form = FORMS[open]; return <Form term={term} of={d} close={close} />; }
  return (
    <div className="congacts">
      {(Object.keys(FORMS) as Verb[]).filter((v) => d.may.includes(v)).map((v) => <button key={v} type="button" className="btn" onClick={() => setOpen(v)}>{w[v]}</button>)}
      {d.may.includes('restore') ? <button type="button" className="btn" disabled={restore.busy} onClick={() => restore.act({ id: d.id })}>{w.restore}</button> : null}
    </div>
  );
}
