import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { DeskPage, Icon, NotShown, RefusedByServer, saveFile, showTime, tell, useCall, useLocale, useSay, useScope, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../figures.contract.ts';
import { words } from '../figures-ui.words.ts';
import '../figures.css';
import { words as titles } from '../screens.words.ts';
import { BranchTable } from './BranchTable.tsx';
import { CategoryPicture, DeadlinePicture, MonthPicture } from './charts.tsx';
import { FigureTiles } from './FigureTiles.tsx';

const YEARS_BACK = 5;
const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

/** Year and page in the address bar, the union in the top bar's picker. */
function useAsked() {
  const [params, setParams] = useSearchParams();
  const scope = useScope();
  const year = Number(params.get('year')) || thisYear();
  const set = (name: string, value: number): void => setParams((before) => {
    const next = new URLSearchParams(before);
    next.set(name, String(value));
    if (name !== 'page') next.delete('page');
    return next;
  });
  return { year, page: Math.max(1, Number(params.get('page')) || 1), set, choose: scope.choose, asked: { year, ...(scope.union ? { unionId: scope.union } : {}) } };
}

/** Members, letters and deadlines of a union and all below it, as numbers and pictures; prints on A4. */
export default function Figures() {
  const w = useWords(words);
  const say = useSay();
  const language = useLocale();
  const { year, page, set, choose, asked } = useAsked();
  const figures = useCall(api.figures, asked, { keepWhileChanging: true });
  const f = figures.data;
  const save = (): void => void saveFile(api.exportBranches, asked, w.exportName).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const years = Array.from({ length: YEARS_BACK }, (_, i) => thisYear() - i);
  const actions = (
    <>
      <Select aria-label={w.year} value={year} onChange={(y: number) => set('year', y)} options={years.map((y) => ({ value: y, label: w.yearOf({ year: y }) }))} />
      <button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  if (figures.error && !f) return <DeskPage title={say(titles.title)}><NotShown why={figures.error} again={() => void figures.refetch()} /></DeskPage>;
  return (
    <DeskPage title={say(titles.title)} about={f ? (f.union ? w.about({ union: f.union.name, year: f.year }) : w.aboutAll({ year: f.year })) : undefined} actions={actions}>
      {f ? (
        <>
          <FigureTiles figures={f} />
          <div className="pictures">
            <MonthPicture months={f.months} />
            <CategoryPicture categories={f.categories} all={f.letters.opened} />
            <DeadlinePicture deadlines={f.deadlines} />
          </div>
          <section className="panel" aria-label={w.branches}>
            <div className="cardhead branchhead"><h2>{w.branches}</h2><span className="note">{w.branchesHint}</span></div>
            <BranchTable asked={asked} page={page} turn={(p) => set('page', p)} choose={choose} />
          </section>
          <p className="note">{f.members.countedAt ? w.counted({ time: showTime(f.members.countedAt, language) }) : w.notCounted}</p>
        </>
      ) : <Waiting lines={8} />}
    </DeskPage>
  );
}
