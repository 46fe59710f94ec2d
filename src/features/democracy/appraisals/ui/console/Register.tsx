import { Link, useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, Icon, type Output, showTime, useCall, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../appraisals.contract.ts';
import { STATES } from '../../appraisals.rules.ts';
import { showShare, STATE_CHIP } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';

type Row = Output<typeof desk.register>['items'][number];
type Year = Output<typeof desk.register>['years'][number];

function useAppraisals(years: readonly Year[]): List<Row> {
  const w = useWords(words);
  const p = useWords(phone);
  const language = useLocale();
  return useList<Row>('appraisals', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((s) => [s, p[`state_${s}`]]) },
      { kind: 'choose', name: 'year', label: w.anyYear, options: years.map((y) => [String(y.year), String(y.year)]) },
    ],
    columns: {
      title: { title: w.name, cell: (r) => <b>{r.title}</b> },
      union: { title: w.union, cell: (r) => r.union },
      year: { title: w.year, width: 80, cell: (r) => <span className="num">{r.year}</span> },
      leaders: { title: w.leaders, width: 100, align: 'right', cell: (r) => <span className="num">{r.leaders}</span> },
      state: { title: w.state, width: 110, cell: (r) => <Chip kind={STATE_CHIP[r.state]}>{p[`state_${r.state}`]}</Chip> },
      closes: { title: w.closes, width: 170, cell: (r) => (r.closesAt ? <span className="num">{showTime(r.closesAt, language)}</span> : '') },
      turnout: { title: w.turnout, width: 130, align: 'right', cell: (r) => <span className="num">{r.given} / {r.entitled}</span> },
      report: { title: w.toReport, width: 100, cell: (r) => (r.may.includes('read') ? <Link to={`/appraisals/${r.id}/report`} onClick={(e) => e.stopPropagation()}>{w.toReport}</Link> : '') },
    },
  });
}

function Years({ of }: { of: readonly Year[] }) {
  const w = useWords(words);
  if (of.length === 0) return null;
  return (
    <div className="apptiles">
      {of.slice(0, 3).map((y) => (
        <div key={y.year}><b className="num">{w.tileLeaders({ year: y.year, n: y.leaders })}</b><span className="note num">{w.tileTurnout({ given: y.returned, all: y.entitled, share: showShare(y.entitled === 0 ? 0 : Math.floor((10_000 * y.returned) / y.entitled)) })}</span><span className="note">{w.tileCount({ n: y.appraisals })}</span></div>
      ))}
    </div>
  );
}

/** Appraisals one keeps or may read about, latest first, with the sums of each year. */
export default function Register() {
  const w = useWords(words);
  const go = useNavigate();
  const scope = useScope();
  const me = useMe();
  const all = useCall(desk.register, { ...(scope.union ? { unionId: scope.union } : {}), limit: 1 });
  const years = all.data?.years ?? [];
  const list = useAppraisals(years);
  const rows = useRows(desk.register, list);
  const keeps = me.offices.some((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind));
  const make = keeps ? <button type="button" className="btn primary" onClick={() => void go('/appraisals/new')}><Icon name="add" size={18} />{w.new}</button> : null;
  return (
    <DeskPage title={w.title} actions={<><ListActions list={list} to={desk.exportRegister} />{make}</>}>
      <Years of={years} />
      <ListPanel list={list} rows={rows} open={(r) => (r.may.includes('keep') ? `/appraisals/${r.id}` : `/appraisals/${r.id}/report`)} empty={<Empty icon="star" title={w.none} hint={w.noneHint}>{make}</Empty>} />
    </DeskPage>
  );
}
