import { Navigate, useParams } from 'react-router';
import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { api } from '../../briefings.contract.ts';

/** A question that was answered later is shown on the page of its briefing. */
export default function ToBriefing() {
  const { id = '' } = useParams();
  const found = useCall(api.later, { id });
  return <Loaded from={found} lines={4}>{(f) => <Navigate to={`/briefings/${f.briefingId}`} replace />}</Loaded>;
}
