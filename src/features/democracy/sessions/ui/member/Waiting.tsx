import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../my.contract.ts';
import { words } from '../phone.words.ts';

/** On Home: a session that goes on, or one with new papers; nothing when there is none. */
export default function Waiting() {
  const w = useWords(words);
  const list = useCall(mine.list, { limit: 10 });
  const mineNow = (list.data?.items ?? []).filter((z) => z.seat !== '');
  const going = mineNow.find((z) => z.state === 'open' || z.state === 'sitting');
  const papers = mineNow.find((z) => z.fresh > 0 && (z.state === 'noticed' || z.state === 'discussing'));
  useTellWaiting('sessions', going ? Math.max(1, going.votes) : papers ? 1 : 0);
  if (going) return <Card><Row icon="calendar" tint="union" title={going.title} note={going.votes > 0 ? w.voteWaits({ n: going.votes }) : `${w.going} · ${w.goingHint}`} to={`/sessions/${going.id}`} /></Card>;
  return papers ? <Card><Row icon="file" tint="info" title={papers.title} note={w.papersWait({ n: papers.fresh })} to={`/sessions/${papers.id}`} /></Card> : null;
}
