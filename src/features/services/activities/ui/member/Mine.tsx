import { Link } from 'react-router';
import { Card, Empty, Icon, LoadedPages, PhonePage, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { words } from '../activities-ui.words.ts';
import { ActivityCards } from './Cards.tsx';

const ALL = {};

/** What I proposed, in every state. */
export default function Mine() {
  const w = useWords(words);
  const list = usePages(api.mine, ALL);
  return (
    <PhonePage title={w.drafts} up="/activities" foot={<Link className="btn primary" to="/activities/new"><Icon name="add" size={20} />{w.propose}</Link>}>
      <h2 className="unseen">{w.drafts}</h2>
      <LoadedPages from={list} empty={<Card><Empty icon="calendar" title={w.draftsEmpty} hint={w.draftsEmptyHint} /></Card>}>{(items) => <ActivityCards items={items} />}</LoadedPages>
    </PhonePage>
  );
}
