import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../appraisals.contract.ts';
import { words } from '../phone.words.ts';

/** On Home: a report of duty that waits; nothing when none does. */
export default function DutyWaits() {
  const w = useWords(words);
  const list = useCall(mine.list, {});
  const waits = (list.data?.items ?? []).filter((a) => a.dutyWaits);
  useTellWaiting('appraisals', waits.length);
  const [first] = waits;
  return first ? <Card><Row icon="star" tint="union" title={w.dutyWaits} note={first.title} to={`/appraisals/${first.id}`} /></Card> : null;
}
