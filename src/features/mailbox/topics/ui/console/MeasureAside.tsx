import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { Measure } from './Measure.tsx';

/** A measure beside the work list. */
export default function MeasureAside({ id }: { id: string }) {
  const measure = useCall(api.measure, { id }, { keepWhileChanging: true });
  return <Loaded from={measure} lines={5}>{(m) => <Measure key={m.id} m={m} />}</Loaded>;
}
