import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ask, DeskPage, Loaded, type Output, showMoney, tell, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Year as YearField } from '../../../../../web/kit/desk.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import '../rewards.css';
import { Best } from './Best.tsx';
import { Campaigns } from './Campaigns.tsx';
import { Given } from './Given.tsx';
import { Lists } from './Lists.tsx';
import { thisMonth, useAsked, WithScheme } from './Scheme.tsx';
import { Specialists } from './Specialists.tsx';
import { Units } from './Units.tsx';

export type YearView = Output<typeof api.year>;
/** What each card of the page gets. */
export type OfYear = { readonly unionId: string; readonly year: number; readonly of: YearView };

function Tiles({ of: y }: { of: YearView }) {
  const w = useWords(words);
  const given = (kind: string): { n: number; fen: number } => {
    const own = y.honours.filter((h) => h.kind === kind && h.withdrawn === null);
    return { n: own.length, fen: own.reduce((sum, h) => sum + h.amountFen, 0) };
  };
  const kinds = [['bestSuggestion', w.best], ['bestUnit', w.units], ['specialist', w.specialists], ['campaign', w.campaigns]] as const;
  const all = kinds.map(([kind]) => given(kind).fen).reduce((a, b) => a + b, 0);
  return (
    <div className="tiles rewardtiles">
      {kinds.map(([kind, title]) => { const g = given(kind); return <div className="tile" key={kind}><small>{title}</small><b className="num">{showMoney(g.fen)}</b><i className="num">{w.count({ n: g.n })}</i></div>; })}
      <div className="tile"><small>{w.sum}</small><b className="num">{showMoney(all)}</b><i /></div>
    </div>
  );
}

function Draw({ unionId, year, of: y }: OfYear) {
  const w = useWords(words);
  const open = y.honours.filter((h) => h.withdrawn === null && h.paid === 'none');
  const { act, busy } = useAct(api.drawYear, { refreshes: [api.year], after: (out) => tell(w.drawn({ number: out.number ?? '', n: out.added }) + (out.left > 0 ? w.drawnLeft({ left: out.left }) : '')) });
  const draw = async (): Promise<void> => {
    if (await ask({ title: w.reallyDraw({ n: open.length, amount: showMoney(open.reduce((sum, h) => sum + h.amountFen, 0)) }), text: w.reallyDrawText, yes: w.drawYear })) act({ unionId, year });
  };
  return y.mayDraw ? <Button type="primary" loading={busy} disabled={open.length === 0 && y.honours.every((h) => h.withdrawn === null)} onClick={() => void draw()}>{w.drawYear}</Button> : null;
}

function Whole({ unionId, bar, other }: { unionId: string; bar: ReactNode; other: ReactNode }) {
  const w = useWords(words);
  const [asked, setYear] = useAsked('year', thisMonth().slice(0, 4));
  const year = Number(asked) || Number(thisMonth().slice(0, 4));
  const found = useCall(api.year, { unionId, year }, { keepWhileChanging: true });
  return (
    <DeskPage title={w.year} actions={<>{other}{found.data ? <Draw unionId={unionId} year={year} of={found.data} /> : null}</>}>
      <div className="rewardbar"><YearField label={w.yearLabel} value={year} onChange={(y) => setYear(String(y))} />{bar}</div>
      <Loaded from={found} lines={8}>
        {(of) => {
          const all: OfYear = { unionId, year, of };
          return <><Tiles of={of} /><Given {...all} /><Lists title={w.listsYear} lists={of.lists} />{of.mayHonour ? <><Best {...all} /><Units {...all} /><Specialists {...all} /><Campaigns {...all} /></> : null}</>;
        }}
      </Loaded>
    </DeskPage>
  );
}

/** The awards of a year: what was given, and what may be given still. */
export default function Year() {
  return <WithScheme at="year">{(shown) => <Whole {...shown} />}</WithScheme>;
}
