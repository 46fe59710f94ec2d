import { useParams } from 'react-router';
import { call, Loaded, PhonePage, RefusedByServer, refresh, tell, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { useState } from 'react';
import { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import { words } from '../letter-ui.words.ts';
import '../letters.css';
import { WriterLetter, type WriterSteps, type WriterVerb } from './WriterLetter.tsx';

/** What is said when a step of the writer is done. */
export function useDoneWords(): (step: WriterVerb) => string {
  const w = useWords(words);
  return (step) => ({ say: w.sayDone, rate: w.thanks, confirm: w.thanks, dispute: w.disputeDone, reopen: w.reopenDone, withdraw: w.withdrawDone })[step];
}

function useSteps(id: string, version: number): WriterSteps {
  const done = useDoneWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusedByServer | null>(null);
  const take: WriterSteps['take'] = async (step, { text = '', rating = 3, files = [] }) => {
    setBusy(true);
    setRefusal(null);
    const at = { id, version };
    try {
      if (step === 'say') await call(api.say, { ...at, text, files });
      else if (step === 'rate') await call(api.rate, { ...at, rating, ...(text ? { text } : {}) });
      else if (step === 'confirm') await call(api.confirm, { ...at, rating });
      else if (step === 'withdraw') await call(api.withdraw, at);
      else await call(step === 'dispute' ? api.dispute : api.reopen, { ...at, text });
      tell(done(step));
      await refresh(api.letter, api.mine);
      return true;
    } catch (why) {
      if (!(why instanceof RefusedByServer)) throw why;
      setRefusal(why);
      if (why.fields.length === 0) tell(why.sentence, 'bad');
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { take, busy, refusal };
}

/** One of my letters: where it stands, who has it and until when, what was said, and what I can do. */
export default function Letter() {
  const w = useWords(letterWords);
  const { id = '' } = useParams();
  const letter = useCall(api.letter, { id });
  const steps = useSteps(id, letter.data?.version ?? 1);
  useLive(() => void refresh(api.letter));
  return (
    <PhonePage title={w.letter} up="/letters">
      <Loaded from={letter} lines={6}>{(l) => <WriterLetter letter={l} steps={steps} />}</Loaded>
    </PhonePage>
  );
}
