import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, Empty, Icon, type Input, LoadedPages, PhonePage, showDate, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../letter-ui.words.ts';
import '../letters.css';
import { type Category, useCategories } from './LetterFields.tsx';

/** Published questions and answers, with search and kinds. */
export default function Board() {
  const w = useWords(words);
  const language = useLocale();
  const categories = useCategories();
  const [text, setText] = useState('');
  const [category, setCategory] = useState<Category | null>(null);
  const wanted = useDeferredValue(text.trim());
  const asked: Input<typeof api.board> = { ...(wanted ? { text: wanted } : {}), ...(category ? { category } : {}) };
  const board = usePages(api.board, asked);
  const nothing = wanted || category
    ? <Empty icon="search" title={w.boardNothing}><Link className="btn primary" to="/letters/new">{w.write}</Link></Empty>
    : <Empty icon="board" title={w.boardEmpty} hint={w.boardEmptyHint} />;
  return (
    <PhonePage title={w.boardTitle} up="/letters">
      <label className="searchbox"><Icon name="search" size={18} /><input type="search" value={text} placeholder={w.boardFind} aria-label={w.boardFind} onChange={(e) => setText(e.target.value)} /></label>
      <fieldset className="kinds"><legend className="unseen">{w.category}</legend>
        <button type="button" aria-pressed={category === null} onClick={() => setCategory(null)}>{w.boardAll}</button>
        {categories.map(([key, label]) => <button key={key} type="button" aria-pressed={category === key} onClick={() => setCategory(key)}>{label}</button>)}
      </fieldset>
      <LoadedPages from={board} empty={<Card>{nothing}</Card>}>
        {(items) => (
          <div className="letterlist">
            {items.map((p) => (
              <article key={p.id} className="card qa">
                <p className="q"><span aria-hidden>{w.question}</span><b>{p.question}</b></p>
                <p className="a"><span aria-hidden>{w.answer}</span>{p.answer}</p>
                <p className="note"><Chip>{categories.find(([key]) => key === p.category)?.[1] ?? p.category}</Chip> {p.union} · {showDate(p.publishedAt, language)}</p>
              </article>
            ))}
          </div>
        )}
      </LoadedPages>
    </PhonePage>
  );
}
