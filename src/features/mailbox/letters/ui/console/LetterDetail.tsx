import { Basis, Chip, Deadline, Facts, Icon, showDeadlineInFull, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { words as letterWords } from '../../letters.words.ts';
import { Rated } from '../both/Faces.tsx';
import { type LetterSeen, LetterStory } from '../both/LetterStory.tsx';
import { words } from '../desk-ui.words.ts';
import { MailAddress } from './MailAddress.tsx';
import '../letters.css';
import '../desk.css';
import { Photos } from '../both/Photos.tsx';

/** Where the letter belongs and how its writer wants to be known. */
export function LetterChips({ letter }: { letter: LetterSeen }) {
  const lw = useWords(letterWords);
  const w = useWords(words);
  return (
    <div className="chiprow">
      <Chip kind="info">{lw.title}</Chip>
      {letter.channel === 'email' ? <Chip icon="letter">{lw.channel_email}</Chip> : <Chip {...(letter.privacy === 'named' ? {} : { icon: 'hidden' as const })}>{lw[`privacy_${letter.privacy}`]}</Chip>}
      {letter.aboutChair ? <Chip kind="warn" icon="late">{w.aboutChairChip}</Chip> : null}
      {letter.late ? <Chip kind="late" icon="late">{letter.reportedTo ? w.reported({ union: letter.reportedTo }) : letter.stateWord}</Chip> : <Chip kind={letter.state === 'closed' ? 'ok' : 'quiet'}>{letter.stateWord}</Chip>}
    </div>
  );
}

/** The clocks: those that were met say whether in time, those that run say until when. */
function Clocks({ letter }: { letter: LetterSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const name = { accept: w.dueAccept, answer: w.dueAnswer, finish: w.dueFinish };
  return (
    <span className="clocks">
      {letter.clocks.map((c) => (c.due === null ? null : (
        <span key={c.clock}>{name[c.clock]} <Deadline due={c.due} {...(c.met ? { metAt: c.met } : {})} />{c.met === null && letter.nextClock === c.clock ? <em>{showDeadlineInFull(c.due, language)}</em> : null}</span>
      )))}
    </span>
  );
}

/** The facts an officer needs at a glance. */
export function LetterFacts({ letter }: { letter: LetterSeen }) {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const category = lw[`category_${letter.category}` as keyof typeof lw] as string | undefined;
  const moved = letter.originUnion.id !== letter.union.id;
  return (
    <Facts of={[
      [w.number, <span key="n" className="num">{lw.prefix} {letter.number}</span>],
      [w.writer, <span key="w">{letter.writer}<span className="note"> · {letter.originUnion.name}</span></span>],
      [w.mailAddress, letter.address ? <MailAddress key={letter.id} id={letter.id} masked={letter.address} /> : null],
      [w.category, [category, letter.place].filter(Boolean).join(' · ')],
      [w.sameKind, letter.topic?.name],
      [w.assignee, [moved || letter.assignee ? letter.union.name : '', letter.assignee ?? ''].filter(Boolean).join(' · ')],
      [w.deadlines, <Clocks key="c" letter={letter} />],
      [w.rated, letter.ratingAgain ?? letter.rating ? <Rated key="r" n={letter.ratingAgain ?? letter.rating ?? 3} /> : ''],
    ]} />
  );
}

/** The letter itself. */
export function LetterText({ letter }: { letter: LetterSeen }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <section className="lettersheet" aria-label={w.letterText}>
      <p className="note">{w.letterText} · <time>{showTime(letter.openedAt, language)}</time></p>
      <p className="lettertext">{letter.text}</p>
      <Photos files={letter.files} />
    </section>
  );
}

/** Everything that happened, and on what the deadlines rest. */
export function LetterPast({ letter }: { letter: LetterSeen }) {
  const w = useWords(words);
  return (
    <>
      <LetterStory letter={letter} />
      {letter.publication ? <p className="note publicline"><Icon name="board" size={16} />{w.published}: {letter.publication.question}</p> : null}
      {letter.basis.length > 0 ? <Basis>{letter.basis.map((b) => <span key={b} className="basisline">{b}</span>)}</Basis> : null}
    </>
  );
}
