import { Tooltip } from 'antd';
import { createContext, type ReactNode, useContext } from 'react';
import { Link } from 'react-router';
import { Icon, showNumber, useWords } from '../../../../../web/kit/index.ts';
import { type Counts, exactRate, FORMULA, type Indicator, type Measure, MEASURES, PEOPLE, type PeopleMeasure, pointsFrom, rateOf, reaches, showRate } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';

/** Where the lists behind the numbers begin: `?from=…&to=…&basis=…`; null where nothing may be opened (paper). */
export const ListBase = createContext<string | null>(null);
export type Extra = Readonly<Record<string, string>>;
type Countable = Measure | PeopleMeasure;
const isPeople = (m: Countable): m is PeopleMeasure => (PEOPLE as readonly string[]).includes(m);
const COUNTED: readonly string[] = [...MEASURES, ...PEOPLE];

/** A number that opens the very list it counts; plain where that list may not be opened. */
export function N({ measure, counts, extra, closed }: { measure: keyof Counts & Countable; counts: Counts; extra?: Extra | undefined; closed?: boolean | undefined }) {
  const base = useContext(ListBase);
  const n = counts[measure];
  if (base === null || closed || !COUNTED.includes(measure)) return <span className="num">{showNumber(n)}</span>;
  const query = new URLSearchParams(base);
  for (const [name, value] of Object.entries({ measure, ...extra })) query.set(name, value);
  return <Link className="num drilled" to={`/indicators/${isPeople(measure) ? 'people' : 'items'}?${query}`}>{showNumber(n)}</Link>;
}

/** A rate with its numerator and denominator below; the exact fraction appears when pointed at. */
export function Rate({ indicator, counts, extra, closed }: { indicator: Indicator; counts: Counts; extra?: Extra | undefined; closed?: boolean | undefined }) {
  const rate = rateOf(indicator, counts);
  const [part, of] = FORMULA[indicator];
  return (
    <span className="ratecell">
      <Tooltip title={exactRate(rate)}><b className="num" title={exactRate(rate)}>{showRate(rate)}</b></Tooltip>
      <small><N measure={part} counts={counts} extra={extra} closed={closed} /> ÷ <N measure={of} counts={counts} extra={extra} closed={closed} /></small>
    </span>
  );
}

/** Whether a target is reached, and by how many points. */
export function Attained({ indicator, counts, target }: { indicator: Indicator; counts: Counts; target: number | undefined }) {
  const w = useWords(words);
  const rate = rateOf(indicator, counts);
  const reached = reaches(rate, target);
  if (target === undefined) return <span className="note">{w.noTarget}</span>;
  return (
    <span className={`attained ${reached === null ? '' : reached ? 'ok' : 'warn'}`}>
      {w.target({ target: `${target / 100}%` })}{reached === null ? null : <b> {reached ? w.reached : w.short} <span className="num">{w.points({ points: pointsFrom(rate, target) })}</span></b>}
    </span>
  );
}

/** The sign that tells how a figure is counted. */
export function How({ children }: { children: string }) {
  const w = useWords(words);
  return <Tooltip title={children}><button type="button" className="how" aria-label={`${w.how}: ${children}`}><Icon name="info" size={14} /></button></Tooltip>;
}

/** One indicator as a tile: its rate, its numerator and denominator by name, its formula, its target. */
export function RateTile({ indicator, counts, target }: { indicator: Indicator; counts: Counts; target: number | undefined }) {
  const n = useWords(names);
  const rate = rateOf(indicator, counts);
  const [part, of] = FORMULA[indicator];
  return (
    <div className="tile ratetile">
      <small>{n[indicator]} <How>{n[`${indicator}How`]}</How></small>
      <b className="num" title={exactRate(rate)}>{showRate(rate)}</b>
      <p>{n[part]} <N measure={part} counts={counts} /> ÷ {n[of]} <N measure={of} counts={counts} /></p>
      <Attained indicator={indicator} counts={counts} target={target} />
    </div>
  );
}

/** A sum or a count as a tile. */
export const PlainTile = ({ title, how, value, aside }: { title: string; how: string; value: ReactNode; aside: ReactNode }) => (
  <div className="tile ratetile"><small>{title} <How>{how}</How></small><b className="num">{value}</b><p>{aside}</p></div>
);
