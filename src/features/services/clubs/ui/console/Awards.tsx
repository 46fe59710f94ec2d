import { Chip, DeskPage, Empty, type Output, showDate, showMoney, useAct, useLocale, useSay, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Row = Output<typeof desk.awardLists>['items'][number];
const lastYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() - 1;

/** Award lists of the unions I keep clubs for, latest year first. */
export default function Awards() {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const say = useSay();
  const language = useLocale();
  const { union } = useScope();
  const columns: Columns<Row> = {
    year: { title: w.year, width: 100, cell: (r) => <b className="num">{r.year}</b> }, union: { title: kw.columnUnion, cell: (r) => r.union }, clubs: { title: w.clubsN, width: 90, align: 'right', cell: (r) => <span className="num">{r.clubs}</span> }, winners: { title: w.winners, width: 90, align: 'right', cell: (r) => <span className="num">{r.winners}</span> },
    prizes: { title: w.prizes, width: 130, align: 'right', cell: (r) => <span className="num">{showMoney(r.prizeFen)}</span> }, made: { title: w.made, width: 130, cell: (r) => <span className="num">{showDate(r.madeAt, language)}</span> },
    published: { title: w.published, width: 200, cell: (r) => (r.publishedAt ? <Chip kind="gold" icon="medal">{showDate(r.publishedAt, language)} {r.publishedBy}</Chip> : <Chip kind="warn">{w.waiting}</Chip>) },
  };
  const list = useList<Row>('club-awards', { filters: [], columns });
  const rows = useRows(desk.awardLists, list);
  const make = useAct(desk.makeAwards, { done: w.listMade, refreshes: [desk.awardLists] });
  const year = lastYear();
  const missing = union !== undefined && union !== null && rows.answer !== undefined && !rows.items.some((r) => r.unionId === union && r.year === year);
  return (
    <DeskPage title={say(titles.awards)} actions={missing && union ? <button type="button" className="btn" disabled={make.busy} onClick={() => make.act({ unionId: union, year })}>{w.makeList({ year })}</button> : null}>
      <ListPanel list={list} rows={rows} open={(r) => `/clubs/awards/${r.id}`} empty={<Empty icon="medal" title={w.awardsEmpty} hint={w.awardsHint} />} />
    </DeskPage>
  );
}
