import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Icon, type Output, showShare, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../worklist.contract.ts';
import { words } from '../worklist-ui.words.ts';

type Counts = Output<typeof api.counts>;
type Letters = NonNullable<Counts['letters']>;

/** A number with its meaning; the sign beside the title tells how it is counted. */
function Tile({ title, how, value, late, aside }: { title: string; how: string; value: ReactNode; late?: boolean; aside?: ReactNode }) {
  const w = useWords(words);
  return (
    <div className="tile">
      <small>{title}<Tooltip title={how}><button type="button" className="how" aria-label={`${w.how}: ${how}`}><Icon name="info" size={14} /></button></Tooltip></small>
      <b className={late ? 'num late' : 'num'}>{value}</b>
      {aside}
    </div>
  );
}

/** A line of seven days, oldest first. */
function Spark({ days }: { days: Letters['lastDays'] }) {
  const w = useWords(words);
  const most = Math.max(1, ...days.map((d) => d.opened));
  const points = days.map((d, i) => `${(i * 84) / (days.length - 1) + 3},${25 - (d.opened / most) * 20}`).join(' ');
  return <svg className="spark" viewBox="0 0 90 28" role="img" aria-label={w.series({ days: days.map((d) => d.opened).join(', ') })}><polyline points={points} /></svg>;
}

function LetterTiles({ letters }: { letters: Letters }) {
  const w = useWords(words);
  const { answerDays: a, satisfaction: s } = letters;
  const gain = a.now !== null && a.before !== null ? Math.round((a.before - a.now) * 10) / 10 : null;
  return (
    <>
      <Tile title={w.newLetters} how={w.newLettersHow} value={letters.lastDays.reduce((n, d) => n + d.opened, 0)} aside={<Spark days={letters.lastDays} />} />
      <Tile title={w.answerDays} how={w.answerDaysHow({ quarter: a.quarter, n: a.answered, before: a.answeredBefore })} value={a.now === null ? '—' : a.now.toFixed(1)}
        aside={gain === null ? <i>{a.now === null ? w.notYet : w.nothingBefore}</i> : <i className={gain > 0 ? 'ok' : ''}>{gain > 0 ? w.faster({ n: gain.toFixed(1) }) : gain < 0 ? w.slower({ n: (-gain).toFixed(1) }) : w.same}</i>} />
      <Tile title={w.satisfied} how={w.satisfiedHow} value={s.of === 0 ? '—' : showShare(s.good / s.of)} aside={<i className="num">{s.of === 0 ? w.notYet : w.satisfiedOf({ good: s.good, of: s.of })}</i>} />
    </>
  );
}

/** The tiles above the work list. */
export function Tiles({ counts }: { counts: Counts }) {
  const w = useWords(words);
  const late = counts.late === 0 ? w.noLate : counts.reported > 0 ? w.alsoReported({ late: counts.late, reported: counts.reported }) : w.alsoLate({ late: counts.late });
  return (
    <div className="tiles">
      <Tile title={w.today} how={w.todayHow} value={counts.today} late={counts.today > 0} aside={<i className={counts.late > 0 ? 'late' : ''}>{late}</i>} />
      {counts.letters ? <LetterTiles letters={counts.letters} /> : <Tile title={w.waitingTile} how={w.waitingHow} value={counts.waiting} />}
    </div>
  );
}
