import { lazy, Suspense, useCallback, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Roles } from '../../../../../web/kit/chart.tsx';
import { Basis, Card, DeskPage, Empty, Icon, NotShown, type Output, RefusedByServer, saveFile, showMoney, showNumber, showShare, tell, useCall, useSay, useScope, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { Year } from '../../../../../web/kit/desk.ts';
import { words as states } from '../../activities.words.ts';
import { desk } from '../../desk.contract.ts';
import '../activities.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

const Chart = lazy(() => import('../../../../../web/kit/chart.tsx'));
type Stats = Output<typeof desk.statistics>;
type Figures = Stats['all'];
const share = (n: number | null): string => (n === null ? '—' : showShare(n / 1000));
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

const Tile = ({ name, value, note }: { name: string; value: string; note?: string }) => <div className="tile"><small>{name}</small><b className="num">{value}</b>{note ? <i className="num">{note}</i> : null}</div>;

function Tiles({ of: f }: { of: Figures }) {
  const w = useWords(words);
  return (
    <div className="tiles">
      <Tile name={w.activities} value={showNumber(f.activities)} /><Tile name={w.attendances} value={showNumber(f.attendances)} /><Tile name={w.fill} value={share(f.fillPerMille)} note={`${w.absent} ${share(f.absentPerMille)}`} />
      <Tile name={w.rating} value={f.stars === null ? '—' : f.stars.toFixed(1)} note={w.ratingsN({ n: f.ratings })} /><Tile name={w.spentAll} value={showMoney(f.fen)} note={`${w.perHead} ${f.perHeadFen === null ? '—' : showMoney(f.perHeadFen)}`} />
    </div>
  );
}

type Line = Figures & { readonly key: string; readonly name: string; readonly to?: string };

/** The same figures line by line. */
function Lines({ title, head, of }: { title: string; head: string; of: readonly Line[] }) {
  const w = useWords(words);
  return (
    <Card title={title}>
      <div className="actscroll">
        <table className="acttable">
          <thead><tr><th scope="col">{head}</th>{[w.activities, w.attendances, w.fill, w.absent, w.rating, w.spentAll, w.perHead].map((x) => <th key={x} scope="col" className="num">{x}</th>)}</tr></thead>
          <tbody>
            {of.map((f) => (
              <tr key={f.key}>
                <td>{f.to ? <Link to={f.to}>{f.name}</Link> : f.name}</td>
                {[showNumber(f.activities), showNumber(f.attendances), share(f.fillPerMille), share(f.absentPerMille), f.stars === null ? '—' : f.stars.toFixed(1), showMoney(f.fen), f.perHeadFen === null ? '—' : showMoney(f.perHeadFen)].map((x, i) => <td key={`${f.key} ${String(i)}`} className="num">{x}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function MonthPicture({ months }: { months: Stats['months'] }) {
  const w = useWords(words);
  const option = useCallback((r: Roles) => ({
    grid: { left: 44, right: 44, top: 36, bottom: 28 }, legend: { top: 0, textStyle: { color: r.ink2 } }, tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: months.map((m) => w.monthN({ n: m.month })), axisLine: { lineStyle: { color: r.line } }, axisTick: { show: false }, axisLabel: { color: r.ink2 } },
    yAxis: [{ type: 'value', minInterval: 1, splitLine: { lineStyle: { color: r.line } }, axisLabel: { color: r.ink2 } }, { type: 'value', minInterval: 1, splitLine: { show: false }, axisLabel: { color: r.ink2 } }],
    series: [{ type: 'bar', name: w.activities, data: months.map((m) => m.activities), itemStyle: { color: r.info, borderRadius: [4, 4, 0, 0] }, barMaxWidth: 22 }, { type: 'line', name: w.attendances, yAxisIndex: 1, data: months.map((m) => m.attendances), itemStyle: { color: r.ok } }],
  }), [months, w]);
  return <Card title={w.byMonth}><Suspense fallback={<Waiting lines={6} />}><Chart label={w.byMonth} height={280} option={option} /></Suspense></Card>;
}

function Shown({ of: s }: { of: Stats }) {
  const w = useWords(words);
  const kw = useWords(states);
  if (s.all.activities === 0) return <Card><Empty icon="chart" title={w.statEmpty} hint={w.statEmptyHint} /></Card>;
  const range = `from=${String(s.year)}-01-01&to=${String(s.year)}-12-31`;
  return (
    <>
      <Tiles of={s.all} />
      <MonthPicture months={s.months} />
      <Lines title={w.byMonth} head={w.month} of={s.months.filter((m) => m.activities > 0).map((m) => ({ ...m, key: String(m.month), name: w.monthN({ n: m.month }) }))} />
      <Lines title={w.byUnion} head={w.union} of={s.units.map((u) => ({ ...u, key: u.id, to: `/activities?union=${u.id}&${range}` }))} />
      <Lines title={w.byKind} head={w.kind} of={s.kinds.map((k) => ({ ...k, key: k.kind, name: kw[`kind_${k.kind}`], to: `/activities?kind=${k.kind}&${range}` }))} />
      <Basis>{w.definition}</Basis>
    </>
  );
}

/** Activities of a year as figures by month, union and kind; prints on A4. */
export default function Statistics() {
  const w = useWords(words);
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const [busy, setBusy] = useState(false);
  const year = Number(params.get('year')) || thisYear();
  const asked = { year, ...(union ? { unionId: union } : {}) };
  const stats = useCall(desk.statistics, asked, { keepWhileChanging: true });
  const save = (): void => { setBusy(true); saveFile(desk.exportStatistics, asked, 'activities.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false)); };
  const choose = (y: number): void => setParams((before) => { const next = new URLSearchParams(before); next.set('year', String(y)); return next; });
  const actions = (
    <>
      <Year value={year} onChange={choose} />
      <button type="button" className="btn" disabled={busy} onClick={save}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return <DeskPage title={say(titles.statistics)} actions={actions}>{stats.error && !stats.data ? <NotShown why={stats.error} again={() => void stats.refetch()} /> : stats.data ? <Shown of={stats.data} /> : <Waiting lines={8} />}</DeskPage>;
}
