import { Link, useSearchParams } from 'react-router';
import { Card, Chip, Empty, Loaded, PhonePage, showDate, showMoney, showNumber, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sales.contract.ts';
import { words } from '../member.words.ts';
import { type Listed, Picture, Until, usePrice } from '../both/parts.tsx';
import '../sales.css';

function State({ sale: s, ahead }: { sale: Listed; ahead: number }) {
  const w = useWords(words);
  const language = useLocale();
  if (s.mine && s.mine.state !== 'cancelled' && s.mine.state !== 'expired') return <Chip kind="ok">{s.mine.stateWord}</Chip>;
  if (s.state === 'coming') return <Until at={s.opensAt} ahead={ahead} />;
  if (s.state === 'on') return s.left === 0 ? <Chip>{w.soldOut}</Chip> : <><Chip kind="warn">{w.on}</Chip> <span className="num">{w.left({ n: showNumber(s.left ?? 0) })}</span></>;
  return <><Chip>{s.state === 'cancelled' ? w.cancelled : s.left === 0 ? w.soldOut : w.state_over}</Chip> <span className="note num">{showDate(s.opensAt, language)}</span></>;
}

function One({ sale: s, ahead }: { sale: Listed; ahead: number }) {
  const w = useWords(words);
  const price = usePrice();
  return (
    <li>
      <Link className="salerow" to={`/flash-sales/${s.id}`}>
        <Picture photo={s.photo} title={s.title} />
        <span className="saletext">
          <b>{s.title}</b>
          <span className="note">{s.union}</span>
          <span className="note num">{w.places({ n: showNumber(s.places), measure: s.measure })} · {price(s)} · {w.worth({ price: showMoney(s.worthFen) })}</span>
          <span className="salestate"><State sale={s} ahead={ahead} /></span>
        </span>
      </Link>
    </li>
  );
}

/** Flash sales one may take part in: coming and on, or over. */
export default function Sales() {
  const w = useWords(words);
  const [address, setAddress] = useSearchParams();
  const when = address.get('when') === 'over' ? 'over' : 'open';
  const seen = useCall(api.sales, { when, limit: 50 }, { every: 60_000 });
  const tab = (name: 'open' | 'over') => <button type="button" className="btn" aria-pressed={when === name} onClick={() => setAddress(name === 'over' ? { when: name } : {}, { replace: true })}>{w[name]}</button>;
  return (
    <PhonePage title={w.title} up="/services">
      <div className="saletabs">{tab('open')}{tab('over')}</div>
      <Loaded from={seen}>
        {({ items, serverTime }) => {
          const ahead = Date.parse(serverTime) - seen.dataUpdatedAt;
          if (items.length === 0) return <Card><Empty icon="flash" title={when === 'open' ? w.none : w.noneOver} hint={w.noneHint} /></Card>;
          return <Card><ul className="salelist">{items.map((s) => <One key={s.id} sale={s} ahead={ahead} />)}</ul></Card>;
        }}
      </Loaded>
    </PhonePage>
  );
}
