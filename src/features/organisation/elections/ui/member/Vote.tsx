import { useParams } from 'react-router';
import { PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { Booth } from '../../../../democracy/ballots/ui/both/Booth.tsx';
import { words } from '../phone.words.ts';

/** One vote of an election on the phone: the booth of all ballots. */
export default function Vote() {
  const { id = '', ballot = '' } = useParams();
  const w = useWords(words);
  return <PhonePage title={w.votes} up={`/elections/${id}`}><Booth key={ballot} ballotId={ballot} /></PhonePage>;
}
