import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { legalDateOf } from '#shared/dates';
import { Attach, type Attached, attachments, Card, Chip, Empty, errorAt, Field, FieldText, Loaded, PhonePage, Row, showClock, showDay, Toggle, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import { StandingChip } from '../both/StandingChip.tsx';
import type { KeptBox } from './BoxRow.tsx';
import { WitnessPick } from './WitnessPick.tsx';
import '../boxes.css';

/** The moment a form's two fields mean, in China's time. */
const momentOf = (day: string, time: string): string => `${day}T${time}:00+08:00`;

function LogForm({ box }: { box: KeptBox }) {
  const w = useWords(words);
  const go = useNavigate();
  const language = useLocale();
  const [day, setDay] = useState(() => legalDateOf(new Date()));
  const [time, setTime] = useState(() => showClock(Date.now()));
  const [witnessId, setWitness] = useState('');
  const [found, setFound] = useState('');
  const [sealIntact, setSeal] = useState(true);
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, waiting, refusal } = useAct(api.log, { refreshes: [api.mine], done: w.thanks, after: () => void go('/contact-boxes', { replace: true }) });
  const send = (): void => { act({ id: box.id, openedAt: momentOf(day, time), witnessId, found: Number(found), sealIntact, note, files: files.map((f) => f.id) }); };
  const whole = witnessId !== '' && found.trim() !== '' && /^\d{4}-/.test(day) && time !== '';
  return (
    <PhonePage title={w.log} up="/contact-boxes" foot={<button type="button" className="btn primary" disabled={busy || !whole} onClick={send}>{waiting ? w.save : w.log}</button>}>
      <Card title={w.boxAt({ n: box.number, place: box.place })}>
        <p>{box.union}</p>
        <p><StandingChip of={box.standing} /> <span className="note">{w.next} {showDay(box.dueOn, language)}</span></p>
      </Card>
      {box.last?.may.includes('correct') ? <Card><Row icon="edit" title={w.correctLast({ date: showDay(box.last.openedOn, language) })} note={w.lastFound({ n: box.last.found })} to={`/contact-boxes/${box.id}/correct`} /></Card> : null}
      <Card>
        <div className="boxwhen"><Field label={w.openedAt} type="date" max={legalDateOf(new Date())} value={day} error={errorAt(refusal, 'openedAt')} onChange={(e) => setDay(e.target.value)} /><Field label={w.now} type="time" value={time} onChange={(e) => setTime(e.target.value)} /></div>
        <WitnessPick of={box.witnesses} value={witnessId} error={errorAt(refusal, 'witnessId')} onChange={setWitness} />
        <Field label={w.found} hint={w.foundHint} type="number" inputMode="numeric" min={0} max={300} value={found} error={errorAt(refusal, 'found')} onChange={(e) => setFound(e.target.value)} />
        <Toggle label={w.seal} note={w.sealHint} checked={sealIntact} onChange={setSeal} />
        {sealIntact ? null : <p><Chip kind="late">{w.sealBroken}</Chip></p>}
        <FieldText label={w.note} rows={2} maxLength={300} value={note} onChange={(e) => setNote(e.target.value)} />
      </Card>
      <Card title={w.openingPhoto}><Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={4} /></Card>
    </PhonePage>
  );
}

/** Logs an opening standing before the box: witness, number, seal, photographs. */
export default function LogOpening() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  return (
    <Loaded from={mine} lines={6}>
      {({ items }) => {
        const box = items.find((b) => b.id === id);
        return box ? <LogForm box={box} /> : <PhonePage title={w.log} up="/contact-boxes"><Card><Empty icon="box" title={w.mineNone} hint={w.mineNoneHint} /></Card></PhonePage>;
      }}
    </Loaded>
  );
}
