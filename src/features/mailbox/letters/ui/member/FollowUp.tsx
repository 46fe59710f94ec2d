import { type FormEvent, useState } from 'react';
import { Card, errorAt, Field, Icon, PhonePage, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import { words } from '../anonymous-ui.words.ts';
import type { LetterSeen } from '../both/LetterStory.tsx';
import '../letters.css';
import { takeHanded } from './handed-code.tsx';
import { useDoneWords } from './Letter.tsx';
import { WriterLetter, type WriterSteps } from './WriterLetter.tsx';

/** Four digits, a space, four digits … while one types. */
const spaced = (text: string): string => text.normalize('NFKC').replace(/\D/g, '').slice(0, 16).replace(/(\d{4})(?=\d)/g, '$1 ');

function EnterCode({ code, setCode, open, busy, error }: { code: string; setCode: (code: string) => void; open: () => void; busy: boolean; error: string | undefined }) {
  const w = useWords(words);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    open();
  };
  return (
    <Card>
      <form className="fields" onSubmit={submit}>
        <Field label={w.followLabel} hint={w.followHint} error={error} className="codeinput num" inputMode="numeric" autoComplete="off" value={spaced(code)} onChange={(e) => setCode(e.target.value)} />
        <button type="submit" className="btn primary wide" disabled={busy || spaced(code).length < 19}>{w.follow}</button>
        <p className="note safeline"><Icon name="shield" size={18} />{w.followSafe}</p>
      </form>
    </Card>
  );
}

/** An anonymous letter for whoever holds its code: conversation, answer, rating. Nothing stays on the device. */
export default function FollowUp() {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const done = useDoneWords();
  const [code, setCode] = useState(() => takeHanded() ?? '');
  const [letter, setLetter] = useState<LetterSeen | null>(null);
  const look = useAct(api.followUp, { anonymous: true, after: setLetter, refused: (why) => why.fields.length > 0 || why.status === 404 });
  const step = useAct(api.followUpStep, { anonymous: true, after: setLetter });
  const wrong = look.refusal ? (errorAt(look.refusal, 'code') ?? look.refusal.sentence) : undefined;
  const steps: WriterSteps = {
    code, busy: step.busy, refusal: step.refusal,
    take: async (verb, given) => {
      const out = await step.actNow({ code, step: verb, ...given });
      if (out) tell(done(verb));
      return out !== undefined;
    },
  };
  const close = (): void => {
    setLetter(null);
    setCode('');
  };
  if (letter === null) return <PhonePage title={w.followTitle}><EnterCode code={code} setCode={setCode} open={() => look.act({ code })} busy={look.busy} error={wrong} /></PhonePage>;
  return (
    <PhonePage title={lw.letter} up="/follow-up" actions={<button type="button" className="btn plain" onClick={close}>{w.close}</button>}>
      <WriterLetter letter={letter} steps={steps} />
      <p className="note center">{w.changed}</p>
    </PhonePage>
  );
}
