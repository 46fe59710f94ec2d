import type { ReactNode } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../review-ui.words.ts';

type Span = readonly [number, number];

/** A text with passages marked. */
function Marked({ text, spans }: { text: string; spans: readonly Span[] }) {
  const sorted = spans.toSorted((a, b) => a[0] - b[0]);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of sorted) {
    if (from < at) continue;
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return <>{parts}{text.slice(at)}</>;
}

/** Two suggestions beside each other with what they share marked. */
export function TwoSides({ own, other, passages }: { own: string; other: string; passages: readonly { readonly own: readonly number[]; readonly other: readonly number[] }[] }) {
  const w = useWords(words);
  const spans = (side: 'own' | 'other'): Span[] => passages.map((p) => [p[side][0] ?? 0, p[side][1] ?? 0]);
  return (
    <div className="twosides">
      <div><h4>{w.own}</h4><Marked text={own} spans={spans('own')} /></div>
      <div><h4>{w.other}</h4><Marked text={other} spans={spans('other')} /></div>
    </div>
  );
}
