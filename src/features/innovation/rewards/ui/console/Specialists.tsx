import { Button } from 'antd';
import { showMoney, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import type { OfYear } from './Year.tsx';

/** Gives the specialists of a year their awards, once the best units are named. */
export function Specialists({ unionId, year, of: y }: OfYear) {
  const w = useWords(words);
  const { act, busy } = useAct(api.specialists, { refreshes: [api.year], after: (out) => tell(w.done({ n: out.given })) });
  const open = y.specialists.filter((s) => !y.honours.some((h) => h.kind === 'specialist' && h.withdrawn === null && h.person === s.name && h.unit === s.unit)).length;
  return (
    <section className="panel honours" aria-label={w.specialists}>
      <div className="honourhead"><h2>{w.specialists}</h2><span className="note num">{w.specialistsAside({ best: showMoney(y.specialistBestFen), other: showMoney(y.specialistOtherFen) })}</span></div>
      <p className="note">{w.specialistsHint}</p>
      <div><Button type="primary" loading={busy} disabled={open === 0} onClick={() => act({ unionId, year })}>{w.giveSpecialists({ n: open })}</Button></div>
    </section>
  );
}
