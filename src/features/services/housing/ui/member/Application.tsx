import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ask, Card, Chip, Facts, FieldText, Loaded, PhonePage, refresh, showDay, showMoney, showTime, StepBar, Timeline, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../housing.contract.ts';
import { lookOf, Papers } from '../both/looks.tsx';
import { VisitFacts } from '../both/VisitFacts.tsx';
import { words } from '../housing-ui.words.ts';
import { QueueCard, type Seen } from '../both/QueueCard.tsx';

const AT: Readonly<Record<string, number>> = { drafted: 0, submitted: 1, incomplete: 1, objected: 1, rejected: 1, upheld: 1, withdrawn: 0, accepted: 2 };

function Visits({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const { act, busy } = useAct(api.sign, { done: w.signed, refreshes: [api.application] });
  const sign = async (id: string): Promise<void> => { if (await ask({ title: w.signAsk, text: w.signHint, yes: w.sign })) act({ id }); };
  return (h.tenancy?.visits ?? []).map((v) => (
    <Card key={v.id} title={v.kind === 'moveIn' ? w.moveIn : w.moveOut}>
      <VisitFacts visit={v} />
      {v.may.includes('sign') ? <div className="houseacts"><button type="button" className="btn primary" disabled={busy} onClick={() => void sign(v.id)}>{w.sign}</button></div> : null}
    </Card>
  ));
}

function MyFlat({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const t = h.tenancy;
  if (t === null) return null;
  return (
    <Card title={w.tenancy} aside={t.leaveBy && t.endedOn === null ? <Chip kind="warn">{w.leaveBy({ day: showDay(t.leaveBy, language) })}</Chip> : undefined}>
      <div className="houseplace"><b>{t.flat}</b><span>{t.estate}</span></div>
      <Facts of={[[w.rent, <span key="r" className="num">{w.perMonth({ amount: showMoney(t.rentFen) })}</span>], [w.term, t.from && t.to ? <span key="t" className="num">{t.from} – {t.to}</span> : w.taken], [w.handOver, t.notice]]} />
    </Card>
  );
}

function Objection({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const [text, setText] = useState('');
  const { act, busy } = useAct(api.object, { done: w.objected, refreshes: [api.application, api.mine] });
  return (
    <Card title={w.object} aside={h.objectUntil ? w.objectUntil({ time: showTime(h.objectUntil, language) }) : undefined}>
      <div className="fields"><FieldText label={w.objectHint} rows={3} maxLength={500} value={text} onChange={(e) => setText(e.target.value)} /></div>
      <div className="houseacts"><button type="button" className="btn" disabled={busy || text.trim().length < 2} onClick={() => act({ id: h.id, version: h.version, text: text.trim() })}>{w.object}</button></div>
    </Card>
  );
}

/** What can be done with it now, besides answering a flat. */
function Acts({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const refreshes = [api.application, api.mine];
  const leave = useAct(api.leave, { done: h.may.includes('handOver') ? w.noticed : w.left, refreshes });
  const withdraw = useAct(api.withdraw, { done: w.withdrawn, refreshes });
  const can = (what: string): boolean => h.may.includes(what);
  return (
    <div className="houseacts">
      {can('save') ? <Link className="btn" to={`/housing/applications/${h.id}/edit`}>{w.edit}</Link> : null}
      {can('leaveQueue') ? <button type="button" className="btn" disabled={leave.busy} onClick={() => void ask({ title: w.leaveAsk, text: w.leaveHint, yes: w.leave }).then((yes) => { if (yes) leave.act({ id: h.id }); })}>{w.leave}</button> : null}
      {can('handOver') ? <button type="button" className="btn" disabled={leave.busy} onClick={() => void ask({ title: w.handOverAsk, text: w.handOverHint, yes: w.handOver }).then((yes) => { if (yes) leave.act({ id: h.id }); })}>{w.handOver}</button> : null}
      {can('withdraw') ? <button type="button" className="btn" disabled={withdraw.busy} onClick={() => void ask({ title: w.withdrawAsk, yes: w.withdraw }).then((yes) => { if (yes) withdraw.act({ id: h.id, version: h.version }); })}>{w.withdraw}</button> : null}
    </div>
  );
}

function Shown({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const home = h.tenancy?.from != null;
  return (
    <>
      <Card title={h.allocation.title} aside={<Chip kind={lookOf(h.state)}>{h.stateWord}</Chip>}>
        <StepBar steps={[w.stepDraft, w.stepCheck, w.stepQueue, w.stepHome]} at={home ? 4 : (AT[h.state] ?? 0)} />
        {h.order !== null && h.queue.standing === 'none' ? <p className="note">{w.yourOrder} <b className="num">{h.order}</b> · {w.beforeN({ n: h.before })}</p> : null}
      </Card>
      <QueueCard of={h} />
      <MyFlat of={h} />
      <Visits of={h} />
      {h.files.length > 0 ? <Card title={w.papers}><Papers files={h.files} /><p className="note">{w.papersPrivate}</p></Card> : null}
      {h.may.includes('object') ? <Objection of={h} /> : null}
      <Card title={w.story}><Timeline items={h.events.map((e) => ({ key: e.id, what: e.word, when: e.at, note: [e.by, e.text].filter(Boolean).join(' · ') }))} /></Card>
      <Acts of={h} />
    </>
  );
}

/** One application from the draft to the keys. */
export default function Application() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const seen = useCall(api.application, { id });
  useLive(() => void refresh(api.application));
  const submit = useAct(api.submit, { done: w.submitted, refreshes: [api.application, api.mine] });
  const complete = useAct(api.complete, { done: w.completed, refreshes: [api.application, api.mine] });
  const h = seen.data;
  const send = async (): Promise<void> => { if (h && (await ask({ title: w.submitAsk, text: w.submitHint, yes: w.submit }))) submit.act({ id, version: h.version }); };
  const foot = h?.may.includes('submit') ? <button type="button" className="btn primary" disabled={submit.busy} onClick={() => void send()}>{w.submit}</button>
    : h?.may.includes('complete') ? <button type="button" className="btn primary" disabled={complete.busy} onClick={() => complete.act({ id, version: h.version })}>{w.complete}</button> : undefined;
  return <PhonePage title={h?.number ?? ''} up="/housing" foot={foot}><Loaded from={seen} lines={8}>{(x) => <Shown of={x} />}</Loaded></PhonePage>;
}
