import { lazy, Suspense, useCallback } from 'react';
import { Card, useWords, Waiting } from '../../../../../web/kit/index.ts';
import type { Roles } from '../../../../../web/kit/chart.tsx';
import { type Indicator, rank, rateOf, wholePercent } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import { How } from './numbers.tsx';
import { type Figures, Months, targetsOf } from './tables.tsx';

const Chart = lazy(() => import('../../../../../web/kit/chart.tsx'));
const MEASURED = ['valid', 'adopted', 'started', 'completed'] as const;

/** Suggestions month by month with the participation rate. */
export function MonthPicture({ figures: f }: { figures: Figures }) {
  const w = useWords(words);
  const n = useWords(names);
  const { months } = f;
  const option = useCallback((r: Roles) => {
    const colours = [r.info, r.ok, r.warn, r.ink2];
    const axis = { axisLine: { lineStyle: { color: r.line } }, axisTick: { show: false }, axisLabel: { color: r.ink2 } };
    return {
      tooltip: { trigger: 'axis' }, legend: { bottom: 0, icon: 'circle', textStyle: { color: r.ink2 } }, grid: { left: 44, right: 44, top: 16, bottom: 52 },
      xAxis: { type: 'category', data: months.map((m) => w.monthShort({ n: Number(m.from.slice(5, 7)) })), ...axis },
      yAxis: [{ type: 'value', minInterval: 1, splitLine: { lineStyle: { color: r.line } }, axisLabel: { color: r.ink2 } }, { type: 'value', min: 0, splitLine: { show: false }, axisLabel: { color: r.ink2, formatter: '{value}%' } }],
      series: [
        ...MEASURED.map((m, i) => ({ name: n[m], type: 'bar', data: months.map((x) => x.counts[m]), itemStyle: { color: colours[i], borderRadius: [3, 3, 0, 0] }, barMaxWidth: 12 })),
        { name: n.participation, type: 'line', yAxisIndex: 1, data: months.map((x) => wholePercent(rateOf('participation', x.counts))), lineStyle: { color: r.ink, width: 2 }, itemStyle: { color: r.ink }, symbol: 'circle' },
      ],
    };
  }, [months, w, n]);
  return (
    <Card title={<>{w.byMonth} <How>{w.byMonthHow}</How></>} className="picture">
      <Suspense fallback={<Waiting lines={5} />}><Chart option={option} height={320} label={w.byMonth} /></Suspense>
      <details><summary>{w.table}</summary><Months figures={f} /></details>
    </Card>
  );
}

/** Units by the chosen indicator, best on top; the mark is the company's target. */
export function RankPicture({ figures: f, by }: { figures: Figures; by: Indicator }) {
  const w = useWords(words);
  const n = useWords(names);
  const option = useCallback((r: Roles) => {
    const rows = rank(f.units, (u) => rateOf(by, u.counts)).filter((x) => x.place !== null).map((x) => x.row);
    const target = targetsOf(f, f.scheme.id)[by];
    return {
      tooltip: { valueFormatter: (v: unknown) => `${String(v)}%` }, grid: { left: 120, right: 48, top: 4, bottom: 8 },
      xAxis: { type: 'value', show: false }, yAxis: { type: 'category', inverse: true, data: rows.map((u) => u.name), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: r.ink, width: 108, overflow: 'truncate' } },
      series: [{ name: n[by], type: 'bar', barMaxWidth: 14, label: { show: true, position: 'right', color: r.ink, formatter: '{c}%' },
        data: rows.map((u) => ({ value: wholePercent(rateOf(by, u.counts)), itemStyle: { color: target !== undefined && (wholePercent(rateOf(by, u.counts)) ?? 0) * 100 < target ? r.warn : r.ok, borderRadius: [0, 4, 4, 0] } })) }],
    };
  }, [f, by, n]);
  return (
    <Card title={<>{n[by]} <How>{n[`${by}How`]}</How></>} className="picture">
      <Suspense fallback={<Waiting lines={5} />}><Chart option={option} height={Math.max(160, 24 * f.units.length + 16)} label={`${w.ranking} ${n[by]}`} /></Suspense>
    </Card>
  );
}
