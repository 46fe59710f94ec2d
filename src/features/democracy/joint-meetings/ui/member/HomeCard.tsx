import { Card, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import { words } from '../joint-ui.words.ts';
import { WaitingRows } from './Mine.tsx';

/** What waits for a representative, on Home. */
export default function HomeCard() {
  const w = useWords(words);
  const { data } = useCall(api.mine, {});
  const waiting = data?.waiting ?? [];
  useTellWaiting('joint-meetings', waiting.length);
  if (waiting.length === 0) return null;
  return <Card title={w.title}><WaitingRows of={waiting.slice(0, 3)} /></Card>;
}
