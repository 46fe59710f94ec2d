import { Chip, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { reviews } from '../../review.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../review-ui.words.ts';
import '../review.css';

export type Opinion = Output<typeof reviews.opinions>['items'][number];
type Verdict = NonNullable<Opinion['verdict']>;
export const VERDICTS: readonly Verdict[] = ['implement', 'adopt', 'reject'];

/** A verdict with its grade, as a word. */
export function VerdictChip({ verdict, grade }: { verdict: Verdict; grade: number | null }) {
  const w = useWords(words);
  const graded = grade === null ? '' : ` · ${w[`grade_${grade as 1 | 2 | 3}`]}`;
  return <Chip kind={verdict === 'implement' ? 'ok' : verdict === 'adopt' ? 'info' : 'warn'}>{w[`verdict_${verdict}`]}{graded}</Chip>;
}

/** One opinion: who, what, why; or that it is waited for. */
export function OpinionCard({ opinion: o }: { opinion: Opinion }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const language = useLocale();
  return (
    <article className="opinion" aria-label={o.reviewer.name}>
      <p className="opinionhead"><b>{o.reviewer.name}</b><span className="note">{[sw[`group_${o.expertGroup}`], o.reviewer.unit, o.round > 1 ? w.round_2 : ''].filter(Boolean).join(' · ')}</span></p>
      {o.verdict ? <VerdictChip verdict={o.verdict} grade={o.grade} /> : null}
      {o.text ? <blockquote className="sugsaid">{o.text}</blockquote> : null}
      {o.conflict ? <p className="note">{w.steppedBack({ why: o.conflict })}</p> : null}
      {o.givenAt === null ? <p className="note">{w.waitingSince({ date: showDate(o.askedAt, language) })}</p> : null}
    </article>
  );
}
