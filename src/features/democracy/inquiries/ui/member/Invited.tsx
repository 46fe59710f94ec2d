import { Card, Row, showDay, useCall, useLocale, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../inquiries.contract.ts';
import { words } from '../phone.words.ts';

/** A question that waits for me alone, on Home. */
export default function Invited() {
  const w = useWords(words);
  const language = useLocale();
  const mine = useCall(api.mine, { limit: 5 });
  const waiting = (mine.data?.items ?? []).filter((i) => i.state === 'open' && i.own === 'invited');
  useTellWaiting('inquiries', waiting.length);
  if (waiting.length === 0) return null;
  return <Card title={w.homeTitle}>{waiting.map((i) => <Row key={i.id} icon="talk" tint="union" to={`/inquiries/${i.id}`} title={i.question} note={w.until({ day: showDay(i.closesOn, language) })} />)}</Card>;
}
