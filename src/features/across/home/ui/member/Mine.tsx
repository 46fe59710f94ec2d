import { Link } from 'react-router';
import { Card, Empty, type Input, LoadedPages, PhonePage, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../home.contract.ts';
import { words } from '../home-ui.words.ts';
import { Thing } from './Thing.tsx';

const ALL: Input<typeof api.things> = {};

/** All my things, the latest change first. */
export default function Mine() {
  const w = useWords(words);
  const things = usePages(api.things, ALL);
  return (
    <PhonePage title={w.thingsTitle}>
      <Card>
        <LoadedPages from={things} empty={<Empty icon="tasks" title={w.empty} hint={w.emptyHint}><Link className="btn primary" to="/services">{w.services}</Link></Empty>}>
          {(items) => items.map((t) => <Thing key={t.id} thing={t} />)}
        </LoadedPages>
      </Card>
    </PhonePage>
  );
}
