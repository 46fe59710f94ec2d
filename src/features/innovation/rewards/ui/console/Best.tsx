import { Button } from 'antd';
import { useState } from 'react';
import { showMoney, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import { Candidates } from './Candidates.tsx';
import type { OfYear } from './Year.tsx';

/** Names the best suggestions of a year. */
export function Best({ unionId, year, of: y }: OfYear) {
  const w = useWords(words);
  const [chosen, choose] = useState<string[]>([]);
  const { act, busy } = useAct(api.bestSuggestions, { refreshes: [api.year, api.candidates], after: (out) => { choose([]); tell(w.done({ n: out.given })); } });
  return (
    <section className="panel honours" aria-label={w.best}>
      <div className="honourhead"><h2>{w.best}</h2><span className="note num">{w.bestAside({ given: y.best.given, count: y.best.count, amount: showMoney(y.best.eachFen) })}</span></div>
      <Candidates unionId={unionId} year={year} chosen={chosen} choose={choose} />
      {chosen.length > 0 ? <div><Button type="primary" loading={busy} onClick={() => act({ unionId, year, suggestionIds: chosen })}>{w.give({ n: chosen.length })}</Button></div> : null}
    </section>
  );
}
