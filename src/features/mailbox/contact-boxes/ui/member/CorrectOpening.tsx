import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, Empty, errorAt, Field, FieldText, Loaded, PhonePage, showDay, Toggle, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import '../boxes.css';
import type { KeptBox } from './BoxRow.tsx';
import { WitnessPick } from './WitnessPick.tsx';

function CorrectForm({ box, last }: { box: KeptBox; last: NonNullable<KeptBox['last']> }) {
  const w = useWords(words);
  const go = useNavigate();
  const language = useLocale();
  const [witnessId, setWitness] = useState(last.witnessId);
  const [found, setFound] = useState(last.found.toString());
  const [sealIntact, setSeal] = useState(last.sealIntact);
  const [note, setNote] = useState(last.note);
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(api.correct, { refreshes: [api.mine], done: w.corrected, after: () => void go('/contact-boxes', { replace: true }) });
  return (
    <PhonePage title={w.correct} up="/contact-boxes" foot={<button type="button" className="btn primary" disabled={busy || text.trim().length < 2 || found.trim() === ''} onClick={() => act({ id: last.id, witnessId, found: Number(found), sealIntact, note, text: text.trim() })}>{w.save}</button>}>
      <Card title={w.boxAt({ n: box.number, place: box.place })}><p>{showDay(last.openedOn, language)}</p><p className="note">{w.correctHint}</p></Card>
      <Card>
        <Field label={w.found} type="number" inputMode="numeric" min={last.keyed} max={300} value={found} error={errorAt(refusal, 'found')} onChange={(e) => setFound(e.target.value)} />
        <WitnessPick of={box.witnesses} value={witnessId} error={errorAt(refusal, 'witnessId')} onChange={setWitness} />
        <Toggle label={w.seal} note={w.sealHint} checked={sealIntact} onChange={setSeal} />
        <FieldText label={w.note} rows={2} maxLength={300} value={note} onChange={(e) => setNote(e.target.value)} />
        <Field label={w.reason} maxLength={200} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      </Card>
    </PhonePage>
  );
}

/** Corrects the latest opening on the phone, by whoever logged it, while the rulebook's days last. */
export default function CorrectOpening() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  return (
    <Loaded from={mine} lines={6}>
      {({ items }) => {
        const box = items.find((b) => b.id === id);
        return box?.last?.may.includes('correct') ? <CorrectForm box={box} last={box.last} /> : <PhonePage title={w.correct} up="/contact-boxes"><Card><Empty icon="box" title={w.tooLate} hint={w.tooLateHint} /></Card></PhonePage>;
      }}
    </Loaded>
  );
}
