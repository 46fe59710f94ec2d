import { Card, Chip, Empty, Loaded, PhonePage, Row, showDay, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { words } from '../questionnaire-ui.words.ts';

/** Questionnaires I was asked to fill in, those that wait first. */
export default function Questionnaires() {
  const w = useWords(words);
  const language = useLocale();
  const list = useCall(api.questionnaires, {});
  return (
    <PhonePage title={w.title}>
      <Loaded from={list}>
        {({ items }) => (items.length === 0 ? <Card><Empty icon="form" title={w.none} hint={w.noneHint} /></Card> : (
          <Card>
            {items.map((s) => (
              <Row key={s.id} to={`/questionnaires/${s.id}`} icon="form" tint={s.state === 'open' && !s.answered ? 'warn' : 'quiet'} title={s.title} note={`${s.union} · ${w.minutes({ n: s.questions })} · ${s.state === 'open' ? w.until({ date: showDay(new Date(Date.parse(s.closesAt) - 1), language) }) : w.over}`}
                end={<Chip kind={s.state === 'counted' ? 'info' : s.answered ? 'ok' : s.state === 'open' ? 'warn' : 'quiet'}>{s.state === 'counted' ? w.seeResults : s.answered ? w.answered : s.state === 'open' ? w.waits : w.over}</Chip>} />
            ))}
          </Card>
        ))}
      </Loaded>
    </PhonePage>
  );
}
