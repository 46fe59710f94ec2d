import { useParams, useSearchParams } from 'react-router';
import { Loaded, Qr, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { words as congressWords } from '../../congress.words.ts';
import { roll } from '../../delegates.contract.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';

/** Delegate cards on paper, two beside each other, each with the QR picture that check-in reads. */
export default function CardsPaper() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const delegationId = params.get('delegation');
  const cards = useCall(roll.cards, { id, ...(delegationId ? { delegationId } : {}) });
  const title = cards.data ? w.cardsTitle({ body: cards.data.body, n: cards.data.number }) : w.printCards;
  return (
    <Paper title={title} back={`/congress/terms/${id}?tab=roll`}>
      <Loaded from={cards} lines={8}>{(c) => (
        <div className="congcards">{c.items.map((d) => (
          <section key={d.id} className="congcard" aria-label={d.name}>
            <div><h2>{c.body}</h2><p><small>{kw.termOf({ n: c.number })} · {kw[`class_${d.class}`]}</small></p><p><b>{d.name}</b></p><p>{d.unit}</p><p>{d.delegation || d.constituency}</p><p className="num">{d.cardNumber}</p></div>
            <Qr text={d.code} size={112} label={`${d.name} ${d.cardNumber}`} />
          </section>
        ))}</div>
      )}</Loaded>
    </Paper>
  );
}
