import { Modal, Select } from 'antd';
import { useState } from 'react';
import { errorAt, Field, type Output, type RefusedByServer, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day, namedList } from '../../../../../web/kit/desk.ts';
import { contests, desk } from '../../elections.contract.ts';
import '../elections.css';
import { words } from '../desk.words.ts';

type Seen = Output<typeof desk.one>;
type To = { readonly kind: 'announce' } | { readonly kind: 'chair' } | { readonly kind: 'again'; readonly contestId: string };
type When = { heldOn: string; opensAt: string; closesOn: string; closesAt: string; place: string; level: 'detached' | 'blind'; tellers: string };
const CHANGED = [desk.one, desk.register] as const;
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

function Times({ value: v, write, online, refusal }: { value: When; write: (w: When) => void; online: boolean; refusal: RefusedByServer | null }) {
  const w = useWords(words);
  const wrong = (path: string) => (errorAt(refusal, path) ? <p className="elecerror" role="alert">{errorAt(refusal, path)}</p> : null);
  return (
    <>
      <div><span className="eleclabel">{w.heldOn}</span><Day label={w.heldOn} value={v.heldOn} onChange={(d) => write({ ...v, heldOn: d ?? v.heldOn, closesOn: d && d > v.closesOn ? d : v.closesOn })} />{wrong('heldOn')}</div>
      {online ? (
        <>
          <div><span className="eleclabel">{w.opensAt}</span><Clock label={w.opensAt} value={v.opensAt} onChange={(d) => write({ ...v, opensAt: d ?? v.opensAt })} /></div>
          <div><span className="eleclabel">{w.closesOn}</span><Day label={w.closesOn} value={v.closesOn} onChange={(d) => write({ ...v, closesOn: d ?? v.closesOn })} />{wrong('closesOn')}</div>
          <div><span className="eleclabel">{w.closesAt}</span><Clock label={w.closesAt} value={v.closesAt} onChange={(d) => write({ ...v, closesAt: d ?? v.closesAt })} /></div>
          <div><span className="eleclabel">{w.level}</span><Select {...namedList(w.level)} style={{ width: '100%' }} value={v.level} onChange={(level) => write({ ...v, level })} options={(['blind', 'detached'] as const).map((l) => ({ value: l, label: w[`level_${l}`] }))} /></div>
        </>
      ) : null}
      <Field label={w.place} maxLength={100} value={v.place} onChange={(x) => write({ ...v, place: x.target.value })} />
      <Field label={w.tellers} maxLength={200} value={v.tellers} onChange={(x) => write({ ...v, tellers: x.target.value })} />
    </>
  );
}

function People({ label, of, value, change, error }: { label: string; of: Seen; value: readonly string[]; change: (ids: string[]) => void; error: string | undefined }) {
  const committee = of.elected.filter((s) => s.post === 'committee' && s.personId !== null);
  return <div className="wide"><span className="eleclabel">{label}</span><Select {...namedList(label)} mode="multiple" style={{ width: '100%' }} value={[...value]} onChange={change} options={committee.map((s) => ({ value: s.personId ?? '', label: s.name }))} />{error ? <p className="elecerror" role="alert">{error}</p> : null}</div>;
}

/** When, where and how a vote is held: the first, the one for the chair, another round. */
export function VoteForm({ of: e, to, close }: { of: Seen; to: To; close: () => void }) {
  const w = useWords(words);
  const [when, setWhen] = useState<When>(() => { const held = e.plannedOn > today() && to.kind === 'announce' ? e.plannedOn : today(); return { heldOn: held, opensAt: '09:00', closesOn: held, closesAt: '18:00', place: e.contests.at(-1)?.place ?? '', level: 'blind', tellers: e.contests.at(-1)?.tellers ?? '' }; });
  const [chair, setChair] = useState<string[]>([]);
  const [vice, setVice] = useState<string[]>([]);
  const announce = useAct(desk.announceVote, { done: w.announced, refreshes: CHANGED, after: close });
  const lead = useAct(desk.chairVote, { done: w.chairCalled, refreshes: CHANGED, after: close });
  const again = useAct(contests.again, { done: w.announced, refreshes: CHANGED, after: close });
  const method = to.kind === 'chair' ? 'hall' : e.method;
  const busy = announce.busy || lead.busy || again.busy;
  const title = to.kind === 'announce' ? w.announceVote : to.kind === 'chair' ? w.chairVote : w.again;
  const send = (): void => {
    if (to.kind === 'announce') announce.act({ id: e.id, ...when });
    else if (to.kind === 'chair') lead.act({ id: e.id, ...when, method: 'hall', chair, viceChair: vice });
    else again.act({ id: to.contestId, ...when });
  };
  return (
    <Modal open title={title} onCancel={close} okText={title} onOk={send} confirmLoading={busy} width={640}>
      <div className="elecform">
        {to.kind === 'chair' ? <People label={w.chairCandidates} of={e} value={chair} change={setChair} error={errorAt(lead.refusal, 'chair')} /> : null}
        {to.kind === 'chair' && e.viceSeats > 0 ? <People label={w.viceCandidates} of={e} value={vice} change={setVice} error={errorAt(lead.refusal, 'viceChair')} /> : null}
        <Times value={when} write={setWhen} online={method !== 'hall'} refusal={announce.refusal ?? again.refusal ?? lead.refusal} />
      </div>
    </Modal>
  );
}
