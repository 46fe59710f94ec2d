import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { Actions, TransferView } from './TransferView.tsx';

/** A transfer beside the work list. */
export default function Aside({ id }: { id: string }) {
  const one = useCall(api.one, { id });
  return <Loaded from={one}>{(t) => <div className="transferaside"><h2>{t.name}</h2><TransferView t={t} /><Actions t={t} /></div>}</Loaded>;
}
