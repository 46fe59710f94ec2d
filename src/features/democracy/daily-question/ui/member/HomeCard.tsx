import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import { words } from '../phone.words.ts';

/** Today's question on Home, until it is answered. */
export default function HomeCard() {
  const w = useWords(words);
  const { data } = useCall(api.today, {});
  const open = data?.question && data.may.includes('answer') ? data.question : null;
  useTellWaiting('daily-question', open ? 1 : 0);
  if (open === null) return null;
  return <Card title={w.homeTitle}><Row icon="calendar" tint="union" title={open.text} note={data && data.streak > 0 ? `${w.streak} ${w.dayN({ n: data.streak })}` : w[`kind_${open.kind}`]} to="/daily" /></Card>;
}
