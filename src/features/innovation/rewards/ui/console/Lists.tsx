import { Link } from 'react-router';
import { Chip, showMoney, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../rewards-ui.words.ts';

type List = { readonly id: string; readonly number: string; readonly title: string; readonly state: string; readonly lines: number; readonly totalFen: number };

/** The payment lists of a month or year, each with its state and sum. */
export function Lists({ title, lists }: { title: string; lists: readonly List[] }) {
  const w = useWords(words);
  const word = (state: string): string => (w as unknown as Readonly<Record<string, string>>)[`state_${state}`] ?? state;
  return (
    <section className="panel rewardlists" aria-label={title}>
      <h2>{title}</h2>
      {lists.length === 0 ? <p className="note">{w.noLists}</p> : (
        <ul>
          {lists.map((l) => (
            <li key={l.id}><Link to={`/payment-lists/${l.id}`}><b className="num">{l.number}</b> {l.title}</Link><Chip kind={l.state === 'settled' ? 'ok' : 'info'}>{word(l.state)}</Chip><span className="num">{w.lines({ n: l.lines })} · {showMoney(l.totalFen)}</span></li>
          ))}
        </ul>
      )}
    </section>
  );
}
