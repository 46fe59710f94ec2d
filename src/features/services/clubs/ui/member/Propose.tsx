import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, Empty, errorAt, Field, FieldText, Loaded, type Output, PhonePage, type RefusedByServer, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { CATEGORIES } from '../../clubs.rules.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';
import { type Asked, Founders } from './Founders.tsx';

type About = { readonly name: string; readonly category: (typeof CATEGORIES)[number]; readonly purpose: string; readonly charter: string; readonly meets: string; readonly places: string };
type Draft = About & { readonly unionId: string; readonly founders: readonly Asked[] };
const EMPTY: Draft = { name: '', category: 'ball', purpose: '', charter: '', meets: '', places: '', unionId: '', founders: [] };
const inputOf = ({ name, category, purpose, charter, meets, places }: About) => ({ name, category, purpose, charter, meets, places: /^\d+$/.test(places.trim()) ? Number(places) : null });

function AboutFields({ d, write, refusal }: { d: About; write: (change: Partial<About>) => void; refusal: RefusedByServer | null }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  return (
    <div className="fields">
      <Field label={w.name} placeholder={w.nameHint} maxLength={30} value={d.name} error={errorAt(refusal, 'name')} onChange={(e) => write({ name: e.target.value })} />
      <label className="field">{w.category}<select className="clubselect" value={d.category} onChange={(e) => write({ category: e.target.value as About['category'] })}>{CATEGORIES.map((c) => <option key={c} value={c}>{kw[`category_${c}`]}</option>)}</select></label>
      <FieldText label={w.purpose} placeholder={w.purposeHint} rows={2} maxLength={500} value={d.purpose} error={errorAt(refusal, 'purpose')} onChange={(e) => write({ purpose: e.target.value })} />
      <FieldText label={w.charter} placeholder={w.charterHint} rows={6} maxLength={5000} value={d.charter} error={errorAt(refusal, 'charter')} onChange={(e) => write({ charter: e.target.value })} />
      <Field label={w.meets} placeholder={w.meetsHint} maxLength={100} value={d.meets} onChange={(e) => write({ meets: e.target.value })} />
      <Field label={w.limit} inputMode="numeric" maxLength={5} value={d.places} error={errorAt(refusal, 'places')} onChange={(e) => write({ places: e.target.value })} />
    </div>
  );
}

function New({ hosts }: { hosts: Output<typeof api.start>['hosts'] }) {
  const w = useWords(words);
  const go = useNavigate();
  const draft = useDraft<Draft>('club', { ...EMPTY, unionId: hosts[0]?.id ?? '' });
  const d = draft.value;
  const host = hosts.find((h) => h.id === d.unionId) ?? hosts[0];
  const { act, busy, waiting, refusal } = useAct(api.propose, { done: w.proposed, refreshes: [api.list], after: (out) => { draft.drop(); void go(`/clubs/${out.id}`, { replace: true }); } });
  if (host === undefined) return <PhonePage title={w.propose} up="/clubs"><Card><Empty icon="people" title={w.noHost} hint={w.noHostHint} /></Card></PhonePage>;
  return (
    <PhonePage title={w.propose} up="/clubs" foot={<button type="button" className="btn primary" disabled={busy} onClick={() => act({ unionId: host.id, ...inputOf(d), founders: d.founders.map((f) => f.id) })}>{waiting ? w.waiting : w.send}</button>}>
      <Card><label className="field">{w.where}<select className="clubselect" value={host.id} onChange={(e) => draft.write({ unionId: e.target.value, founders: [] })}>{hosts.map((h) => <option key={h.id} value={h.id}>{h.name}</option>)}</select></label></Card>
      <Card><AboutFields d={d} write={draft.write} refusal={refusal} /></Card>
      <Card title={w.founders} aside={w.needed({ n: host.needed })}><Founders unionId={host.id} of={d.founders} error={errorAt(refusal, 'founders')} change={(founders) => draft.write({ founders })} /></Card>
    </PhonePage>
  );
}

function Change({ club: c }: { club: Output<typeof api.club> }) {
  const w = useWords(words);
  const go = useNavigate();
  const [d, set] = useState<About>({ ...c, places: c.capacity === null ? '' : String(c.capacity) });
  const { act, busy, refusal } = useAct(api.save, { done: w.saved, refreshes: [api.club, api.list], after: () => void go(`/clubs/${c.id}`, { replace: true }) });
  return (
    <PhonePage title={c.name} up={`/clubs/${c.id}`} foot={<button type="button" className="btn primary" disabled={busy} onClick={() => act({ id: c.id, ...inputOf(d) })}>{w.save}</button>}>
      <Card><AboutFields d={d} write={(change) => set((before) => ({ ...before, ...change }))} refusal={refusal} /></Card>
    </PhonePage>
  );
}

/** Proposes a club with its founders, or changes what is said about one. */
export default function Propose() {
  const { id = '' } = useParams();
  const start = useCall(api.start, {}, { when: id === '' });
  const club = useCall(api.club, { id }, { when: id !== '' });
  return id === '' ? <Loaded from={start} lines={6}>{(s) => <New hosts={s.hosts} />}</Loaded> : <Loaded from={club} lines={6}>{(c) => <Change club={c} />}</Loaded>;
}
