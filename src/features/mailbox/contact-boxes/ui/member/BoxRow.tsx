import { type Output, Row, showDay, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../contact-boxes.contract.ts';
import { StandingChip } from '../both/StandingChip.tsx';
import { words } from '../box-ui.words.ts';

export type KeptBox = Output<typeof api.mine>['items'][number];

/** A box I keep; pressing it logs an opening. */
export function BoxRow({ box }: { box: KeptBox }) {
  const w = useWords(words);
  const language = useLocale();
  return <Row icon="box" tint={box.standing === 'overdue' ? 'late' : box.standing === 'due' ? 'warn' : 'quiet'} title={w.boxAt({ n: box.number, place: box.place })} note={`${w.next} ${showDay(box.dueOn, language)}`} end={<StandingChip of={box.standing} />} to={`/contact-boxes/${box.id}/open`} />;
}
