import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { legalDateOf } from '#shared/dates';
import { Attach, type Attached, attachments, Card, Empty, errorAt, Field, Loaded, PhonePage, Row, showClock, showDay, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import { StandingChip } from '../both/StandingChip.tsx';
import type { KeptBox } from './BoxRow.tsx';
import { OpeningFields, type OpeningSaid } from './OpeningFields.tsx';
import '../boxes.css';

/** The moment a form's two fields mean, in China's time. */
const momentOf = (day: string, time: string): string => `${day}T${time}:00+08:00`;

function LogForm({ box }: { box: KeptBox }) {
  const w = useWords(words);
  const go = useNavigate();
  const language = useLocale();
  const [day, setDay] = useState(() => legalDateOf(new Date()));
  const [time, setTime] = useState(() => showClock(Date.now()));
  const [said, setSaid] = useState<OpeningSaid>({ witnessId: '', found: '', sealIntact: true, note: '' });
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, waiting, refusal } = useAct(api.log, { refreshes: [api.mine], done: w.thanks, after: () => void go('/contact-boxes', { replace: true }) });
  const send = (): void => { act({ ...said, id: box.id, openedAt: momentOf(day, time), found: Number(said.found), files: files.map((f) => f.id) }); };
  const whole = said.witnessId !== '' && said.found.trim() !== '' && /^\d{4}-/.test(day) && time !== '';
  return (
    <PhonePage title={w.log} up="/contact-boxes" foot={<button type="button" className="btn primary" disabled={busy || !whole} onClick={send}>{waiting ? w.save : w.log}</button>}>
      <Card title={w.boxAt({ n: box.number, place: box.place })}>
        <p>{box.union}</p>
        <p><StandingChip of={box.standing} /> <span className="note">{w.next} {showDay(box.dueOn, language)}</span></p>
      </Card>
      {box.last?.may.includes('correct') ? <Card><Row icon="edit" title={w.correctLast({ date: showDay(box.last.openedOn, language) })} note={w.lastFound({ n: box.last.found })} to={`/contact-boxes/${box.id}/correct`} /></Card> : null}
      <Card>
        <div className="fields">
          <div className="boxwhen"><Field label={w.openedAt} type="date" max={legalDateOf(new Date())} value={day} error={errorAt(refusal, 'openedAt')} onChange={(e) => setDay(e.target.value)} /><Field label={w.now} type="time" value={time} onChange={(e) => setTime(e.target.value)} /></div>
          <OpeningFields box={box} said={said} change={(part) => setSaid({ ...said, ...part })} refusal={refusal} />
        </div>
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
