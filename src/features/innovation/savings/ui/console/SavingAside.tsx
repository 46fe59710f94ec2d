import { Link } from 'react-router';
import { Icon, Loaded, refresh, useCall, useLive } from '../../../../../web/kit/index.ts';
import { api } from '../../savings.contract.ts';
import { SavingAmount, SavingFacts, SavingStory, SavingText } from '../both/SavingFacts.tsx';
import '../savings.css';
import { SavingActions } from './SavingActions.tsx';
import { SavingChips, Twins } from './SavingParts.tsx';

/** A saving beside the work list, with its actions. */
export default function SavingAside({ id }: { id: string }) {
  const saving = useCall(api.saving, { id }, { keepWhileChanging: true });
  useLive(() => void refresh(api.saving));
  return (
    <Loaded from={saving} lines={6}>
      {(s) => (
        <article className="savedesk" aria-label={s.title}>
          <SavingChips saving={s} />
          <h2><Link to={`/savings/${s.id}`}>{s.title} <Icon name="next" size={16} /></Link></h2>
          <SavingAmount saving={s} />
          <Twins saving={s} />
          <SavingText saving={s} />
          <SavingFacts saving={s} />
          <SavingActions key={s.id} saving={s} />
          <SavingStory saving={s} />
        </article>
      )}
    </Loaded>
  );
}
