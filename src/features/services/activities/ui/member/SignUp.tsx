import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, errorAt, Field, Icon, Loaded, PhonePage, type RefusedByServer, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { offerRoutes as offers } from '../../../offers/ui/both/routes.ts';
import { api } from '../../activities.contract.ts';
import type { Answers, Question } from '../../activities.rules.ts';
import { words as kinds } from '../../activities.words.ts';
import { words } from '../activities-ui.words.ts';
import { Chips, Choose } from '../../../offers/ui/both/Choose.tsx';
import { type Seen, usePrice } from '../both/Look.tsx';

const RELATIONS = ['child', 'spouse', 'parent', 'other'] as const;
type Relation = (typeof RELATIONS)[number];
type One = { readonly name: string; readonly relation: Relation; readonly age: string };

function Family({ list, most, fixed, refusal, onChange }: { list: readonly One[]; most: number; fixed: boolean; refusal: RefusedByServer | null; onChange: (list: readonly One[]) => void }) {
  const w = useWords(words);
  const kw = useWords(kinds);
  const set = (at: number, change: Partial<One>): void => onChange(list.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <div className="fields">
      {list.map((one, i) => (
        <section key={`family ${String(i)}`} className="actbox" aria-label={w.familyN({ n: i + 1 })}>
          <div className="acthead"><b>{w.familyN({ n: i + 1 })}</b>{fixed ? null : <button type="button" className="btn plain" onClick={() => onChange(list.filter((_, at) => at !== i))}>{w.removeOne}</button>}</div>
          <div className="actpair"><Field label={w.name} maxLength={30} value={one.name} error={errorAt(refusal, `family.${i}.name`)} onChange={(e) => set(i, { name: e.target.value })} /><Field label={w.age} hint={w.ageHint} inputMode="numeric" maxLength={3} value={one.age} error={errorAt(refusal, `family.${i}.age`)} onChange={(e) => set(i, { age: e.target.value.replace(/\D/g, '') })} /></div>
          <Chips label={w.relation} options={RELATIONS.map((r) => [r, kw[`relation_${r}`]] as const)} value={one.relation} onChange={(relation) => set(i, { relation })} />
        </section>
      ))}
      {errorAt(refusal, 'family') ? <p className="fielderror">{errorAt(refusal, 'family')}</p> : null}
      {!fixed && list.length < most ? <button type="button" className="btn wide" onClick={() => onChange([...list, { name: '', relation: 'child', age: '' }])}><Icon name="add" size={18} />{w.addFamily}</button> : null}
      <p className="note">{w.sealedHint}</p>
    </div>
  );
}

function Ask({ question: q, value, error, onChange }: { question: Question; value: Answers[number]; error: string | undefined; onChange: (value: Answers[number]) => void }) {
  const w = useWords(words);
  const label = q.required ? q.label : `${q.label}${w.optional}`;
  if (q.ask === 'yesNo') return <div><Chips label={label} options={[['yes', w.yes], ['no', w.no]]} value={value === true ? 'yes' : value === false ? 'no' : undefined} onChange={(x) => onChange(x === 'yes')} />{error ? <p className="fielderror">{error}</p> : null}</div>;
  if (q.ask === 'choice' && q.options.length > 5) return <Choose label={label} value={typeof value === 'string' ? value : ''} options={[['', '—'], ...q.options.map((o) => [o, o] as const)]} error={error} onChange={onChange} />;
  if (q.ask === 'choice') return <div><Chips label={label} options={q.options.map((o) => [o, o] as const)} value={typeof value === 'string' ? value : undefined} onChange={onChange} />{error ? <p className="fielderror">{error}</p> : null}</div>;
  if (q.ask === 'number') return <Field label={label} inputMode="decimal" maxLength={12} value={value === null ? '' : String(value)} error={error} onChange={(e) => { const n = Number(e.target.value); onChange(e.target.value === '' ? null : Number.isFinite(n) ? n : e.target.value); }} />;
  return <Field label={label} maxLength={300} value={typeof value === 'string' ? value : ''} error={error} onChange={(e) => onChange(e.target.value)} />;
}

const emptyOnes = (n: number): One[] => Array.from({ length: n }, () => ({ name: '', relation: 'child' as const, age: '' }));
const fromKept = (f: { name: string; relation: string; age: number | null }): One => ({ name: f.name, relation: RELATIONS.find((r) => r === f.relation) ?? 'other', age: f.age === null ? '' : String(f.age) });

function Form({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const go = useNavigate();
  const price = usePrice();
  const own = a.own;
  const [key] = useState(() => crypto.randomUUID());
  const [family, setFamily] = useState<readonly One[]>(() => (own === null ? [] : own.family.length > 0 ? own.family.map(fromKept) : emptyOnes(own.places - 1)));
  const [answers, setAnswers] = useState<Answers>(() => a.questions.map((_, i) => own?.answers[i] ?? null));
  const refreshes = [api.activity, api.list, offers.ofOffer, offers.mine];
  const done = (state: string): string => (state === 'waiting' ? w.waitsNow : state === 'held' ? w.payNow : w.signedUp);
  const back = (): void => void go(`/activities/${a.id}`, { replace: true });
  const sign = useAct(api.signUp, { done: (out) => done(out.state), refreshes, after: (out) => (out.state === 'held' ? void go(`/places/${out.claimId}`, { replace: true }) : back()) });
  const entry = useAct(api.entry, { done: w.saved, refreshes, after: back });
  const { busy, refusal } = own ? entry : sign;
  const send = (): void => {
    const said = { family: family.map((f) => ({ name: f.name, relation: f.relation, age: f.age === '' ? null : Number(f.age) })), answers: [...answers] };
    if (own) entry.act({ id: a.id, ...said });
    else sign.act({ id: a.id, key, ...said });
  };
  const people = 1 + family.length;
  return (
    <PhonePage title={own ? w.changeSaid : w.signTitle} up={`/activities/${a.id}`} foot={<button type="button" className="btn primary" disabled={busy} onClick={send}>{own ? w.save : w.confirm}</button>}>
      <Card title={a.title}><p className="num">{w.total({ n: people, amount: price(a, people) })}</p></Card>
      {a.family > 0 ? <Card title={w.family}><Family list={family} most={a.family} fixed={own !== null} refusal={refusal} onChange={setFamily} /></Card> : null}
      {a.questions.length > 0 ? <Card title={w.questions}><div className="fields">{a.questions.map((q, i) => <Ask key={q.label} question={q} value={answers[i] ?? null} error={errorAt(refusal, `answers.${i}`)} onChange={(value) => setAnswers(answers.map((x, at) => (at === i ? value : x)))} />)}</div></Card> : null}
    </PhonePage>
  );
}

/** Signing up: who comes along, answers, what it costs; or changing what was said. */
export default function SignUp() {
  const { id = '' } = useParams();
  const activity = useCall(api.activity, { id });
  return <Loaded from={activity} lines={8}>{(a) => <Form key={a.own?.claimId ?? 'new'} of={a} />}</Loaded>;
}
