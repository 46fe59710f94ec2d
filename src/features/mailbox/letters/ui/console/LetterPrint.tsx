import { Link, useParams } from 'react-router';
import { Icon, Loaded, type Moment, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import { Rated } from '../both/Faces.tsx';
import type { LetterSeen } from '../both/LetterStory.tsx';
import { words } from '../desk-ui.words.ts';
import '../letters.css';
import '../desk.css';

function Sheet({ letter: l }: { letter: LetterSeen }) {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const language = useLocale();
  // on paper the year always stands
  const dated = (at: Moment): string => showDate(at, language, 0);
  const answers = l.events.filter((e) => e.step === 'answer');
  const answered = answers.at(-1);
  const category = lw[`category_${l.category}` as keyof typeof lw] as string | undefined;
  return (
    <article className="a4">
      <header><p>{l.union.name}</p><h1>{w.printTitle}</h1><p>{w.printNumber({ number: l.number })}　{w.printDates({ opened: dated(l.openedAt), answered: answered ? dated(answered.at) : w.printNoAnswer })}</p></header>
      <h2>{l.title}</h2>
      <p className="a4facts">{lw.columnWriter}: {l.writer} · {l.originUnion.name} · {category}{l.place ? ` · ${l.place}` : ''} · {lw[`privacy_${l.privacy}`]}</p>
      <p className="lettertext">{l.text}</p>
      {answers.map((e) => (
        <section key={e.id}>
          <h3>{w.printAnswer} · {dated(e.at)}</h3>
          <p className="lettertext">{e.text}</p>
          <p className="a4sign">{e.by}</p>
        </section>
      ))}
      {l.rating === null ? null : <p>{w.rated}: <Rated n={l.ratingAgain ?? l.rating} /></p>}
      <footer><span>{w.printBy({ union: l.union.name })}</span><span>{w.printOn({ date: dated(Date.now()) })}</span></footer>
    </article>
  );
}

/** A letter with its answers on A4. */
export default function LetterPrint() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const letter = useCall(api.letter, { id });
  return (
    <main className="printpage" id="content">
      <title>{w.printTitle}</title>
      <div className="printbar"><Link className="btn" to={`/letters/${id}`}><Icon name="back" size={18} />{w.back}</Link><button type="button" className="btn primary" onClick={() => print()}><Icon name="print" size={18} />{w.printNow}</button></div>
      <Loaded from={letter} lines={8}>{(l) => <Sheet letter={l} />}</Loaded>
    </main>
  );
}
