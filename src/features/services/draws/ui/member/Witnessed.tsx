import { Card, Chip, Empty, Loaded, PhonePage, Row, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../draws.contract.ts';
import { words } from '../phone.words.ts';
import '../draws.css';

/** Draws the person was asked to witness, latest first. */
export default function Witnessed() {
  const w = useWords(words);
  const language = useLocale();
  const found = useCall(api.witnessed, {});
  return (
    <PhonePage title={w.witnessed} up="/draws">
      <Loaded from={found}>
        {({ items }) => (
          <Card>
            {items.length === 0 ? <Empty icon="seen" title={w.witnessedNone} /> : items.map((d) => (
              <Row key={d.id} icon="seen" tint={d.revealed ? 'ok' : 'warn'} title={d.title} note={w.until({ time: showTime(d.closesAt, language) })} to={`/draws/${d.id}/witness`}
                end={<Chip kind={d.revealed ? 'ok' : d.committed ? 'info' : 'warn'}>{d.revealed ? w.shown : d.committed ? w.sealed : w.notSealed}</Chip>} />
            ))}
          </Card>
        )}
      </Loaded>
    </PhonePage>
  );
}
