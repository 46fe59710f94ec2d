import { useNavigate } from 'react-router';
import { ask, Card, Facts, type Output, showDate, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import '../transfers.css';

type Offer = Output<typeof api.mine>['offers'][number];

/** An invitation with its two answers. */
export function OfferCard({ offer: o }: { offer: Offer }) {
  const w = useWords(words);
  const go = useNavigate();
  const refreshes = [api.mine];
  const accept = useAct(api.accept, { refreshes, done: w.accepted, after: (out) => void go(`/transfers/${out.id}`) });
  const refuse = useAct(api.refuseOffer, { refreshes, done: w.refused });
  return (
    <Card title={w.invitation} aside={showDate(o.offeredAt)} className="transfercard">
      <p><b>{w.invitedBy({ union: o.union })}</b></p>
      {o.origin === 'application' ? <p className="note">{w.fromYou({ union: o.union })}</p> : null}
      {o.employer || o.job ? <Facts of={[[w.employer, o.employer], [w.job, o.job]]} /> : null}
      <div className="transferpair">
        <button type="button" className="btn" disabled={refuse.busy || accept.busy} onClick={() => void ask({ title: w.refuseAsk, text: w.refuseHint }).then((yes) => { if (yes) refuse.act({ id: o.id }); })}>{w.refuse}</button>
        <button type="button" className="btn primary" disabled={refuse.busy || accept.busy} onClick={() => accept.act({ id: o.id })}>{w.accept}</button>
      </div>
    </Card>
  );
}
