import { Card, Chip, Empty, LoadedPages, PhonePage, Row, showDay, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../inquiries.contract.ts';
import { words } from '../phone.words.ts';

/** Inquiries that I was invited to. */
export default function Inquiries() {
  const w = useWords(words);
  const language = useLocale();
  const pages = usePages(api.mine, { limit: 30 });
  return (
    <PhonePage title={w.title}>
      <LoadedPages from={pages} empty={<Empty icon="talk" title={w.none} hint={w.noneHint} />}>
        {(items) => <Card>{items.map((i) => <Row key={i.id} icon="talk" to={`/inquiries/${i.id}`} title={i.question} note={`${i.union} · ${w.until({ day: showDay(i.closesOn, language) })}`} end={<Chip kind={i.own === 'answered' ? 'ok' : i.state === 'open' && i.own === 'invited' ? 'union' : 'quiet'}>{i.state === 'closed' && i.own === 'invited' ? w.closed : w[`own_${i.own}`]}</Chip>} />)}</Card>}
      </LoadedPages>
    </PhonePage>
  );
}
