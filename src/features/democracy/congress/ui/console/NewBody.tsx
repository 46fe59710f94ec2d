import { Radio } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Basis, Card, DeskPage, errorAt, Facts, Field, Loaded, type Output, showSentences, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../congress.contract.ts';
import { KINDS } from '../../congress.rules.ts';
import { words as congressWords } from '../../congress.words.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';

type Start = Output<typeof api.start>;
type Kind = (typeof KINDS)[number];

function Founding({ start: s, kind }: { start: Start; kind: Kind }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const go = useNavigate();
  const [form, setForm] = useState(s.forms[0] ?? 'congress');
  const [name, setName] = useState(s.name);
  const { act, busy, refusal } = useAct(api.found, { done: w.founded, refreshes: [api.bodies, api.start], after: (out) => void go(`/congress/bodies/${out.id}`, { replace: true }) });
  if (s.bodyId) return <Card><p>{kw.bodyTwice({ union: s.union })}</p><Link className="btn primary" to={`/congress/bodies/${s.bodyId}`}>{w.openThere}</Link></Card>;
  return (
    <Card>
      <form className="congdesk" onSubmit={(e) => { e.preventDefault(); act({ unionId: s.unionId, kind, form, name }); }}>
        <Facts of={[[w.union, s.union], [w.people, w.peopleOf({ n: s.people, women: s.women })], [w.byRule, form === 'congress' ? s.rule.sentence : '']]} />
        <div><span className="conglabel">{w.form}</span><Radio.Group aria-label={w.form} value={form} onChange={(e) => setForm(e.target.value as typeof form)} options={s.forms.map((f) => ({ value: f, label: kw[`form_${f}`] }))} /></div>
        <p className="note">{s.formSentence}</p>
        <Field label={w.name} value={name} maxLength={60} error={errorAt(refusal, 'name') ?? errorAt(refusal, 'form')} onChange={(e) => setName(e.target.value)} />
        {s.rule.basis.length > 0 ? <Basis>{showSentences(s.rule.basis)}</Basis> : null}
        <div className="congacts"><button type="submit" className="btn primary" disabled={busy || name.trim().length < 2}>{w.found}</button></div>
      </form>
    </Card>
  );
}

/** Founds a body for the union that is looked at: of its workers or of its members. */
export default function NewBody() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const me = useMe();
  const scope = useScope();
  const [kind, setKind] = useState<Kind>('workers');
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? me.union?.id ?? '';
  const start = useCall(api.start, { unionId, kind }, { when: unionId !== '', keepWhileChanging: true });
  return (
    <DeskPage title={w.newTitle}>
      <Card><div className="congdesk"><div><span className="conglabel">{w.kind}</span><Radio.Group aria-label={w.kind} value={kind} onChange={(e) => setKind(e.target.value as Kind)} options={KINDS.map((k) => ({ value: k, label: kw[`kind_${k}`] }))} /></div><p className="note">{w.twoBodies}</p></div></Card>
      <Loaded from={start} lines={6}>{(s) => <Founding key={`${s.unionId} ${kind} ${s.bodyId}`} start={s} kind={kind} />}</Loaded>
    </DeskPage>
  );
}
