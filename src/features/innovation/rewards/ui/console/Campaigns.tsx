import { Button } from 'antd';
import { useState } from 'react';
import { showMoney, showSentences, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rewards.contract.ts';
import { words } from '../rewards-ui.words.ts';
import { Candidates } from './Candidates.tsx';
import type { OfYear, YearView } from './Year.tsx';

function Campaign({ unionId, year, campaign }: { unionId: string; year: number; campaign: YearView['campaigns'][number] }) {
  const w = useWords(words);
  const [chosen, choose] = useState<string[]>([]);
  const { act, busy } = useAct(api.campaignPrize, { refreshes: [api.year, api.candidates], after: (out) => { choose([]); tell(w.done({ n: out.given })); } });
  return (
    <>
      <div className="honourhead"><h3>{campaign.title}</h3><span className="note num">{showSentences(campaign.prizes.map((p) => w.prize({ place: p.place, amount: showMoney(p.amountFen), given: p.given, count: p.count })))}</span></div>
      <Candidates unionId={unionId} year={year} campaignId={campaign.id} chosen={chosen} choose={choose} />
      {chosen.length > 0 ? (
        <div className="rewardbar">
          {campaign.prizes.map((p) => <Button key={p.place} type="primary" loading={busy} disabled={p.given + chosen.length > p.count} onClick={() => act({ unionId, year, campaignId: campaign.id, place: p.place, suggestionIds: chosen })}>{w.givePrize({ place: p.place, n: chosen.length })}</Button>)}
        </div>
      ) : null}
    </>
  );
}

/** Prizes of the campaigns that ended in a year. */
export function Campaigns({ unionId, year, of: y }: OfYear) {
  const w = useWords(words);
  return (
    <section className="panel honours" aria-label={w.campaigns}>
      <h2>{w.campaigns}</h2>
      {y.campaigns.length === 0 ? <p className="note">{w.noCampaigns}</p> : y.campaigns.map((c) => <Campaign key={c.id} unionId={unionId} year={year} campaign={c} />)}
    </section>
  );
}
