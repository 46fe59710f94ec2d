import { Card, Row, useCall, useTellWaiting, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { words } from '../proposals-ui.words.ts';

/** On Home: proposals that wait for my word; nothing for everybody else. */
export default function Waiting() {
  const w = useWords(words);
  const start = useCall(api.start, {});
  const n = start.data?.waiting ?? 0;
  useTellWaiting('proposals', n);
  return n === 0 ? null : <Card><Row icon="form" tint="warn" title={w.waits({ n })} to="/proposals?show=mine" /></Card>;
}
