import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Card, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { safeNext } from '../sign-in-ui.rules.ts';
import { dropClaim, firstTimeHere, keptClaim } from '../vendor-claim.ts';
import { words } from '../vendors-ui.words.ts';

/** Whether one signs in here in order to bind an account afterwards. */
const useBinding = (): boolean => useSearchParams()[0].get('next')?.startsWith('/bind-account') ?? false;

/** Above the usual ways in, while an account of a vendor waits to be bound: why one signs in once more. */
export function SignInToBind() {
  const w = useWords(words);
  const go = useNavigate();
  const waits = useBinding() ? keptClaim() : undefined;
  if (!waits) return null;
  const vendor = w[waits.vendor];
  return (
    <Card title={w.onceTitle}>
      <p className="note">{w.onceHint({ vendor })}</p>
      <button type="button" className="btn plain" onClick={() => { dropClaim(); void go('/sign-in', { replace: true }); }}>{w.onceDrop}</button>
    </Card>
  );
}

/** The vendors whose accounts open the door here; inside a vendor's own browser the way there is taken at once. */
export function VendorWays() {
  const w = useWords(words);
  const [params] = useSearchParams();
  const binding = useBinding();
  const ways = useCall(api.vendors, {}, { anonymous: true });
  const begin = useAct(api.beginVendor, { after: (out) => location.assign(out.url) });
  const next = safeNext(params.get('next'));
  const straight = ways.data?.items.find((way) => way.straight)?.vendor;
  const { act } = begin;
  useEffect(() => {
    if (straight && !binding && firstTimeHere()) act({ vendor: straight, next });
  }, [act, binding, next, straight]);
  if (!ways.data || ways.data.items.length === 0 || binding) return null;
  return (
    <Card title={w.others}>
      <div className="fields">
        {ways.data.items.map(({ vendor }) => (
          <button key={vendor} type="button" className="btn wide" disabled={begin.busy} onClick={() => act({ vendor, next })}>{w.with({ vendor: w[vendor] })}</button>
        ))}
      </div>
      <p className="unseen" role="status">{begin.busy && straight ? w.goingOver({ vendor: w[straight] }) : ''}</p>
    </Card>
  );
}
