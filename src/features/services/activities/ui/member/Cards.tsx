import { Link } from 'react-router';
import { Chip, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../activities-ui.words.ts';
import { type Card, Cover, Fill, StandingChip, usePrice, useTimes } from '../both/Look.tsx';

function One({ of: a }: { of: Card }) {
  const w = useWords(words);
  const times = useTimes();
  const price = usePrice();
  return (
    <Link className="card actcard" to={`/activities/${a.id}`}>
      <Cover of={a} />
      <span>
        <b>{a.title}</b>
        <small className="num">{times(a.startsAt, a.endsAt)}</small>
        <small>{a.place} · {price(a)}</small>
        <Fill of={a} />
        <span className="actrow"><StandingChip of={a.standing} />{a.mine ? <Chip kind="union" icon="check">{w.mySign}</Chip> : null}<small>{a.union}</small></span>
      </span>
    </Link>
  );
}

/** Activities as cards. */
export const ActivityCards = ({ items }: { items: readonly Card[] }) => <div className="actlist">{items.map((a) => <One key={a.id} of={a} />)}</div>;
