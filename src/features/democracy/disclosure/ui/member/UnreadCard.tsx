import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../disclosure.contract.ts';
import { words } from '../disclosure-ui.words.ts';

/** On Home: what was disclosed to me and not read yet; one goes straight to it. */
export default function UnreadCard() {
  const w = useWords(words);
  const found = useCall(api.waiting, {});
  const n = found.data?.n ?? 0;
  useTellWaiting('disclosure', n);
  const [first] = found.data?.items ?? [];
  if (first === undefined) return null;
  return <Card><Row icon="board" tint="info" title={n === 1 ? first.title : w.homeCard({ n })} note={n === 1 ? first.union : first.title} to={n === 1 ? `/disclosures/${first.id}` : '/disclosures?show=unread'} /></Card>;
}
