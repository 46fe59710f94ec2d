import { lazy, Suspense, useCallback } from 'react';
import { Card, DeskPage, Icon, Loaded, type Output, showDate, showNumber, useCall, useLocale, useScope, useWords, Waiting } from '../../../../../web/kit/index.ts';
import type { Roles } from '../../../../../web/kit/chart.tsx';
import { desk } from '../../desk.contract.ts';
import { useItem } from '../both/Door.tsx';
import { words } from '../locker-ui.words.ts';
import { Tabs } from './Tabs.tsx';

type Figures = Output<typeof desk.statistics>;
const Chart = lazy(() => import('../../../../../web/kit/chart.tsx'));

const Tile = ({ name, n, note }: { name: string; n: string; note?: string }) => <div className="tile"><small>{name}</small><b className="num lkwhole">{n}</b>{note ? <i>{note}</i> : null}</div>;

function Tiles({ of: f }: { of: Figures }) {
  const w = useWords(words);
  const t = f.totals;
  return (
    <div className="tiles">
      <Tile name={w.cabinets} n={showNumber(t.cabinets)} note={w.inUnions({ n: t.unions })} /><Tile name={w.doors} n={showNumber(t.doors)} note={w.kindsN({ n: t.kinds })} /><Tile name={w.lentTimes} n={showNumber(t.lent)} note={w.borrowersN({ n: t.borrowers })} />
      <Tile name={w.onTime} n={t.ended === 0 ? '–' : `${Math.round((t.onTime * 100) / t.ended)}%`} note={w.onTimeHow({ n: t.ended })} /><Tile name={w.writtenOffN} n={showNumber(t.writtenOff)} />
    </div>
  );
}

function Table({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly [string, ...number[]])[] }) {
  return <table className="lkrows"><thead><tr>{heads.map((h, i) => <th key={h} scope="col" className={i > 0 ? 'num' : ''}>{h}</th>)}</tr></thead><tbody>{rows.map(([name, ...of]) => <tr key={name}><td>{name}</td>{of.map((n, i) => <td key={heads[i + 1]} className="num">{showNumber(n)}</td>)}</tr>)}</tbody></table>;
}

function Months({ of: f }: { of: Figures }) {
  const w = useWords(words);
  const option = useCallback((r: Roles) => {
    const axis = { axisLine: { lineStyle: { color: r.line } }, axisTick: { show: false }, axisLabel: { color: r.ink2 } };
    const bar = (name: string, data: number[], color: string) => ({ name, type: 'bar', data, itemStyle: { color, borderRadius: [3, 3, 0, 0] }, barMaxWidth: 20 });
    return {
      tooltip: { trigger: 'axis' }, legend: { bottom: 0, icon: 'circle', textStyle: { color: r.ink2 } }, grid: { left: 44, right: 12, top: 16, bottom: 52 }, xAxis: { type: 'category', data: f.months.map((m) => m.month), ...axis }, yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: r.line } }, axisLabel: { color: r.ink2 } },
      series: [bar(w.lentTimes, f.months.map((m) => m.lent), r.info), bar(w.taken, f.months.map((m) => m.taken), r.ok)],
    };
  }, [f, w]);
  return (
    <Card title={w.byMonth} className="picture">
      <Suspense fallback={<Waiting lines={5} />}><Chart option={option} height={280} label={w.chartLabel} /></Suspense>
      <details><summary>{w.month}</summary><Table heads={[w.month, w.lentTimes, w.taken]} rows={f.months.map((m) => [m.month, m.lent, m.taken])} /></details>
    </Card>
  );
}

/** Twelve months of lockers in figures: months, items, unions. */
export default function Statistics() {
  const w = useWords(words);
  const language = useLocale();
  const item = useItem();
  const { union } = useScope();
  const seen = useCall(desk.statistics, union ? { unionId: union } : {});
  return (
    <DeskPage title={w.statistics} about={seen.data ? w.since({ date: showDate(seen.data.since, language) }) : undefined} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Tabs />
      <Loaded from={seen} lines={8}>
        {(f) => (
          <div className="lkside">
            <Tiles of={f} /><Months of={f} />
            <div className="columns even"><Card title={w.byItem}><Table heads={[w.item, w.lentTimes, w.onTime]} rows={f.items.map((i) => [item(i.item) || i.item, i.lent, i.onTime])} /></Card><Card title={w.byUnion}><Table heads={[w.union, w.cabinets, w.lentTimes]} rows={f.unions.map((u) => [u.union, u.cabinets, u.lent])} /></Card></div>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}
