import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Empty, Loaded, PhonePage, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../messages.contract.ts';
import { words } from '../messages-ui.words.ts';

/** Where the link at the end of an e-mail leads: one button, no signing in. */
export default function Unsubscribe() {
  const w = useWords(words);
  const { token = '' } = useParams();
  const [done, setDone] = useState(false);
  const about = useCall(api.leave, { token }, { anonymous: true });
  const { act, busy } = useAct(api.left, { anonymous: true, after: () => setDone(true) });
  return (
    <PhonePage title={w.leaveTitle}>
      <Card>
        <Loaded from={about}>
          {({ group }) => (done
            ? <Empty icon="ok" title={w.leftTitle} hint={w.leftText({ group })}><Link className="btn" to="/">{w.toApp}</Link></Empty>
            : <Empty icon="messages" title={w.leaveAsk({ group })} hint={w.leaveHint}><button type="button" className="btn primary" disabled={busy} onClick={() => act({ token })}>{w.leaveDo}</button></Empty>)}
        </Loaded>
      </Card>
    </PhonePage>
  );
}
