import { Link } from 'react-router';
import { Icon, Loaded, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { TopicActions } from './TopicActions.tsx';
import { TopicHead, TopicStory } from './TopicHead.tsx';

/** A topic beside the work list. */
export default function TopicAside({ id }: { id: string }) {
  const topic = useCall(api.topic, { id }, { keepWhileChanging: true });
  return (
    <Loaded from={topic} lines={6}>
      {(t) => (
        <article className="topichead" aria-label={t.title}>
          <h2><Link to={`/topics/${t.id}`}>{t.title} <Icon name="next" size={16} /></Link></h2>
          <TopicHead topic={t} />
          <TopicActions topic={t} />
          <TopicStory topic={t} />
        </article>
      )}
    </Loaded>
  );
}
