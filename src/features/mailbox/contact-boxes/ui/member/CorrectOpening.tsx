import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, Empty, errorAt, Field, Loaded, PhonePage, showDay, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import '../boxes.css';
import type { KeptBox } from './BoxRow.tsx';
import { OpeningFields, type OpeningSaid } from './OpeningFields.tsx';

function CorrectForm({ box, last }: { box: KeptBox; last: NonNullable<KeptBox['last']> }) {
  const w = useWords(words);
  const go = useNavigate();
  const language = useLocale();
  const [said, setSaid] = useState<OpeningSaid>({ witnessId: last.witnessId, found: last.found.toString(), sealIntact: last.sealIntact, note: last.note });
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(api.correct, { refreshes: [api.mine], done: w.corrected, after: () => void go('/contact-boxes', { replace: true }) });
  return (
    <PhonePage title={w.correct} up="/contact-boxes" foot={<button type="button" className="btn primary" disabled={busy || text.trim().length < 2 || said.found.trim() === ''} onClick={() => act({ ...said, id: last.id, found: Number(said.found), text: text.trim() })}>{w.save}</button>}>
      <Card title={w.boxAt({ n: box.number, place: box.place })}><p>{showDay(last.openedOn, language)}</p><p className="note">{w.correctHint}</p></Card>
      <Card>
        <div className="fields">
          <OpeningFields box={box} said={said} change={(part) => setSaid({ ...said, ...part })} refusal={refusal} least={last.keyed} />
          <Field label={w.reason} maxLength={200} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        </div>
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
