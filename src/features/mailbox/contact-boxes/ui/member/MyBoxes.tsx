import { Card, Empty, Loaded, PhonePage, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import { BoxRow } from './BoxRow.tsx';

/** The boxes I keep, most urgent first. */
export default function MyBoxes() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  return (
    <PhonePage title={w.mine}>
      <Loaded from={mine}>{({ items }) => <Card>{items.length === 0 ? <Empty icon="box" title={w.mineNone} hint={w.mineNoneHint} /> : items.map((b) => <BoxRow key={b.id} box={b} />)}</Card>}</Loaded>
    </PhonePage>
  );
}
