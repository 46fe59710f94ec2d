import { Navigate, useParams } from 'react-router';
import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { items } from '../../sessions.contract.ts';

/** A vote of a session is shown on the session's page. */
export default function ToSession() {
  const { id = '' } = useParams();
  const found = useCall(items.where, { id });
  return <Loaded from={found} lines={4}>{(f) => <Navigate to={`/sessions/${f.sessionId}`} replace />}</Loaded>;
}
