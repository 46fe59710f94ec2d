import { Link } from 'react-router';
import { Card, Chip, Empty, LoadedPages, PhonePage, showTime, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../my.contract.ts';
import { words as both } from '../both.words.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../phone.words.ts';

/** Sessions in which I sit, and what was published. */
export default function List() {
  const w = useWords(words);
  const b = useWords(both);
  const language = useLocale();
  const list = usePages(mine.list, {});
  return (
    <PhonePage title={w.title}>
      <LoadedPages from={list} empty={<Card><Empty icon="calendar" title={w.none} hint={w.noneHint} /></Card>}>
        {(items) => (
          <div className="sesmember">
            {items.map((z) => (
              <Link key={z.id} className="card sescard" to={`/sessions/${z.id}`}>
                <span className="sesline"><StateChip of={z.state} />{z.here ? <Chip kind="ok" icon="check">{w.here}</Chip> : null}{z.seat ? <Chip>{w[`seat_${z.seat}`]}</Chip> : null}</span>
                <b>{z.title}</b><small className="num">{showTime(z.heldAt, language)} · {z.place}</small><small>{b[`sort_${z.sort}`]} · {z.union}</small>
                {z.votes > 0 ? <span className="sesline"><Chip kind="union" icon="vote">{w.voteWaits({ n: z.votes })}</Chip></span> : z.fresh > 0 ? <span className="sesline"><Chip kind="info">{w.papersWait({ n: z.fresh })}</Chip></span> : z.passed + z.failed > 0 ? <span className="sesline"><Chip kind="ok">{w.passed({ n: z.passed })}</Chip>{z.failed > 0 ? <Chip kind="late">{w.failed({ n: z.failed })}</Chip> : null}</span> : null}
              </Link>
            ))}
          </div>
        )}
      </LoadedPages>
    </PhonePage>
  );
}
