import { Segmented, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { addDays, addMonths, daysBetween, legalDateOf, monthEnd, monthStart, partsOf } from '#shared/dates';
import { Icon, type SpokenWords, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { type Basis, before, kindOf, type Period } from '../../indicators.rules.ts';
import { words } from '../indicators-ui.words.ts';

const LENGTH = { year: 12, quarter: 3, month: 1 } as const;
const today = (): string => legalDateOf(new Date());
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The calendar year, quarter or month around a day. */
function around(day: string, kind: keyof typeof LENGTH): Period {
  const { year, month } = partsOf(day);
  const first = kind === 'year' ? 1 : kind === 'quarter' ? month - ((month - 1) % 3) : month;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  return { from, to: monthEnd(addMonths(from, LENGTH[kind] - 1)) };
}

/** The period after, of the same kind. */
function following(p: Period): Period {
  const kind = kindOf(p);
  return kind === 'free' ? { from: addDays(p.to, 1), to: addDays(p.to, 1 + daysBetween(p.from, p.to)) } : around(addDays(p.to, 1), kind);
}

/** What the page shows, all of it in the address bar: period, way of counting, unit, order of the ranking. */
export function useAsked() {
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const whole = around(today(), 'year');
  const [from, to] = [params.get('from'), params.get('to')];
  const period = isDay(from) && isDay(to) && from <= to ? { from, to } : whole;
  const basis: Basis = params.get('basis') === 'event' ? 'event' : 'cohort';
  const unitId = params.get('unitId') ?? undefined;
  const set = (what: Readonly<Record<string, string | undefined>>): void => setParams((all) => {
    const next = new URLSearchParams(all);
    for (const [name, value] of Object.entries(what)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  });
  const asked = { ...period, basis, ...(unitId ? { unitId } : {}), ...(union ? { unionId: union } : {}) };
  return { period, basis, unitId, by: params.get('by'), asked, set };
}
export type Asked = ReturnType<typeof useAsked>;

/** A period as people say it. */
export function sayPeriod(p: Period, w: SpokenWords<typeof words>): string {
  const { year, month } = partsOf(p.from);
  const kind = kindOf(p);
  if (kind === 'year') return w.yearName({ year });
  if (kind === 'quarter') return w.quarterName({ year, n: (month + 2) / 3 });
  return kind === 'month' ? w.monthName({ year, n: month }) : w.freeName(p);
}

/** Chooses period, way of counting and unit. */
export function PeriodBar({ asked, units }: { asked: Asked; units: readonly { id: string; name: string }[] }) {
  const w = useWords(words);
  const { period, basis, unitId, set } = asked;
  const kind = kindOf(period);
  const go = (p: Period): void => set({ from: p.from, to: p.to });
  return (
    <div className="indicatorbar panel">
      <Segmented aria-label={w.period} value={kind} options={(['year', 'quarter', 'month', 'free'] as const).map((k) => ({ value: k, label: w[k] }))}
        onChange={(k) => go(k === 'free' ? { from: monthStart(period.from), to: addDays(period.to, -1) < period.from ? period.to : addDays(period.to, -1) } : around(period.from > today() ? today() : kind === 'year' && period.to >= today() ? today() : period.from, k))} />
      <span className="indicatorstep">
        <button type="button" className="iconbtn" aria-label={w.before} onClick={() => go(before(period))}><Icon name="back" size={18} /></button>
        {kind === 'free' ? <><Day label={w.from} value={period.from} onChange={(d) => d && go({ from: d, to: d > period.to ? d : period.to })} /><Day label={w.to} value={period.to} onChange={(d) => d && go({ from: d < period.from ? d : period.from, to: d })} /></> : <b className="num">{sayPeriod(period, w)}</b>}
        <button type="button" className="iconbtn" aria-label={w.after} onClick={() => go(following(period))}><Icon name="next" size={18} /></button>
      </span>
      <Segmented aria-label={w.basis} value={basis} options={[{ value: 'cohort', label: w.cohort }, { value: 'event', label: w.event }]} onChange={(b) => set({ basis: b === 'event' ? 'event' : undefined })} />
      {units.length > 1 ? <Select {...namedList(w.unit)} className="indicatorunit" value={unitId ?? ''} showSearch optionFilterProp="label" onChange={(id: string) => set({ unitId: id || undefined })} options={[{ value: '', label: w.wholeScheme }, ...units.map((u) => ({ value: u.id, label: u.name }))]} /> : null}
      <p className="note">{basis === 'cohort' ? w.cohortHow : w.eventHow}</p>
    </div>
  );
}
