import { useParams } from 'react-router';
import { Card, Loaded, PhonePage, useCall, useWords } from '../../../../../web/kit/index.ts';
import { board } from '../../ballots.contract.ts';
import { Outcome } from '../both/Outcome.tsx';
import { Recounting } from '../both/Recounting.tsx';
import '../ballots.css';
import { words } from '../phone.words.ts';

/** A published vote for everybody, without signing in: result, file, verifier. */
export default function Recount() {
  const { federationId = '', id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(board.result, { federationId, id }, { anonymous: true });
  return (
    <PhonePage title={w.recount} up="/">
      <Loaded from={one} lines={8}>{(of) => <div className="bal"><Card title={of.title}><p className="note">{of.union} · {w[`level_${of.level}`]}</p></Card><Outcome of={of} /><Recounting of={of} /></div>}</Loaded>
    </PhonePage>
  );
}
