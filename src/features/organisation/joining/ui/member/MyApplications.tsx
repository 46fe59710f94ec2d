import { Card, Deadline, Empty, Loaded, PhonePage, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joining.contract.ts';
import { words } from '../../joining.words.ts';

/** What I asked to join and where it stands. */
export default function MyApplications() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  return (
    <PhonePage title={w.mine}>
      <Loaded from={mine}>
        {({ items }) => (items.length === 0
          ? <Card><Empty icon="join" title={w.mineNone} hint={w.mineNoneHint} /></Card>
          : <Card>{items.map((a) => <Row key={a.id} icon="join" tint={a.state === 'approved' ? 'ok' : 'info'} title={a.union} note={`${a.stateWord} · ${a.number}`} end={a.nextDue ? <Deadline due={a.nextDue} /> : undefined} to={`/joining/${a.id}`} />)}</Card>)}
      </Loaded>
    </PhonePage>
  );
}
