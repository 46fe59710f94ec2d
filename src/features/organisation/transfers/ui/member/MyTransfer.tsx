import { Link, useParams } from 'react-router';
import { ask, Card, Deadline, Facts, Loaded, PhonePage, StepBar, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import { Consents, Objection, StateChip, Story } from '../both/Way.tsx';
import '../transfers.css';

/** One transfer of mine: its three consents as steps with dates. */
export default function MyTransfer() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(api.one, { id });
  const withdraw = useAct(api.withdraw, { refreshes: [api.one, api.mine], done: w.withdrawn });
  return (
    <PhonePage title={w.one} up="/transfers">
      <Loaded from={one}>
        {(t) => (
          <div className="transferform">
            <Card title={t.to}>
              <StepBar steps={t.consents.map((c) => w[`who_${c.who}`])} at={t.state === 'done' || t.state === 'issued' ? 3 : t.state === 'released' ? 2 : 1} />
              <p className="transferway"><StateChip t={t} /> {t.nextDue ? <Deadline due={t.nextDue} /> : null}</p>
              <Objection t={t} />
            </Card>
            <Card title={w.consents}><Consents t={t} /></Card>
            <Card><Facts of={[[w.fromNow, t.from], [w.reason, t.reason], [w.employer, t.employer], [w.job, t.job], [w.dues, t.duesThrough], [w.since, t.memberSince], [w.card, t.cardNumber]]} /></Card>
            <Card title={w.story}><Story t={t} /></Card>
            {t.state === 'issued' || t.state === 'done' ? <Link className="btn wide" to={`/transfers/${t.id}/letter`}>{w.letter}</Link> : null}
            {t.may.includes('withdraw') ? <button type="button" className="btn wide" disabled={withdraw.busy} onClick={() => void ask({ title: w.withdrawAsk, text: w.withdrawHint }).then((yes) => { if (yes) withdraw.act({ id }); })}>{w.withdraw}</button> : null}
          </div>
        )}
      </Loaded>
    </PhonePage>
  );
}
