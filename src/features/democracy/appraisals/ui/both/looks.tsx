import { attachments, Icon, type Nearness, type Output, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { mine } from '../../appraisals.contract.ts';
import '../appraisals.css';
import { words } from '../phone.words.ts';

export type Seen = Output<typeof mine.one>;
export type Appraised = Seen['result'][number];
export const STATE_CHIP: Readonly<Record<Seen['state'], Nearness | 'info' | 'union'>> = { prepared: 'quiet', announced: 'info', open: 'union', closed: 'warn', declared: 'ok', void: 'late' };
/** 8,150 as 81.50. */
export const showScore = (of100: number): string => (of100 / 100).toFixed(2);
/** 4,900 as 49%, 3,333 as 33.33%. */
export const showShare = (of10000: number): string => `${String(Math.round(of10000) / 100)}%`;

/** Files of a report of duty. */
export function DutyFiles({ of }: { of: readonly { readonly id: string; readonly name: string }[] }) {
  return of.length === 0 ? null : <ul className="appfiles">{of.map((f) => <li key={f.id}><a href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer"><Icon name="file" size={18} />{f.name}</a></li>)}</ul>;
}

/** Reports of duty, each to be unfolded. */
export function Duties({ of }: { of: readonly Pick<Seen['leaderList'][number], 'no' | 'name' | 'post' | 'duty' | 'files'>[] }) {
  const w = useWords(words);
  return (
    <>
      {of.map((l) => (
        <details key={l.no} className="appone">
          <summary><b>{l.name}</b><span className="note">{l.post}</span></summary>
          <div>{l.duty ? <p className="apptext">{l.duty}</p> : l.files.length === 0 ? <p className="note">{w.noDuty}</p> : null}<DutyFiles of={l.files} /></div>
        </details>
      ))}
    </>
  );
}

/** Grades of one leader as bars. */
export function Bars({ of, grades }: { of: Appraised; grades: Seen['grades'] }) {
  const w = useWords(words);
  if (of.grades.length === 0) return <p className="note">{w.hidden}</p>;
  return (
    <>
      <ul className="appbars">{of.grades.map((g) => <li key={g.id}><span>{grades.find((x) => x.id === g.id)?.name}</span><div className="appbar"><i className={g.id} style={{ width: `${g.rate / 100}%` }} /></div><span className="num">{showShare(g.rate)}</span></li>)}</ul>
      {of.exact ? null : <p className="note">{w.rounded}</p>}
    </>
  );
}

/** One leader's result with those of earlier years. */
export function Result({ of, grades }: { of: Appraised; grades: Seen['grades'] }) {
  const w = useWords(words);
  const language = useLocale();
  const known = of.before.flatMap((y) => (y.score === null ? [] : [w.yearScore({ year: y.year, score: showScore(y.score) })]));
  return (
    <div className="app">
      <p className="approw">{of.score === null ? null : <><span className="note">{w.score}</span><span className="appbig num">{showScore(of.score)}</span></>}<span className="note">{w.marked({ n: of.marked })}</span></p>
      {of.valid ? null : <p className="note">{w.tooFew}</p>}
      <Bars of={of} grades={grades} />
      {known.length > 0 ? <p className="note">{w.before} · {known.join(language === 'zh' ? '，' : ', ')}</p> : null}
    </div>
  );
}
