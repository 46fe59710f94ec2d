import { Link } from 'react-router';
import { Icon, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import '../offers.css';

type Claimed = Output<typeof api.claim>;

/** What is said when it is done, by the state in which the place is now. */
export function useOutcome(): (c: Pick<Claimed, 'state' | 'no'>) => string {
  const w = useWords(words);
  return ({ state, no }) => (state === 'waiting' ? w.waits : state === 'entered' ? w.entered : state === 'held' ? w.pleasePay : w.yours({ no }));
}

/**
 * Claims a place with one press, from any part's page. Pressed twice, or sent again because the network was lost, it is one claim; who
 * has a place already gets the way to its code instead.
 * @param places how many in one claim; one unless told
 * @param unitId the thing that was chosen (locker 7)
 * @param label what the button says: sign up, grab
 * @param more lets somebody claim again who has a place already (offers of several a person)
 * @param after is told the claim
 */
export function ClaimButton({ offerId, places, unitId, label, more, disabled, after }: { offerId: string; places?: number; unitId?: string; label?: string; more?: boolean; disabled?: boolean; after?: (claim: Claimed) => void }) {
  const w = useWords(words);
  const outcome = useOutcome();
  const mine = useCall(api.ofOffer, { offerId });
  const claim = useAct(api.claim, { done: outcome, refreshes: [api.ofOffer, api.mine, api.kinds, api.count], ...(after ? { after } : {}) });
  const live = mine.data?.items.find((p) => p.endedAt === null);
  const had = claim.busy ? undefined : live;
  if (had && !more) return <Link className="btn primary wide big" to={`/places/${had.id}`}><Icon name="qr" size={20} />{had.code ? w.showCode : w.see}</Link>;
  return (
    <>
      <button type="button" className="btn primary wide big" disabled={(disabled ?? false) || claim.busy} aria-busy={claim.busy} onClick={() => claim.act({ offerId, ...(places ? { places } : {}), ...(unitId ? { unitId } : {}) })}>{claim.busy ? w.claiming : (label ?? w.claim)}</button>
      {claim.refusal ? <p className="claimsaid" role="alert">{claim.refusal.sentence}</p> : null}
    </>
  );
}
