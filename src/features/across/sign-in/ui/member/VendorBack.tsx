import { useEffect, useRef } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Card, Empty, useAct, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { SecondStep } from '../both/SignInForm.tsx';
import { useSteps } from '../both/steps.tsx';
import { isVendor, keepClaim, type VendorName } from '../vendor-claim.ts';
import { words } from '../vendors-ui.words.ts';

function Back({ vendor, code, state }: { vendor: VendorName; code: string; state: string }) {
  const w = useWords(words);
  const go = useNavigate();
  const { step, take, startAgain } = useSteps();
  const finish = useAct(api.finishVendor, {
    refused: () => true,
    after: (out) => {
      const { next, to, ticket, claim } = out;
      if (next !== 'bind') return take({ next, ...(ticket ? { ticket } : {}) }, to);
      if (claim) keepClaim(vendor, claim);
      void go(`/sign-in?next=${encodeURIComponent(`/bind-account?next=${encodeURIComponent(to)}`)}`, { replace: true });
    },
  });
  // Each code and state works once, so they are handed over once, whatever React does.
  const sent = useRef(false);
  const { act } = finish;
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    act({ vendor, code, state });
  }, [act, vendor, code, state]);
  if (step.at === 'totp') return <Card><SecondStep ticket={step.ticket} take={take} startAgain={() => { startAgain(); void go('/sign-in', { replace: true }); }} /></Card>;
  if (!finish.refusal) return <Card><Waiting lines={3} /></Card>;
  return (
    <Card>
      <Empty icon="lock" title={w.failed} hint={<span role="alert">{finish.refusal.sentence}</span>}>
        <Link className="btn primary" to="/sign-in" replace>{w.toSignIn}</Link>
      </Empty>
    </Card>
  );
}

/** Where a vendor sends people back to, with a code or without. */
export default function VendorBack() {
  const w = useWords(words);
  const { vendor } = useParams();
  const [params] = useSearchParams();
  if (!isVendor(vendor)) return <Empty page icon="search" title={w.unknown}><Link className="btn primary" to="/sign-in">{w.toSignIn}</Link></Empty>;
  const name = w[vendor];
  // DingTalk calls it authCode
  const code = params.get('code') ?? params.get('authCode');
  const state = params.get('state');
  return (
    <div className="signin agree">
      <title>{w.with({ vendor: name })}</title>
      <header className="signinhead"><h1>{w.with({ vendor: name })}</h1></header>
      <main className="signinbody">
        {code && state ? <Back vendor={vendor} code={code} state={state} /> : (
          <Card>
            <Empty icon="lock" title={w.notConfirmed({ vendor: name })} hint={w.notConfirmedHint}>
              <Link className="btn primary" to="/sign-in" replace>{w.toSignIn}</Link>
            </Empty>
          </Card>
        )}
      </main>
    </div>
  );
}
