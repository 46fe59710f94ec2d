import { ask, Basis, Card, showNumber, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rosters.contract.ts';
import { words } from '../roster-ui.words.ts';

const WATCH_MS = 1_500;

/** Members of other unions on the roster: they can all be invited to transfer. */
export function Offers({ id }: { id: string }) {
  const w = useWords(words);
  const seen = useCall(api.offers, { id });
  const working = seen.data?.working ?? false;
  useCall(api.offers, { id }, working ? { every: WATCH_MS } : { when: false });
  const offer = useAct(api.offer, { refreshes: [api.offers] });
  const o = seen.data;
  if (!o || o.elsewhere === 0) return null;
  const invite = async (): Promise<void> => {
    if (await ask({ title: w.offerTitle({ n: showNumber(o.elsewhere) }), text: w.offerText, yes: w.offerYes })) offer.act({ id });
  };
  return (
    <Card title={w.offerHead({ n: showNumber(o.elsewhere) })}>
      <Basis>{w.offerText}</Basis>
      {o.offered > 0 || working || o.may.length === 0 ? <p className="note" role="status">{working ? w.offering : w.offered({ n: showNumber(o.offered) })}</p> : null}
      {o.may.includes('offer') ? <button type="button" className="btn primary" disabled={offer.busy} onClick={() => void invite()}>{w.offer({ n: showNumber(o.elsewhere) })}</button> : null}
    </Card>
  );
}
