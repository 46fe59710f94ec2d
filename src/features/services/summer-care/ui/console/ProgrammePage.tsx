import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { ask, Card, DeskPage, Empty, Facts, Icon, Loaded, type Output, showDay, showMoney, showTime, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { StandingChip, useCareWords } from '../both/look.tsx';
import { words } from '../care-desk.words.ts';
import '../care.css';
import { PhaseChip } from './Programmes.tsx';
import { CallOffForm, type Row, SessionForm } from './SessionForm.tsx';

type Seen = Output<typeof desk.programme>;
type Step = { readonly of: 'session'; readonly row: Row | null } | { readonly of: 'callOff'; readonly row: Row } | { readonly of: 'consent' } | null;

function SessionLine({ of: s, step }: { of: Row; step: (s: Step) => void }) {
  const w = useWords(words);
  const say = useCareWords();
  const drop = useAct(desk.dropSession, { done: w.dropped, refreshes: [desk.programme, desk.programmes] });
  return (
    <tr>
      <td><Link to={`/summer-care/sessions/${s.id}`}><b>{s.title}</b></Link><small>{s.site}</small></td>
      <td className="num">{say.dates(s)}<small>{say.weekdays(s.weekdays)} {say.hours(s)}</small></td>
      <td className="num">{w.takenOf({ taken: s.taken, places: s.places })}{s.waiting > 0 ? <small>{w.waitingN({ n: s.waiting })}</small> : null}</td>
      <td><StandingChip of={s.standing} /></td>
      <td><span className="rowacts">
        {s.may.includes('day') && s.standing === 'running' ? <Link className="btn" to={`/summer-care/sessions/${s.id}/day`}>{w.day}</Link> : null}
        {s.may.includes('certificates') ? <Link className="btn" to={`/summer-care/sessions/${s.id}/certificates`}>{w.certificates}</Link> : null}
        {s.may.includes('save') ? <button type="button" className="btn" onClick={() => step({ of: 'session', row: s })}>{w.edit}</button> : null}
        {s.may.includes('drop') ? <button type="button" className="btn plain" disabled={drop.busy} onClick={() => drop.act({ id: s.id })}>{w.dropSession}</button> : null}
        {s.may.includes('callOff') ? <button type="button" className="btn plain" onClick={() => step({ of: 'callOff', row: s })}>{w.callOff}</button> : null}
      </span></td>
    </tr>
  );
}

function Sessions({ of: g, step }: { of: Seen; step: (s: Step) => void }) {
  const w = useWords(words);
  return (
    <Card title={w.sessions} aside={<button type="button" className="btn noprint" onClick={() => step({ of: 'session', row: null })}><Icon name="add" size={18} />{w.addSession}</button>}>
      {g.items.length === 0 ? <Empty icon="calendar" title={w.noSessions} hint={w.noSessionsHint} /> : (
        <div className="carewide">
          <table className="carelist"><thead><tr><th scope="col">{w.session}</th><th scope="col">{w.dates}</th><th scope="col">{w.places}</th><th scope="col">{w.state}</th><th scope="col"><span className="unseen">{w.acts}</span></th></tr></thead><tbody>{g.items.map((s) => <SessionLine key={s.id} of={s} step={step} />)}</tbody></table>
        </div>
      )}
    </Card>
  );
}

function ConsentForm({ of: g, close }: { of: Seen; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ text: string; healthText: string }>();
  const put = useAct(desk.consent, { form, done: w.consentPut, refreshes: [desk.programme], after: close });
  const rules = [{ required: true, min: 20 }];
  return (
    <Modal open width={760} title={w.consentNew} onCancel={close} onOk={() => form.submit()} okText={w.consentNew} confirmLoading={put.busy}>
      <p className="note">{w.consentHint}</p>
      <Form form={form} layout="vertical" initialValues={g.consent} onFinish={(d) => put.act({ id: g.id, ...d })}>
        <Form.Item name="text" label={w.consentText} rules={rules}><Input.TextArea rows={12} maxLength={6000} showCount /></Form.Item><Form.Item name="healthText" label={w.healthText} rules={rules}><Input.TextArea rows={5} maxLength={3000} showCount /></Form.Item>
      </Form>
    </Modal>
  );
}

function Side({ of: g, step }: { of: Seen; step: (s: Step) => void }) {
  const w = useWords(words);
  const language = useLocale();
  const say = useCareWords();
  return (
    <div className="carecolumns even">
      <Card className="carecard" title={w.aboutField}>
        <Facts of={[[w.ages, w.agesN({ from: g.ageFrom, to: g.ageTo })], [w.ageOn, g.ageOn ? showDay(g.ageOn, language) : w.starts], [w.opensDay, showTime(g.opensAt, language)], [w.closesDay, showTime(g.closesAt, language)], [w.price, g.priceFen === 0 ? say.fee(0) : showMoney(g.priceFen)], [w.union, g.union]]} />
        {g.about ? <p className="caretext">{g.about}</p> : null}
      </Card>
      <Card className="carecard" title={w.consent} aside={w.consentNow({ n: g.consent.no })}>
        <p className="caretext">{g.consent.text}</p><p className="caretext">{g.consent.healthText}</p>
        {g.consents.map((c) => <p key={c.no} className="note num">{w.versionLine({ n: c.no, name: c.by, hash: c.hash })}<br />{showTime(c.at, language)}</p>)}
        <button type="button" className="btn noprint" onClick={() => step({ of: 'consent' })}>{w.consentNew}</button>
      </Card>
    </div>
  );
}

function Shown({ of: g }: { of: Seen }) {
  const w = useWords(words);
  const go = useNavigate();
  const [step, setStep] = useState<Step>(null);
  const close = (): void => setStep(null);
  const publish = useAct(desk.publish, { done: w.published, refreshes: [desk.programme, desk.programmes] });
  const drop = useAct(desk.drop, { done: w.dropped, refreshes: [desk.programmes], after: () => void go('/summer-care', { replace: true }) });
  const can = (what: string): boolean => g.may.includes(what);
  const actions = (
    <>
      {can('drop') ? <button type="button" className="btn" disabled={drop.busy} onClick={() => void ask({ title: w.dropAsk, yes: w.drop, danger: true }).then((yes) => { if (yes) drop.act({ id: g.id }); })}>{w.drop}</button> : null}
      {can('save') ? <Link className="btn" to={`/summer-care/${g.id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link> : null}
      {can('publish') ? <button type="button" className="btn primary" disabled={publish.busy || g.items.length === 0} onClick={() => void ask({ title: w.publishAsk({ title: g.title }), text: w.publishText, yes: w.publish }).then((yes) => { if (yes) publish.act({ id: g.id }); })}>{w.publish}</button> : null}
      {g.published ? <Link className="btn" to={`/summer-care/children?programmeId=${g.id}`}><Icon name="people" size={18} />{w.children}</Link> : null}
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return (
    <DeskPage title={g.title} about={<PhaseChip of={g.phase} />} actions={actions}>
      <Sessions of={g} step={setStep} />
      <Side of={g} step={setStep} />
      {step?.of === 'session' ? <SessionForm programmeId={g.id} of={step.row} like={g.items.at(-1)} close={close} /> : null}
      {step?.of === 'callOff' ? <CallOffForm of={step.row} close={close} /> : null}
      {step?.of === 'consent' ? <ConsentForm of={g} close={close} /> : null}
    </DeskPage>
  );
}

/** One programme at the desk: its sessions, its rules, the consent text. */
export default function ProgrammePage() {
  const { id = '' } = useParams();
  const seen = useCall(desk.programme, { id }, { every: 30_000 });
  return <Loaded from={seen} lines={8}>{(g) => <Shown key={g.id} of={g} />}</Loaded>;
}
