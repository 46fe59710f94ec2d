import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Facts, Icon, Loaded, type Output, Row, showTime, StepBar, useAct, useCall, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { questionsOf } from '../../form.rules.ts';
import { desk } from '../../surveys.contract.ts';
import { Bar } from '../both/Figures.tsx';
import { plainTitle } from '../../logic.rules.ts';
import { words } from '../desk.words.ts';
import '../surveys.css';
import { STAGE_CHIP } from './looks.ts';

type Kept = Output<typeof desk.kept>;
const CHANGED = [desk.kept, desk.register] as const;
const AT = { draft: 0, announced: 1, open: 2, closing: 3, closed: 4, off: 0 } as const;

function CallOff({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const off = useAct(desk.callOff, { refreshes: CHANGED, done: w.calledOff, after: close });
  return (
    <Modal open title={w.callOffTitle} onCancel={close} onOk={() => off.act({ id, why })} okButtonProps={{ danger: true, disabled: why.trim().length < 2 }} confirmLoading={off.busy}>
      <p className="note">{w.callOffHint}</p>
      <Input autoFocus aria-label={w.why} placeholder={w.why} value={why} maxLength={200} onChange={(e) => setWhy(e.target.value)} />
    </Modal>
  );
}

function Acts({ of, callOff }: { of: Kept; callOff: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const announce = useAct(desk.announce, { refreshes: CHANGED, done: w.saved });
  const end = useAct(desk.close, { refreshes: CHANGED, done: w.closed });
  const remind = useAct(desk.remind, { refreshes: CHANGED, done: w.reminded });
  const discard = useAct(desk.discard, { refreshes: [desk.register], done: w.discarded, after: () => void go('/surveys', { replace: true }) });
  const again = useAct(desk.again, { refreshes: [desk.register], done: w.againDone, after: (out) => void go(`/surveys/${out.id}/edit`) });
  const may = (what: string): boolean => of.may.includes(what);
  const sure = (title: string, text: string | undefined, yes: string, run: () => void): void => void ask({ title, ...(text ? { text } : {}), yes }).then((ok) => { if (ok) run(); });
  const to = (path: string, label: string, icon: 'qr' | 'print' | 'call' | 'chart' | 'edit', primary = false) => <button type="button" className={`btn ${primary ? 'primary' : ''}`} onClick={() => void go(`/surveys/${of.id}/${path}`)}><Icon name={icon} size={18} />{label}</button>;
  return (
    <>
      {may('callOff') ? <button type="button" className="btn" onClick={callOff}>{w.callOff}</button> : null}
      {may('discard') ? <button type="button" className="btn" onClick={() => sure(w.discardAsk({ title: of.title }), undefined, w.discard, () => discard.act({ id: of.id }))}>{w.discard}</button> : null}
      {may('again') ? <button type="button" className="btn" disabled={again.busy} onClick={() => again.act({ id: of.id })}><Icon name="again" size={18} />{w.again}</button> : null}
      {to('paper', w.printPaper, 'print')}
      {may('links') ? to('links', w.seeLinks, 'qr') : null}
      {may('interview') ? to('interview', w.interview, 'call') : null}
      {may('close') ? <button type="button" className="btn" disabled={end.busy} onClick={() => sure(w.closeAsk({ title: of.title }), undefined, w.close, () => end.act({ id: of.id }))}>{w.close}</button> : null}
      {may('remind') ? <button type="button" className="btn primary" disabled={remind.busy} title={w.remindHint} onClick={() => sure(w.remind, w.remindHint, w.remind, () => remind.act({ id: of.id }))}><Icon name="bell" size={18} />{w.remind}</button> : null}
      {may('change') ? to('edit', w.edit, 'edit') : null}
      {may('announce') ? <button type="button" className="btn primary" disabled={announce.busy} onClick={() => sure(w.announceAsk({ title: of.title }), w.announceHint, w.announce, () => announce.act({ id: of.id }))}>{w.announce}</button> : null}
      {may('results') ? to('results', w.seeResults, 'chart', true) : null}
    </>
  );
}

function Turnout({ of }: { of: Kept }) {
  const w = useWords(words);
  const language = useLocale();
  if (of.asked === 0) return null;
  const total = Math.max(1, of.answered);
  return (
    <Card title={w.progress} aside={w.answeredOf({ n: of.answered, of: of.asked })}>
      <Bar name={w.progress} n={of.answered} of={of.asked} />
      <p className="note">{w.noPartial}</p>
      <h3>{w.channels}</h3>
      {(['own', 'link', 'telephone'] as const).map((c) => <Bar key={c} name={w[`ch_${c}`]} n={of.channels[c]} of={total} />)}
      {of.remindedAt ? <p className="note">{w.lastReminder({ n: of.reminders, time: showTime(of.remindedAt, language) })}</p> : null}
    </Card>
  );
}

function Whole({ of }: { of: Kept }) {
  const say = useSay();
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="svcols">
      <div>
        <Card>
          <StepBar steps={[w.stage_draft, w.stage_announced, w.stage_open, w.stage_closing, w.stage_closed]} at={AT[of.stage]} />
          <p><Chip kind={STAGE_CHIP[of.stage]}>{w[`stage_${of.stage}`]}</Chip> <Chip icon={of.level === 'open' ? 'me' : 'shield'}>{w[`level_${of.level}`]}</Chip></p>
          {of.why ? <p className="note">{w.offWhy({ why: of.why })}</p> : null}
          {of.about ? <p>{of.about}</p> : null}
          {of.findings.map((f) => <p key={`${f.at}${f.fault}${f.of}`} className="svfault">{f.at} {say(words[`fault_${f.fault}`], { of: f.of })}</p>)}
        </Card>
        <Turnout of={of} />
      </div>
      <div>
        <Card title={w.facts}>
          <Facts of={[
            [w.union, of.union], [w.opens, showTime(of.opensAt, language)], [w.closes, showTime(of.closesAt, language)], [w.level, w[`level_${of.level}`]], [w.groups, of.groups.map((g) => w[`group_${g}`]).join('、')], [w.rollFact, of.asked > 0 ? String(of.asked) : ''],
            [w.sampleOn, of.roll.sample ? `${of.roll.sample.n} · ${w[`by_${of.roll.sample.by}`]}${of.seed ? ` · ${w.sampleFact({ seed: of.seed })}` : ''}` : ''], [w.linksN, of.links > 0 ? String(of.links) : ''], [w.resultsTo, w[`to_${of.resultsTo}`]],
          ]} />
        </Card>
        <Card title={w.questionsTitle} aside={w.questionsN({ n: of.questions })}>{questionsOf(of.form).filter((q) => q.kind !== 'note').slice(0, 60).map((q, i) => <Row key={q.id} title={`${i + 1}. ${plainTitle(q, language) || w.untitled}`} note={w[`kind_${q.kind}`]} />)}</Card>
      </div>
    </div>
  );
}

/** One survey at the desk: where it stands, who has been reached, what comes next. */
export default function SurveyPage() {
  const { id = '' } = useParams();
  const kept = useCall(desk.kept, { id }, { every: 20_000 });
  const [off, setOff] = useState(false);
  return (
    <Loaded from={kept}>
      {(d) => (
        <DeskPage title={d.title} actions={<Acts of={d} callOff={() => setOff(true)} />}>
          <Whole of={d} />
          {off ? <CallOff id={d.id} close={() => setOff(false)} /> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}
