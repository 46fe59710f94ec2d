import { Link } from 'react-router';
import { Chip, showMoney, useWords } from '../../../../../web/kit/index.ts';
import { words as savingWords } from '../../savings.words.ts';
import { type Seen, useMade } from '../both/SavingFacts.tsx';
import { words } from '../desk-ui.words.ts';

/** Kind and what is remarkable about it. */
export function SavingChips({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  const kw = useWords(savingWords);
  return <div className="savechiprow"><Chip kind="info">{kw[`kind_${s.kind}`]}</Chip>{s.double ? <Chip kind="warn" icon="copy">{w.double}</Chip> : null}</div>;
}

/** Others of the same post, kind and time, to compare with. */
export function Twins({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  const kw = useWords(savingWords);
  const made = useMade();
  if (s.others.length === 0) return null;
  return (
    <div className="savetwins">
      <b>{w.twins}</b>
      {s.others.map((o) => (
        <p key={o.id}><Link to={`/savings/${o.id}`}>{o.title}</Link> <span className="note num">{kw.prefix} {o.number} · {o.author} · {made({ ...o, monthly: false, months: 1 })} · {showMoney(o.totalFen)} · {o.stateWord}</span></p>
      ))}
    </div>
  );
}
