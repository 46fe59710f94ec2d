import { Link } from 'react-router';
import { Icon, Loaded, refresh, useCall, useLive } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import '../activities.css';
import { Acts } from './Acts.tsx';
import { AboutFacts, Story } from './About.tsx';
import { StandingChip } from '../both/Look.tsx';

/** An activity beside the work list, with what can be decided. */
export default function Aside({ id }: { id: string }) {
  const activity = useCall(api.activity, { id }, { keepWhileChanging: true });
  useLive(() => void refresh(api.activity));
  return (
    <Loaded from={activity} lines={6}>
      {(a) => (
        <article className="actdesk" aria-label={a.title}>
          <p className="actrow"><StandingChip of={a.standing} /></p>
          <h2><Link to={`/activities/${a.id}`}>{a.title} <Icon name="next" size={16} /></Link></h2>
          <AboutFacts of={a} />
          <p className="actabout">{a.about}</p>
          <Acts key={a.id} of={a} />
          <Story of={a} />
        </article>
      )}
    </Loaded>
  );
}
