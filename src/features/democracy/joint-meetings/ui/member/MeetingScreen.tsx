import { useParams } from 'react-router';
import { Loaded, PhonePage, refresh, useCall, useLive, useSay } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { MeetingView } from '../both/MeetingView.tsx';
import { words } from '../screens.words.ts';

/** One meeting, for those entitled. */
export default function MeetingScreen() {
  const say = useSay();
  const { id = '' } = useParams();
  const found = useCall(api.meeting, { id });
  useLive(() => void refresh(api.meeting));
  return <PhonePage title={found.data?.title ?? say(words.joint)} up="/joint-meetings"><Loaded from={found} lines={8}>{(x) => <MeetingView of={x} />}</Loaded></PhonePage>;
}
