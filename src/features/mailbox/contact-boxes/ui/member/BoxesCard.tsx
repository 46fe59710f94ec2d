import { Card, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import { BoxRow } from './BoxRow.tsx';

/** On Home, for keepers only: their boxes that are due, otherwise nothing. */
export default function BoxesCard() {
  const w = useWords(words);
  const mine = useCall(api.mine, {});
  const items = mine.data?.items ?? [];
  const due = items.filter((b) => b.standing !== 'ready').slice(0, 3);
  if (due.length === 0) return null;
  return <Card title={w.mine} to="/contact-boxes" aside={String(items.length)}>{due.map((b) => <BoxRow key={b.id} box={b} />)}</Card>;
}
