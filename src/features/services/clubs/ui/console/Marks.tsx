import { useWords } from '../../../../../web/kit/index.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { words } from '../desk-ui.words.ts';

type Mark = { readonly part: 'members' | 'gatherings' | 'attendance' | 'ratings' | 'cost' | 'report'; readonly marks: number; readonly weight: number; readonly formula: string };
/** Hundredths of a mark as people write them. */
export const showMarks = (n: number): string => (n / 100).toFixed(2);

/** Each mark with its formula and denominator. */
export function Marks({ of, name }: { of: readonly Mark[]; name: string }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  return (
    <table className="clubmarks" aria-label={name}>
      <thead><tr><th>{w.part}</th><th>{w.marks}</th><th>{w.how}</th></tr></thead>
      <tbody>{of.map((m) => <tr key={m.part}><td>{kw[`part_${m.part}`]}</td><td className="num">{showMarks(m.marks)}/{m.weight}</td><td className="num">{m.formula}</td></tr>)}</tbody>
    </table>
  );
}
