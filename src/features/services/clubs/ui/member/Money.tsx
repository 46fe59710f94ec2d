import { useParams } from 'react-router';
import { Loaded, PhonePage, useCall, useWords } from '../../../../../web/kit/index.ts';
import { meeting } from '../../gatherings.contract.ts';
import { MoneyView } from '../both/MoneyView.tsx';
import { words } from '../clubs-ui.words.ts';

/** The money of a club this year, for its members. */
export default function Money() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const money = useCall(meeting.money, { id });
  return <PhonePage title={w.money} up={`/clubs/${id}`}><Loaded from={money} lines={6}>{(m) => <MoneyView id={id} of={m} />}</Loaded></PhonePage>;
}
