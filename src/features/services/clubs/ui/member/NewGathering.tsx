import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, PhonePage, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { meeting } from '../../gatherings.contract.ts';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';
import { GatheringFields, momentOf, type Said, today } from './GatheringFields.tsx';

/** The leader plans a gathering, or enters one that took place. */
export default function NewGathering() {
  const w = useWords(words);
  const go = useNavigate();
  const { id = '' } = useParams();
  const [d, set] = useState<Said>({ title: '', place: '', day: today(), time: '18:30', about: '' });
  const { act, busy, refusal } = useAct(meeting.hold, { done: w.gSaved, refreshes: [meeting.gatherings, api.club, api.list], after: (out) => void go(`/club-gatherings/${out.id}`, { replace: true }) });
  return (
    <PhonePage title={w.newGathering} up={`/clubs/${id}`} foot={<button type="button" className="btn primary" disabled={busy} onClick={() => act({ id, title: d.title, place: d.place, startsAt: momentOf(d), about: d.about })}>{w.save}</button>}>
      <Card><GatheringFields d={d} write={(change) => set((before) => ({ ...before, ...change }))} refusal={refusal} /></Card>
    </PhonePage>
  );
}
