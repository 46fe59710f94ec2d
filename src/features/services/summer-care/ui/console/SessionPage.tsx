import { Tabs } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, DeskPage, Icon, Loaded, type Output, refresh, showDay, showTime, useAddress, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Claims } from '../../../offers/ui/console/Claims.tsx';
import { desk } from '../../desk.contract.ts';
import { StandingChip, useCareWords } from '../both/look.tsx';
import { words } from '../care-desk.words.ts';
import '../care.css';
import { ChildrenList } from './ChildrenList.tsx';
import { MessagesTab } from './MessagesTab.tsx';
import { CallOffForm, SessionForm } from './SessionForm.tsx';
import { StaffTab } from './StaffTab.tsx';

const TABS = ['children', 'staff', 'messages', 'places'] as const;
type Seen = Output<typeof desk.session>;

function Tab({ of: s, tab }: { of: Seen; tab: string }) {
  if (tab === 'staff') return <StaffTab of={s} />;
  if (tab === 'messages') return <MessagesTab of={s} />;
  return tab === 'places' ? <Claims offerId={s.id} /> : <ChildrenList sessionId={s.id} />;
}

function Shown({ of: s }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const say = useCareWords();
  const [tab = 'children', setTab] = useAddress('tab');
  const [step, setStep] = useState<'edit' | 'callOff' | null>(null);
  const labels = { children: w.tabChildren, staff: w.tabStaff, messages: w.tabMessages, places: w.tabPlaces };
  const tabs = s.published ? TABS : (['staff'] as const);
  const actions = (
    <>
      {s.may.includes('day') ? <Link className="btn primary" to={`/summer-care/sessions/${s.id}/day`}><Icon name="scan" size={18} />{w.openDay}</Link> : null}
      {s.may.includes('certificates') ? <Link className="btn" to={`/summer-care/sessions/${s.id}/certificates`}><Icon name="medal" size={18} />{w.certificates}</Link> : null}
      {s.may.includes('save') ? <button type="button" className="btn" onClick={() => setStep('edit')}><Icon name="edit" size={18} />{w.edit}</button> : null}
      {s.may.includes('callOff') ? <button type="button" className="btn" onClick={() => setStep('callOff')}>{w.callOff}</button> : null}
    </>
  );
  const kept = s.forgottenAt ? w.forgottenAt({ time: showTime(s.forgottenAt, language) }) : w.keptUntil({ day: showDay(s.keptUntil, language) });
  return (
    <DeskPage title={`${s.title} · ${s.site}`} crumbs={[{ title: s.programme, to: `/summer-care/${s.programmeId}` }]} actions={actions}>
      <Card><p className="carerow"><StandingChip of={s.standing} /><span className="num">{say.dates(s)} · {say.weekdays(s.weekdays)} {say.hours(s)}</span><span className="num">{w.takenOf({ taken: s.taken, places: s.places })}{s.waiting > 0 ? ` · ${w.waitingN({ n: s.waiting })}` : ''}</span>{s.published ? <span className="note">{kept}</span> : null}</p></Card>
      <Tabs activeKey={s.published ? tab : 'staff'} onChange={(key) => setTab(key === 'children' ? undefined : key)} items={tabs.map((key) => ({ key, label: labels[key] }))} />
      <Tab of={s} tab={s.published ? tab : 'staff'} />
      {step === 'edit' ? <SessionForm programmeId={s.programmeId} of={s} like={undefined} close={() => setStep(null)} /> : null}
      {step === 'callOff' ? <CallOffForm of={s} close={() => setStep(null)} /> : null}
    </DeskPage>
  );
}

/** One session at the desk: children, staff, messages, places. */
export default function SessionPage() {
  const { id = '' } = useParams();
  const seen = useCall(desk.session, { id }, { every: 30_000 });
  useLive(() => void refresh(desk.session));
  return <Loaded from={seen} lines={8}>{(s) => <Shown key={s.id} of={s} />}</Loaded>;
}
