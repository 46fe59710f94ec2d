import { Loaded, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { board } from '../../ballots.contract.ts';
import { words } from '../phone.words.ts';
import { Outcome } from './Outcome.tsx';

/** What a ballot came to with all it rests on, and the way to count it again; for any part's page, from the count on. */
export function BallotResult({ federationId, ballotId }: { federationId: string; ballotId: string }) {
  const w = useWords(words);
  const result = useCall(board.result, { federationId, id: ballotId });
  return <Loaded from={result} lines={6}>{(of) => <div className="bal"><Outcome of={of} /><Row icon="shield" tint="info" title={w.recount} note={w.recountHint} onClick={() => void window.open(`/recount/${federationId}/${ballotId}`, '_blank', 'noreferrer')} /></div>}</Loaded>;
}
