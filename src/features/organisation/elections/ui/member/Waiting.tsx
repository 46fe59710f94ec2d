import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../elections.contract.ts';
import { words } from '../phone.words.ts';

/** On Home: elections for which one may propose; votes that wait stand there with all other votes. */
export default function Waiting() {
  const w = useWords(words);
  const list = useCall(mine.list, {});
  const waits = (list.data?.items ?? []).filter((e) => e.waits === 'nominate');
  useTellWaiting('elections', waits.length);
  return waits.length === 0 ? null : <Card>{waits.slice(0, 3).map((e) => <Row key={e.id} icon="vote" tint="union" title={w.homeNominate({ union: e.union })} note={e.stateWord} to={`/elections/${e.id}`} />)}</Card>;
}
