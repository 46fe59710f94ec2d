import { useState } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { Card, PhonePage, Row, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { safeNext } from '../sign-in-ui.rules.ts';
import { dropClaim, keptClaim } from '../vendor-claim.ts';
import { words } from '../vendors-ui.words.ts';

/** The press that binds a vendor's account, after signing in once by own means: what it brings, what is kept, who else may hold the account. */
export default function BindAccount() {
  const w = useWords(words);
  const { person } = useMe();
  const [params] = useSearchParams();
  const go = useNavigate();
  const [waits] = useState(keptClaim);
  const to = safeNext(params.get('next'));
  const leave = (): void => { dropClaim(); void go(to, { replace: true }); };
  const vendor = waits ? w[waits.vendor] : '';
  const bind = useAct(api.bindVendor, { refreshes: [api.myVendors], done: w.bindDone({ vendor }), after: leave, refused: () => { dropClaim(); return true; } });
  if (!waits) return <Navigate to={to} replace />;
  return (
    <PhonePage title={w.bindTitle({ vendor })}>
      <Card title={w.bindAsk({ vendor, name: person.name })}>
        <Row icon="ok" tint="ok" title={w.bindGain({ vendor })} />
        <Row icon="shield" tint="info" title={w.bindKept({ vendor })} />
        {waits.vendor === 'wechat' ? null : <Row icon="info" tint="warn" title={w.bindCare({ vendor })} />}
      </Card>
      {bind.refusal ? (
        <Card>
          <p className="fielderror" role="alert">{bind.refusal.sentence}</p>
          <Link className="btn wide" to={to} replace>{w.bindNo}</Link>
        </Card>
      ) : (
        <div className="fields">
          <button type="button" className="btn primary wide" disabled={bind.busy} onClick={() => bind.act({ claim: waits.claim })}>{w.bindYes}</button>
          <button type="button" className="btn wide" disabled={bind.busy} onClick={leave}>{w.bindNo}</button>
        </div>
      )}
    </PhonePage>
  );
}
