import { Card, Empty, LoadedPages, PhonePage, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { words } from '../locker-ui.words.ts';
import { LoanLine } from './LoanLine.tsx';

/** My loans: what is out first, then what was. */
export default function Loans() {
  const w = useWords(words);
  const mine = usePages(api.mine, {});
  return (
    <PhonePage title={w.mine} up="/lockers">
      <LoadedPages from={mine} empty={<Card><Empty icon="box" title={w.noLoans} hint={w.noLoansHint} /></Card>}>
        {(items) => {
          const [out, over] = [items.filter((l) => l.endedAt === null), items.filter((l) => l.endedAt !== null)];
          return <>{out.length > 0 ? <Card title={w.now}>{out.map((l) => <LoanLine key={l.id} loan={l} />)}</Card> : null}{over.length > 0 ? <Card title={w.before}>{over.map((l) => <LoanLine key={l.id} loan={l} />)}</Card> : null}</>;
        }}
      </LoadedPages>
    </PhonePage>
  );
}
