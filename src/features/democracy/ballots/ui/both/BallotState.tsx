import { Card, Chip, Loaded, Row, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../ballots.contract.ts';
import '../ballots.css';
import { STATE_CHIP, words } from '../phone.words.ts';
import { Outcome } from './Outcome.tsx';

/** Turnout while a ballot runs, its result with the basis afterwards. For any part's page. */
export function BallotState({ ballotId }: { ballotId: string }) {
  const w = useWords(words);
  const one = useCall(api.one, { id: ballotId });
  return (
    <Loaded from={one} lines={4}>
      {(of) => (of.result ? <Outcome of={of} /> : (
        <Card><Row icon="vote" tint="union" title={of.title} note={w.turnout({ given: of.given, all: of.entitled })} end={<Chip kind={STATE_CHIP[of.state]}>{w[`state_${of.state}`]}</Chip>} to={`/ballots/${of.id}`} /></Card>
      ))}
    </Loaded>
  );
}
