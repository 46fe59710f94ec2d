import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../ballots.contract.ts';
import { words } from '../phone.words.ts';

/** On Home: votes that wait; nothing when none does. */
export default function Waiting() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  const waits = (mine.data?.items ?? []).filter((b) => b.may.includes('vote') && !b.voted);
  useTellWaiting('ballots', waits.length);
  const [first] = waits;
  return first ? <Card><Row icon="vote" tint="union" title={waits.length === 1 ? first.title : w.waitingN({ n: waits.length })} note={w.waiting} to={waits.length === 1 ? first.path : '/ballots'} /></Card> : null;
}
