import { Basis, Card, DeskPage, Empty, type Output, showMoney, showSentences, useAddress, useSay, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows, Year } from '../../../../../web/kit/desk.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../clubs.css';
import { Marks, showMarks } from './Marks.tsx';

type Row = Output<typeof desk.appraisal>['items'][number];
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

/** Clubs by what their records say, best first; each mark with its formula. */
export default function Appraisal() {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const say = useSay();
  const [chosen, choose] = useAddress('year');
  const year = Number(chosen) || thisYear();
  const number = (title: string, width: number, value: (r: Row) => string | number) => ({ title, width, align: 'right' as const, cell: (r: Row) => <span className="num">{value(r)}</span> });
  const columns: Columns<Row> = {
    place: number(kw.columnRank, 70, (r) => r.place), name: { title: kw.columnName, cell: (r) => <span className="cell"><b>{r.name}</b><small>{r.union}</small></span> }, score: { title: kw.columnScore, width: 90, align: 'right', cell: (r) => <b className="num">{showMarks(r.score)}</b> },
    members: number(kw.columnMembers, 80, (r) => r.members), gatherings: number(kw.columnGatherings, 100, (r) => r.gatherings), attendances: number(kw.columnAttendances, 110, (r) => r.attendances), stars: number(kw.columnStars, 90, (r) => r.stars ?? ''), spent: number(kw.columnSpent, 130, (r) => showMoney(r.spentFen)),
    report: { title: kw.columnReport, width: 100, cell: (r) => kw[`report_${r.report}`] },
  };
  const list = useList<Row>('club-appraisal', { filters: [], columns });
  const rows = useRows(desk.appraisal, list, { also: { year } });
  return (
    <DeskPage title={say(titles.appraisal)} about={w.yearOf({ year })} actions={<><Year label={w.year} value={year} onChange={(y) => choose(String(y))} /><ListActions list={list} to={desk.exportAppraisal} can="clubs.export" also={{ year }} /></>}>
      <ListPanel list={list} rows={rows} open={(r) => `/clubs/${r.id}`} empty={<Empty icon="chart" title={w.appraisalEmpty} hint={w.appraisalHint} />} />
      {rows.items.length > 0 ? <Card title={w.formulas}>{rows.items.map((r) => <details className="clubfold" key={r.id}><summary>{r.place} · {r.name} · {showMarks(r.score)}</summary><Marks of={r.marks} name={r.name} /></details>)}</Card> : null}
      {rows.answer && rows.answer.basis.length > 0 ? <Basis>{showSentences(rows.answer.basis)}</Basis> : null}
    </DeskPage>
  );
}
