import { useParams } from 'react-router';
import { PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { Booth } from '../both/Booth.tsx';
import { words } from '../phone.words.ts';

/** One vote on the phone. */
export default function Ballot() {
  const { id = '' } = useParams();
  const w = useWords(words);
  return <PhonePage title={w.title} up="/ballots"><Booth key={id} ballotId={id} /></PhonePage>;
}
