import { Link } from 'react-router';
import { Card, Chip, Empty, LoadedPages, type Output, PhonePage, showDate, showMoney, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import '../payment-lists.css';

type Mine = Output<typeof api.mine>['items'][number];
const KIND = { coming: 'info', paid: 'ok', failed: 'late' } as const;

function Payment({ of }: { of: Mine }) {
  const w = useWords(words);
  const language = useLocale();
  const back = of.amountFen.startsWith('-');
  return (
    <li className="payment">
      <div className="paymenthead"><b>{of.reason}</b><b className="num">{showMoney(of.amountFen)}</b></div>
      <div className="paymentnote"><span>{of.list} · {of.union}</span><time className="num">{showDate(of.at, language)}</time></div>
      <div className="paymentfoot"><Chip kind={KIND[of.state]}>{w[`mine_${of.state}`]}</Chip>{back ? <Chip kind="warn">{w.mineBack}</Chip> : null}<span className="note">{of.purpose}</span>{of.path ? <Link to={of.path}>{w.mineFor}</Link> : null}</div>
      {of.state === 'failed' ? <p className="note">{of.why ? `${of.why} · ` : ''}{w.mineFailedHint}</p> : null}
    </li>
  );
}

/** What the union paid me, each with its reason. */
export default function MyPayments() {
  const w = useWords(words);
  const all = usePages(api.mine, { limit: 20 });
  const sums = useCall(api.mine, { limit: 1 });
  return (
    <PhonePage title={w.mine} up="/me">
      {sums.data && sums.data.total > 0 ? (
        <Card>
          <p className="note">{w.minePaid({ y: sums.data.year })}</p>
          <p className="paytotal num">{showMoney(sums.data.paidFen)}</p>
          <p className="note">{sums.data.total === 1 ? w.mineCountOne : w.mineCount({ n: sums.data.total })}</p>
        </Card>
      ) : null}
      <LoadedPages from={all} empty={<Empty icon="wallet" title={w.mineNone} hint={w.mineNoneHint} />}>
        {(items) => <ul className="payments card">{items.map((p) => <Payment key={p.id} of={p} />)}</ul>}
      </LoadedPages>
    </PhonePage>
  );
}
