import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import type { Roles } from '../../../../../web/kit/chart.tsx';
import { Card, type Output, showMoney, showNumber, useWords, Waiting } from '../../../../../web/kit/index.ts';
import type { api } from '../../savings.contract.ts';
import { words as savingWords } from '../../savings.words.ts';
import { words } from '../desk-ui.words.ts';

const Chart = lazy(() => import('../../../../../web/kit/chart.tsx'));
type Sums = Output<typeof api.sums>;
const yuan = (fen: number): number => Math.round(fen / 100);

function Picture({ title, how, children, numbers }: { title: string; how?: string; children: ReactNode; numbers: readonly (readonly [name: string, fen: number])[] }) {
  const w = useWords(words);
  return (
    <Card title={title}>
      <Suspense fallback={<Waiting lines={5} />}>{children}</Suspense>
      {how ? <p className="note">{how}</p> : null}
      <details><summary>{w.table}</summary><table><tbody>{numbers.map(([name, fen]) => <tr key={name}><th>{name}</th><td className="num">{showMoney(fen)}</td></tr>)}</tbody></table></details>
    </Card>
  );
}

/** What was saved month by month. */
export function MonthPicture({ months }: { months: Sums['months'] }) {
  const w = useWords(words);
  const option = useCallback((r: Roles) => ({
    tooltip: { trigger: 'axis' }, grid: { left: 64, right: 8, top: 28, bottom: 28 },
    xAxis: { type: 'category', data: months.map((m) => w.monthN({ n: m.month })), axisLine: { lineStyle: { color: r.line } }, axisTick: { show: false }, axisLabel: { color: r.ink2 } },
    yAxis: { type: 'value', name: w.yuan, nameTextStyle: { color: r.ink2 }, splitLine: { lineStyle: { color: r.line } }, axisLabel: { color: r.ink2 } },
    series: [{ type: 'bar', name: w.yuan, data: months.map((m) => yuan(m.fen)), itemStyle: { color: r.ok, borderRadius: [4, 4, 0, 0] }, barMaxWidth: 28 }],
  }), [months, w]);
  return <Picture title={w.byMonth} how={w.byMonthHow} numbers={months.map((m) => [w.monthN({ n: m.month }), m.fen] as const)}><Chart option={option} height={280} label={w.byMonth} /></Picture>;
}

/** What was saved, by kind. */
export function KindPicture({ kinds }: { kinds: Sums['kinds'] }) {
  const w = useWords(words);
  const kw = useWords(savingWords);
  const option = useCallback((r: Roles) => ({
    tooltip: {}, grid: { left: 72, right: 72, top: 4, bottom: 8 },
    xAxis: { type: 'value', show: false }, yAxis: { type: 'category', data: kinds.map((k) => kw[`kind_${k.kind}`]), inverse: true, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: r.ink } },
    series: [{ type: 'bar', data: kinds.map((k) => yuan(k.fen)), itemStyle: { color: r.info, borderRadius: [0, 4, 4, 0] }, barMaxWidth: 18, label: { show: true, position: 'right', color: r.ink, formatter: ({ value }: { value: number }) => showNumber(value) } }],
  }), [kinds, kw]);
  return <Picture title={w.byKind} numbers={kinds.map((k) => [kw[`kind_${k.kind}`], k.fen] as const)}><Chart option={option} height={244} label={w.byKind} /></Picture>;
}
