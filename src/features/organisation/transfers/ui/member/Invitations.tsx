import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';

/** On Home: invitations that wait for an answer. */
export default function Invitations() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  useTellWaiting('transfers', mine.data?.offers.length);
  const [first] = mine.data?.offers ?? [];
  if (!first) return null;
  return <Card><Row icon="swap" tint="union" title={w.invitation} note={w.invitedBy({ union: first.union })} to="/transfers" /></Card>;
}
