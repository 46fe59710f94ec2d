import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../joining.contract.ts';
import { Actions, ApplicationView } from './ApplicationView.tsx';

/** An application beside the work list. */
export default function Aside({ id }: { id: string }) {
  const one = useCall(api.one, { id });
  return <Loaded from={one}>{(a) => <><h2>{a.applicant}</h2><ApplicationView a={a} /><Actions a={a} /></>}</Loaded>;
}
