import { Select } from 'antd';
import { useState } from 'react';
import { Card, errorAt, Field, FieldText, Loaded, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { words as workWords } from '../../work.words.ts';
import { DOCUMENT_KINDS, workApi } from '../../work.contract.ts';
import { Foot, ProgressForm, ReportForm } from '../both/WorkForms.tsx';
import { type Shown, WorkFacts } from '../both/WorkShown.tsx';
import { words } from '../work-ui.words.ts';

const VERBS = ['plan', 'progress', 'report', 'accept', 'redo', 'standardise', 'abandon'] as const;
type Verb = (typeof VERBS)[number];
type Form = Shown & { readonly close: () => void };
const MAIN: readonly Verb[] = ['accept', 'standardise'];
const REFRESHES = [workApi.work, workApi.benefit, workApi.standards];

function PlanForm({ suggestion: s, again, close }: Form) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [typed, setTyped] = useState<{ ownerId: string | null; plannedFrom: string | null; plannedTo: string | null; plan: string }>({ ownerId: s.owner?.id ?? null, plannedFrom: s.plannedFrom, plannedTo: s.plannedTo, plan: s.plan });
  const people = useCall(workApi.owners, { id: s.id, text }, { keepWhileChanging: true });
  const { act, busy, refusal } = useAct(workApi.plan, { done: w.done_plan, refreshes: REFRESHES, after: () => { close(); again(); } });
  const { ownerId, plannedFrom, plannedTo, plan } = typed;
  const known = people.data?.items ?? [];
  const options = [...(s.owner && !known.some((p) => p.id === s.owner?.id) && text === '' ? [{ value: s.owner.id, label: s.owner.name }] : []), ...known.map((p) => ({ value: p.id, label: `${p.name} · ${p.unit}${p.author ? ` · ${w.author}` : ''}` }))];
  const whole = ownerId !== null && plannedFrom !== null && plannedTo !== null && plan.trim().length >= 2;
  const wrong = (path: string) => { const said = errorAt(refusal, path); return said ? <p className="fielderror">{said}</p> : null; };
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); if (whole) act({ id: s.id, ownerId, plannedFrom, plannedTo, plan }); }}>
      <div className="field"><label htmlFor="workowner">{w.ownerPick}</label>
        <Select id="workowner" showSearch={{ filterOption: false, onSearch: setText }} placeholder={w.ownerHint} value={ownerId} options={options} onChange={(id: string) => setTyped({ ...typed, ownerId: id })} />{wrong('ownerId')}</div>
      <div className="workpair">
        <div className="field"><label htmlFor="workfrom">{w.from}</label><Day id="workfrom" value={plannedFrom} onChange={(day) => setTyped({ ...typed, plannedFrom: day })} />{wrong('plannedFrom')}</div>
        <div className="field"><label htmlFor="workto">{w.to}</label><Day id="workto" value={plannedTo} onChange={(day) => setTyped({ ...typed, plannedTo: day })} />{wrong('plannedTo')}</div>
      </div>
      <FieldText label={w.planText} hint={w.planHint} rows={3} maxLength={3000} value={plan} error={errorAt(refusal, 'plan')} onChange={(e) => setTyped({ ...typed, plan: e.target.value })} />
      <Foot busy={busy} yes={w.plan} close={close} off={!whole} />
    </form>
  );
}

function TextForm({ suggestion: s, again, close, verb }: Form & { verb: 'accept' | 'redo' | 'abandon' }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(workApi[verb], { done: w[`done_${verb}`], refreshes: REFRESHES, after: () => { close(); again(); } });
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: s.id, text }); }}>
      <FieldText label={w[`text_${verb}`]} rows={3} maxLength={3000} autoFocus value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <Foot busy={busy} yes={w[verb]} close={close} off={verb !== 'accept' && text.trim().length < 2} />
    </form>
  );
}

function StandardForm({ suggestion: s, again, close }: Form) {
  const w = useWords(words);
  const ww = useWords(workWords);
  const [typed, setTyped] = useState<{ documentNumber: string; documentKind: (typeof DOCUMENT_KINDS)[number]; documentOn: string | null; text: string }>({ documentNumber: '', documentKind: 'processSheet', documentOn: null, text: '' });
  const { act, busy, refusal } = useAct(workApi.standardise, { done: w.done_standardise, refreshes: REFRESHES, after: () => { close(); again(); } });
  const { documentOn } = typed;
  const whole = documentOn !== null && typed.documentNumber.trim().length >= 2;
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); if (documentOn !== null && whole) act({ ...typed, id: s.id, documentOn }); }}>
      <Field label={w.documentNumber} maxLength={60} autoFocus value={typed.documentNumber} error={errorAt(refusal, 'documentNumber')} onChange={(e) => setTyped({ ...typed, documentNumber: e.target.value })} />
      <div className="workpair">
        <div className="field"><label htmlFor="workkind">{w.documentKind}</label><Select id="workkind" value={typed.documentKind} options={DOCUMENT_KINDS.map((k) => ({ value: k, label: ww[`doc_${k}`] }))} onChange={(documentKind) => setTyped({ ...typed, documentKind })} /></div>
        <div className="field"><label htmlFor="workon">{w.documentOn}</label><Day id="workon" value={documentOn} onChange={(day) => setTyped({ ...typed, documentOn: day })} />{errorAt(refusal, 'documentOn') ? <p className="fielderror">{errorAt(refusal, 'documentOn')}</p> : null}</div>
      </div>
      <FieldText label={w.text_standardise} rows={2} maxLength={3000} value={typed.text} onChange={(e) => setTyped({ ...typed, text: e.target.value })} />
      <Foot busy={busy} yes={w.standardise} close={close} off={!whole} />
    </form>
  );
}

function OpenForm({ verb, ...form }: Form & { verb: Verb }) {
  if (verb === 'plan') return <PlanForm {...form} />;
  if (verb === 'progress') return <ProgressForm {...form} />;
  if (verb === 'report') return <ReportForm {...form} />;
  return verb === 'standardise' ? <StandardForm {...form} /> : <TextForm {...form} verb={verb} />;
}

/** How a suggestion is carried out, at the desk: plan, reports, acceptance, standard. Nothing before it is to be carried out. */
export function Work({ suggestion: s, again }: Shown) {
  const w = useWords(words);
  const [open, setOpen] = useState<Verb | null>(null);
  const work = useCall(workApi.work, { id: s.id }, { when: s.startedOn !== null });
  if (s.startedOn === null) return null;
  const name = (v: Verb): string => (v === 'plan' && s.owner ? w.replan : w[v]);
  return (
    <Card title={w.work} className="workcard">
      <Loaded from={work}>
        {(of) => (
          <div className="workcard">
            <WorkFacts suggestion={s} work={of} />
            {open !== null && of.may.includes(open) ? <OpenForm verb={open} suggestion={s} again={again} close={() => setOpen(null)} />
              : <div className="workacts noprint">{VERBS.filter((v) => of.may.includes(v)).map((v) => <button key={v} type="button" className={MAIN.includes(v) || (v === 'plan' && !s.owner) ? 'btn primary' : 'btn'} onClick={() => setOpen(v)}>{name(v)}</button>)}</div>}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
