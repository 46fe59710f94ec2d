import { Link } from 'react-router';
import { Icon, Loaded, refresh, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { Answers, Chips, ProposalFacts, ProposalText } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { Acts } from './Acts.tsx';

/** A proposal beside the work list, with everything that can be done to it. */
export default function Aside({ id }: { id: string }) {
  const w = useWords(words);
  const one = useCall(api.one, { id }, { keepWhileChanging: true });
  useLive(() => void refresh(api.one));
  return (
    <Loaded from={one} lines={6}>
      {(p) => (
        <article className="aside" aria-label={p.title}>
          <Chips of={p} />
          <h2 className="asidetitle"><Link to={`/proposals/${p.id}`}>{p.title}</Link><Link className="asideopen" to={`/proposals/${p.id}`} aria-label={w.open} title={w.open}><Icon name="next" size={16} /></Link></h2>
          <ProposalFacts of={p} desk /><ProposalText of={p} /><Answers of={p} />
          <div className="asideacts"><Acts key={`${p.id} ${String(p.version)}`} of={p} /></div>
        </article>
      )}
    </Loaded>
  );
}
