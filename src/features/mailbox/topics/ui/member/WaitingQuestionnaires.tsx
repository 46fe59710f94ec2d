import { Card, Chip, refresh, Row, showDay, useCall, useLive, useLocale, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { words } from '../questionnaire-ui.words.ts';

/** Questionnaires that wait for me; nothing when there are none. */
export default function WaitingQuestionnaires() {
  const w = useWords(words);
  const language = useLocale();
  const list = useCall(api.questionnaires, {});
  useLive(() => void refresh(api.questionnaires));
  const waiting = list.data?.items.filter((s) => s.state === 'open' && !s.answered);
  useTellWaiting('questionnaires', waiting?.length);
  if (!waiting || waiting.length === 0) return null;
  return (
    <Card title={w.waitsCard}>
      {waiting.map((s) => <Row key={s.id} to={`/questionnaires/${s.id}`} icon="form" tint="warn" title={s.title} note={`${s.union} · ${w.until({ date: showDay(new Date(Date.parse(s.closesAt) - 1), language) })}`} end={<Chip>{w.minutes({ n: s.questions })}</Chip>} />)}
    </Card>
  );
}
