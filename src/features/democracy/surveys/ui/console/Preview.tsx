import { useState } from 'react';
import { tell, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type Answers, type Form, questionsOf } from '../../form.rules.ts';
import { Questionnaire } from '../both/Questionnaire.tsx';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';

/** The questionnaire as it is on the phone; it can be tried to its end and keeps nothing. */
export function Preview({ form }: { form: Form }) {
  const w = useWords(words);
  const p = useWords(phone);
  const app = useLocale();
  const [answers, write] = useState<Answers>({});
  const [round, again] = useState(0);
  const [english, setEnglish] = useState(app === 'en');
  const restart = (): void => { write({}); again(round + 1); };
  return (
    <>
      <p className="svhead"><b>{w.previewTitle}</b><span className="note grow">{w.previewHint}</span>{form.english ? <button type="button" className="btn" onClick={() => setEnglish(!english)}>{english ? w.inChinese : w.inEnglish}</button> : null}<button type="button" className="btn" onClick={restart}>{w.restart}</button></p>
      <section className="svphone" aria-label={w.previewTitle}>
        {questionsOf(form).length === 0 ? <p className="note">{w.fault_noQuestion}</p> : <Questionnaire key={round} form={form} answers={answers} write={write} language={english ? 'en' : 'zh'} done={(a) => { tell(p.testDone({ n: Object.keys(a).length })); restart(); }} foot={(buttons) => buttons} />}
      </section>
    </>
  );
}
