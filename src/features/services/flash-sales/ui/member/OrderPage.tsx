import { useParams } from 'react-router';
import { Card, Chip, Empty, LoadedPages, PhonePage, showNumber, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../member.words.ts';
import '../sales.css';

/** The published order: who was when, with masked names, down to the thousandth of a second. */
export default function OrderPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const pages = usePages(api.order, { id, limit: 100 });
  return (
    <PhonePage title={w.order} up={`/flash-sales/${id}`}>
      <Card>
        <p className="note">{w.orderHint}</p>
        <LoadedPages from={pages} empty={<Empty icon="table" title={w.order} />}>
          {(items) => (
            <ol className="saleorder">
              {items.map((c) => <li key={c.no} className={c.mine ? 'mine' : ''}><span className="num">{c.no}</span><span><b>{c.name}</b>{c.mine ? <> <Chip kind="ok">{w.you}</Chip></> : null}<span className="note">{c.unit}</span></span><span className="num">{w.seconds({ n: c.seconds >= 60 ? showNumber(Math.round(c.seconds)) : c.seconds.toFixed(3) })}</span></li>)}
            </ol>
          )}
        </LoadedPages>
      </Card>
    </PhonePage>
  );
}
