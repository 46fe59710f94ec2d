import { Link } from 'react-router';
import { Chip, Icon, Loaded, refresh, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { Acts } from './Acts.tsx';
import { ItemFacts, Texts } from './ItemPage.tsx';

/** An item beside the work list, with what can be done. */
export default function Aside({ id }: { id: string }) {
  const w = useWords(words);
  const item = useCall(desk.item, { id }, { keepWhileChanging: true });
  useLive(() => void refresh(desk.item));
  return (
    <Loaded from={item} lines={6}>
      {(i) => (
        <article className="pubdesk" aria-label={i.title}>
          <p className="pubrow"><StateChip of={i.state} />{i.reported ? <Chip kind="late" icon="late">{w.reported({ union: i.reported })}</Chip> : null}</p>
          <h2><Link to={`/disclosures/${i.id}`}>{i.draft.title} <Icon name="next" size={16} /></Link></h2>
          <ItemFacts of={i} />
          <Acts key={`${i.id} ${String(i.caseVersion)}`} of={i} />
          <Texts of={i} />
        </article>
      )}
    </Loaded>
  );
}
