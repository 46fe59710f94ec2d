import { Empty, Loaded, type Output, saveFile, Icon, showMoney, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows, Year } from '../../../../../web/kit/desk.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { meeting } from '../../gatherings.contract.ts';
import { MoneyView } from '../both/MoneyView.tsx';
import { ReportView } from '../both/ReportView.tsx';
import { words } from '../desk-ui.words.ts';
import { GrantForm } from './GrantForm.tsx';

type Held = Output<typeof meeting.gatherings>['items'][number];
export type Yearly = { readonly id: string; readonly year: number; readonly setYear: (year: number) => void };

/** Gatherings of a club as a list. */
export function GatheringsTab({ id }: { id: string }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const language = useLocale();
  const columns: Columns<Held> = {
    time: { title: kw.columnTime, width: 170, cell: (g) => <span className="num">{showTime(g.startsAt, language)}</span> }, title: { title: kw.columnTitle, cell: (g) => <span className="cell"><b>{g.title}</b><small>{g.dropped ? g.why : g.about}</small></span> }, place: { title: kw.columnPlace, cell: (g) => g.place },
    came: { title: kw.columnCame, width: 80, align: 'right', cell: (g) => <span className="num">{g.came}</span> }, stars: { title: kw.columnStars, width: 90, align: 'right', cell: (g) => <span className="num">{g.stars ?? ''}</span> }, spent: { title: kw.columnSpent, width: 120, align: 'right', cell: (g) => <span className="num">{g.spentFen > 0 ? showMoney(g.spentFen) : ''}</span> },
    by: { title: kw.columnBy, width: 90, extra: true, cell: (g) => g.by },
  };
  const list = useList<Held>('club-gatherings', { filters: [], columns });
  const rows = useRows(meeting.gatherings, list, { also: { id } });
  return <><div className="clubacts noprint"><ListActions list={list} to={meeting.exportGatherings} can="clubs.export" also={{ id }} /></div><ListPanel list={list} rows={rows} label={w.tab_gatherings} empty={<Empty icon="calendar" title={w.nobodyYet} />} /></>;
}

/** The money of a club in a year, with the form that decides the grant. */
export function MoneyTab({ id, year, setYear }: Yearly) {
  const w = useWords(words);
  const money = useCall(meeting.money, { id, year });
  return (
    <div className="clubdesk">
      <div className="clubacts noprint"><Year label={w.year} value={year} onChange={setYear} /><button type="button" className="btn" onClick={() => void saveFile(meeting.exportCosts, { id, year }, 'costs.xlsx')}><Icon name="download" size={18} />{w.exportCosts}</button></div>
      <Loaded from={money} lines={6}>{(m) => <>{m.may.includes('grant') ? <GrantForm key={`${year} ${m.grantFen}`} id={id} year={year} now={m.grantFen} /> : null}<MoneyView id={id} of={m} /></>}</Loaded>
    </div>
  );
}

/** The yearly report of a club. */
export function ReportTab({ id, year, setYear }: Yearly) {
  const w = useWords(words);
  const report = useCall(meeting.report, { id, year });
  return <div className="clubdesk"><div className="clubacts noprint"><Year label={w.year} value={year} onChange={setYear} /><button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div><Loaded from={report} lines={6}>{(r) => <ReportView id={id} of={r} />}</Loaded></div>;
}
