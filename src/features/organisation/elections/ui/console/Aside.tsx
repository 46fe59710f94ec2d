import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { desk } from '../../elections.contract.ts';
import '../elections.css';
import { Plan, Standing } from './ElectionPage.tsx';
import { Steps } from './Steps.tsx';

/** An election beside the work list: where it stands, the plan, what can be done. */
export default function Aside({ id }: { id: string }) {
  const one = useCall(desk.one, { id });
  return <Loaded from={one}>{(e) => <div className="elec"><h2>{e.union}</h2><div className="elecacts"><Steps of={e} /></div><Standing of={e} /><Plan of={e} /></div>}</Loaded>;
}
