import { lazy, Suspense, useCallback, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Roles } from '../../../../../web/kit/chart.tsx';
import { Basis, Card, DeskPage, Empty, Icon, NotShown, type Output, RefusedByServer, saveFile, showNumber, showShare, tell, useCall, useSay, useScope, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { Year } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import '../disclosure.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

const Chart = lazy(() => import('../../../../../web/kit/chart.tsx'));
type Stats = Output<typeof desk.statistics>;
type Sums = Stats['all'];
type Line = Sums & { readonly key: string; readonly name: string; readonly to: string };
const share = (n: number | null): string => (n === null ? '—' : showShare(n / 1000));
/** In time of what had to be public by now. */
const punctual = (s: Sums): string => (s.onTime + s.late + s.missing === 0 ? '—' : showShare(s.onTime / (s.onTime + s.late + s.missing)));
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const Tile = ({ name, value, note, late }: { name: string; value: string; note?: string; late?: boolean }) => <div className="tile"><small>{name}</small><b className={late ? 'num late' : 'num'}>{value}</b>{note ? <i className="num">{note}</i> : null}</div>;

function Lines({ title, head, of }: { title: string; head: string; of: readonly Line[] }) {
  const w = useWords(words);
  return (
    <Card title={title}>
      <div className="pubscroll">
        <table className="pubtable">
          <thead><tr><th scope="col">{head}</th>{[w.sumDuties, w.onTime, w.doneLate, w.sumMissing, w.nothingN, w.sumOnTime, w.sumRate, w.sumQuestions].map((x) => <th key={x} scope="col" className="num">{x}</th>)}</tr></thead>
          <tbody>{of.map((s) => <tr key={s.key}><td><Link to={s.to}>{s.name}</Link></td>{[showNumber(s.duties), showNumber(s.onTime), showNumber(s.late), showNumber(s.missing), showNumber(s.nothing), punctual(s), share(s.rate), showNumber(s.questions)].map((x, i) => <td key={`${s.key} ${String(i)}`} className="num">{x}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </Card>
  );
}

function Picture({ of }: { of: readonly Line[] }) {
  const w = useWords(words);
  const option = useCallback((r: Roles) => {
    const bar = (name: string, color: string, value: (s: Line) => number) => ({ type: 'bar', stack: 'all', name, data: of.map(value), itemStyle: { color }, barMaxWidth: 18 });
    return {
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true }, legend: { top: 0, textStyle: { color: r.ink2 } }, tooltip: { trigger: 'axis' }, xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: r.line } }, axisLabel: { color: r.ink2 } },
      yAxis: { type: 'category', inverse: true, data: of.map((s) => s.name), axisLabel: { color: r.ink2 }, axisLine: { lineStyle: { color: r.line } }, axisTick: { show: false } }, series: [bar(w.onTime, r.ok, (s) => s.onTime), bar(w.doneLate, r.info, (s) => s.late), bar(w.sumMissing, r.warn, (s) => s.missing), bar(w.nothingN, r.sunk, (s) => s.nothing)],
    };
  }, [of, w]);
  return <Card title={w.byEntry}><Suspense fallback={<Waiting lines={6} />}><Chart label={w.byEntry} height={80 + 30 * of.length} option={option} /></Suspense></Card>;
}

function Shown({ of: s }: { of: Stats }) {
  const w = useWords(words);
  if (s.all.duties + s.all.published === 0) return <Card><Empty icon="chart" title={w.statEmpty} hint={w.catalogueMissingHint} /></Card>;
  const entries = s.entries.map((e) => ({ ...e, key: e.entryCode, name: e.entry, to: `/disclosures?entry=${e.entryCode}&year=${String(s.year)}` }));
  return (
    <>
      <div className="tiles">
        <Tile name={w.sumDuties} value={showNumber(s.all.duties)} /><Tile name={w.sumOnTime} value={punctual(s.all)} /><Tile name={w.sumMissing} value={showNumber(s.all.missing)} late={s.all.missing > 0} /><Tile name={w.sumRate} value={share(s.all.rate)} />
        <Tile name={w.sumQuestions} value={showNumber(s.all.questions)} note={w.answeredIn({ n: s.all.answeredInTime })} /><Tile name={w.sumViolations} value={showNumber(s.all.violations)} late={s.all.violations > 0} />
      </div>
      <Picture of={entries} />
      <Lines title={w.byEntry} head={w.entry} of={entries} />
      <Lines title={w.byUnion} head={w.union} of={s.units.map((u) => ({ ...u, key: u.id, to: `/disclosures?union=${u.id}&year=${String(s.year)}` }))} />
      <Basis>{w.definition}</Basis>
    </>
  );
}

/** Punctuality, awareness and answers of a year, by entry and by union; prints on A4. */
export default function Statistics() {
  const w = useWords(words);
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const [busy, setBusy] = useState(false);
  const year = Number(params.get('year')) || thisYear();
  const asked = { year, ...(union ? { unionId: union } : {}) };
  const stats = useCall(desk.statistics, asked, { keepWhileChanging: true });
  const save = (): void => { setBusy(true); saveFile(desk.exportStatistics, asked, 'disclosure.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')).finally(() => setBusy(false)); };
  const actions = (
    <>
      <Year label={w.year} value={year} onChange={(y) => setParams((before) => { const next = new URLSearchParams(before); next.set('year', String(y)); return next; })} />
      <button type="button" className="btn" disabled={busy} onClick={save}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return <DeskPage title={say(titles.statistics)} actions={actions}>{stats.error && !stats.data ? <NotShown why={stats.error} again={() => void stats.refetch()} /> : stats.data ? <Shown of={stats.data} /> : <Waiting lines={8} />}</DeskPage>;
}
