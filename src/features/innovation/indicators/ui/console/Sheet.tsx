import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, showDate, showMoney, showNumber, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type Counts, exactRate, FORMULA, INDICATORS, kindOf, perHead, rank, rateOf, showRate } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import '../indicators.css';
import { sayPeriod } from './period.tsx';
import { type Figures, targetsOf } from './tables.tsx';

export type PaperFigures = Omit<Figures, 'whole' | 'may'>;

/** A page that is printed: a bar with the way back, which is not printed itself. */
export function PaperFrame({ title, back, children }: { title: string; back: string; children: ReactNode }) {
  const w = useWords(words);
  return (
    <main id="content">
      <title>{title}</title>
      <div className="paperbar"><Link className="btn" to={back}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.paper}</button></div>
      {children}
    </main>
  );
}

/** Rates in one cell: result and its fraction. */
const Cell = ({ of: [part, whole] }: { of: readonly [number, number] }) => <td><b className="num">{showRate({ part, of: whole })}</b> <small className="num">{part}/{whole}</small></td>;

function Breakdown({ head, rows }: { head: string; rows: readonly { key: string; name: ReactNode; counts: Counts }[] }) {
  const n = useWords(names);
  return (
    <table>
      <thead><tr><th scope="col">{head}</th>{INDICATORS.map((i) => <th key={i} scope="col">{n[i]}</th>)}</tr></thead>
      <tbody>{rows.map((r) => <tr key={r.key}><th scope="row">{r.name}</th>{INDICATORS.map((i) => { const rate = rateOf(i, r.counts); return <Cell key={i} of={[rate.part, rate.of]} />; })}</tr>)}</tbody>
    </table>
  );
}

function Summary({ figures: f }: { figures: PaperFigures }) {
  const w = useWords(words);
  const n = useWords(names);
  const targets = targetsOf(f, f.unit?.id ?? f.scheme.id);
  return (
    <table>
      <thead><tr><th scope="col">{w.indicator}</th><th scope="col">{w.formula}</th><th scope="col">{w.numerator}</th><th scope="col">{w.denominator}</th><th scope="col">{w.result}</th><th scope="col">{w.targets}</th></tr></thead>
      <tbody>
        {INDICATORS.map((i) => {
          const rate = rateOf(i, f.all);
          const target = targets[i];
          return <tr key={i}><th scope="row">{n[i]}</th><td className="how2">{FORMULA[i].map((m) => n[m]).join(' ÷ ')}</td><td className="num">{showNumber(rate.part)}</td><td className="num">{showNumber(rate.of)}</td><td className="num" title={exactRate(rate)}><b>{showRate(rate)}</b></td><td className="num">{target === undefined ? '—' : `${target / 100}%`}</td></tr>;
        })}
      </tbody>
    </table>
  );
}

/** The report of a period on one A4 page. */
export function ReportSheet({ figures: f, foot }: { figures: PaperFigures; foot: readonly string[] }) {
  const w = useWords(words);
  const n = useWords(names);
  const language = useLocale();
  const kind = kindOf(f);
  const ranked = rank(f.units, (u) => rateOf('participation', u.counts)).map(({ row }) => row);
  const kinds = f.kinds.filter((k) => k.counts.valid > 0);
  return (
    <article className="a4">
      <h1>{kind === 'month' ? w.monthlyTitle : kind === 'year' ? w.yearlyTitle : w.reportTitle}</h1>
      <p className="under"><span>{f.unit?.name ?? f.scheme.name}</span><span>{sayPeriod(f, w)}</span><span>{w[f.basis]}</span></p>
      <Summary figures={f} />
      <p className="under"><span>{n.standardised} {w.items({ n: showNumber(f.all.standardised) })}</span><span>{n.benefitFen} {showMoney(f.all.benefitFen)}</span>{f.rewards ? <span>{n.rewardFen} {showMoney(f.all.rewardFen)}</span> : null}<span>{w.perHead} {perHead(f.all.valid, f.all.staff)}</span></p>
      {f.unit ? null : <><h2>{w.units}</h2><Breakdown head={w.unit} rows={ranked.map((u) => ({ key: u.id, name: u.head ? w.headUnit({ name: u.name }) : u.name, counts: u.counts }))} /></>}
      <h2>{w.byGroup}</h2><Breakdown head={w.group} rows={f.groups.map((g) => ({ key: g.group, name: n[g.group], counts: g.counts }))} />
      {kinds.length > 0 ? <><h2>{w.byKind}</h2><Breakdown head={w.kind} rows={kinds.map((k) => ({ key: k.kind, name: n[k.kind], counts: k.counts }))} /></> : null}
      <p className="foot">{[w.staffNoteOnly({ day: f.staffDay }), w.made({ day: showDate(new Date(), language, 0) }), ...foot].join(' · ')}</p>
    </article>
  );
}
