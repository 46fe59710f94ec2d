import { type Happening, type Output, showDeadlineInFull, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../letters.contract.ts';
import { Rated } from './Faces.tsx';
import { words } from '../letter-ui.words.ts';
import { Photos } from './Photos.tsx';

export type LetterSeen = Output<typeof api.letter>;
type Event = LetterSeen['events'][number];

function What({ event, mine, code }: { event: Event; mine: boolean; code: string | undefined }) {
  const w = useWords(words);
  const who = event.byKind === 'author' && mine ? w.you : event.byKind === 'system' ? '' : event.by;
  return (
    <>
      <span className="storyline">{who ? <b>{who}</b> : null} {event.word}{event.rating === null ? null : <> <Rated n={event.rating} /></>}</span>
      {event.text ? <blockquote className={event.byKind === 'author' ? 'said own' : 'said'}>{event.text}</blockquote> : null}
      <Photos files={event.files} code={code} />
    </>
  );
}

/** What is waited for now, as the last line of the story; undefined when the letter has come to its end. */
function useWaited(letter: LetterSeen): Happening | undefined {
  const w = useWords(words);
  const language = useLocale();
  if (letter.state === 'answered') return { key: 'now', now: true, what: letter.mine ? w.waitsYou : w.waitsWriter };
  if (letter.nextDue === null) return undefined;
  const union = letter.assignee ? `${letter.union.name} · ${letter.assignee}` : letter.union.name;
  const wait = { accept: w.waitsClock_accept, answer: w.waitsClock_answer, finish: w.waitsClock_finish }[letter.nextClock ?? 'answer'] ?? w.waitsOffice;
  return {
    key: 'now', now: true, late: letter.late, what: wait({ union }),
    note: letter.late ? (letter.reportedTo ? w.reported({ union: letter.reportedTo }) : w.late) : <>{showDeadlineInFull(letter.nextDue, language)} · {w.lateNote}</>,
  };
}

/** Everything that happened to a letter, oldest first, ending with what is waited for, from whom and until when. */
export function LetterStory({ letter, code }: { letter: LetterSeen; code?: string | undefined }) {
  const w = useWords(words);
  const waited = useWaited(letter);
  const happened: Happening[] = letter.events.map((e) => ({
    key: e.id, what: <What event={e} mine={letter.mine} code={code} />, when: e.at, ...(e.note ? { note: e.note } : {}), late: e.step.startsWith('escalated'),
  }));
  const arrived: Happening = { key: 'opened', what: w.stepReceived, when: letter.openedAt };
  return <Timeline items={[arrived, ...happened, ...(waited ? [waited] : [])]} />;
}
