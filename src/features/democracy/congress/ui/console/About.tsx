import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ask, Basis, Card, Empty, errorAt, Facts, Field, showDate, showSentences, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../congress.contract.ts';
import { words as congressWords } from '../../congress.words.ts';
import { Findings } from '../both/Findings.tsx';
import { words } from '../desk-ui.words.ts';
import { type Plan, PlanFields } from './BodyPage.tsx';
import type { Term } from './TermPage.tsx';

function Adjust({ term: t, close }: { term: Term; close: () => void }) {
  const w = useWords(words);
  const body = useCall(api.body, { id: t.bodyId });
  const [plan, set] = useState<Plan>(t);
  const [seats, setSeats] = useState(String(t.seats));
  const [why, setWhy] = useState(t.seatsReason);
  const { act, busy, refusal } = useAct(api.adjust, { done: w.saved, refreshes: [api.term, api.body, api.bodies], after: close });
  return (
    <Card title={w.adjust}>
      <form className="congform" onSubmit={(e) => { e.preventDefault(); act({ id: t.id, beganOn: plan.beganOn, years: plan.years, renewalReason: plan.renewalReason, approval: plan.approval, seats: Number(seats) || 0, seatsReason: why }); }}>
        <PlanFields value={plan} years={body.data?.years ?? [t.years]} change={(what) => set({ ...plan, ...what })} at={(path) => errorAt(refusal, path)} />
        {t.form === 'congress' ? <><Field label={w.seats} inputMode="numeric" maxLength={4} value={seats} error={errorAt(refusal, 'seats')} onChange={(e) => setSeats(e.target.value)} /><Field label={w.seatsReason} maxLength={300} value={why} error={errorAt(refusal, 'seatsReason')} onChange={(e) => setWhy(e.target.value)} /></> : null}
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy}>{w.save}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}

function Steps({ term: t, adjust }: { term: Term; adjust: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const recount = useAct(api.recount, { done: (out) => w.recounted({ n: out.workers, seats: out.seats }), refreshes: [api.term] });
  const confirm = useAct(api.confirm, { done: w.confirmed, refreshes: [api.term, api.bodies, api.body] });
  const drop = useAct(api.drop, { done: w.dropped, refreshes: [api.bodies, api.body], after: (out) => void go(`/congress/bodies/${out.bodyId}`, { replace: true }) });
  const sure = async (): Promise<void> => { if (await ask({ title: w.confirmAsk({ n: t.number }), text: w.confirmHint, yes: w.confirm })) confirm.act({ id: t.id }); };
  const away = async (): Promise<void> => { if (await ask({ title: w.dropAsk, yes: w.drop })) drop.act({ id: t.id }); };
  if (t.may.length === 0 || t.stage !== 'prepared') return null;
  return (
    <div className="congacts noprint">
      {t.may.includes('confirm') ? <button type="button" className={`btn ${t.may.includes('ready') ? 'primary' : ''}`} disabled={confirm.busy} onClick={() => void sure()}>{w.confirm}</button> : null}
      {t.may.includes('adjust') ? <><button type="button" className="btn" onClick={adjust}>{w.adjust}</button><button type="button" className="btn" disabled={recount.busy} onClick={() => recount.act({ id: t.id })}>{w.recount}</button></> : null}
      {t.may.includes('drop') ? <button type="button" className="btn plain" disabled={drop.busy} onClick={() => void away()}>{w.drop}</button> : null}
    </div>
  );
}

/** Numbers of a term with their basis, and what the rules find. */
export function About({ term: t }: { term: Term }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const language = useLocale();
  const [adjusting, setAdjusting] = useState(false);
  const congress = t.form === 'congress';
  return (
    <div className="congdesk">
      <Steps term={t} adjust={() => setAdjusting(true)} />
      {adjusting ? <Adjust term={t} close={() => setAdjusting(false)} /> : null}
      {congress ? (
        <div className="tiles">
          <div className="tile"><small>{w.entitled}</small><b className="num">{t.entitled}</b><i className="num">{w.held} {t.delegates} / {w.seats} {t.seats}</i></div><div className="tile"><small>{w.vacant}</small><b className="num">{t.vacancies}</b></div>
          <div className="tile"><small>{w.waiting}</small><b className="num">{t.waiting}</b></div><div className="tile"><small>{w.observers}</small><b className="num">{t.observers} / {t.guests}</b></div>
        </div>
      ) : null}
      <div className="split">
        <div className="congdesk">
          <Card title={w.tab_about}><Facts of={[[w.term, w.termTo({ from: showDate(t.beganOn, language), to: showDate(t.endsOn, language) })], [w.renewal, kw[`renewal_${t.renewal}`]], [w.reason, t.renewalReason], [w.approval, t.approval], [w.counted, showDate(t.countedOn, language)], [w.workers, w.peopleOf({ n: t.workers, women: t.women })], [w.dispatched, t.dispatched > 0 ? t.dispatched : ''], [w.seats, congress ? t.seats : kw.form_meeting], [w.seatsReason, t.seatsReason]]} /></Card>
          <Card title={w.numberTitle}><div className="congdesk"><p className="num">{t.rule.sentence}</p><Basis>{showSentences(t.rule.basis)}</Basis></div></Card>
        </div>
        <aside className="beside">{congress ? <Card title={w.findings}>{t.findings.length > 0 ? <Findings of={t.findings} /> : <Empty icon="people" title={w.rollEmpty} hint={w.rollEmptyHint} />}</Card> : null}</aside>
      </div>
    </div>
  );
}
