import { useParams } from 'react-router';
import { Card, Empty, LoadedPages, PhonePage, useCall, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import '../offers.css';

const milliseconds = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hour12: false });

/** The published order: who got a place, masked, to the millisecond. */
export default function Order() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const head = useCall(api.order, { offerId: id, limit: 1 });
  const all = usePages(api.order, { offerId: id, limit: 100 });
  return (
    <PhonePage title={w.order}>
      <Card title={head.data?.title ?? w.order} aside={head.data ? w.peopleN({ n: head.data.total }) : null}>
        <p className="note">{head.data?.drawn ? w.orderDrawn : w.orderHint}</p>
        <LoadedPages from={all} empty={<Empty icon="people" title={w.orderNone} />}>
          {(items) => (
            <ol className="placeorder">
              {items.map((x) => <li key={x.no}><span className="num">{x.rank ?? x.no}</span><b>{x.name}</b><span className="note">{x.unit}</span><time className="num" dateTime={x.at}>{milliseconds.format(new Date(x.at))}</time></li>)}
            </ol>
          )}
        </LoadedPages>
      </Card>
    </PhonePage>
  );
}
