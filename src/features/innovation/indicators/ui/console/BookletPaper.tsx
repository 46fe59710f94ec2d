import { attachments, Empty, Loaded, type Output, showMoney, useAddress, useCall, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../indicators.contract.ts';
import { KINDS } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import '../indicators.css';
import { PaperFrame } from './Sheet.tsx';

type Seen = Output<typeof api.booklet>;
type Item = Seen['items'][number];
/** Cover and contents come before the first item; two items stand on a page. */
const FIRST_PAGE = 3;
const pageOf = (place: number): number => FIRST_PAGE + Math.floor(place / 2);

function Picture({ id, label }: { id: string | undefined; label: string }) {
  const w = useWords(words);
  return <figure>{id ? <img src={attachments.open.path.replace(':id', id)} alt={label} /> : <div className="nopicture">{w.noPicture}</div>}<figcaption>{label}</figcaption></figure>;
}

/** One suggestion on half a page. */
function Entry({ item: x, place }: { item: Item; place: number }) {
  const w = useWords(words);
  const n = useWords(names);
  return (
    <section className="bookitem">
      <h3><span className="num">{place}</span>　{x.title}</h3>
      <p className="facts2">{[n[x.kind], x.unit, `${w.author} ${x.authors}`, x.number, x.benefitFen === null ? '' : `${w.benefit} ${showMoney(x.benefitFen)}`, x.documentNumber ? w.document({ number: x.documentNumber }) : ''].filter((t) => t !== '').join(' · ')}</p>
      <div className="texts">
        <div><h4>{w.problem}</h4><p>{x.problem}</p><h4>{w.remedy}</h4><p>{x.remedy}</p>{x.effect ? <p>{x.effect}</p> : null}</div>
        <div className="bookpictures"><Picture id={x.before[0]} label={w.beforePicture} /><Picture id={x.after.at(-1)} label={w.afterPicture} /></div>
      </div>
    </section>
  );
}

function Contents({ items }: { items: readonly Item[] }) {
  const w = useWords(words);
  const n = useWords(names);
  const places = new Map(items.map((x, i) => [x.id, i]));
  return (
    <article className="a4 bookpage bookcontents">
      <h1>{w.contents}</h1>
      {KINDS.filter((k) => items.some((x) => x.kind === k)).map((k) => (
        <section key={k}>
          <h3>{n[k]}</h3>
          <ul>{items.filter((x) => x.kind === k).map((x) => <li key={x.id}><span>{(places.get(x.id) ?? 0) + 1}　{x.title}</span><span>{x.unit}</span><span className="num">{pageOf(places.get(x.id) ?? 0)}</span></li>)}</ul>
        </section>
      ))}
    </article>
  );
}

function Pages({ seen }: { seen: Seen }) {
  const w = useWords(words);
  // pages follow the contents: kind by kind, within a kind as the office ordered them
  const items = KINDS.flatMap((k) => seen.items.filter((x) => x.kind === k));
  if (items.length === 0) return <Empty icon="books" title={w.noBooklet} hint={w.noneChosenHint} />;
  const pairs = Array.from({ length: Math.ceil(items.length / 2) }, (_, i) => items.slice(2 * i, 2 * i + 2));
  return (
    <>
      <article className="a4 bookpage bookcover"><h1>{seen.title}</h1>{seen.preface ? <p className="preface">{seen.preface}</p> : null}<p>{seen.scheme.name}</p><p className="num">{seen.year}</p></article>
      <Contents items={items} />
      {pairs.map((pair, i) => <article key={pair[0]?.id} className="a4 bookpage">{pair.map((x, k) => <Entry key={x.id} item={x} place={2 * i + k + 1} />)}</article>)}
    </>
  );
}

/** The booklet page by page, for A4. */
export default function BookletPaper() {
  const w = useWords(words);
  const { union } = useScope();
  const [year] = useAddress('year');
  const seen = useCall(api.booklet, { ...(year ? { year: Number(year) } : {}), ...(union ? { unionId: union } : {}) });
  return <PaperFrame title={seen.data?.title ?? w.booklet} back={`/indicators/booklet${year ? `?year=${year}` : ''}`}><Loaded from={seen} lines={10}>{(s) => <Pages seen={s} />}</Loaded></PaperFrame>;
}
