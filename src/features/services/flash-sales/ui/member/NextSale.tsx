import { Link } from 'react-router';
import { Chip, showNumber, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../member.words.ts';
import { Picture, Until } from '../both/parts.tsx';
import '../sales.css';

/** Home: the sale that is on with something left, or the next one to come. */
export default function NextSale() {
  const w = useWords(words);
  const seen = useCall(api.sales, { when: 'open', limit: 5 });
  const next = seen.data?.items.find((s) => s.mine === null && !(s.state === 'on' && s.left === 0));
  if (!seen.data || !next) return null;
  return (
    <section className="card salehome">
      <Link className="salerow" to={`/flash-sales/${next.id}`}>
        <Picture photo={next.photo} title={next.title} />
        <span className="saletext">
          <b>{next.title}</b>
          <span className="note num">{w.places({ n: showNumber(next.places), measure: next.measure })} · {w.onlyOne}</span>
          <span className="salestate">{next.state === 'coming' ? <Until at={next.opensAt} ahead={Date.parse(seen.data.serverTime) - seen.dataUpdatedAt} /> : <><Chip kind="warn">{w.on}</Chip> <span className="num">{w.left({ n: showNumber(next.left ?? 0) })}</span></>}</span>
        </span>
      </Link>
    </section>
  );
}
