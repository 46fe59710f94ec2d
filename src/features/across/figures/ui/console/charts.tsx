import { Tooltip } from 'antd';
import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { Card, Icon, type Output, showShare, useWords, Waiting } from '../../../../../web/kit/index.ts';
import type { api } from '../../figures.contract.ts';
import { words } from '../figures-ui.words.ts';
import type { Roles } from '../../../../../web/kit/chart.tsx';

const Chart = lazy(() => import('../../../../../web/kit/chart.tsx'));
type Figures = Output<typeof api.figures>;

/** The sign that tells how a figure is counted. */
export function How({ children }: { children: string }) {
  const w = useWords(words);
  return <Tooltip title={children}><button type="button" className="how" aria-label={`${w.how}: ${children}`}><Icon name="info" size={14} /></button></Tooltip>;
}

function Picture({ title, how, children, numbers }: { title: string; how: string; children: ReactNode; numbers: ReactNode }) {
  const w = useWords(words);
  return (
    <Card title={<>{title} <How>{how}</How></>} className="picture">
      <Suspense fallback={<Waiting lines={5} />}>{children}</Suspense>
      <p className="note howline">{how}</p>
      <details><summary>{w.table}</summary>{numbers}</details>
    </Card>
  );
}

/** Received, answered and in time, month by month. */
export function MonthPicture({ months }: { months: Figures['months'] }) {
  const w = useWords(words);
  const names = months.map((m) => w.month({ n: m.month }));
  const option = useCallback((r: Roles) => ({
    tooltip: { trigger: 'axis' }, legend: { bottom: 0, icon: 'circle', textStyle: { color: r.ink2 } }, grid: { left: 32, right: 8, top: 12, bottom: 52 },
    xAxis: { type: 'category', data: months.map((m) => w.month({ n: m.month })), axisLine: { lineStyle: { color: r.line } }, axisTick: { show: false }, axisLabel: { color: r.ink2 } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: r.line } }, axisLabel: { color: r.ink2 } },
    series: [
      { name: w.opened, type: 'bar', data: months.map((m) => m.opened), itemStyle: { color: r.info, borderRadius: [4, 4, 0, 0] }, barMaxWidth: 18 },
      { name: w.answered, type: 'bar', data: months.map((m) => m.answered), itemStyle: { color: r.ok, borderRadius: [4, 4, 0, 0] }, barMaxWidth: 18 },
      { name: w.onTime, type: 'line', data: months.map((m) => m.inTime), lineStyle: { color: r.warn, width: 2 }, itemStyle: { color: r.warn }, symbol: 'circle' },
    ],
  }), [months, w]);
  const numbers = (
    <table><thead><tr><th />{names.map((n) => <th key={n}>{n}</th>)}</tr></thead>
      <tbody>{([[w.opened, 'opened'], [w.answered, 'answered'], [w.onTime, 'inTime']] as const).map(([name, key]) => <tr key={key}><th>{name}</th>{months.map((m) => <td key={m.month} className="num">{m[key]}</td>)}</tr>)}</tbody></table>
  );
  return <Picture title={w.byMonth} how={w.byMonthHow} numbers={numbers}><Chart option={option} height={372} label={w.byMonth} /></Picture>;
}

/** Letters by kind, the most frequent on top. */
export function CategoryPicture({ categories, all }: { categories: Figures['categories']; all: number }) {
  const w = useWords(words);
  const option = useCallback((r: Roles) => ({
    tooltip: {}, grid: { left: 96, right: 40, top: 4, bottom: 8 },
    xAxis: { type: 'value', show: false }, yAxis: { type: 'category', data: categories.map((c) => c.title), inverse: true, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: r.ink } },
    series: [{ type: 'bar', data: categories.map((c) => c.opened), itemStyle: { color: r.info, borderRadius: [0, 4, 4, 0] }, barMaxWidth: 16, label: { show: true, position: 'right', color: r.ink } }],
  }), [categories]);
  const numbers = <table><thead><tr><th>{w.kind}</th><th>{w.count}</th></tr></thead><tbody>{categories.map((c) => <tr key={c.category}><th>{c.title}</th><td className="num">{c.opened}</td></tr>)}</tbody></table>;
  return <Picture title={w.byCategory} how={w.byCategoryHow({ n: all })} numbers={numbers}>{categories.length === 0 ? <p className="note">{w.none}</p> : <Chart option={option} height={Math.max(120, 28 * categories.length + 16)} label={w.byCategory} />}</Picture>;
}

/** Of the deadlines that were met or have passed, how many were kept. */
export function DeadlinePicture({ deadlines }: { deadlines: Figures['deadlines'] }) {
  const w = useWords(words);
  const name = { accept: w.accept, answer: w.answer, finish: w.finish };
  return (
    <Card title={<>{w.deadlines} <How>{w.deadlinesHow}</How></>} className="picture">
      <ul className="kept">
        {deadlines.map(({ clock, kept }) => (
          <li key={clock}>
            <span>{name[clock]}</span>
            <meter min={0} max={Math.max(1, kept.of)} value={kept.part} aria-label={name[clock]} />
            <b className="num">{kept.of === 0 ? w.none : showShare(kept.part / kept.of)}</b>
            <i className="note num">{w.ofLetters({ part: kept.part, of: kept.of })}</i>
          </li>
        ))}
      </ul>
      <p className="note howline">{w.deadlinesHow}</p>
    </Card>
  );
}
