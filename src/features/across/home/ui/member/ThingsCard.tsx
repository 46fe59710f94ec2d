import { Card, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../home.contract.ts';
import { words } from '../home-ui.words.ts';
import { Thing } from './Thing.tsx';

/** My newest things and where they stand. */
export default function ThingsCard() {
  const w = useWords(words);
  const home = useCall(api.home, {});
  if (!home.data || home.data.things.length === 0) return null;
  return <Card title={w.things} aside={w.all} to="/mine">{home.data.things.map((t) => <Thing key={t.id} thing={t} />)}</Card>;
}
