import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icons.tsx';
import { useWords } from '../language.ts';
import './lists.css';
import { words } from './lists.words.ts';

/** A sheet of A4 with a bar above it that does not print. */
export function Paper({ title, back, children }: { title: string; back: string; children: ReactNode }) {
  const w = useWords(words);
  return (
    <main className="papersheet" id="content">
      <title>{title}</title>
      <div className="paperbar"><Link className="btn" to={back}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></div>
      <article>{children}</article>
    </main>
  );
}
