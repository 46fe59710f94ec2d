import { useParams } from 'react-router';
import { Loaded, PhonePage, refresh, useCall, useLive, useSay } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { ItemView } from '../both/ItemView.tsx';
import { words } from '../screens.words.ts';

/** One item, for those entitled. */
export default function ItemScreen() {
  const say = useSay();
  const { id = '' } = useParams();
  const found = useCall(api.item, { id });
  useLive(() => void refresh(api.item));
  return <PhonePage title={found.data?.title ?? say(words.joint)} up="/joint-meetings"><Loaded from={found} lines={8}>{(x) => <ItemView of={x} />}</Loaded></PhonePage>;
}
