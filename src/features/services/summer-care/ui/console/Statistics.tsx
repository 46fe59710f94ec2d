import { lazy, Suspense, useCallback, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Roles } from '../../../../../web/kit/chart.tsx';
import { Basis, Card, DeskPage, Empty, Icon, Loaded, type Output, RefusedByServer, saveFile, showNumber, showShare, tell, useCall, useScope, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { Year } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../care-desk.words.ts';
import { Tabs } from './Tabs.tsx';

const Chart = lazy(() => import('../../../../../web/kit/chart.tsx'));
type Stats = Output<typeof desk.statistics>;
const share = (n: number | null): string => (n === null ? '—' : showShare(n / 1000));
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

const Tile = ({ name, n, note }: { name: string; n: string; note?: string }) => <div className="tile"><small>{name}</small><b className="num">{n}</b>{note ? <i>{note}</i> : null}</div>;

function Table({ title, heads, of }: { title: string; heads: readonly string[]; of: readonly { readonly key: string; readonly name: string; readonly to?: string; readonly cells: readonly string[] }[] }) {
  return (
    <Card title={title}>
      <div className="carewide"><table className="carelist">
        <thead><tr>{heads.map((h, i) => <th key={h} scope="col" className={i > 0 ? 'num' : ''}>{h}</th>)}</tr></thead>
        <tbody>{of.map((r) => <tr key={r.key}><td>{r.to ? <Link to={r.to}>{r.name}</Link> : r.name}</td>{r.cells.map((c, i) => <td key={heads[i + 1]} className="num">{c}</td>)}</tr>)}</tbody>
      </table></div>
    </Card>
  );
}

function Ages({ of: s }: { of: Stats }) {
  const w = useWords(words);
  const option = useCallback((r: Roles) => ({
    grid: { left: 40, right: 16, top: 16, bottom: 28 }, tooltip: { trigger: 'axis' }, xAxis: { type: 'category', data: s.ages.map((a) => w.ageYears({ n: a.age })), axisLine: { lineStyle: { color: r.line } }, axisTick: { show: false }, axisLabel: { color: r.ink2 } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: r.line } }, axisLabel: { color: r.ink2 } }, series: [{ type: 'bar', name: w.tileChildren, data: s.ages.map((a) => a.children), itemStyle: { color: r.info, borderRadius: [4, 4, 0, 0] }, barMaxWidth: 36 }],
  }), [s.ages, w]);
  return <Card title={w.byAge}><Suspense fallback={<Waiting lines={6} />}><Chart label={w.byAge} height={240} option={option} /></Suspense><p className="note num">{s.ages.map((a) => `${w.ageYears({ n: a.age })} ${a.children}`).join(' · ')}</p></Card>;
}

function Shown({ of: s }: { of: Stats }) {
  const w = useWords(words);
  const f = s.all;
  if (f.sessions === 0) return <Card><Empty icon="chart" title={w.statEmpty} hint={w.statEmptyHint} /></Card>;
  return (
    <>
      <div className="tiles">
        <Tile name={w.tileSessions} n={showNumber(f.sessions)} note={w.placesN({ n: f.places })} /><Tile name={w.tileChildren} n={showNumber(f.children)} note={w.waitedN({ n: f.waited })} /><Tile name={w.tileDays} n={showNumber(f.childDays)} note={`${w.tilePresent} ${share(f.presentPerMille)}`} />
        <Tile name={w.tileIncidents} n={showNumber(f.incidents)} note={w.healthN({ n: f.health })} /><Tile name={w.tileReleases} n={showNumber(f.releases)} />
      </div>
      <Table title={w.byProgramme} heads={[w.programmeHead, w.tileSessions, w.places, w.childrenHead, w.waiting, w.tileDays, w.tilePresent, w.tileIncidents]} of={s.programmes.map((p) => ({ key: p.id, name: `${p.title} · ${p.union}`, to: `/summer-care/${p.id}`, cells: [p.sessions, p.places, p.children, p.waited, p.childDays].map(showNumber).concat(share(p.presentPerMille), showNumber(p.incidents)) }))} />
      <div className="carecolumns"><Ages of={s} /><Table title={w.bySite} heads={[w.site, w.childrenHead, w.tileDays]} of={s.sites.map((x) => ({ key: x.site, name: x.site, cells: [showNumber(x.children), showNumber(x.childDays)] }))} /></div>
      <Basis>{w.definition}</Basis>
    </>
  );
}

/** Care of a year in figures that stay. */
export default function Statistics() {
  const w = useWords(words);
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const [busy, setBusy] = useState(false);
  const year = Number(params.get('year')) || thisYear();
  const asked = { year, ...(union ? { unionId: union } : {}) };
  const stats = useCall(desk.statistics, asked, { keepWhileChanging: true });
  const save = (): void => { setBusy(true); saveFile(desk.exportStatistics, asked, 'care.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false)); };
  const actions = (
    <>
      <Year value={year} onChange={(y) => setParams((before) => { const next = new URLSearchParams(before); next.set('year', String(y)); return next; })} />
      <button type="button" className="btn" disabled={busy} onClick={save}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return <DeskPage title={w.statistics} actions={actions}><Tabs /><Loaded from={stats} lines={8}>{(s) => <Shown of={s} />}</Loaded></DeskPage>;
}
