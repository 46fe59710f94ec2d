import { Select, Tabs } from 'antd';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Card, DeskPage, Empty, Icon, Loaded, type Output, saveFile, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { found } from '../../surveys.contract.ts';
import type { Dimension } from '../../tally.rules.ts';
import { AllFigures, percent } from '../both/Figures.tsx';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';
import '../surveys.css';
import { CrossTable } from './CrossTable.tsx';
import { NewTask, type Draft } from './NewTask.tsx';
import { Remarks } from './Remarks.tsx';
import { TaskList } from './Tasks.tsx';

type Results = Output<typeof found.results>;

function Trend({ r }: { r: Results }) {
  const w = useWords(words);
  const p = useWords(phone);
  return (
    <Card title={w.trend}>
      {r.headline === null ? null : <><p className="note">{p.satisfied}</p><p className="svbig">{percent(r.headline)}</p></>}
      <table className="svtable"><thead><tr><th>{w.trendYear}</th><th className="num">{w.trendPapers}</th><th className="num">{w.headline}</th><th className="num">{w.change}</th></tr></thead>
        <tbody>
          {r.runs.map((x, i) => {
            const before = r.runs[i - 1]?.headline ?? null;
            const change = x.headline === null || before === null ? null : x.headline - before;
            return <tr key={x.id}><td>{x.year}</td><td className="num">{x.papers}</td><td className="num">{x.headline === null ? '' : percent(x.headline)}</td><td className="num">{change === null ? '' : w.points({ n: `${change > 0 ? '+' : ''}${(change / 10).toFixed(1)}` })}</td></tr>;
          })}
        </tbody></table>
    </Card>
  );
}

function Figures({ r, dimension, choose, task }: { r: Results; dimension: Dimension | undefined; choose: (d: string) => void; task: (d: Draft) => void }) {
  const w = useWords(words);
  const p = useWords(phone);
  const language = useLocale();
  const options = [{ value: '', label: w.wholeOnly }, ...r.groups.map((g) => ({ value: g, label: w[`group_${g}`] }))];
  const textOf = (title: string, topTwo: number | null): string => (topTwo === null ? title : `${title}：${percent(topTwo)}`);
  return (
    <div className="svcols">
      <div>
        <Card>
          <p className="svhead"><span>{w.breakdown}</span><Select {...namedList(w.breakdown)} style={{ width: 180 }} value={dimension ?? ''} onChange={choose} options={options} /><span className="note">{w.floorNote}</span></p>
          {r.questions.length === 0 ? <Empty icon="shield" title={p.resultsNone} /> : (
            <AllFigures
              form={r.form} questions={r.questions} by={r.by} dimension={dimension} units={r.units} language={language}
              aside={(q) => <p><button type="button" className="btn" aria-label={`${w.toTask} ${q.id}`} onClick={() => task({ question: q.id, finding: textOf(q.title.zh, r.questions.find((f) => f.id === q.id)?.all.topTwo ?? null) })}><Icon name="tasks" size={16} />{w.toTask}</button></p>}
            />
          )}
        </Card>
      </div>
      <div><Card title={p.resultsTitle}><p>{p.papers({ papers: r.papers, asked: r.asked })}</p></Card><Trend r={r} /></div>
    </div>
  );
}

/** What a survey found out, and what is made of it. */
export default function Findings() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const [params, setParams] = useSearchParams();
  const [draft, setDraft] = useState<Draft | null>(null);
  const by = (params.get('by') || undefined) as Dimension | undefined;
  const tab = params.get('tab') ?? 'figures';
  const set = (what: Record<string, string>): void => setParams((before) => { const next = new URLSearchParams(before); for (const [k, v] of Object.entries(what)) { if (v) next.set(k, v); else next.delete(k); } return next; }, { replace: true });
  const results = useCall(found.results, { id, ...(by ? { by } : {}) }, { keepWhileChanging: true });
  return (
    <Loaded from={results}>
      {(r) => (
        <DeskPage
          title={r.title} about={w.results} crumbs={[{ title: w.back, to: `/surveys/${id}` }]}
          actions={<><button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button><button type="button" className="btn" onClick={() => void saveFile(found.exportResults, { id }, `${r.title}.xlsx`)}><Icon name="download" size={18} />{w.exportXlsx}</button></>}
        >
          <Tabs
            activeKey={tab} onChange={(key) => set({ tab: key === 'figures' ? '' : key, page: '', at: '', text: '', topicId: '', loose: '', state: '' })} destroyOnHidden
            items={[
              { key: 'figures', label: w.tabFigures, children: <Figures r={r} dimension={by} choose={(d) => set({ by: d })} task={setDraft} /> }, { key: 'cross', label: w.tabCross, children: <CrossTable id={id} form={r.form} /> },
              { key: 'remarks', label: w.tabRemarks, children: <Remarks id={id} form={r.form} task={setDraft} /> }, { key: 'tasks', label: w.tabTasks, children: <TaskList surveyId={id} /> },
            ]}
          />
          {draft ? <NewTask surveyId={id} draft={draft} close={() => setDraft(null)} /> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}
