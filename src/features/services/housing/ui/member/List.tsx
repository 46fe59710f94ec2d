import { useParams } from 'react-router';
import { Card, Chip, Empty, LoadedPages, PhonePage, Row, showDay, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../housing.contract.ts';
import { words } from '../housing-ui.words.ts';

/** The waiting list as everybody may read it: places and days, names masked. */
export default function List() {
  const w = useWords(words);
  const language = useLocale();
  const { id = '' } = useParams();
  const list = usePages(api.list, { id });
  return (
    <PhonePage title={w.published} up={`/housing/${id}`}>
      <p className="note">{w.publishedAbout}</p>
      <Card>
        <LoadedPages from={list} empty={<Empty icon="people" title={w.listEmpty} />}>
          {(items) => items.map((x) => <Row key={x.order} title={<span className="num">{x.place} · {x.name}</span>} note={<span className="num">{x.unit} · {w.submittedOn({ day: showDay(x.submittedOn, language) })}</span>} end={x.mine ? <Chip kind="union">{w.you}</Chip> : undefined} />)}
        </LoadedPages>
      </Card>
    </PhonePage>
  );
}
