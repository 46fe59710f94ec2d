import { type ReactNode, useState } from 'react';
import { ask, Attach, type Attached, attachments, Basis, Card, Chip, Deadline, errorAt, Facts, FieldText, type RefusedByServer, showDeadlineInFull, showTime, StepBar, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { words as letterWords } from '../../letters.words.ts';
import { Faces, Rated } from '../both/Faces.tsx';
import { type LetterSeen, LetterStory } from '../both/LetterStory.tsx';
import { words } from '../letter-ui.words.ts';
import { Photos } from '../both/Photos.tsx';

export type WriterVerb = 'say' | 'rate' | 'dispute' | 'reopen' | 'confirm' | 'withdraw';
/** How the writer's steps travel: with a session, or by follow-up code. */
export type WriterSteps = {
  readonly take: (step: WriterVerb, given: { text?: string; rating?: number; files?: string[] }) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: RefusedByServer | null;
  /** the follow-up code, when there is no session */
  readonly code?: string;
};
type Shown = { readonly letter: LetterSeen; readonly steps: WriterSteps };

/** The four stations of a letter and where it stands. */
export function LetterBar({ place4 }: { place4: number | null }) {
  const w = useWords(words);
  return place4 === null ? null : <StepBar steps={[w.stepReceived, w.stepWorking, w.stepAnswered, w.stepSettled]} at={place4 === 4 ? 4 : place4 - 1} />;
}

function Head({ letter }: { letter: LetterSeen }) {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const language = useLocale();
  const until = { accept: w.untilAccept, answer: w.untilAnswer, finish: w.untilFinish }[letter.nextClock ?? 'answer'] ?? w.untilAnswer;
  const who = letter.assignee ? `${letter.union.name} · ${letter.assignee}` : letter.union.name;
  const category = lw[`category_${letter.category}` as keyof typeof lw] as string | undefined;
  return (
    <Card>
      <div className="chiprow">
        <Chip kind={letter.state === 'closed' ? 'ok' : letter.state === 'answered' ? 'warn' : letter.state === 'declined' ? 'late' : 'info'}>{letter.stateWord}</Chip>
        {category ? <Chip>{category}</Chip> : null}
        {letter.channel === 'email' ? <Chip icon="letter">{lw.channel_email}</Chip> : <Chip {...(letter.privacy === 'named' ? {} : { icon: 'hidden' as const })}>{lw[`privacy_${letter.privacy}`]}</Chip>}
      </div>
      <h2 className="lettertitle">{letter.title}</h2>
      <LetterBar place4={letter.place4} />
      <Facts of={[
        [w.number, <span key="n" className="num">{lw.prefix} {letter.number}</span>],
        [w.whoHas, letter.place4 !== null && letter.place4 < 4 ? who : ''],
        [w.deadline, letter.nextDue ? <span key="d" className="dueline"><Deadline due={letter.nextDue} /><span>{until({ time: showDeadlineInFull(letter.nextDue, language) })}</span></span> : ''],
        [w.place_, letter.place],
        [w.yourRating, letter.ratingAgain ?? letter.rating ? <Rated key="r" n={letter.ratingAgain ?? letter.rating ?? 3} /> : ''],
      ]} />
      {letter.late ? <p className="lateline">{letter.reportedTo ? w.reported({ union: letter.reportedTo }) : w.late}</p> : null}
    </Card>
  );
}

/** Faces and words after an answer, or four weeks later; with the way back when it is not settled. */
function RateCard({ letter, steps, verb, other }: Shown & { verb: 'rate' | 'confirm'; other: ReactNode }) {
  const w = useWords(words);
  const [rating, setRating] = useState<number | null>(null);
  const [text, setText] = useState('');
  const title = verb === 'rate' ? w.rateTitle : w.confirmTitle;
  const answer = letter.events.findLast((e) => e.step === 'answer');
  return (
    <Card title={title} className="ratecard">
      {answer ? <><p className="note">{w.answerTitle} · {answer.by}</p><blockquote className="said">{answer.text}</blockquote></> : null}
      <Faces label={title} value={rating} onChange={setRating} />
      {rating !== null && verb === 'rate' ? <FieldText label={w.rateText} rows={2} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} /> : null}
      <p className="note">{verb === 'rate' ? w.rateHint : w.confirmHint}</p>
      <div className="pair">
        <button type="button" className="btn primary" disabled={rating === null || steps.busy} onClick={() => void steps.take(verb, { rating: rating ?? 3, ...(text.trim() && verb === 'rate' ? { text } : {}) })}>{w.rateSend}</button>
        {other}
      </div>
    </Card>
  );
}

/** A step that needs a text: adding something, asking them to look again. */
function TextCard({ steps, verb, close }: { steps: WriterSteps; verb: 'say' | 'dispute' | 'reopen'; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const told = { say: [w.sayTitle, w.sayHint], dispute: [w.disputeTitle, w.disputeHint], reopen: [w.reopenTitle, w.reopenHint] }[verb];
  const send = async (): Promise<void> => {
    if (await steps.take(verb, { text, files: files.map((f) => f.id) })) close();
  };
  return (
    <Card title={told[0]}>
      <div className="fields">
        <FieldText label={w.sayYours} hint={told[1]} rows={4} maxLength={5000} autoFocus value={text} error={errorAt(steps.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        {steps.code || verb !== 'say' ? null : <Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} />}
        <div className="pair">
          <button type="button" className="btn" onClick={close}>{w.cancel}</button>
          <button type="button" className="btn primary" disabled={steps.busy || text.trim() === ''} onClick={() => void send()}>{w.sendIt}</button>
        </div>
      </div>
    </Card>
  );
}

function Body({ letter, code }: { letter: LetterSeen; code: string | undefined }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Card title={w.yourLetter} aside={showTime(letter.openedAt, language)}>
      <p className="lettertext">{letter.text}</p>
      <Photos files={letter.files} code={code} />
      {letter.topic ? <p className="note">{w.topic({ name: letter.topic.name })}</p> : null}
      {letter.publication ? <p className="note">{w.published}</p> : null}
    </Card>
  );
}

/** A letter as its writer sees it, with every step that is open. */
export function WriterLetter({ letter, steps }: Shown) {
  const w = useWords(words);
  const [writing, setWriting] = useState<'say' | 'dispute' | 'reopen' | null>(null);
  const may = (verb: WriterVerb): boolean => letter.may.includes(verb);
  const again = may('dispute') ? 'dispute' : may('reopen') ? 'reopen' : null;
  const asked = letter.events.at(-1)?.step === 'ask' && may('say');
  const withdraw = async (): Promise<void> => {
    if (await ask({ title: w.withdrawAsk, text: w.withdrawHint, yes: w.withdrawYes, danger: true })) await steps.take('withdraw', {});
  };
  const back = again ? <button type="button" className="btn" onClick={() => setWriting(again)}>{again === 'dispute' ? w.dispute : w.reopen}</button> : null;
  return (
    <>
      <Head letter={letter} />
      {asked && writing === null ? <Card className="asked"><p>{w.asked}</p><blockquote className="said">{letter.events.at(-1)?.text}</blockquote><button type="button" className="btn primary" onClick={() => setWriting('say')}>{w.sayAnswer}</button></Card> : null}
      {writing ? <TextCard key={writing} steps={steps} verb={writing} close={() => setWriting(null)} /> : null}
      {!writing && may('rate') ? <RateCard letter={letter} steps={steps} verb="rate" other={back} /> : null}
      {!writing && may('confirm') ? <RateCard letter={letter} steps={steps} verb="confirm" other={back} /> : null}
      <Card title={w.story}><LetterStory letter={letter} code={steps.code} /></Card>
      <Body letter={letter} code={steps.code} />
      {writing ? null : (
        <div className="lastacts">
          {may('say') && !asked ? <button type="button" className="btn" onClick={() => setWriting('say')}>{w.say}</button> : null}
          {back && !may('rate') && !may('confirm') ? back : null}
          {may('withdraw') ? <button type="button" className="btn plain" disabled={steps.busy} onClick={() => void withdraw()}>{w.withdraw}</button> : null}
        </div>
      )}
      {letter.basis.length > 0 && letter.nextDue ? <Basis><b>{w.basisTitle}</b><br />{letter.basis.map((b) => <span key={b} className="basisline">{b}</span>)}</Basis> : null}
    </>
  );
}
