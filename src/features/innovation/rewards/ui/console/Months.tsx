import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ask, Basis, DeskPage, Empty, type Output, showDate, showMoney, showSentences, tell, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, Month, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import '../rewards.css';
import { Lists } from './Lists.tsx';
import { thisMonth, useAsked, WithScheme } from './Scheme.tsx';

type Row = Output<typeof api.items>['items'][number];
type Summary = Output<typeof api.month>;

function Standing({ place }: { place: Row['place'] }) {
  const w = useWords(words);
  if (place === null) return <span className="note">{w.notListed}</span>;
  if (place.paidAt) return <>{w.paid({ date: showDate(place.paidAt) })}</>;
  return <>{place.state === 'failed' ? w.failed : w.pending({ number: place.number })}</>;
}

function useItems(): List<Row> {
  const w = useWords(words);
  return useList<Row>('rewards', {
    filters: [{ kind: 'choose', name: 'grade', label: w.grade, options: [['1', w.grade1], ['2', w.grade2], ['3', w.grade3]] }, { kind: 'find', name: 'text', label: w.search }],
    columns: {
      title: { title: w.suggestion, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{r.number}</small></span> },
      unit: { title: w.unit, width: 160, cell: (r) => r.unit },
      grade: { title: w.grade, width: 110, cell: (r) => [w.grade1, w.grade2, w.grade3][r.grade - 1] },
      started: { title: w.started, width: 110, cell: (r) => <span className="num">{showDate(r.startedOn)}</span> },
      person: { title: w.person, width: 100, cell: (r) => r.name },
      share: { title: w.share, width: 80, align: 'right', cell: (r) => `${r.share}%` },
      amount: { title: w.amount, width: 110, align: 'right', cell: (r) => showMoney(r.amountFen) },
      place: { title: w.place, width: 190, cell: (r) => <Standing place={r.place} /> },
    },
  });
}

function Tiles({ of: m }: { of: Summary }) {
  const w = useWords(words);
  return (
    <div className="tiles rewardtiles">
      {m.grades.map((g) => <div className="tile" key={g.grade}><small>{[w.grade1, w.grade2, w.grade3][g.grade - 1]}</small><b className="num">{showMoney(g.sumFen)}</b><i className="num">{w.count({ n: g.count })} · {w.each({ amount: showMoney(g.eachFen) })}</i></div>)}
      <div className="tile"><small>{w.total}</small><b className="num">{showMoney(m.totalFen)}</b><i className="num">{w.totalAside({ n: m.suggestions, people: m.people })}</i></div>
      <div className="tile"><small>{w.due}</small><b className="num">{showMoney(m.dueFen)}</b><i className="num">{w.dueAside({ n: m.dueLines })}</i></div>
      {m.awards.lines > 0 ? <div className="tile"><small>{w.awards}</small><b className="num">{showMoney(m.awards.sumFen)}</b><i className="num">{w.count({ n: m.awards.lines })}</i></div> : null}
      {m.back.lines > 0 ? <div className="tile"><small>{w.back}</small><b className="num">{showMoney(m.back.sumFen)}</b><i className="num">{w.count({ n: m.back.lines })}</i></div> : null}
    </div>
  );
}

function Draw({ unionId, month, of: m }: { unionId: string; month: string; of: Summary }) {
  const w = useWords(words);
  const { act, busy } = useAct(api.drawMonth, { refreshes: [api.month, api.items], after: (out) => tell(w.drawn({ number: out.number ?? '', n: out.added }) + (out.left > 0 ? w.drawnLeft({ left: out.left }) : '')) });
  const draw = async (): Promise<void> => {
    if (await ask({ title: w.reallyDraw({ n: m.dueLines, amount: showMoney(m.dueFen) }), text: w.reallyDrawText, yes: w.draw })) act({ unionId, month });
  };
  return m.mayDraw ? <Button type="primary" disabled={m.dueLines === 0} loading={busy} onClick={() => void draw()}>{w.draw}</Button> : null;
}

function OfMonth({ unionId, bar, other }: { unionId: string; bar: ReactNode; other: ReactNode }) {
  const w = useWords(words);
  const t = useWords(titles);
  const [month, setMonth] = useAsked('month', thisMonth());
  const summary = useCall(api.month, { unionId, month }, { keepWhileChanging: true });
  const list = useItems();
  const rows = useRows(api.items, list, { also: { unionId, month } });
  const m = summary.data;
  return (
    <DeskPage title={t.rewards} actions={<>{other}<ListActions list={list} to={api.exportItems} can="rewards.read" also={{ unionId, month }} />{m ? <Draw unionId={unionId} month={month} of={m} /> : null}</>}>
      <div className="rewardbar"><Month label={w.monthLabel} value={month} onChange={setMonth} />{bar}</div>
      {m ? <Tiles of={m} /> : null}
      {m ? <Lists title={w.lists} lists={m.lists} /> : null}
      <ListPanel list={list} rows={rows} open={(r) => `/suggestions/${r.suggestionId}`} label={w.items} empty={<Empty icon="gift" title={w.nothing} hint={w.nothingHint} />} />
      {m ? <Basis><b>{w.basis}</b><br />{showSentences(m.basis)}</Basis> : null}
    </DeskPage>
  );
}

/** What suggestions earned in a month, by grade and person; drafts the month's payment list. */
export default function Months() {
  return <WithScheme at="month">{(shown) => <OfMonth {...shown} />}</WithScheme>;
}
