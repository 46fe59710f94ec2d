import { Link } from 'react-router';
import { Chip, Deadline, Facts, type Happening, type Output, showDate, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { Pictures } from '../both/Pictures.tsx';
import { words } from '../desk-ui.words.ts';
import '../review.css';

type Shown = { readonly suggestion: Output<typeof api.one> };

/** Where the suggestion stands. */
export function SuggestionChips({ suggestion: s }: Shown) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const ended = ['rejected', 'abandoned', 'revoked', 'withdrawn', 'incomplete', 'merged'].includes(s.state);
  return (
    <div className="chiprow">
      <Chip kind="info">{sw[`category_${s.category}`]}</Chip>
      <Chip kind={s.late ? 'late' : ended ? 'quiet' : s.adoptedOn ? 'ok' : 'warn'} {...(s.late ? { icon: 'late' as const } : {})}>{s.stateWord}</Chip>
      {s.grade ?? s.firstGrade ? <Chip kind="gold">{s.grade ? w[`grade_${s.grade as 1}`] : `${w.firstGrade} ${w[`grade_${(s.firstGrade ?? 3) as 1}`]}`}</Chip> : null}
      {s.nextDue ? <Deadline due={s.nextDue} /> : null}
    </div>
  );
}

/** The facts an officer needs at a glance. */
export function SuggestionFacts({ suggestion: s }: Shown) {
  const w = useWords(words);
  const language = useLocale();
  const sw = useWords(suggestionWords);
  return (
    <Facts of={[
      [w.number, <span key="n" className="num">{sw.prefix} {s.number}</span>],
      [w.authors, s.authors.length > 0 ? <span key="a" className="sugnames">{s.authors.map((a) => <span key={a.id}>{w.sharesOf({ name: a.name, unit: a.unit, share: a.share })}{a.merged ? ` · ${w.byMerger}` : ''}</span>)}</span> : w.hidden],
      [w.unit, s.unit],
      [w.place, s.place],
      [w.campaign, s.campaign],
      [w.level, w[`level_${s.level}`]],
      [w.group, s.expertGroup ? sw[`group_${s.expertGroup}`] : ''],
      [w.submitted, <span key="s" className="num">{showDate(s.submittedOn, language)}</span>],
      [w.supporters, s.supporters > 0 ? s.supporters : ''],
      [w.mergedInto, s.mergedInto ? <Link key="m" to={`/suggestions/${s.mergedInto.id}`}>{s.mergedInto.name}</Link> : ''],
    ]} />
  );
}

/** Problem, remedy, expected effect and pictures. */
export function SuggestionText({ suggestion: s }: Shown) {
  const w = useWords(words);
  return (
    <>
      {([[w.problem, s.problem], [w.remedy, s.remedy], [w.effect, s.effect]] as const).map(([title, text]) => (text ? <section key={title} className="sugtext"><h3>{title}</h3><p>{text}</p></section> : null))}
      <Pictures files={s.files} />
    </>
  );
}

/** Everything that happened, ending with what is waited for. */
export function SuggestionPast({ suggestion: s }: Shown) {
  const w = useWords(words);
  const language = useLocale();
  const happened: Happening[] = s.events.map((e) => ({
    key: e.id, when: e.at, what: <><span>{e.by ? <b>{e.by}</b> : null} {e.word}</span>{e.text ? <blockquote className="sugsaid">{e.text}</blockquote> : null}<Pictures files={e.files} /></>, ...(e.officersOnly ? { note: w.onlyInside } : {}),
  }));
  const waits: Happening[] = s.nextDue ? [{ key: 'now', now: true, late: s.late, what: w.waits({ union: s.union.name }), note: <Deadline due={s.nextDue} /> }] : [];
  return <Timeline items={[{ key: 'first', what: w.handedIn, note: <span className="num">{showDate(s.submittedOn, language)}</span> }, ...happened, ...waits]} />;
}
