import { Card, Row, showTime, useCall, useLocale, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../surveys.contract.ts';
import { words } from '../phone.words.ts';

/** Open surveys that were not answered yet, on Home. */
export default function Waiting() {
  const w = useWords(words);
  const language = useLocale();
  const mine = useCall(api.mine, { limit: 10 });
  const waiting = (mine.data?.items ?? []).filter((s) => s.stage === 'open' && !s.given);
  useTellWaiting('surveys', waiting.length);
  if (waiting.length === 0) return null;
  return <Card title={w.homeTitle}>{waiting.map((s) => <Row key={s.id} icon="form" tint="union" to={`/surveys/${s.id}`} title={s.title} note={`${w.minutes({ n: s.minutes })} · ${w.until({ time: showTime(s.closesAt, language) })}`} />)}</Card>;
}
