import { type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../points.contract.ts';
import { pointsText } from '../../points.rules.ts';
import { words } from '../points-ui.words.ts';
import { kindOf } from './lines.rules.ts';

type Line = Output<typeof api.myLines>['items'][number];

/** The lines of a wallet as a table, in the order given. */
export function LinesTable({ lines, className }: { lines: readonly Line[]; className?: string }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <table className={className ?? 'prizetable'}>
      <thead><tr><th>{w.date}</th><th>{w.what}</th><th>{w.details}</th><th className="num">{w.change}</th><th className="num">{w.balance}</th></tr></thead>
      <tbody>
        {lines.map((l) => (
          <tr key={l.id}><td>{showDate(l.on, language)}</td><td>{kindOf(w, l)}</td><td>{l.number ? `${l.number} ` : ''}{l.text}</td><td className="num">{l.amount > 0 ? '+' : ''}{pointsText(l.amount)}</td><td className="num">{pointsText(l.balance)}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
