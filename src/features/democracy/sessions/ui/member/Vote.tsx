import { useParams } from 'react-router';
import { PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { Booth } from '../../../ballots/ui/both/Booth.tsx';
import { words } from '../phone.words.ts';

/** The vote on an item, where somebody comes from a list of votes. */
export default function Vote() {
  const { id = '' } = useParams();
  const w = useWords(words);
  return <PhonePage title={w.voteTitle} up="/sessions"><Booth key={id} ballotId={id} /></PhonePage>;
}
