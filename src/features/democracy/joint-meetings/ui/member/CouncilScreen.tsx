import { useParams } from 'react-router';
import { Loaded, PhonePage, refresh, useCall, useLive, useSay } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { CouncilView } from '../both/CouncilView.tsx';
import { words } from '../screens.words.ts';

/** One council, for those entitled. */
export default function CouncilScreen() {
  const say = useSay();
  const { id = '' } = useParams();
  const found = useCall(api.council, { id });
  useLive(() => void refresh(api.council));
  return <PhonePage title={found.data?.title ?? say(words.joint)} up="/joint-meetings"><Loaded from={found} lines={8}>{(x) => <CouncilView of={x} />}</Loaded></PhonePage>;
}
