import { Link } from 'react-router';
import { Icon, Loaded, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../sales.contract.ts';
import { StateChip } from '../both/StateChip.tsx';
import { Checks } from './Checks.tsx';
import { SaleActs } from './SaleActs.tsx';
import { SaleFacts } from './SaleDesk.tsx';
import '../sales.css';

/** A sale beside the work list: checks, facts, and the steps that are open. */
export default function SaleAside({ id }: { id: string }) {
  const sale = useCall(api.desk, { id }, { keepWhileChanging: true });
  return (
    <Loaded from={sale} lines={6}>
      {(s) => (
        <article className="salestack" aria-label={s.title}>
          <p><StateChip state={s.state} word={s.stateWord} /></p>
          <h2><Link to={`/flash-sales/${s.id}`}>{s.title} <Icon name="next" size={16} /></Link></h2>
          <div className="chips"><SaleActs sale={s} /></div>
          <Checks sale={s} />
          <SaleFacts sale={s} />
        </article>
      )}
    </Loaded>
  );
}
