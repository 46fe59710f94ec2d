import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { DeskPage, errorAt, Icon, Loaded, refresh, useAct, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import type { Meeting } from '../both/looks.tsx';
import { MeetingView } from '../both/MeetingView.tsx';
import { Say } from '../both/Say.tsx';
import { words } from '../joint-ui.words.ts';
import { PlanForm } from './PlanForm.tsx';
import { Record } from './Record.tsx';

function Whole({ of: m }: { of: Meeting }) {
  const w = useWords(words);
  const [open, setOpen] = useState<'record' | 'callOff' | null>(null);
  const off = useAct(api.callOff, { refreshes: [api.meeting, api.council], done: w.calledOff, after: () => setOpen(null) });
  const may = (what: string): boolean => m.may.includes(what);
  if (open === 'record') return <Record of={m} close={() => setOpen(null)} />;
  const acts = open === 'callOff' ? <Say label={w.why} button={w.callOff} busy={off.busy} error={errorAt(off.refusal, 'text')} send={(text) => off.act({ id: m.id, version: m.version, text })} close={() => setOpen(null)} /> : (
    <div className="jmacts noprint">
      {may('record') ? <button type="button" className={m.state === 'planned' ? 'btn primary' : 'btn'} onClick={() => setOpen('record')}><Icon name="edit" size={18} />{m.round > 0 ? w.recordAgain : w.record}</button> : null}
      {may('change') ? <PlanForm councilId={m.councilId} kept={m}>{(show) => <button type="button" className="btn" onClick={show}><Icon name="calendar" size={18} />{w.change}</button>}</PlanForm> : null}
      {may('callOff') ? <button type="button" className="btn" onClick={() => setOpen('callOff')}><Icon name="close" size={18} />{w.callOff}</button> : null}
      {m.minutes ? <Link className="btn" to={`/joint-meetings/meetings/${m.id}/paper`}><Icon name="print" size={18} />{w.print}</Link> : null}
    </div>
  );
  return <MeetingView of={m} acts={acts} />;
}

/** One meeting at the desk: its plan, its minutes, both sides' consent. */
export default function MeetingPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const meeting = useCall(api.meeting, { id });
  useLive(() => void refresh(api.meeting));
  return <DeskPage title={meeting.data?.title ?? w.title} {...(meeting.data ? { crumbs: [{ title: meeting.data.council, to: `/joint-meetings/${meeting.data.councilId}` }] } : {})}><Loaded from={meeting} lines={8}>{(m) => <Whole key={`${m.id} ${m.state}`} of={m} />}</Loaded></DeskPage>;
}
