import { useState } from 'react';
import { Link } from 'react-router';
import { Basis, Card, Empty, Loaded, type Output, PhonePage, useAddress, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import '../transfers.css';
import { Outside, Request } from './RequestForm.tsx';
import { WhichUnion } from './WhichUnion.tsx';

type Door = Output<typeof api.door>;

/** Why there is nothing to transfer, with the way that is open instead. */
function Instead({ door, code }: { door: Door; code: string }) {
  const w = useWords(words);
  if (door.standing === 'member') return null;
  const to = door.standing === 'open' ? `/transfers/${door.openId ?? ''}` : door.standing === 'here' ? '/card' : code ? `/join/${code}` : '/join';
  return (
    <Card>
      <Empty icon="swap" title={w[`standing_${door.standing}`]}>
        <Link className="btn primary" to={to}>{door.standing === 'open' || door.standing === 'here' ? w.open : w.join}</Link>
      </Empty>
    </Card>
  );
}

/** Asks for a transfer: where to, then why; a code from a poster or from the joining form stands in the address. */
export default function Ask() {
  const w = useWords(words);
  const [code = '', setCode] = useAddress('code');
  const [unionId = '', setUnion] = useAddress('union');
  const [outside, setOutside] = useState(false);
  const door = useCall(api.door, { ...(code ? { code } : {}), ...(unionId ? { unionId } : {}) });
  const again = (): void => { setCode(undefined); setUnion(undefined); setOutside(false); };
  const none = door.data?.standing !== undefined && door.data.standing !== 'member';
  if (outside && !none) return <Outside from={door.data?.from ?? ''} again={again} />;
  if (door.data?.union && !none) return <Request union={door.data.union} from={door.data.from ?? ''} releaseAfter={door.data.releaseAfter} again={again} />;
  return (
    <PhonePage title={w.ask} up="/transfers">
      <Loaded from={door} lines={6}>
        {(d) => (none ? <Instead door={d} code={code} /> : (
          <div className="transferform">
            {code ? <Basis>{w.noFound}</Basis> : null}
            <WhichUnion choose={(c) => { if (c.code) setCode(c.code); else setUnion(c.unionId); }} outside={() => setOutside(true)} />
          </div>
        ))}
      </Loaded>
    </PhonePage>
  );
}
